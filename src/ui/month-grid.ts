// The days of a month as a calendar shows them, Monday first, and where the keys lead from a day.

import {
  addDays,
  addMonths,
  daysBetween,
  lastDayOfMonth,
  monthOf,
  partsOf,
  weekdayOf,
  type Day,
} from '#ground/day.ts';

export type Limits = { readonly min: Day | undefined; readonly max: Day | undefined };
export type Week = readonly (Day | undefined)[];

/** Weeks of seven; undefined stands before the first day of the month and after its last. */
export function weeksOf(month: Day): readonly Week[] {
  const first = monthOf(month);
  const { year, month: number } = partsOf(first);
  const days = daysBetween(first, lastDayOfMonth(year, number)) + 1;
  const before = weekdayOf(first) - 1;
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, at) => {
      const nth = week * 7 + at - before;
      return nth >= 0 && nth < days ? addDays(first, nth) : undefined;
    }),
  );
}

const leads: Readonly<Record<string, (from: Day) => Day>> = {
  ArrowLeft: (from) => addDays(from, -1),
  ArrowRight: (from) => addDays(from, 1),
  ArrowUp: (from) => addDays(from, -7),
  ArrowDown: (from) => addDays(from, 7),
  Home: (from) => addDays(from, 1 - weekdayOf(from)),
  End: (from) => addDays(from, 7 - weekdayOf(from)),
  PageUp: (from) => addMonths(from, -1),
  PageDown: (from) => addMonths(from, 1),
  'Shift+PageUp': (from) => addMonths(from, -12),
  'Shift+PageDown': (from) => addMonths(from, 12),
};

/** Undefined where the key leads nowhere; never out of the limits. */
export function ledBy(key: string, from: Day, limits: Limits): Day | undefined {
  const to = leads[key]?.(from);
  return to && within(to, limits);
}

/** The nearest day that may be chosen. */
export function within(wanted: Day, { min, max }: Limits): Day {
  if (max && wanted > max) return max;
  return min && wanted < min ? min : wanted;
}
