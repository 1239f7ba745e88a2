// A code by a plain form: the server opens the answers in memory and adds what is typed, then forgets the code.

import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { findId, newId } from '#ground/id.ts';
import { fromBase64Url, toBase64Url } from '#sealed/bytes.ts';
import { readCode } from '#sealed/code.ts';
import { openEnvelope } from '#sealed/envelope.ts';
import { halvesOf, type Halves } from '#sealed/halves.ts';
import { findRing } from '#sealed/server/ring-store.ts';
import { answersPage, type ShownAnswers } from '#tips/door/answers-page.ts';
import { answerWords } from '#tips/door/answers.words.ts';
import { placeOf, sealMore } from '#tips/door/seal-tip.ts';
import type { Answer, Answers, Intake } from '#tips/intake.ts';
import { letterInput } from '#tips/tip.input.ts';
import { typedIn } from '../form-fields.ts';
import { answerPage, frameOf, languageOf } from './door-answer.ts';
import { readForm } from './door-form.ts';

export async function answerCode(event: RequestEvent, intake: Intake): Promise<Response> {
  const own = answerWords[languageOf(event)];
  const { code = '', text = '', commandId } = typedIn(await readForm(event));
  const read = readCode(code);
  if (!read.ok) return page(event, undefined, own.wrongCode);
  const halves = await halvesOf(read.value);
  const answers = await intake.findAnswers(toBase64Url(halves.find));
  if (!answers) return page(event, undefined, own.unknownCode);
  const isAdded = await add(event, intake, { text: text.trim(), commandId, halves, answers });
  const status = isAdded === undefined ? own.states[answers.state] : saysAdded(isAdded, own);
  const shown = await Promise.all(
    answers.answers.map(async (answer) => ({
      day: answer.day,
      text: (await textOf(answer, halves)) ?? own.notOpened,
    })),
  );
  const mayAdd = answers.endedOn === null;
  return page(event, { code, status, answers: shown, commandId: newId(), mayAdd });
}

const saysAdded = (isAdded: boolean, own: (typeof answerWords)['vi']): string =>
  isAdded ? own.sent : own.notSent;

type More = {
  readonly text: string;
  readonly commandId: string | undefined;
  readonly halves: Halves;
  readonly answers: Answers;
};

/** Undefined where nothing was to be added. */
async function add(
  { locals }: RequestEvent,
  intake: Intake,
  { text, commandId, halves, answers }: More,
): Promise<boolean | undefined> {
  if (text === '') return undefined;
  const ring = await findRing(locals.withoutAccessCheck, answers.ringId);
  if (!ring) return false;
  const sealed = await sealMore(halves.find, ring, { text, files: [], sealedBy: 'server' });
  const letter = { commandId: findId(commandId) ?? newId(), ...sealed };
  return (await intake.receiveTip(v.parse(letterInput, letter), 'web')).ok;
}

async function textOf(
  { ringId, sealed }: Answer,
  { find, open }: Halves,
): Promise<string | undefined> {
  const bytes = fromBase64Url(sealed);
  const opened = bytes && (await openEnvelope(open, bytes, placeOf(find, ringId, 'answer', 'out')));
  if (!opened?.ok) return undefined;
  const body = v.safeParse(v.object({ text: v.string() }), opened.value.body);
  return body.success ? body.output.text : undefined;
}

const page = (event: RequestEvent, shown: ShownAnswers | undefined, says?: string): Response =>
  answerPage(event, answersPage(frameOf(event, '/t/answers', false), shown, says), {
    status: shown ? 200 : 400,
    own: true,
  });
