// With a code: what helpers answered and one's own file, sealed for it alone; more for the helpers; taking consent back.

import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import * as v from 'valibot';
import { findId, type CommandId } from '#ground/id.ts';
import { helpAnswersPage } from '#help/door/help-answers-page.ts';
import {
  codeInput,
  helpLetterInput,
  mostLetterBytes,
  withdrawByCodeInput,
} from '#help/help.input.ts';
import { findRing } from '#sealed/server/ring-store.ts';
import { answerPage, languageOf } from '../../door-answer.ts';
import { answer, isJson, readJson, taken, unreadable } from '../../door-json.ts';
import { knockOf } from '../../knock.ts';
import { helpFrameOf } from '../help-place.ts';
import { answerHelpCode, statusOf } from './code-without-script.ts';

export const GET: RequestHandler = (event) =>
  answerPage(event, helpAnswersPage(helpFrameOf(event, '/h/answers')));

export const POST: RequestHandler = (event) => {
  const { helpIntake } = event.locals;
  return helpIntake.inTurn(knockOf(event), async () => {
    if (!isJson(event.request)) return answerHelpCode(event, helpIntake);
    const asked = await readJson(event.request, anyInput, mostBytes);
    if (!asked) return unreadable();
    if ('sealed' in asked) return taken(await helpIntake.receive(asked));
    if ('withdraw' in asked) return withdrawn(await helpIntake.withdraw(asked.find));
    return found(event, asked.find, findId<'command'>(asked.commandId));
  });
};

const mostBytes = (mostLetterBytes * 4) / 3 + 8_000;
const anyInput = v.union([helpLetterInput, withdrawByCodeInput, codeInput]);

const withdrawn = (isGone: boolean): Response =>
  isGone ? answer({ ok: true }) : answer({ ok: false, refusal: 'unknown' }, 404);

async function found(
  event: RequestEvent,
  find: string,
  commandId: CommandId | undefined,
): Promise<Response> {
  const { helpIntake, withoutAccessCheck } = event.locals;
  const answers = await helpIntake.findAnswers(find);
  if (!answers) return answer({ ok: false, refusal: 'unknown' }, 404);
  const { asked, file } = answers;
  const ring = asked && (await findRing(withoutAccessCheck, asked.ringId));
  const challenge = await helpIntake.challengeFor({ ...knockOf(event), commandId });
  const { ringId, epoch, recipient } = ring ?? {};
  return answer({
    ok: true,
    status: statusOf(languageOf(event), answers),
    answers: asked?.answers ?? [],
    ...(ring && { ring: { ringId, epoch, recipient } }),
    file: file && { fileId: file.fileId, sealed: file.sealed },
    challenge,
  });
}
