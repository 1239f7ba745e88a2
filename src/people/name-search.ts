// Finding people by name as people type: without marks, in any order, by initials, with a small slip.

import { byGivenName, fold, tidy } from '#ground/text.ts';

/**
 * Those whose names fit, the best first and then by given name; all of them, by given name, where
 * nothing is asked. The same on the server and on the device.
 */
export function searchNames<T>(
  query: string,
  rows: readonly T[],
  nameOf: (row: T) => string,
): readonly T[] {
  const asked = wordsOf(query);
  return rows
    .map((row) => ({ row, name: tidy(nameOf(row)), cost: costOf(asked, nameOf(row)) }))
    .filter(({ cost }) => cost !== undefined)
    .toSorted((a, b) => (a.cost ?? 0) - (b.cost ?? 0) || byGivenName(a.name, b.name))
    .map(({ row }) => row);
}

/** How far a name is from what was typed: 0 is the same words; undefined where it does not fit. */
export const matchName = (query: string, name: string): number | undefined =>
  costOf(wordsOf(query), name);

/**
 * Of each word typed the pieces of which one at least stands unchanged in every name that fits (one
 * slip spoils two of three neighbouring pieces at most); and the letter a name's word begins with
 * where the word typed is a row of initials. For narrowing down in the database.
 */
export const searchPieces = (
  query: string,
): readonly { readonly pieces: readonly string[]; readonly initial: string | undefined }[] => {
  const asked = wordsOf(query);
  return asked.map(({ folded }) => ({
    pieces: folded.length < shortestSlip ? [folded] : inThree(folded),
    initial: asked.length === 1 && folded.length > 1 ? folded[0] : undefined,
  }));
};

/** More words than any name has say nothing more. */
const mostWords = 6;
/** In shorter words one slip makes another name of it. */
const shortestSlip = 4;

type Word = { readonly folded: string; readonly marked: string };

const wordsOf = (text: string): readonly Word[] =>
  tidy(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word) => ({ folded: fold(word), marked: markedOf(word) }));

/** Its letters, and then its tones: 'Hòa' and 'Hoà' are one word. */
function markedOf(word: string): string {
  const letters = word.normalize('NFD').toLowerCase();
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/gu;
  return letters.replace(tone, '') + (letters.match(tone) ?? []).join('');
}

function costOf(asked: readonly Word[], name: string): number | undefined {
  const names = wordsOf(name);
  const cost = costOfWords(asked, names, -1);
  const [only, another] = asked;
  if (!only || another) return cost;
  const initials = costOfInitials(only.folded, names);
  return cost === undefined ? initials : Math.min(cost, initials ?? cost);
}

/** The cheapest way to give each word asked a word of the name that is its own. */
function costOfWords(
  asked: readonly Word[],
  names: readonly (Word | undefined)[],
  last: number,
): number | undefined {
  const [first, ...rest] = asked;
  if (!first) return 0;
  const ways = names.flatMap((word, at) => {
    const own = word && costOfWord(first, word);
    if (own === undefined) return [];
    const others = names.map((other, place) => (place === at ? undefined : other));
    const further = costOfWords(rest, others, at);
    return further === undefined ? [] : [own + (at < last ? 1 : 0) + further];
  });
  return ways.length > 0 ? Math.min(...ways) : undefined;
}

/** Whole words before beginnings, beginnings before slips; other marks than typed come after. */
function costOfWord(asked: Word, word: Word): number | undefined {
  const otherMarks = asked.marked !== asked.folded && !word.marked.startsWith(asked.marked) ? 1 : 0;
  if (word.folded === asked.folded) return otherMarks;
  if (word.folded.startsWith(asked.folded)) return 2 + otherMarks;
  if (asked.folded.length < shortestSlip) return undefined;
  if (isOneSlip(asked.folded, word.folded)) return 6;
  const length = asked.folded.length;
  const begins = [length - 1, length, length + 1].some((end) =>
    isOneSlip(asked.folded, word.folded.slice(0, end)),
  );
  return begins ? 8 : undefined;
}

/** 'nvh' for Nguyễn Văn Hòa; a part of them in their order comes after. */
function costOfInitials(asked: string, names: readonly Word[]): number | undefined {
  const initials = names.map(({ folded }) => folded[0]).join('');
  if (asked.length < 2 || !initials.includes(asked)) return undefined;
  return initials === asked ? 3 : 5;
}

/** One letter more, less or other, or two neighbours the other way round. */
function isOneSlip(a: string, b: string): boolean {
  const start = firstDifference(a, b);
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA === '' && restB === '') return false;
  const swapped = `${restA[1] ?? ''}${restA[0] ?? ''}${restA.slice(2)}`;
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    swapped === restB
  );
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function inThree(word: string): readonly string[] {
  const third = Math.floor(word.length / 3);
  return [word.slice(0, third), word.slice(third, 2 * third), word.slice(2 * third)];
}
