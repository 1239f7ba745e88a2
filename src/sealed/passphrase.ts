// A passphrase a device proposes: some of the syllables the code is made of, which people can tell apart.

import { syllables } from './code-syllables.ts';

/** 8 of 512 syllables: 72 bits, before age's slow step is counted. */
const suggestedSyllables = 8;

export function suggestPassphrase(random: (length: number) => Uint8Array): string {
  const bytes = random(suggestedSyllables * 2);
  return Array.from({ length: suggestedSyllables }, (_, at) => {
    const number = ((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0);
    return syllables[number % syllables.length];
  }).join(' ');
}
