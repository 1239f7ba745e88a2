// With a code: reads what helpers answered and one's own file, adds more, takes consent back; opened on this device.

import type { Day } from '#ground/day.ts';
import { showDay } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import type { Challenge } from '#sealed/device/solve-proof.ts';
import type { Ask } from '#tips/device/ask-sealing.ts';
import { sayTrouble } from '#tips/device/code-trouble.ts';
import { onSubmit, part } from '#tips/device/elements.ts';
import { send, type Taken } from '#tips/device/sending.ts';
import { sectionsOf, type Section } from '../door/own-copy.ts';
import type { HelpRing } from '../door/seal-help.ts';
import { readSupportFile } from '../support.input.ts';
import type { HelpSaying } from './help-saying.ts';

type Letter = { readonly ringId: string; readonly day: Day; readonly sealed: string };
type Found = Taken & {
  readonly status: string;
  readonly ring?: HelpRing;
  /** Work that is asked for before more is taken in. */
  readonly challenge?: Challenge;
  readonly answers: readonly Letter[];
  readonly file: { readonly fileId: string; readonly sealed: string } | null;
};
type At = {
  code: string;
  find: string;
  ring: HelpRing | undefined;
  challenge: Challenge | undefined;
  commandId: string;
};
type Screens = {
  readonly ask: Ask;
  readonly own: HelpSaying;
  readonly language: Language;
  /** Of the code that was found; the command id is kept until that letter is there. */
  readonly at: At;
};

const address = '/h/answers';

export function startHelpAnswers(ask: Ask, own: HelpSaying, language: Language): void {
  const at: At = {
    code: '',
    find: '',
    ring: undefined,
    challenge: undefined,
    commandId: crypto.randomUUID(),
  };
  const screens: Screens = { ask, own, language, at };
  part('sealing').textContent = document.body.dataset['sealedHere'] ?? '';
  const failed = (): void => say(own.failed);
  onSubmit(part<HTMLFormElement>('ask'), () => find(screens), failed);
  onSubmit(part<HTMLFormElement>('more'), () => add(screens), failed);
  onSubmit(part<HTMLFormElement>('withdraw'), () => withdraw(screens), failed);
}

async function find(screens: Screens): Promise<void> {
  const { ask, own, at } = screens;
  const code = part<HTMLTextAreaElement>('typed').value;
  const trouble = await ask('troubleOf', { code });
  say(trouble ? sayTrouble(trouble, own) : own.reading);
  if (trouble) return;
  const half = await ask('findHalf', { code });
  const body = { find: half, commandId: at.commandId };
  const answer = await send({ address: `${address}${location.search}`, body }, sayWaiting(own));
  if (!answer.ok) return say(own.unknownCode);
  const { ring, challenge } = answer as Found;
  Object.assign(at, { code, find: half, ring, challenge });
  await show(answer as Found, screens);
}

async function show({ status, answers, ring, file }: Found, screens: Screens): Promise<void> {
  const { ask, own, at } = screens;
  const opened = await ask('openAnswers', { code: at.code, letters: answers });
  const letters = answers.map(({ day }, index) => ({
    title: own.answerOn(showDay(day)),
    text: textOf(opened[index], own),
  }));
  part('letters').replaceChildren(...letters.map((letter) => articleOf(letter, 'h2')));
  part('file').hidden = file === null;
  if (file) await showCopy(file, screens);
  part('found').hidden = !ring;
  say(ring && answers.length === 0 ? `${status} ${own.noLetters}` : status);
  part('state').focus();
}

async function showCopy(copy: NonNullable<Found['file']>, screens: Screens): Promise<void> {
  const sections = await copyOf(copy, screens);
  part('copy').replaceChildren(...sections.map((section) => articleOf(section, 'h3')));
}

async function copyOf(
  copy: NonNullable<Found['file']>,
  { ask, own, at, language }: Screens,
): Promise<readonly Section[]> {
  const file = readSupportFile(await ask('openSupport', { code: at.code, copy }));
  return file ? sectionsOf(file, language) : [{ title: '', text: own.copyNotOpened }];
}

/** What an answer says; anything else in an envelope is not for this page. */
const textOf = (body: unknown, own: HelpSaying): string =>
  typeof body === 'object' && body !== null && 'text' in body && typeof body.text === 'string'
    ? body.text
    : own.notOpened;

function articleOf({ title, text }: Section, level: 'h2' | 'h3'): HTMLElement {
  const article = document.createElement('article');
  article.appendChild(document.createElement(level)).textContent = title;
  const letter = article.appendChild(document.createElement('p'));
  letter.className = 'letter';
  letter.textContent = text;
  return article;
}

async function add({ ask, own, at }: Screens): Promise<void> {
  const field = part<HTMLTextAreaElement>('text');
  const text = field.value.trim();
  const { code, ring, challenge, commandId } = at;
  if (!ring || text === '') return;
  say(own.sealing);
  const sealed = await ask('sealMoreHelp', { code, ring, letter: { text, sealedBy: 'device' } });
  const proof = challenge && (await ask('solveProof', { challenge }));
  const body = { commandId, ...sealed };
  const answer = await send({ address, body, commandId, proof }, sayWaiting(own));
  if (!answer.ok) return say(own.refused);
  Object.assign(at, { commandId: crypto.randomUUID(), challenge: undefined });
  field.value = '';
  say(own.receivedMore);
}

/** In one step: what is erased is erased at once, and pressed again it is gone already. */
async function withdraw({ own, at }: Screens): Promise<void> {
  const body = { find: at.find, withdraw: true };
  const answer = await send({ address, body }, sayWaiting(own));
  part('file').hidden = true;
  part('copy').replaceChildren();
  say(answer.ok ? own.withdrawn : own.notThere);
  part('state').focus();
}

const say = (text: string): void => void (part('state').textContent = text);

const sayWaiting =
  (own: HelpSaying) =>
  (waits: boolean): void => {
    if (waits) say(own.waiting);
  };
