// Figures of a period: activities counted, months added up, the last level known.

import type { Day, Period } from '#ground/day.ts';
import type { Activity, ActivityKind } from '#activities/activity.ts';
import type { CountedKey } from '#sites/starting-indicators.ts';
import type { Tally } from './activity-phrases.ts';
import {
  comparedPeriod,
  isIn,
  monthsOf,
  type ReviewIndicator,
  type ReviewRecords,
} from './records.ts';

export const activitiesIn = (
  { activities }: Pick<ReviewRecords, 'activities'>,
  period: Period,
  kind: ActivityKind,
): readonly Activity[] =>
  activities
    .filter((activity) => activity.kind === kind && isIn(activity.day, period))
    .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));

const attendeesOf = (activities: readonly Activity[]): number =>
  activities.reduce((sum, { participants }) => sum + (participants ?? 0), 0);

/** The activities of a kind now and, where there is something to compare with, before. */
export function tallyOf(
  records: ReviewRecords,
  period: Period,
  kind: ActivityKind,
): {
  readonly tally: Tally;
  readonly now: readonly Activity[];
  readonly earlier: readonly Activity[];
} {
  const now = activitiesIn(records, period, kind);
  const before = comparedPeriod(records, period);
  const earlier = before ? activitiesIn(records, before, kind) : [];
  const tally = {
    count: now.length,
    attendees: attendeesOf(now),
    uncounted: now.filter(({ participants }) => participants === null).length,
    earlier: before && earlier.length,
  };
  return { tally, now, earlier };
}

const counters: Readonly<Record<CountedKey, ActivityKind>> = {
  talks: 'talk',
  talk_attendees: 'talk',
  meetings: 'meeting',
  patrols: 'patrol',
  visits: 'visit',
  commitments: 'commitment',
  mediations: 'mediation',
  campaigns: 'campaign',
};

/** What an indicator comes to in a period; null where nothing was recorded. */
export function valueIn(
  one: ReviewIndicator,
  period: Period,
  records: ReviewRecords,
): number | null {
  const { kind, key } = one.indicator;
  if (kind === 'counted') return isCountedKey(key) ? countedIn(key, period, records) : null;
  return kind === 'flow' ? flowIn(one, period) : (levelAt(one, period.to)?.value ?? null);
}

/** The month's value: what a roster counts, else the latest entry; the others are its history. */
export function monthValue({ entries, counted }: ReviewIndicator, month: Day): number | null {
  const onRoster = counted.find((one) => one.month === month);
  if (onRoster) return onRoster.value;
  const own = entries.filter((entry) => entry.month === month);
  const latest = own.toSorted((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt)).at(-1);
  return latest?.value ?? null;
}

/** The latest month known up to a day, with its value. */
export function levelAt(
  one: ReviewIndicator,
  until: Day,
): { readonly month: Day; readonly value: number } | null {
  const known = [...one.entries, ...one.counted];
  const months = known.map(({ month }) => month).filter((month) => month <= until);
  const month = months.toSorted().at(-1);
  const value = month === undefined ? null : monthValue(one, month);
  return month === undefined || value === null ? null : { month, value };
}

const isCountedKey = (key: string): key is CountedKey => key in counters;

function countedIn(key: CountedKey, period: Period, records: ReviewRecords): number {
  const activities = activitiesIn(records, period, counters[key]);
  return key === 'talk_attendees' ? attendeesOf(activities) : activities.length;
}

/** Whether every month of the period is known: what lacks a month is no sum to compare with. */
export const isComplete = (one: ReviewIndicator, period: Period): boolean =>
  one.indicator.kind !== 'flow' ||
  monthsOf(period).every((month) => monthValue(one, month) !== null);

function flowIn(one: ReviewIndicator, period: Period): number | null {
  const values = monthsOf(period).flatMap((month) => monthValue(one, month) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}
