// The three screens of a tip: what you know, your code, sent.

import type { Day } from '#ground/day.ts';
import { showDay } from '#ground/show.ts';
import { hasSaidWhat, isAboutOfficial } from '../door/letter.ts';
import type { sendingWords } from '../door/sending.words.ts';
import type { Ask } from './ask-sealing.ts';
import { announced, startFiles, type ChosenFile } from './chosen-files.ts';
import { sayTrouble } from './code-trouble.ts';
import { carryFiles, deliverTip, sendSealed, type Failed, type Way } from './deliver-tip.ts';
import { forgetDrafts, keepDraft, readDraft, type Draft } from './draft.ts';
import { fillEmpty, onSubmit, part, showScreen, typedIn } from './elements.ts';
import { knockOnce, type Knocking } from './rings.ts';
import type { Taken } from './sending.ts';

type Own = (typeof sendingWords)['vi'];
export type DoorData = {
  readonly path: string;
  readonly unitPath: string;
  readonly hamlet: string;
  readonly police: string;
  readonly province: string;
  readonly sealedHere: string;
  readonly sealedProvince: string;
};
type Screens = {
  readonly data: DoorData;
  readonly own: Own;
  readonly form: HTMLFormElement;
  readonly way: Way;
  readonly files: () => readonly ChosenFile[];
  readonly draft: () => Draft;
  readonly keep: (more: Partial<Draft>) => void;
  readonly ahead: Ahead;
};
/** What the line is used for while somebody copies the code. */
type Ahead = {
  /** Milliseconds. */
  at: number;
  knocked: Promise<Knocking | undefined> | undefined;
};
/** Milliseconds: who is on duty is asked anew after that. */
const freshFor = 120_000;

export function startTip(data: DoorData, ask: Ask, own: Own): void {
  const screens = openScreens(data, ask, own);
  const { form, draft } = screens;
  fillEmpty(form, draft().typed);
  part('files').hidden = false;
  noteTyped(screens);
  form.addEventListener('input', () => noteTyped(screens));
  onSubmit(
    form,
    () => showCode(screens),
    () => fail('failed', own),
  );
  onSubmit(
    part<HTMLFormElement>('back'),
    () => typeBack(screens),
    () => fail('failed', own),
  );
  part('again').addEventListener('click', (event) => {
    event.preventDefault();
    showScreen('report');
  });
  loadOnceOpened(ask);
  const { sending } = draft();
  if (sending) void resume(screens, sending).catch(() => fail('failed', own));
}

function openScreens(data: DoorData, ask: Ask, own: Own): Screens {
  let draft = readDraft(data.path);
  const say = (text: string): void => void (part('progress').textContent = text);
  return {
    data,
    own,
    form: part<HTMLFormElement>('tip'),
    way: {
      ask,
      path: data.path,
      unitPath: data.unitPath,
      onWaiting: (waits) => say(waits ? own.waiting : ''),
      onCarried: (name, percent) => say(own.carrying(name, percent)),
    },
    files: startFiles({ field: part<HTMLInputElement>('chosen'), list: part('kept') }, ask, own),
    draft: () => draft,
    keep: (more) => keepDraft(data.path, (draft = { ...draft, ...more })),
    ahead: { at: 0, knocked: undefined },
  };
}

/** It is on its way since the page came: see page-frame.ts. */
function loadOnceOpened(ask: Ask): void {
  const load = (): void => {
    if (location.hash === '#report') void ask('load', undefined).catch(() => undefined);
  };
  addEventListener('hashchange', load);
  load();
}

function noteTyped({ form, keep, data, own }: Screens): void {
  const typed = typedIn(form);
  keep({ typed });
  const official = isAboutOfficial(typed);
  part('sealing').textContent = official ? data.sealedProvince : data.sealedHere;
  part('to').textContent = own.to(official ? data.province : data.police);
}

async function showCode(screens: Screens): Promise<void> {
  const { way, draft, keep } = screens;
  noteTyped(screens);
  if (!hasSaidWhat(draft().typed)) return;
  part('refusal').textContent = '';
  lookAhead(screens);
  const { code } = draft();
  const shown = await (code ? way.ask('showCode', { code }) : way.ask('newCode', undefined));
  keep({ code: shown.syllables });
  part('syllables').textContent = shown.syllables;
  part('digits').textContent = shown.digits;
  showScreen('code');
  // The slow step of the code, while it is copied.
  void way.ask('findHalf', { code: shown.syllables }).catch(() => undefined);
}

/** Who is on duty, asked while the code is made and copied. */
function lookAhead({ way, draft, ahead }: Screens): void {
  ahead.at = Date.now();
  ahead.knocked = knockOnce(way.unitPath, draft().commandId);
}

async function typeBack(screens: Screens): Promise<void> {
  const { way, draft, own } = screens;
  const typed = part<HTMLTextAreaElement>('typed');
  const trouble = await way.ask('compare', { code: draft().code ?? '', typed: typed.value });
  part('differs').textContent = trouble ? sayTrouble(trouble, own) : '';
  if (trouble) typed.focus();
  else await deliver(screens);
}

async function deliver(screens: Screens): Promise<void> {
  const { way, draft, keep, own, data } = screens;
  showScreen('sent');
  part('state').textContent = own.sealing;
  const { commandId, typed, code = '' } = draft();
  const files = screens.files().map((file) => ({ file, says: announced(file) }));
  const early = Date.now() - screens.ahead.at < freshFor ? screens.ahead.knocked : undefined;
  const tip = { commandId, typed, code, files, hamlet: data.hamlet, early };
  const answer = await deliverTip(tip, way, (sealed) =>
    keep({ sending: { tip: sealed, files: files.length } }),
  );
  if (typeof answer === 'string') return notSent(screens, answer);
  receive(screens, answer);
  if (files.length === 0) return;
  part('progress').textContent = own.stay;
  const all = await carryFiles(tip, way).catch(() => false);
  part('progress').textContent = all ? own.carried : own.filesLost;
}

/** After a reload: the same letter under the same command id, so that it is there once. */
async function resume(screens: Screens, sending: NonNullable<Draft['sending']>): Promise<void> {
  const { way, own, draft } = screens;
  showScreen('sent');
  part('state').textContent = own.resumed;
  const answer = await sendSealed(sending.tip, draft().commandId, way);
  if (!answer.ok) return notSent(screens, 'refused');
  receive(screens, answer);
  if (sending.files > 0) part('progress').textContent = own.filesLost;
}

/** What was typed is forgotten only here, where the server has it. */
function receive({ form, data, own, draft }: Screens, answer: Taken): void {
  const police = isAboutOfficial(draft().typed) ? data.province : data.police;
  forgetDrafts();
  form.reset();
  part('kept').replaceChildren();
  part('state').textContent = own.received;
  part('when').textContent = own.receivedOn(showDay(String(answer['day']) as Day), police);
  part('receipt').hidden = false;
  part('sent').focus();
}

/** Under a new command id: nothing of the one that was refused is anywhere. */
function notSent({ keep, own }: Screens, why: Failed): void {
  keep({ sending: undefined, commandId: crypto.randomUUID() });
  fail(why, own);
}

/** Back to what was typed, with the reason. */
function fail(why: Failed, own: Own): void {
  showScreen('report');
  part('refusal').textContent = own[why === 'no-ring' ? 'noRing' : why];
}
