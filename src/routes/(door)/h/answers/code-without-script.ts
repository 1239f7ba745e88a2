// A code by a plain form: the server opens what it opens in memory, adds or erases what is asked for, then forgets the code.

import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { findId, newId } from '#ground/id.ts';
import type { Language } from '#ground/words.ts';
import { helpAnswersPage, type ShownHelp } from '#help/door/help-answers-page.ts';
import { helpAnswerWords } from '#help/door/help-answers.words.ts';
import { sectionsOf } from '#help/door/own-copy.ts';
import { sealMoreHelp } from '#help/door/seal-help.ts';
import { openSupportCopy } from '#help/door/seal-support.ts';
import { helpLetterInput } from '#help/help.input.ts';
import { readSupportFile } from '#help/support.input.ts';
import type { HelpAnswer, HelpAnswers, HelpIntake } from '#help/intake.ts';
import { fromBase64Url, toBase64Url } from '#sealed/bytes.ts';
import { readCode } from '#sealed/code.ts';
import { openEnvelope } from '#sealed/envelope.ts';
import { halvesOf, type Halves } from '#sealed/halves.ts';
import { findRing } from '#sealed/server/ring-store.ts';
import { answerWords } from '#tips/door/answers.words.ts';
import { placeOf } from '#tips/door/seal-tip.ts';
import { typedIn, type Typed } from '../../../form-fields.ts';
import { answerPage, languageOf } from '../../door-answer.ts';
import { readForm } from '../../door-form.ts';
import { helpFrameOf } from '../help-place.ts';

export async function answerHelpCode(event: RequestEvent, intake: HelpIntake): Promise<Response> {
  const language = languageOf(event);
  const typed = typedIn(await readForm(event));
  const read = readCode(typed['code'] ?? '');
  if (!read.ok) return page(event, undefined, answerWords[language].wrongCode);
  const halves = await halvesOf(read.value);
  const before = await act(event, intake, typed, halves);
  const answers = await intake.findAnswers(toBase64Url(halves.find));
  if (!answers) return page(event, undefined, before ?? helpAnswerWords[language].unknownCode);
  return page(
    event,
    await shownOf(answers, halves, { language, before, code: typed['code'] ?? '' }),
  );
}

/** How far it has come; of a file made face to face only that it is there. */
export const statusOf = (language: Language, { asked }: HelpAnswers): string =>
  asked ? helpAnswerWords[language].standing[asked.standing] : helpAnswerWords[language].onlyFile;

/** What was asked for beside reading, and how it went; undefined where nothing was. */
async function act(
  event: RequestEvent,
  intake: HelpIntake,
  typed: Typed,
  halves: Halves,
): Promise<string | undefined> {
  const own = helpAnswerWords[languageOf(event)];
  if (typed['withdraw'] !== undefined)
    return (await intake.withdraw(toBase64Url(halves.find))) ? own.withdrawn : own.notThere;
  const text = (typed['text'] ?? '').trim();
  if (text === '') return undefined;
  const isAdded = await add(event, intake, { text, commandId: typed['commandId'] }, halves);
  return isAdded ? own.sent : answerWords[languageOf(event)].notSent;
}

async function add(
  { locals }: RequestEvent,
  intake: HelpIntake,
  { text, commandId }: { readonly text: string; readonly commandId: string | undefined },
  { find }: Halves,
): Promise<boolean> {
  const answers = await intake.findAnswers(toBase64Url(find));
  const ring = answers?.asked && (await findRing(locals.withoutAccessCheck, answers.asked.ringId));
  if (!ring) return false;
  const sealed = await sealMoreHelp(find, ring, { text, sealedBy: 'server' });
  const letter = { commandId: findId(commandId) ?? newId(), ...sealed };
  return (await intake.receive(v.parse(helpLetterInput, letter))).ok;
}

type As = {
  readonly language: Language;
  readonly before: string | undefined;
  readonly code: string;
};

async function shownOf(
  answers: HelpAnswers,
  halves: Halves,
  { language, before, code }: As,
): Promise<ShownHelp> {
  const { asked } = answers;
  const letters = (asked?.answers ?? []).map(async (answer) => ({
    day: answer.day,
    text: (await textOf(answer, halves)) ?? answerWords[language].notOpened,
  }));
  return {
    code,
    status: before ?? statusOf(language, answers),
    answers: await Promise.all(letters),
    file: await fileOf(answers, halves, language),
    commandId: newId(),
    mayAdd: asked !== null,
  };
}

async function fileOf(
  { file }: HelpAnswers,
  halves: Halves,
  language: Language,
): Promise<ShownHelp['file']> {
  if (!file) return null;
  const read = readSupportFile(await openSupportCopy(halves, file));
  return read
    ? sectionsOf(read, language)
    : [{ title: '', text: helpAnswerWords[language].notOpened }];
}

async function textOf(
  { ringId, sealed }: HelpAnswer,
  { find, open }: Halves,
): Promise<string | undefined> {
  const bytes = fromBase64Url(sealed);
  const opened = bytes && (await openEnvelope(open, bytes, placeOf(find, ringId, 'answer', 'out')));
  if (!opened?.ok) return undefined;
  const body = v.safeParse(v.object({ text: v.string() }), opened.value.body);
  return body.success ? body.output.text : undefined;
}

const page = (event: RequestEvent, shown: ShownHelp | undefined, says?: string): Response =>
  answerPage(event, helpAnswersPage(helpFrameOf(event, '/h/answers', false), shown, says), {
    status: shown ? 200 : 400,
    own: true,
  });
