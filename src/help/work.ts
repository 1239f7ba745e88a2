// What helpers note of their own work: what kind, how often, how long, in which month; nobody who was helped.

import { addMonths, monthOf, partsOf, type Day } from '#ground/day.ts';
import type { Id } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';

export const workKinds = ['talk', 'visit', 'going_along', 'family', 'learning', 'other'] as const;
export type WorkKind = (typeof workKinds)[number];

export type Work = {
  readonly workId: Id<'work'>;
  /** Its first day. */
  readonly month: Day;
  readonly kind: WorkKind;
  readonly times: number;
  readonly minutes: number;
};

/** A month that has begun, and not one of long ago: what is typed so is a slip. */
export function decideMonth(month: Day, today: Day): Outcome<Day, 'month-wrong'> {
  const now = monthOf(today);
  return month <= now && month > addMonths(now, -24) ? done(month) : refused('month-wrong');
}

export type WorkSum = {
  readonly kind: WorkKind;
  readonly times: number;
  readonly minutes: number;
};

/** By kind, the kinds that were done alone, in their order. */
export const sumWork = (work: readonly Work[]): readonly WorkSum[] =>
  workKinds.flatMap((kind) => {
    const of = work.filter((one) => one.kind === kind);
    const sum = (read: (one: Work) => number): number =>
      of.reduce((total, one) => total + read(one), 0);
    return of.length === 0
      ? []
      : [{ kind, times: sum(({ times }) => times), minutes: sum(({ minutes }) => minutes) }];
  });

/** The first day of the half-year a day lies in. */
const halfYearOf = (day: Day): Day => {
  const { year, month } = partsOf(day);
  return `${year}-${month < 7 ? '01' : '07'}-01` as Day;
};

export const halfYearsBefore = (today: Day, count: number): readonly Day[] =>
  Array.from({ length: count }, (_, at) => addMonths(halfYearOf(today), -6 * at));

export const inHalfYear = (work: readonly Work[], half: Day): readonly Work[] =>
  work.filter(({ month }) => halfYearOf(month) === half);
