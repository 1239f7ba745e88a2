// Where a step or a duty stood at the end of a day: a fold over what happened to it.

import { daysBetween, type Day } from '#ground/day.ts';
import type { ReviewDuty, ReviewStep } from './records.ts';

export type Standing = {
  readonly doneOn: Day | null;
  readonly begunOn: Day | null;
  /** Days past the due date: until it was done, or until the day asked about; 0 where in time. */
  readonly daysLate: number;
  /** The last reason recorded for a delay; null where nobody recorded one. */
  readonly reason: string | null;
};

export const stepStanding = ({ step, events }: ReviewStep, until: Day): Standing =>
  standing(step.ongoing ? null : step.due, events, until);

export const dutyStanding = ({ duty, events }: ReviewDuty, until: Day): Standing =>
  standing(duty.due, events, until);

type Happening = {
  readonly kind: 'started' | 'evidenced' | 'delayed' | 'closed' | 'done' | 'reopened';
  readonly day: Day;
  readonly note: string;
  readonly recordedAt: string;
};

function standing(due: Day | null, events: readonly Happening[], until: Day): Standing {
  const inOrder = events.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
  // The day of a delay is the newly expected one, so it may lie ahead of the day asked about.
  const happened = inOrder.filter(({ kind, day }) => kind !== 'delayed' && day <= until);
  const doneOn = happened.reduce<Day | null>(endAfter, null);
  const reason = inOrder.findLast(({ kind, note }) => kind === 'delayed' && note.trim() !== '');
  const end = doneOn ?? until;
  return {
    doneOn,
    begunOn: happened.map(({ day }) => day).toSorted()[0] ?? null,
    daysLate: due === null || end <= due ? 0 : daysBetween(due, end),
    reason: reason?.note.trim() ?? null,
  };
}

function endAfter(end: Day | null, { kind, day }: Happening): Day | null {
  if (kind === 'closed' || kind === 'done') return day;
  return kind === 'reopened' ? null : end;
}
