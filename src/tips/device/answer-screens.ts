// With a code: reads what was answered, opened on this device, and adds more.

import type { Day } from '#ground/day.ts';
import { showDay } from '#ground/show.ts';
import type { Challenge } from '#sealed/device/solve-proof.ts';
import type { MoreLetter } from '../door/letter.ts';
import type { Ring } from '../door/seal-tip.ts';
import type { sendingWords } from '../door/sending.words.ts';
import type { Ask } from './ask-sealing.ts';
import { carryAll } from './carry-files.ts';
import { announced, startFiles, type ChosenFile } from './chosen-files.ts';
import { sayTrouble } from './code-trouble.ts';
import { onSubmit, part } from './elements.ts';
import { send, type Taken } from './sending.ts';

type Own = (typeof sendingWords)['vi'];
type Letter = { readonly ringId: string; readonly day: string; readonly sealed: string };
type Found = Taken & {
  readonly status: string;
  readonly isEnded: boolean;
  readonly ring?: Ring;
  /** Work that is asked for before more is taken in. */
  readonly challenge?: Challenge;
  readonly answers: readonly Letter[];
};
type Screens = {
  readonly ask: Ask;
  readonly own: Own;
  readonly files: () => readonly ChosenFile[];
  /** Of the code that was found; the command id is kept until that letter is there. */
  readonly at: At;
};
type At = {
  code: string;
  ring: Ring | undefined;
  challenge: Challenge | undefined;
  commandId: string;
};

export function startAnswers(ask: Ask, own: Own): void {
  const field = part<HTMLInputElement>('chosen');
  const files = startFiles({ field, list: part('kept') }, ask, own);
  const at: At = {
    code: '',
    ring: undefined,
    challenge: undefined,
    commandId: crypto.randomUUID(),
  };
  const screens: Screens = { ask, own, files, at };
  part('sealing').textContent = document.body.dataset['sealedHere'] ?? '';
  part('files').hidden = false;
  const failed = (): void => say(own.failed);
  onSubmit(part<HTMLFormElement>('ask'), () => find(screens), failed);
  onSubmit(part<HTMLFormElement>('more'), () => add(screens), failed);
}

async function find(screens: Screens): Promise<void> {
  const { ask, own, at } = screens;
  const code = part<HTMLTextAreaElement>('typed').value;
  const trouble = await ask('troubleOf', { code });
  say(trouble ? sayTrouble(trouble, own) : own.reading);
  if (trouble) return;
  const body = { find: await ask('findHalf', { code }), commandId: at.commandId };
  const answer = await send({ address: `/t/answers${location.search}`, body }, sayWaiting(own));
  if (!answer.ok) return say(own.unknownCode);
  const { ring, challenge } = answer as Found;
  Object.assign(at, { code, ring, challenge });
  await show(answer as Found, screens);
}

async function show({ status, answers, ring, isEnded }: Found, screens: Screens): Promise<void> {
  const { ask, own, at } = screens;
  const opened = await ask('openAnswers', { code: at.code, letters: answers });
  const lines = answers.map((letter, index) => articleOf(letter, textOf(opened[index], own), own));
  part('letters').replaceChildren(...lines);
  say(answers.length === 0 ? `${status} ${own.noLetters}` : status);
  part('found').hidden = isEnded || !ring;
  part('state').focus();
}

/** What an answer says; anything else in an envelope is not for this page. */
const textOf = (body: unknown, own: Own): string =>
  typeof body === 'object' && body !== null && 'text' in body && typeof body.text === 'string'
    ? body.text
    : own.notOpened;

function articleOf({ day }: Letter, text: string, own: Own): HTMLElement {
  const article = document.createElement('article');
  const title = article.appendChild(document.createElement('h2'));
  title.textContent = own.answerOn(showDay(day as Day));
  const letter = article.appendChild(document.createElement('p'));
  letter.className = 'letter';
  letter.textContent = text;
  return article;
}

async function add({ ask, own, files, at }: Screens): Promise<void> {
  const text = part<HTMLTextAreaElement>('text');
  const { code, ring, challenge, commandId } = at;
  if (!ring || (text.value.trim() === '' && files().length === 0)) return;
  say(own.sealing);
  const following = files().map((file) => ({ file, says: announced(file) }));
  const letter: MoreLetter = {
    text: text.value.trim(),
    files: following.map(({ says }) => says),
    sealedBy: 'device',
  };
  const sealed = await ask('sealMore', { code, ring, letter });
  const proof = challenge && (await ask('solveProof', { challenge }));
  const body = { commandId, ...sealed };
  const answer = await send({ address: '/t/answers', body, commandId, proof }, sayWaiting(own));
  if (!answer.ok) return say(own.refused);
  Object.assign(at, { commandId: crypto.randomUUID(), challenge: undefined });
  text.value = '';
  part('kept').replaceChildren();
  say(own.receivedMore);
  if (following.length === 0) return;
  const all = await carryAll(following, {
    ask,
    code,
    ring: () => Promise.resolve(ring),
    onWaiting: sayWaiting(own),
    onCarried: (name, percent) => say(own.carrying(name, percent)),
  });
  say(all ? own.carried : own.filesLost);
}

const say = (text: string): void => void (part('state').textContent = text);

const sayWaiting =
  (own: Own) =>
  (waits: boolean): void => {
    if (waits) say(own.waiting);
  };
