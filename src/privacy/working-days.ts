// Which days offices work, from dated entries: weekends, days of the year, and what was announced for one year.

import { addDays, addMonths, partsOf, weekdayOf, type Day } from '#ground/day.ts';
import type { Clock, Mark } from '#law/rule.ts';

export type Holiday = {
  /** 'worked' is a day worked in place of another, and wins. */
  readonly kind: 'off' | 'worked';
  /** once: every day from first to last; else the date or weekday of the first, until the last. */
  readonly repeats: 'once' | 'yearly' | 'weekly';
  readonly firstDay: Day;
  readonly lastDay: Day | null;
  readonly name: string;
  readonly source: string;
  readonly mark: Mark;
};
export type Calendar = readonly Pick<Holiday, 'kind' | 'repeats' | 'firstDay' | 'lastDay'>[];

export function isWorkingDay(calendar: Calendar, on: Day): boolean {
  const falling = calendar.filter((holiday) => fallsOn(holiday, on));
  return falling.length === 0 || falling.some(({ kind }) => kind === 'worked');
}

/** The working day that many working days after a day; that day itself does not count. */
export function addWorkingDays(calendar: Calendar, from: Day, count: number): Day {
  let [on, left] = [from, count];
  // A calendar in which nobody ever works is a slip of whoever entered it.
  for (let looked = 0; left > 0; looked += 1) {
    if (looked > longestLook) throw new Error('no working day within ten years');
    on = addDays(on, 1);
    if (isWorkingDay(calendar, on)) left -= 1;
  }
  return on;
}

const longestLook = 3660;

/** The last day on which something is in time; a term in hours is rounded to the day it ends in. */
export function lastDayOf(
  { type, count }: { readonly type: Clock; readonly count: number },
  from: Day,
  calendar: Calendar,
): Day {
  if (type === 'working_days') return addWorkingDays(calendar, from, count);
  if (type === 'months') return addMonths(from, count);
  return addDays(from, type === 'hours' ? Math.ceil(count / 24) : count);
}

/** The years for which nobody has entered the lunar and exchanged days: a term there may seem too short. */
export function yearsNotEntered(calendar: Calendar, from: Day, to: Day): readonly number[] {
  const [first, last] = [partsOf(from).year, partsOf(to).year];
  const entered = new Set(
    calendar.flatMap(({ repeats, firstDay }) =>
      repeats === 'once' ? [partsOf(firstDay).year] : [],
    ),
  );
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    (year) => !entered.has(year),
  );
}

function fallsOn({ repeats, firstDay, lastDay }: Calendar[number], on: Day): boolean {
  if (on < firstDay || (lastDay !== null && on > lastDay)) return false;
  if (repeats === 'once') return true;
  return repeats === 'weekly'
    ? weekdayOf(on) === weekdayOf(firstDay)
    : on.slice(5) === firstDay.slice(5);
}
