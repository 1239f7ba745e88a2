// What is asked of the unit search, and the spellings a mistyped word may have meant.

import { isOneSlip } from '#ground/slip.ts';
import { foldedWords } from '#ground/text.ts';

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

/** Three letters are enough here, where slips are thought of only when nothing else fits. */
export const isOneSlipAway = (typed: string, word: string): boolean =>
  typed.length >= 3 && isOneSlip(typed, word);
