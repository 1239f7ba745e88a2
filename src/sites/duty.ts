// A duty's state is a fold over what happened to it: done, delayed with a reason, taken up again.

import { daysBetween, type Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';
import { byRecording } from './history.ts';
import type { Duty, DutyEvent, DutyHappening } from './site.ts';

export type DutyState = {
  readonly duty: Duty;
  /** 'kept-up' has no day: it is work that goes on all the time. */
  readonly status: 'due' | 'overdue' | 'done' | 'kept-up';
  readonly doneOn: Day | null;
  /** The day it is now expected: the latest delay's, else the plan's. */
  readonly expected: Day | null;
  /** The latest delay; `note` is its reason. */
  readonly delay: DutyEvent | null;
  /** Days after the plan's own date, whatever delays were agreed; 0 where in time. */
  readonly daysLate: number;
  readonly history: readonly DutyEvent[];
};

export type DutyRefusal =
  'in-future' | 'already-done' | 'not-done' | 'reason-missing' | 'not-later';

type Told = { readonly day: Day; readonly note: string };
type Decision = Outcome<DutyHappening, DutyRefusal>;

/** The state on a day; events may come in any order and twice, those of other duties are left out. */
export function dutyState(duty: Duty, events: readonly DutyEvent[], today: Day): DutyState {
  const history = byRecording(events.filter(({ dutyId }) => dutyId === duty.dutyId));
  const ending = history.findLast(({ kind }) => kind === 'done' || kind === 'reopened');
  const doneOn = ending?.kind === 'done' ? ending.day : null;
  const delay = history.findLast(({ kind }) => kind === 'delayed') ?? null;
  const expected = delay?.day ?? duty.due;
  return {
    duty,
    status: statusOf(doneOn, expected, today),
    doneOn,
    expected,
    delay,
    daysLate: duty.due === null ? 0 : Math.max(0, daysBetween(duty.due, doneOn ?? today)),
    history,
  };
}

/** What was done, and where its proof is, may be said in the note. */
export function decideDone(state: DutyState, told: Told, today: Day): Decision {
  if (state.doneOn !== null) return refused('already-done');
  if (told.day > today) return refused('in-future');
  return happens(state, 'done', told);
}

export function decideDelay(state: DutyState, told: Told, today: Day): Decision {
  if (state.doneOn !== null) return refused('already-done');
  if (tidy(told.note) === '') return refused('reason-missing');
  if (told.day <= today || (state.expected !== null && told.day <= state.expected)) {
    return refused('not-later');
  }
  return happens(state, 'delayed', told);
}

export function decideReopen(state: DutyState, told: Told, today: Day): Decision {
  if (state.doneOn === null) return refused('not-done');
  if (tidy(told.note) === '') return refused('reason-missing');
  if (told.day > today) return refused('in-future');
  return happens(state, 'reopened', told);
}

const happens = ({ duty }: DutyState, kind: DutyHappening['kind'], { day, note }: Told): Decision =>
  done({ kind, dutyId: duty.dutyId, day, note: tidy(note) });

function statusOf(doneOn: Day | null, expected: Day | null, today: Day): DutyState['status'] {
  if (doneOn !== null) return 'done';
  if (expected === null) return 'kept-up';
  return today > expected ? 'overdue' : 'due';
}
