// Where steps and duties stood on the last day a review speaks of.

import type { Day } from '#ground/day.ts';
import type { Law } from '#law/rule.ts';
import { dutyState } from '#sites/duty.ts';
import { stepState } from '#sites/step.ts';
import type { ReviewDuty, ReviewStep } from './records.ts';

export type Standing = {
  readonly doneOn: Day | null;
  readonly begunOn: Day | null;
  /** Days past the plan's date: until it was done, or until the day asked about; 0 where in time. */
  readonly daysLate: number;
  /** The last reason recorded for a delay; null where nobody recorded one. */
  readonly reason: string | null;
  /** The day it is now expected, where a delay was recorded; else the plan's. */
  readonly expected: Day | null;
};

export function stepStanding({ step, events }: ReviewStep, until: Day, law: Law): Standing {
  const state = stepState(step, knownBy(events, until), until, law);
  return {
    doneOn: state.closedOn,
    begunOn: state.startedOn,
    daysLate: state.daysLate,
    reason: state.delays.at(-1)?.note ?? null,
    expected: state.expected,
  };
}

export function dutyStanding({ duty, events }: ReviewDuty, until: Day): Standing {
  const state = dutyState(duty, knownBy(events, until), until);
  return {
    doneOn: state.doneOn,
    begunOn: null,
    daysLate: state.daysLate,
    reason: state.delay?.note ?? null,
    expected: state.expected,
  };
}

/** The day of a delay is the newly expected one, so it may lie ahead of the day asked about. */
const knownBy = <E extends { readonly kind: string; readonly day: Day }>(
  events: readonly E[],
  until: Day,
): readonly E[] => events.filter(({ kind, day }) => kind === 'delayed' || day <= until);
