// What is asked of the unit search, and the spellings a mistyped word may have meant.

import { foldedWords } from './names.ts';

const longestQuery = 80;
const mostWords = 8;

/** The folded words of a query; a search that is too long is cut, not refused. */
export const queryWords = (text: string): readonly string[] =>
  foldedWords(text.slice(0, longestQuery))
    .flatMap((word) => short.get(word) ?? word)
    .slice(0, mostWords);

const short: ReadonlyMap<string, readonly string[]> = new Map([
  ['tp', ['thanh', 'pho']],
  ['tx', ['thi', 'xa']],
  ['tt', ['thi', 'tran']],
  ['hcm', ['ho', 'chi', 'minh']],
  ['tphcm', ['ho', 'chi', 'minh']],
]);

/**
 * Whether two words differ by one slip of the fingers: a letter wrong, missing, too many, or two
 * neighbours exchanged. Words of two letters are left as they are.
 */
export function isOneSlipAway(typed: string, word: string): boolean {
  if (typed.length < 3 || typed === word || Math.abs(typed.length - word.length) > 1) return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  const [a, b] = [typed.slice(at), word.slice(at)];
  const isExchanged = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || isExchanged;
}
