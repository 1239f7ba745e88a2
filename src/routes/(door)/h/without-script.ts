// Asking for help by plain forms: the server shows the code, takes the letter and seals it in memory; nothing readable is kept.

import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Day } from '#ground/day.ts';
import { findId, newId, type CommandId } from '#ground/id.ts';
import { helperOf, helpPage, helpTitle, type HelpRefused } from '#help/door/help-page.ts';
import { helpCodeForm, helpReceipt, type HelpCodeForm } from '#help/door/help-receipt.ts';
import { helpDoorWords } from '#help/door/help-door.words.ts';
import { hasSaidWhat, helpLetterFrom, type TypedHelp } from '#help/door/help-letter.ts';
import { sealHelp, type HelpRing } from '#help/door/seal-help.ts';
import { helpLetterInput } from '#help/help.input.ts';
import type { HelpIntake } from '#help/intake.ts';
import { newCode, readCode, writeCode, type Code } from '#sealed/code.ts';
import { halvesOf } from '#sealed/halves.ts';
import { html, type Html } from '#tips/door/html.ts';
import { inLanguage, pageOf } from '#tips/door/page-frame.ts';
import { typedIn } from '../../form-fields.ts';
import { answerPage, languageOf } from '../door-answer.ts';
import { readForm } from '../door-form.ts';
import { helpFrameOf, type HelpDoor } from './help-place.ts';

export async function answerHelpForm(
  event: RequestEvent,
  door: HelpDoor,
  intake: HelpIntake,
): Promise<Response> {
  const { code, commandId, back, ...typed } = typedIn(await readForm(event));
  if (!hasSaidWhat(typed)) return again(event, door, typed, 'no-what');
  if (!door.ring) return again(event, door, typed, 'no-ring');
  const known = readCode(code ?? '');
  if (!known.ok) return showCode(event, door, { typed, code: aCode(), commandId: newId() });
  const asked = { typed, code: known.value, commandId: findId<'command'>(commandId) ?? newId() };
  const typedBack = readCode(back ?? '');
  if (!typedBack.ok || typedBack.value.join() !== known.value.join())
    return showCode(event, door, asked, 'code-differs');
  const day = await sealAndReceive(asked, door, door.ring, intake);
  if (!day) return again(event, door, typed, 'not-sealed');
  const own = helpDoorWords[languageOf(event)];
  const frame = helpFrameOf(event, door.path, false);
  return page(event, door, helpReceipt(frame, own, day, helperOf(door.place, own)));
}

type Asked = {
  readonly typed: TypedHelp;
  readonly code: Code;
  readonly commandId: CommandId;
};

const aCode = (): Code => newCode((length) => crypto.getRandomValues(new Uint8Array(length)));

async function sealAndReceive(
  { typed, code, commandId }: Asked,
  { place }: HelpDoor,
  ring: HelpRing,
  intake: HelpIntake,
): Promise<Day | undefined> {
  const letter = helpLetterFrom(typed, { hamlet: place.hamlet ?? null, sealedBy: 'server' });
  const sealed = await sealHelp(await halvesOf(code), ring, letter);
  const received = await intake.receive(v.parse(helpLetterInput, { commandId, ...sealed }));
  return received.ok ? received.value.day : undefined;
}

const again = (
  event: RequestEvent,
  { path, place }: HelpDoor,
  typed: TypedHelp,
  refusal: HelpRefused,
): Response =>
  answerPage(event, helpPage(helpFrameOf(event, path, false), place, { typed, refusal }), {
    status: 400,
    own: true,
  });

function showCode(
  event: RequestEvent,
  door: HelpDoor,
  { typed, code, commandId }: Asked,
  refusal?: HelpCodeForm['refusal'],
): Response {
  const language = languageOf(event);
  const shown = { syllables: writeCode(code, 'syllables'), digits: writeCode(code, 'digits') };
  const form = { action: inLanguage(door.path, language), code: shown, commandId, typed, refusal };
  const frame = helpFrameOf(event, door.path, false);
  const section = helpCodeForm(frame, helpDoorWords[language], form);
  return page(event, door, section, refusal ? 400 : 200);
}

function page(event: RequestEvent, { path, place }: HelpDoor, main: Html, status = 200): Response {
  const title = html`<h1>${helpTitle(place, helpDoorWords[languageOf(event)])}</h1>`;
  const whole = pageOf(helpFrameOf(event, path, false), {}, html`${title}${main}`);
  return answerPage(event, whole, { status, own: true });
}
