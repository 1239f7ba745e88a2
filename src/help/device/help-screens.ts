// The three screens of asking for help: what you need, your code, sent.

import type { Day } from '#ground/day.ts';
import { showDay } from '#ground/show.ts';
import type { Ask } from '#tips/device/ask-sealing.ts';
import { sayTrouble } from '#tips/device/code-trouble.ts';
import { forgetDrafts, keepDraft, readDraft, type Draft } from '#tips/device/draft.ts';
import { fillEmpty, onSubmit, part, showScreen, typedIn } from '#tips/device/elements.ts';
import { knock } from '#tips/device/rings.ts';
import { send, type NotTaken, type Taken } from '#tips/device/sending.ts';
import { hasSaidWhat, helpLetterFrom } from '../door/help-letter.ts';
import type { SealedHelp } from '../door/seal-help.ts';
import type { HelpSaying } from './help-saying.ts';

export type HelpData = {
  readonly path: string;
  readonly unitPath: string;
  readonly hamlet: string;
  readonly helper: string;
  readonly sealedHere: string;
};
type Screens = {
  readonly data: HelpData;
  readonly own: HelpSaying;
  readonly form: HTMLFormElement;
  readonly ask: Ask;
  readonly draft: () => Draft;
  readonly keep: (more: Partial<Draft>) => void;
};
type Failed = 'no-ring' | 'refused' | 'failed';

export function startHelp(data: HelpData, ask: Ask, own: HelpSaying): void {
  let draft = readDraft(data.path);
  const form = part<HTMLFormElement>('help');
  const keep = (more: Partial<Draft>): void =>
    keepDraft(data.path, (draft = { ...draft, ...more }));
  const screens: Screens = { data, own, form, ask, draft: () => draft, keep };
  const failed = (): void => fail('failed', own);
  fillEmpty(form, draft.typed);
  part('sealing').textContent = data.sealedHere;
  part('to').textContent = own.to(data.helper);
  form.addEventListener('input', () => keep({ typed: typedIn(form) }));
  onSubmit(form, () => showCode(screens), failed);
  onSubmit(part<HTMLFormElement>('back'), () => typeBack(screens), failed);
  part('again').addEventListener('click', (event) => {
    event.preventDefault();
    showScreen('report');
  });
  if (draft.sending) void resume(screens, draft.sending.tip).catch(failed);
}

async function showCode({ form, keep, draft, ask }: Screens): Promise<void> {
  keep({ typed: typedIn(form) });
  if (!hasSaidWhat(draft().typed)) return;
  part('refusal').textContent = '';
  const { code } = draft();
  const shown = await (code ? ask('showCode', { code }) : ask('newCode', undefined));
  keep({ code: shown.syllables });
  part('syllables').textContent = shown.syllables;
  part('digits').textContent = shown.digits;
  showScreen('code');
}

async function typeBack(screens: Screens): Promise<void> {
  const { ask, draft, own } = screens;
  const typed = part<HTMLTextAreaElement>('typed');
  const trouble = await ask('compare', { code: draft().code ?? '', typed: typed.value });
  part('differs').textContent = trouble ? sayTrouble(trouble, own) : '';
  if (trouble) typed.focus();
  else await deliver(screens);
}

/** A ring that is made anew between knocking and sending is met at most so often. */
const mostTurns = 3;

async function deliver(screens: Screens): Promise<void> {
  const { ask, draft, keep, own, data } = screens;
  showScreen('sent');
  part('state').textContent = own.sealing;
  const { commandId, typed, code = '' } = draft();
  const letter = helpLetterFrom(typed, { hamlet: data.hamlet || null, sealedBy: 'device' });
  for (let turns = 0; turns < mostTurns; turns += 1) {
    const { own: ring, challenge } = await knock(data.unitPath, commandId, sayWaiting(own));
    if (!ring) return notSent(screens, 'no-ring');
    const proof = challenge && (await ask('solveProof', { challenge }));
    const sealed = await ask('sealHelp', { code, ring, letter });
    keep({ sending: { tip: sealed, files: 0 } });
    const answer = await sendSealed(screens, sealed, proof);
    if (answer.ok) return receive(screens, answer);
    if (answer.refusal !== 'unknown-ring') return notSent(screens, 'refused');
  }
  notSent(screens, 'failed');
}

const sendSealed = (
  { data, draft, own }: Screens,
  sealed: SealedHelp,
  proof?: string,
): Promise<Taken | NotTaken> => {
  const { commandId } = draft();
  const body = { commandId, ...sealed };
  return send({ address: data.path, body, commandId, proof }, sayWaiting(own));
};

/** After a reload: the same letter under the same command id, so that it is there once. */
async function resume(screens: Screens, sealed: SealedHelp): Promise<void> {
  showScreen('sent');
  part('state').textContent = screens.own.resumed;
  const answer = await sendSealed(screens, sealed);
  if (answer.ok) receive(screens, answer);
  else notSent(screens, 'refused');
}

/** What was typed is forgotten only here, where the server has it. */
function receive({ form, data, own }: Screens, answer: Taken): void {
  forgetDrafts();
  form.reset();
  part('state').textContent = own.received;
  part('when').textContent = own.receivedOn(showDay(String(answer['day']) as Day), data.helper);
  part('progress').textContent = '';
  part('receipt').hidden = false;
  part('sent').focus();
}

/** Under a new command id: nothing of the one that was refused is anywhere. */
function notSent({ keep, own }: Screens, why: Failed): void {
  keep({ sending: undefined, commandId: crypto.randomUUID() });
  fail(why, own);
}

/** Back to what was typed, with the reason. */
function fail(why: Failed, own: HelpSaying): void {
  showScreen('report');
  part('refusal').textContent = own[why === 'no-ring' ? 'noRing' : why];
}

const sayWaiting =
  (own: HelpSaying) =>
  (waits: boolean): void =>
    void (part('progress').textContent = waits ? own.waiting : '');
