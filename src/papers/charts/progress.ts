// How a planned piece of work stands on a day: the rule behind the time line's bars and words.

import { daysBetween, type Day } from '#ground/day.ts';

type Span = { readonly from: Day | null; readonly to: Day | null };

export type TimeLineRow = {
  readonly label: string;
  readonly planned: Span;
  readonly actual: Span;
  /** Work without an end: never overdue. */
  readonly ongoing: boolean;
};

export type Progress =
  | { readonly state: 'done'; readonly on: Day }
  | { readonly state: 'doneLate'; readonly on: Day; readonly days: number }
  | { readonly state: 'overdue'; readonly days: number }
  | { readonly state: 'running' | 'waiting' };

export function progressOf(row: TimeLineRow, today: Day): Progress {
  const due = row.ongoing ? null : row.planned.to;
  const end = row.actual.to;
  if (end !== null && due !== null && end > due)
    return { state: 'doneLate', on: end, days: daysBetween(due, end) };
  if (end !== null) return { state: 'done', on: end };
  if (due !== null && today > due) return { state: 'overdue', days: daysBetween(due, today) };
  return { state: row.actual.from !== null && row.actual.from <= today ? 'running' : 'waiting' };
}

/** The days past the due date, drawn apart; null where the work is in time. */
export function lateSpan(row: TimeLineRow, today: Day): { from: Day; to: Day } | null {
  const { state } = progressOf(row, today);
  if (row.planned.to === null || (state !== 'doneLate' && state !== 'overdue')) return null;
  return { from: row.planned.to, to: row.actual.to ?? today };
}

/** The days worked in time: up to the end, the due date or today, whichever comes first. */
export function workedSpan(row: TimeLineRow, today: Day): { from: Day; to: Day } | null {
  const from = row.actual.from ?? row.actual.to;
  if (from === null || from > today) return null;
  const end = row.actual.to ?? today;
  const due = row.ongoing ? null : row.planned.to;
  const to = due !== null && due < end ? due : end;
  return to < from ? null : { from, to };
}
