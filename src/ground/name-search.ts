// Finding people by name as people type: without marks, in any order, by initials, with a small slip.

import { byGivenName, fold, marked, tidy } from './text.ts';
import { isOneSlip, shortestSlip } from './slip.ts';

/**
 * Those whose names fit, the best first and then by given name; all of them, by given name, where
 * nothing is asked. The same on the server and on the device.
 */
export const searchNames = <T>(
  query: string,
  rows: readonly T[],
  nameOf: (row: T) => string,
): readonly T[] => nameSearch(rows, nameOf)(query);

/** The same for many searches of one list: what they have in common is done once. */
export function nameSearch<T>(
  rows: readonly T[],
  nameOf: (row: T) => string,
): (query: string) => readonly T[] {
  const named = rows
    .map((row) => ({ row, name: tidy(nameOf(row)) }))
    .toSorted((a, b) => byGivenName(a.name, b.name))
    .map(({ row, name }) => ({ row, words: wordsOf(name) }));
  return (query) => {
    const asked = wordsOf(query);
    return named
      .map(({ row, words }) => ({ row, cost: costOfWords(asked, words, -1) ?? Infinity }))
      .filter(({ cost }) => cost < Infinity)
      .toSorted((a, b) => a.cost - b.cost)
      .map(({ row }) => row);
  };
}

/** How far a name is from what was typed: 0 is the same words; undefined where it does not fit. */
export const matchName = (query: string, name: string): number | undefined =>
  costOfWords(wordsOf(query), wordsOf(name), -1);

/**
 * Of each word typed the pieces of which one at least stands unchanged in every name that fits (one
 * slip spoils two of three neighbouring pieces at most); and the letter a name's word begins with
 * where the word typed is a row of initials. For narrowing down in the database.
 */
export const searchPieces = (
  query: string,
): readonly { readonly pieces: readonly string[]; readonly initial: string | undefined }[] =>
  wordsOf(query).map(({ folded }) => ({
    pieces: folded.length < shortestSlip ? [folded] : inThree(folded),
    initial: folded.length > 1 ? folded[0] : undefined,
  }));

/** More words than any name has say nothing more. */
const mostWords = 6;

type Word = { readonly folded: string; readonly marked: string };

const wordsOf = (text: string): readonly Word[] =>
  tidy(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word) => ({ folded: fold(word), marked: marked(word) }));

type Left = readonly (Word | undefined)[];

/** The cheapest way to give each word asked words of the name that are its own. */
function costOfWords(asked: readonly Word[], names: Left, last: number): number | undefined {
  const [first, ...rest] = asked;
  if (!first) return 0;
  const ways = names.flatMap((_, at) =>
    waysAt(first, names, at).flatMap(({ cost, words }) => {
      const others = names.map((other, place) =>
        place >= at && place < at + words ? undefined : other,
      );
      const further = costOfWords(rest, others, at);
      return further === undefined ? [] : [cost + (at < last ? 1 : 0) + further];
    }),
  );
  return ways.length > 0 ? Math.min(...ways) : undefined;
}

/** What a word asked may take from a place on: one word, or several by their initials. */
function waysAt(
  asked: Word,
  names: Left,
  at: number,
): readonly { readonly cost: number; readonly words: number }[] {
  const letters = asked.folded;
  const word = names[at];
  const one = word && costOfWord(asked, word);
  const run = names.slice(at, at + letters.length);
  const isRun =
    letters.length > 1 && run.map((other) => other?.folded[0] ?? '').join('') === letters;
  return [
    ...(one === undefined ? [] : [{ cost: one, words: 1 }]),
    ...(isRun ? [{ cost: letters.length === names.length ? 3 : 5, words: letters.length }] : []),
  ];
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

function inThree(word: string): readonly string[] {
  const third = Math.floor(word.length / 3);
  return [word.slice(0, third), word.slice(third, 2 * third), word.slice(2 * third)];
}
