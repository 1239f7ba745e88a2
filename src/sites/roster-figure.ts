// What the rosters of a site come to month by month: figures nobody types a second time.

import { addDays, addMonths, monthOf, type Day } from '#ground/day.ts';
import type { MonthlyCount } from './indicator.ts';

/** From when until when one member or household counts for an indicator, by its key. */
export type Standing = { readonly key: string; readonly from: Day; readonly to: Day | null };

/** The first month a roster knows; before it a month is what was entered. */
export function countedSince(key: string, standings: readonly Standing[]): Day | undefined {
  const [first] = standings.flatMap((one) => (one.key === key ? [one.from] : [])).toSorted();
  return first && monthOf(first);
}

/** How many stood at the end of each month, of the last one by `until`. */
export const rosterMonths = (standings: readonly Standing[], until: Day): readonly MonthlyCount[] =>
  [...new Set(standings.map(({ key }) => key))].flatMap((key) => {
    const own = standings.filter((one) => one.key === key);
    return monthsFrom(countedSince(key, own), until).map((month) => {
      const end = addDays(addMonths(month, 1), -1);
      return { key, month, value: standingOn(own, end < until ? end : until) };
    });
  });

const standingOn = (standings: readonly Standing[], on: Day): number =>
  standings.filter(({ from, to }) => from <= on && (to === null || to >= on)).length;

function monthsFrom(first: Day | undefined, until: Day): readonly Day[] {
  const months: Day[] = [];
  for (let month = first; month && month <= until; month = addMonths(month, 1)) months.push(month);
  return months;
}
