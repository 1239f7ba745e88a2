// What a figure may be compared with: as long a time before it, whole within the life of the model.

import {
  addDays,
  addMonths,
  daysBetween,
  monthOf,
  partsOf,
  type Day,
  type Period,
} from '#ground/day.ts';
import type { Site } from './site.ts';

/** From the day the model begins to the day asked about: nothing is known outside it. */
export const lifeOf = ({ plannedFrom }: Pick<Site, 'plannedFrom'>, until: Day): Period => ({
  from: plannedFrom,
  to: until,
});

/** The period of the same length just before: as many months where it is whole months, else days. */
export const earlierPeriod = (period: Period): Period => ({
  from: earlierDay(period.from, period),
  to: addDays(period.from, -1),
});

/**
 * What a period is compared with; null where the model had not lived through all of it. While the
 * period runs, only as much of the earlier one as has gone by of this one.
 */
export function comparablePeriod(period: Period, life: Period): Period | null {
  if (life.to < period.from) return null;
  const earlier = earlierPeriod(period);
  const to = life.to < period.to ? earlierDay(life.to, period) : earlier.to;
  const comparable = { from: earlier.from, to };
  return isWhole(comparable, life) ? comparable : null;
}

/** How many whole months a period is ('from 15/5 to 14/11' is six); null where it is none. */
export function wholeMonths({ from, to }: Period): number | null {
  const next = addDays(to, 1);
  const about = Math.round(daysBetween(from, next) / 30.44);
  return about > 0 && addMonths(from, about) === next ? about : null;
}

/** Whether every day of the month has been lived through. */
export const isFullMonth = (month: Day, life: Period): boolean => isWhole(wholeMonth(month), life);

/** As much of a month as lies within the life. */
export function livedOf(month: Day, life: Period): Period {
  const { from, to } = wholeMonth(month);
  return { from: from < life.from ? life.from : from, to: life.to < to ? life.to : to };
}

/** So many days a month is too young to lead. */
const firstDays = 7;

/** The month whose figure stands first: this one, or in its first days the last where that is full. */
export function leadingMonth(life: Period): Day {
  const month = monthOf(life.to);
  const last = addMonths(month, -1);
  return partsOf(life.to).date <= firstDays && isFullMonth(last, life) ? last : month;
}

/** The months a month stands beside, the nearest first: none while it runs, and only full ones. */
export const comparableMonths = (month: Day, life: Period): readonly Day[] =>
  isFullMonth(month, life)
    ? [-1, -12].map((by) => addMonths(month, by)).filter((before) => isFullMonth(before, life))
    : [];

const isWhole = (period: Period, life: Period): boolean =>
  life.from <= period.from && period.to <= life.to;

const wholeMonth = (month: Day): Period => ({
  from: monthOf(month),
  to: addDays(addMonths(monthOf(month), 1), -1),
});

function earlierDay(of: Day, period: Period): Day {
  const months = wholeMonths(period);
  if (months !== null) return addMonths(of, -months);
  return addDays(of, -daysBetween(period.from, period.to) - 1);
}
