// An indicator month by month, over the life of the model.

import { addMonths, monthOf, partsOf, type Day, type Period } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';
import type { Indicator, IndicatorEntry } from './site.ts';

/** What was counted from records or rosters in one month, by the indicator's key. */
export type MonthlyCount = { readonly key: string; readonly month: Day; readonly value: number };

export type MonthValue = {
  /** The first day of the month. */
  readonly month: Day;
  /** Null where nothing was entered: unknown is not nought. */
  readonly value: number | null;
};

export type IndicatorView = {
  readonly indicator: Indicator;
  /** Months before the model began, or after the day asked on, are unknown even to what is counted. */
  readonly life: Period;
  readonly thisMonth: number | null;
  /** The latest known month up to this one. */
  readonly latest: { readonly month: Day; readonly value: number } | null;
  /** The sum since January of this month's year; null for levels, and where nothing is known. */
  readonly yearToDate: number | null;
  /** Every month since the site began, for charts. */
  readonly series: readonly MonthValue[];
};

/** Five years of months: a longer chart says nothing more. */
const mostMonths = 60;

export function indicatorView(
  indicator: Indicator,
  records: {
    readonly entries: readonly IndicatorEntry[];
    readonly counts: readonly MonthlyCount[];
  },
  life: Period,
): IndicatorView {
  const known = knownMonths(indicator, records, life);
  const month = monthOf(life.to);
  const series = monthsOf(life).map((of) => ({ month: of, value: known.get(of) ?? null }));
  return {
    indicator,
    life,
    thisMonth: known.get(month) ?? null,
    latest: latestOf(known, month),
    yearToDate: indicator.kind === 'level' ? null : sumSince(known, month),
    series,
  };
}

export type EntryRefusal = 'counted-itself' | 'on-roster' | 'in-future' | 'value-invalid';
export type NewEntry = Pick<IndicatorEntry, 'indicatorId' | 'month' | 'value' | 'note'>;

/** A month's value, unless a roster counts it; where the month has one already this corrects it, and both stay on record. */
export function decideEntry(
  indicator: Indicator,
  told: { readonly month: Day; readonly value: number; readonly note: string },
  today: Day,
  rosterSince?: Day,
): Outcome<NewEntry, EntryRefusal> {
  const month = monthOf(told.month);
  if (indicator.kind === 'counted') return refused('counted-itself');
  if (rosterSince && month >= rosterSince) return refused('on-roster');
  if (!Number.isFinite(told.value) || told.value < 0) return refused('value-invalid');
  if (month > today) return refused('in-future');
  const { indicatorId } = indicator;
  return done({ indicatorId, month, value: told.value, note: tidy(told.note) });
}

/** What was entered for a month, latest first: the first one counts, the others are its history. */
export const entriesOf = (
  indicator: Indicator,
  entries: readonly IndicatorEntry[],
  month: Day,
): readonly IndicatorEntry[] =>
  entries
    .filter((entry) => entry.indicatorId === indicator.indicatorId && entry.month === month)
    .toSorted(latestFirst);

type Known = ReadonlyMap<Day, number>;

/** What is counted stands before what was entered for the month, which stays its history. */
function knownMonths(
  indicator: Indicator,
  { entries, counts }: Parameters<typeof indicatorView>[1],
  life: Period,
): Known {
  if (indicator.kind === 'counted') return countedMonths(indicator, counts, life);
  const own = entries.filter(({ indicatorId }) => indicatorId === indicator.indicatorId);
  const entered = own.toSorted(latestFirst).toReversed();
  const counted = counts.filter(({ key }) => key === indicator.key);
  return new Map([...entered, ...counted].map((one) => [one.month, one.value]));
}

/** While the site runs, a month in which nothing was recorded is nought. */
function countedMonths(indicator: Indicator, counts: readonly MonthlyCount[], life: Period): Known {
  const known = new Map(monthsOf(life).map((month) => [month, 0]));
  for (const { key, month, value } of counts) {
    if (key === indicator.key) known.set(month, value);
  }
  return known;
}

function monthsOf({ from, to }: Period): readonly Day[] {
  const [first, last] = [partsOf(from), partsOf(to)];
  const months = (last.year - first.year) * 12 + last.month - first.month + 1;
  const count = Math.min(Math.max(months, 0), mostMonths);
  return Array.from({ length: count }, (_, at) => addMonths(monthOf(to), at + 1 - count));
}

function latestOf(known: Known, until: Day): IndicatorView['latest'] {
  const months = [...known.keys()].filter((month) => month <= until).toSorted();
  const month = months.at(-1);
  const value = month === undefined ? undefined : known.get(month);
  return month === undefined || value === undefined ? null : { month, value };
}

function sumSince(known: Known, until: Day): number | null {
  const year = until.slice(0, 4);
  const values = [...known]
    .filter(([month]) => month.startsWith(year) && month <= until)
    .map(([, value]) => value);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

/** The id settles what two devices recorded in the same instant. */
const latestFirst = (a: IndicatorEntry, b: IndicatorEntry): number =>
  `${a.recordedAt} ${a.entryId}` < `${b.recordedAt} ${b.entryId}` ? 1 : -1;
