// With a code: the answers, sealed for it alone, and more for those who read the tip.

import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import * as v from 'valibot';
import { findId, type CommandId } from '#ground/id.ts';
import { findRing } from '#sealed/server/ring-store.ts';
import { answersPage } from '#tips/door/answers-page.ts';
import { answerWords } from '#tips/door/answers.words.ts';
import type { Answers, Intake } from '#tips/intake.ts';
import { findInput, letterInput, mostLetterBytes } from '#tips/tip.input.ts';
import { answerPage, frameOf, languageOf } from '../../door-answer.ts';
import { answer, isJson, readJson, taken, unreadable } from '../../door-json.ts';
import { knockOf } from '../../knock.ts';
import { answerCode } from '../../code-without-script.ts';

export const GET: RequestHandler = (event) =>
  answerPage(event, answersPage(frameOf(event, '/t/answers')));

export const POST: RequestHandler = (event) => {
  const { intake } = event.locals;
  return intake.inTurn(knockOf(event), async () => {
    if (!isJson(event.request)) return answerCode(event, intake);
    const asked = await readJson(event.request, v.union([letterInput, asking]), mostBytes);
    if (!asked) return unreadable();
    return 'sealed' in asked
      ? taken(await intake.receiveTip(asked, 'web'))
      : found(event, intake, asked.find, findId<'command'>(asked.commandId));
  });
};

const mostBytes = (mostLetterBytes * 4) / 3 + 8_000;
const asking = v.object({ ...findInput.entries, commandId: v.optional(v.string()) });

async function found(
  event: RequestEvent,
  intake: Intake,
  find: string,
  commandId: CommandId | undefined,
): Promise<Response> {
  const answers = await intake.findAnswers(find);
  if (!answers) return answer({ ok: false, refusal: 'unknown' }, 404);
  const ring = await findRing(event.locals.withoutAccessCheck, answers.ringId);
  const challenge = await intake.challengeFor({ ...knockOf(event), commandId });
  const { ringId, epoch, recipient } = ring ?? {};
  return answer({
    ok: true,
    status: statusOf(event, answers),
    isEnded: answers.endedOn !== null,
    answers: answers.answers,
    ...(ring && { ring: { ringId, epoch, recipient } }),
    challenge,
  });
}

const statusOf = (event: RequestEvent, { state, bodyEndedOn }: Answers): string => {
  const own = answerWords[languageOf(event)];
  return bodyEndedOn === null ? own.states[state] : `${own.states[state]} ${own.ended}`;
};
