// Two tips about the same thing: one goes on under the other, and each sender still gets answers of their own.

import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { afterStep, type Stand, type Tip, type TipEvent, type TipId, type TipStep } from './tip.ts';

export type MergeRefusal =
  | 'same-tip'
  | 'other-ring'
  /** One of the two lies under another already, or has one under it: pairs stay flat. */
  | 'merged-already'
  | 'handed-over';

type Mergeable = Pick<Tip, 'tipId' | 'ringId' | 'passedTo' | 'mergedInto' | 'handedOverOn'>;

/** `under` tells whether another tip lies under this one. */
export function decideMerge(
  tip: Mergeable,
  into: Mergeable,
  hasUnder: boolean,
): Outcome<null, MergeRefusal> {
  if (tip.tipId === into.tipId) return refused('same-tip');
  if (tip.ringId !== into.ringId || tip.passedTo !== into.passedTo) return refused('other-ring');
  if (hasUnder || tip.mergedInto !== null || into.mergedInto !== null) {
    return refused('merged-already');
  }
  return isOver(tip) || isOver(into) ? refused('handed-over') : done(null);
}

/** Until the one it lies under is handed over: from then on the register counts them as one. */
export function decideSeparate(
  tip: Mergeable,
  into: Mergeable,
): Outcome<null, 'not-merged' | 'handed-over'> {
  if (tip.mergedInto !== into.tipId) return refused('not-merged');
  return isOver(into) ? refused('handed-over') : done(null);
}

/** What is listed and counted: each matter once. One whose counterpart is gone stands for itself. */
export function listedOnce<T extends Pick<Tip, 'tipId' | 'mergedInto'>>(
  tips: readonly T[],
): readonly T[] {
  const there: ReadonlySet<TipId> = new Set(tips.map(({ tipId }) => tipId));
  return tips.filter(({ mergedInto }) => mergedInto === null || !there.has(mergedInto));
}

/** Where a tip stands by its own steps alone: what it goes back to once it is separated. */
export const standBySteps = (receivedOn: Day, events: readonly TipEvent[]): Stand =>
  events.reduce<Stand>(
    (stand, event) => {
      const step = stepOf(event);
      return step ? afterStep(stand, step) : stand;
    },
    {
      receivedOn,
      state: 'received',
      stateOn: receivedOn,
      class: null,
      registerNumber: null,
      handedOverOn: null,
    },
  );

function stepOf({ kind, day, class: of, reference }: TipEvent): TipStep | undefined {
  if (kind === 'passed' || kind === 'merged') return undefined;
  if (kind === 'classified') return of ? { kind, day, class: of } : undefined;
  if (kind === 'acknowledged' || kind === 'confirmed') {
    return { kind, day, reference: reference ?? '' };
  }
  return { kind, day };
}

const isOver = ({ handedOverOn }: Mergeable): boolean => handedOverOn !== null;
