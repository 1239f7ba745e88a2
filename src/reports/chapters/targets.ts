// Levels that have not reached their target, for the chapters on what lacks and what comes next.

import type { Day } from '#ground/day.ts';
import { isAboutPeopleAtRisk } from '#sites/suppress.ts';
import { levelAt } from '../counts.ts';
import type { ReviewIndicator, ReviewRecords } from '../records.ts';

export type BelowTarget = {
  readonly one: ReviewIndicator;
  readonly target: number;
  /** Null where no month was entered yet. */
  readonly level: number | null;
};

/** Counts of people at risk are no target to speak of in sentences: what lacks would count them. */
export const belowTarget = ({ indicators }: ReviewRecords, until: Day): readonly BelowTarget[] =>
  indicators.flatMap((one) => {
    const { kind, target, name, unit, baseline } = one.indicator;
    if (kind !== 'level' || target === null) return [];
    const level = levelAt(one, until)?.value ?? null;
    const isReached = (level ?? baseline ?? 0) >= target;
    return isReached || isAboutPeopleAtRisk({ measure: name, unit })
      ? []
      : [{ one, target, level }];
  });
