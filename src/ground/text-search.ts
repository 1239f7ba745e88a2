// Finding texts by words as people type them: any part of a word, without marks, one slip forgiven.

import { isOneSlip, shortestSlip } from './slip.ts';
import { fold, foldedWords } from './text.ts';

/** Those that hold every word typed; only where there are none, those that do but for slips. */
export function searchTexts<T>(
  query: string,
  rows: readonly T[],
  textOf: (row: T) => string,
): readonly T[] {
  const asked = fold(query).split(/\s+/u).filter(Boolean);
  const texts = rows.map((row) => ({ row, text: fold(textOf(row)) }));
  const holding = texts.filter(({ text }) => asked.every((word) => text.includes(word)));
  const found = holding.length > 0 ? holding : texts.filter(({ text }) => isMeant(asked, text));
  return found.map(({ row }) => row);
}

function isMeant(asked: readonly string[], text: string): boolean {
  const words = foldedWords(text);
  return asked.every(
    (word) =>
      text.includes(word) ||
      (word.length >= shortestSlip && words.some((other) => isOneSlip(word, other))),
  );
}
