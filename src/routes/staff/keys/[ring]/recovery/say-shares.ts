// Why parts did not open a ring, in a sentence.

import type { Language } from '#ground/words.ts';
import type { ShareRefusal } from '#sealed/recovery.ts';
import type { OpenShareRefusal } from '#sealed/device/ring-keys.ts';
import { ringWords } from '#sealed/ring.words.ts';

export function sayShares(refusal: ShareRefusal | OpenShareRefusal, language: Language): string {
  const own = ringWords[language].recovery;
  if (typeof refusal === 'string') return own.unfit;
  switch (refusal.why) {
    case 'too-few':
      return own.tooFew(refusal.have, refusal.need);
    case 'damaged':
      return own.damaged(refusal.at + 1);
    case 'twice':
      return own.twice(refusal.number);
    case 'another-set':
      return own.otherSet(refusal.number);
    case 'do-not-fit':
      return own.unfit;
  }
}
