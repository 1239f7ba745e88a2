// Passing a tip to the ring above: sealed anew on the officer's device, letter by letter, none left out.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { Ring, RingId, Sealed } from '#sealed/ring.ts';
import type { Letter } from './letters.ts';
import type { LetterId, Tip } from './tip.ts';

export type Copy = {
  readonly letterId: LetterId;
  readonly sealed: Sealed;
  /** Who the sender is, where whoever passes it on was allowed to see it. */
  readonly identity?: Sealed | undefined;
};
export type PassRefusal =
  | 'passed-already'
  /** It is the province's own, or lies with another tip: separate them first. */
  | 'not-to-pass'
  /** Nobody is on duty there, or their key was changed meanwhile: seal anew. */
  | 'ring-changed'
  /** Something came in while it was being sealed: seal that too. */
  | 'letters-missing';

/** What the sender wrote, as it came: what has to be sealed anew. */
export const lettersToPass = <L extends Pick<Letter, 'direction' | 'copyOf'>>(
  letters: readonly L[],
): readonly L[] => letters.filter(({ direction, copyOf }) => direction === 'in' && copyOf === null);

export function decidePass(
  tip: Pick<Tip, 'ringId' | 'passedTo' | 'mergedInto'> & { readonly hasUnder: boolean },
  letters: readonly Pick<Letter, 'letterId' | 'direction' | 'copyOf'>[],
  sealedTo: { readonly ringId: RingId; readonly epoch: number },
  above: Pick<Ring, 'ringId' | 'epoch'> | undefined,
  copies: readonly Copy[],
): Outcome<null, PassRefusal> {
  if (tip.passedTo !== null) return refused('passed-already');
  const isOneOfTwo = tip.mergedInto !== null || tip.hasUnder;
  if (isOneOfTwo || above?.ringId === tip.ringId) return refused('not-to-pass');
  const isCurrent = above?.ringId === sealedTo.ringId && above.epoch === sealedTo.epoch;
  if (!isCurrent) return refused('ring-changed');
  return isEach(lettersToPass(letters), copies) ? done(null) : refused('letters-missing');
}

const isEach = (letters: readonly Pick<Letter, 'letterId'>[], copies: readonly Copy[]): boolean => {
  const copied = new Set(copies.map(({ letterId }) => letterId));
  const isWhole = letters.every(({ letterId }) => copied.has(letterId));
  return isWhole && copies.length === letters.length && letters.length > 0;
};
