// What is wrong with a typed code, in a sentence; the nearest words are offered for a wrong one.

import type { sendingWords } from '../door/sending.words.ts';
import type { CodeTrouble } from './sealing-jobs.ts';

export const sayTrouble = (
  { why, unknown }: CodeTrouble,
  own: (typeof sendingWords)['vi'],
): string => (unknown ? own.unknown(unknown.word, unknown.nearest.join(', ')) : own.trouble[why]);
