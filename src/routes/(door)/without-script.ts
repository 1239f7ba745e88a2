// A tip by plain forms: the server shows the code, takes the letter and seals it in memory; nothing readable is kept.

import type { RequestEvent } from '@sveltejs/kit';
import type { Day } from '#ground/day.ts';
import { findId, newId, type CommandId } from '#ground/id.ts';
import { asTitle } from '#places/unit.ts';
import { newCode, readCode, writeCode, type Code } from '#sealed/code.ts';
import { halvesOf, type Halves } from '#sealed/halves.ts';
import { cleaned } from '#tips/door/clean/cleaned.ts';
import { codeForm, receipt, type CodeForm } from '#tips/door/code-sections.ts';
import { doorPage, policeOf, type Refused } from '#tips/door/door-page.ts';
import { doorWords } from '#tips/door/door.words.ts';
import { html, type Html } from '#tips/door/html.ts';
import {
  hasSaidWhat,
  identityFrom,
  isAboutOfficial,
  letterFrom,
  type LetterFile,
  type TypedTip,
} from '#tips/door/letter.ts';
import { inLanguage, pageOf } from '#tips/door/page-frame.ts';
import { pieceBytes, sealPiece, sealTip, type Ring } from '#tips/door/seal-tip.ts';
import type { Intake } from '#tips/intake.ts';
import { letterInput, pieceInput } from '#tips/tip.input.ts';
import * as v from 'valibot';
import { filesIn, typedIn } from '../form-fields.ts';
import { answerPage, frameOf, languageOf } from './door-answer.ts';
import { readForm } from './door-form.ts';
import type { Door } from './door-place.ts';

export async function answerForm(
  event: RequestEvent,
  door: Door,
  intake: Intake,
): Promise<Response> {
  const form = await readForm(event);
  const { code, commandId, back, ...typed } = typedIn(form);
  const ring = ringFor(door, typed);
  if (!hasSaidWhat(typed)) return again(event, door, typed, 'no-what');
  if (!ring) return again(event, door, typed, 'no-ring');
  const known = readCode(code ?? '');
  if (!known.ok) return showCode(event, door, { typed, code: aCode(), commandId: newId() });
  const asked = { typed, code: known.value, commandId: findId<'command'>(commandId) ?? newId() };
  const typedBack = readCode(back ?? '');
  if (!typedBack.ok || !isSame(typedBack.value, known.value))
    return showCode(event, door, asked, 'code-differs');
  const files = filesIn(form, 'files');
  if (files.reduce((sum, { size }) => sum + size, 0) > mostBytes)
    return showCode(event, door, asked, 'too-big');
  const day = await sealAndReceive({ ...asked, files, hamlet: door.place.hamlet }, ring, intake);
  if (!day) return again(event, door, typed, 'not-sealed');
  const own = doorWords[languageOf(event)];
  const police = policeOf(door.place, own, isAboutOfficial(typed));
  return page(event, door, receipt(frameOf(event, door.path), own, day, police));
}

/** What fits into one form of the server. */
const mostBytes = 20 * 1024 * 1024;

type Asked = {
  readonly typed: TypedTip;
  readonly code: Code;
  readonly commandId: CommandId;
};
type Sent = Asked & { readonly files: readonly File[]; readonly hamlet: string | undefined };
type Ready = { readonly says: LetterFile; readonly bytes: Uint8Array };

const ringFor = ({ rings }: Door, typed: TypedTip): Ring | undefined =>
  isAboutOfficial(typed) ? rings.province : (rings.commune ?? rings.province);

const aCode = (): Code => newCode((length) => crypto.getRandomValues(new Uint8Array(length)));

const isSame = (one: Code, other: Code): boolean => one.join() === other.join();

/** The letter first: its files are of no use without it. */
async function sealAndReceive(sent: Sent, ring: Ring, intake: Intake): Promise<Day | undefined> {
  const { typed, code, commandId, hamlet = null } = sent;
  const halves = await halvesOf(code);
  const files = await Promise.all(sent.files.map(readyFile));
  const letterFiles = files.map(({ says }) => says);
  const letter = letterFrom(typed, { hamlet, files: letterFiles, sealedBy: 'server' });
  const sealed = await sealTip(halves, ring, letter, identityFrom(typed));
  const received = await intake.receiveTip(v.parse(letterInput, { commandId, ...sealed }), 'web');
  if (!received.ok) return undefined;
  for (const file of files) await receiveFile(file, halves, ring, intake);
  return received.value.day;
}

/** What cannot be cleaned came without a question, so it goes as it is, and says so. */
async function readyFile(file: File): Promise<Ready> {
  const given = new Uint8Array(await file.arrayBuffer());
  const clean = cleaned(given);
  const bytes = clean?.bytes ?? given;
  const says = {
    uploadId: newId<'upload'>(),
    name: file.name,
    mediaType: clean?.mediaType ?? file.type,
    size: bytes.length,
    pieces: Math.max(1, Math.ceil(bytes.length / pieceBytes)),
    cleaning: clean ? 'cleaned' : 'original',
  } as const;
  return { says, bytes };
}

async function receiveFile(
  { says, bytes }: Ready,
  { find }: Halves,
  ring: Ring,
  intake: Intake,
): Promise<void> {
  const { uploadId, pieces } = says;
  for (let number = 0; number < pieces; number += 1) {
    const piece = bytes.subarray(number * pieceBytes, (number + 1) * pieceBytes);
    const sealed = await sealPiece(find, ring, { uploadId, number, of: pieces }, piece);
    await intake.receivePiece(v.parse(pieceInput, { ...sealed, uploadId, number }));
  }
}

const again = (
  event: RequestEvent,
  { path, place }: Door,
  typed: TypedTip,
  refusal: Refused,
): Response => {
  const shown = doorPage(frameOf(event, path, false), place, { typed, refusal });
  return answerPage(event, shown, { status: 400, own: true });
};

function showCode(
  event: RequestEvent,
  door: Door,
  { typed, code, commandId }: Asked,
  refusal?: CodeForm['refusal'],
): Response {
  const language = languageOf(event);
  const shown = { syllables: writeCode(code, 'syllables'), digits: writeCode(code, 'digits') };
  const action = inLanguage(door.path, language);
  const form = codeForm(doorWords[language], { action, code: shown, commandId, typed, refusal });
  return page(event, door, form, refusal ? 400 : 200);
}

function page(event: RequestEvent, door: Door, main: Html, status = 200): Response {
  const language = languageOf(event);
  const { hamlet, commune } = door.place;
  const title = html`<h1>${doorWords[language].heading(asTitle(hamlet ?? commune))}</h1>`;
  return answerPage(event, pageOf(frameOf(event, door.path, false), {}, html`${title}${main}`), {
    status,
    own: true,
  });
}
