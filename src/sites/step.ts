// A step's state is a fold over what happened to it, and what may happen next depends on that alone.

import { daysBetween, type Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';
import type { Law } from '#law/rule.ts';
import { byRecording } from './history.ts';
import { requirementsOf, type Requirement, type RequirementKey } from './requirement.ts';
import type { Step, StepEvent, StepHappening } from './site.ts';

export type StepStatus = 'waiting' | 'running' | 'overdue' | 'closed' | 'ongoing';
type Evidenced = Extract<StepEvent, { kind: 'evidenced' }>;

export type StepState = {
  readonly step: Step;
  readonly status: StepStatus;
  /** The day it was said to start, else of its first evidence. */
  readonly startedOn: Day | null;
  readonly closedOn: Day | null;
  /** The day it is now expected: the latest delay's, else the plan's. */
  readonly expected: Day | null;
  /** By requirement, latest first. */
  readonly evidence: readonly {
    readonly requirement: Requirement;
    readonly given: readonly Evidenced[];
  }[];
  readonly missing: readonly RequirementKey[];
  /** In the order they were recorded; `note` is the reason, `day` the new expected day. */
  readonly delays: readonly StepEvent[];
  /** Days after the plan's own date, whatever delays were agreed; 0 where in time. */
  readonly daysLate: number;
  readonly history: readonly StepEvent[];
};

export type StepRefusal =
  | 'in-future'
  | 'already-started'
  | 'already-closed'
  | 'not-closed'
  | 'before-start'
  | 'kept-up'
  | 'reason-missing'
  | 'not-later'
  | 'unknown-requirement'
  | 'evidence-empty'
  | { readonly missingEvidence: readonly RequirementKey[] };

export type EvidenceInput = {
  readonly requirement: string;
  readonly day: Day;
  readonly note: string;
  readonly file: { readonly ref: string; readonly name: string } | null;
};
type Told = { readonly day: Day; readonly note: string };
type Decision = Outcome<StepHappening, StepRefusal>;

/** The state on a day; events may come in any order and twice, those of other steps are left out. */
export function stepState(
  step: Step,
  events: readonly StepEvent[],
  today: Day,
  law: Law,
): StepState {
  const history = byRecording(events.filter(({ number }) => number === step.number));
  const closing = history.findLast(({ kind }) => kind === 'closed' || kind === 'reopened');
  const closedOn = closing?.kind === 'closed' ? closing.day : null;
  const evidence = evidenceOf(step, history, closedOn ?? today, law);
  const delays = history.filter(({ kind }) => kind === 'delayed');
  const startedOn = startOf(history);
  const expected = step.ongoing ? null : (delays.at(-1)?.day ?? step.due);
  return {
    step,
    status: statusOf({ step, startedOn, closedOn, expected }, today),
    startedOn,
    closedOn,
    expected,
    evidence,
    missing: evidence.filter(({ given }) => given.length === 0).map((one) => one.requirement.key),
    delays,
    daysLate: step.due === null ? 0 : Math.max(0, daysBetween(step.due, closedOn ?? today)),
    history,
  };
}

/** Where the site stands: the first step that is not closed; the last one where all are. */
export function currentStep(states: readonly StepState[]): StepState | undefined {
  const inOrder = states.toSorted((a, b) => a.step.number - b.step.number);
  return inOrder.find(({ status }) => status !== 'closed') ?? inOrder.at(-1);
}

export function decideStart(state: StepState, told: Told, today: Day): Decision {
  if (state.closedOn !== null) return refused('already-closed');
  if (state.startedOn !== null) return refused('already-started');
  if (told.day > today) return refused('in-future');
  return happens(state, 'started', told);
}

/** A file or a note that says where the paper is: one of them proves the requirement. */
export function decideEvidence(state: StepState, input: EvidenceInput, today: Day): Decision {
  const { requirement, day, file } = input;
  if (state.closedOn !== null) return refused('already-closed');
  if (day > today) return refused('in-future');
  if (state.evidence.every((one) => one.requirement.key !== requirement)) {
    return refused('unknown-requirement');
  }
  const note = tidy(input.note);
  if (!file && note === '') return refused('evidence-empty');
  return done({
    kind: 'evidenced',
    number: state.step.number,
    requirement,
    day,
    note,
    fileRef: file?.ref ?? null,
    fileName: file?.name ?? null,
  });
}

/** A delay names the new day and why; what is kept up all the time has no day to move. */
export function decideDelay(state: StepState, told: Told, today: Day): Decision {
  if (state.step.ongoing) return refused('kept-up');
  if (state.closedOn !== null) return refused('already-closed');
  if (tidy(told.note) === '') return refused('reason-missing');
  if (told.day <= today || (state.expected !== null && told.day <= state.expected)) {
    return refused('not-later');
  }
  return happens(state, 'delayed', told);
}

export function decideClose(state: StepState, told: Told, today: Day): Decision {
  if (state.step.ongoing) return refused('kept-up');
  if (state.closedOn !== null) return refused('already-closed');
  if (state.missing.length > 0) return refused({ missingEvidence: state.missing });
  if (told.day > today) return refused('in-future');
  if (state.startedOn !== null && told.day < state.startedOn) return refused('before-start');
  return happens(state, 'closed', told);
}

export function decideReopen(state: StepState, told: Told, today: Day): Decision {
  if (state.closedOn === null) return refused('not-closed');
  if (tidy(told.note) === '') return refused('reason-missing');
  if (told.day > today) return refused('in-future');
  return happens(state, 'reopened', told);
}

const happens = (
  { step }: StepState,
  kind: 'started' | 'delayed' | 'closed' | 'reopened',
  { day, note }: Told,
): Decision => done({ kind, number: step.number, day, note: tidy(note) });

function startOf(history: readonly StepEvent[]): Day | null {
  const said = history.findLast(({ kind }) => kind === 'started');
  const shown = history.filter(({ kind }) => kind === 'evidenced').map(({ day }) => day);
  return said?.day ?? shown.toSorted()[0] ?? null;
}

const evidenceOf = (
  step: Step,
  history: readonly StepEvent[],
  on: Day,
  law: Law,
): StepState['evidence'] =>
  requirementsOf(step.kind, on, law).map((requirement) => ({
    requirement,
    given: history
      .filter((event) => event.kind === 'evidenced')
      .filter((event) => event.requirement === requirement.key)
      .toReversed(),
  }));

function statusOf(
  state: Pick<StepState, 'step' | 'startedOn' | 'closedOn' | 'expected'>,
  today: Day,
): StepStatus {
  if (state.closedOn !== null) return 'closed';
  if (state.expected !== null && today > state.expected) return 'overdue';
  if (state.startedOn === null) return 'waiting';
  return state.step.ongoing ? 'ongoing' : 'running';
}
