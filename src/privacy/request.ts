// Somebody asks to see, correct, take, limit or erase what is held of them: where it stands, and its clocks.

import { daysBetween, type Day } from '#ground/day.ts';
import type { Id, PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { RuleKey } from '#law/rule-key.ts';
import { ruleOn, type Law, type LegalRule } from '#law/rule.ts';
import { lastDayOf, type Calendar } from './working-days.ts';

export type RequestId = Id<'request'>;

export const requestKinds = [
  'view',
  'correct',
  'export',
  'restrict',
  'object',
  'withdraw',
  'erase',
] as const;
export type RequestKind = (typeof requestKinds)[number];
export const ways = ['account', 'in_person', 'letter'] as const;
export type Way = (typeof ways)[number];
export const identityChecks = ['signed_in', 'paper_shown', 'known', 'authority'] as const;
export type IdentityCheck = (typeof identityChecks)[number];

export type PrivacyRequest = {
  readonly requestId: RequestId;
  readonly kind: RequestKind;
  /** Whose account; null for somebody without one. */
  readonly personId: PersonId | null;
  readonly personName: string;
  readonly answerTo: string | null;
  readonly came: Way;
  readonly identity: IdentityCheck;
  readonly words: string;
  readonly receivedOn: Day;
};

export const eventKinds = [
  'acknowledged',
  'started',
  'corrected',
  'exported',
  'erased',
  'done',
  'refused',
  'told',
] as const;
export type EventKind = (typeof eventKinds)[number];

export type RequestEvent = {
  readonly requestId: RequestId;
  readonly kind: EventKind;
  readonly day: Day;
  readonly note: string;
  readonly detail: Detail | null;
  readonly recordedBy: string;
};

/** Of a correction what stood and stands; of an erasure how many of what went, and what stays. */
export type Detail =
  | { readonly what: string; readonly before: string; readonly after: string }
  | { readonly gone: Readonly<Record<string, number>>; readonly stays: readonly string[] };

export type Standing = 'received' | 'acknowledged' | 'doing' | 'done' | 'refused' | 'told';

export type RequestState = {
  readonly request: PrivacyRequest;
  readonly standing: Standing;
  readonly events: readonly RequestEvent[];
};

/** A fold over what happened, in the order in which it was recorded. */
export function requestState(request: PrivacyRequest, all: readonly RequestEvent[]): RequestState {
  const events = all.filter(({ requestId }) => requestId === request.requestId);
  const standing = events.reduce<Standing>(
    (now, { kind }) => standingAfter[kind] ?? now,
    'received',
  );
  return { request, standing, events };
}

const standingAfter: Readonly<Partial<Record<EventKind, Standing>>> = {
  acknowledged: 'acknowledged',
  started: 'doing',
  done: 'done',
  refused: 'refused',
  told: 'told',
};

const allowedIn: Readonly<Record<EventKind, readonly Standing[]>> = {
  acknowledged: ['received'],
  started: ['acknowledged'],
  corrected: ['doing'],
  exported: ['doing'],
  erased: ['doing'],
  done: ['doing'],
  refused: ['received', 'acknowledged', 'doing'],
  told: ['done', 'refused'],
};

export type StepRefusal =
  | 'wrong-state'
  | 'note-missing'
  | 'in-future'
  | 'before-received'
  | 'nothing-done'
  | 'erased-already';
export type RequestStep = {
  readonly kind: EventKind;
  readonly day: Day;
  readonly note: string;
  readonly detail: Detail | null;
};

/** Whether the next thing may be written down; a refusal and an answer say something. */
export function decideStep(
  state: RequestState,
  step: RequestStep,
  today: Day,
): Outcome<RequestStep, StepRefusal> {
  const note = step.note.trim();
  if (!allowedIn[step.kind].includes(state.standing)) return refused('wrong-state');
  if (step.day > today) return refused('in-future');
  if (step.day < state.request.receivedOn) return refused('before-received');
  if (hasHappened(state, 'erased') && (step.kind === 'refused' || step.kind === 'erased')) {
    return refused('erased-already');
  }
  if (note === '' && needsNote(step.kind, state.request.kind)) return refused('note-missing');
  if (step.kind === 'done' && !isDone(state)) return refused('nothing-done');
  return done({ ...step, note });
}

export const mayStep = (state: RequestState, kind: EventKind): boolean =>
  allowedIn[kind].includes(state.standing) &&
  !(hasHappened(state, 'erased') && (kind === 'refused' || kind === 'erased')) &&
  (kind !== 'done' || isDone(state));

/** What must have happened before a request of a kind is done; the others are told in words. */
const doneBy: Readonly<Partial<Record<RequestKind, EventKind>>> = {
  view: 'exported',
  export: 'exported',
  correct: 'corrected',
  erase: 'erased',
};

const needsNote = (step: EventKind, kind: RequestKind): boolean =>
  step === 'refused' || step === 'told' || (step === 'done' && doneBy[kind] === undefined);

const hasHappened = ({ events }: RequestState, kind: EventKind): boolean =>
  events.some((event) => event.kind === kind);

function isDone(state: RequestState): boolean {
  const by = doneBy[state.request.kind];
  return by === undefined || hasHappened(state, by);
}

const ruleOfKind: Readonly<Record<RequestKind, RuleKey>> = {
  view: 'privacy.view',
  correct: 'privacy.correct',
  export: 'privacy.export',
  restrict: 'privacy.restrict',
  object: 'privacy.restrict',
  withdraw: 'privacy.restrict',
  erase: 'privacy.erase',
};

export type RequestClock = {
  readonly due: Day;
  readonly rule: LegalRule;
  /** When it was met; null while it runs. */
  readonly metOn: Day | null;
  /** Whole days to the due day; negative when it is past. */
  readonly daysLeft: number;
  readonly isLate: boolean;
};
/** Null where no rule of the law held on the day it was received: nothing is guessed. */
export type Clocks = {
  readonly acknowledge: RequestClock | null;
  readonly perform: RequestClock | null;
};

/** Both clocks run from the day it was received, by the law of that day. */
export function clocksOf(state: RequestState, law: Law, calendar: Calendar, today: Day): Clocks {
  const clock = (key: RuleKey, metOn: Day | null): RequestClock | null => {
    const { receivedOn } = state.request;
    const rule = ruleOn(law, key, receivedOn);
    if (!rule || !('count' in rule.value)) return null;
    const due = lastDayOf(rule.value, receivedOn, calendar);
    const daysLeft = daysBetween(metOn ?? today, due);
    return { due, rule, metOn, daysLeft, isLate: daysLeft < 0 };
  };
  return {
    acknowledge: clock('privacy.acknowledge', dayOf(state, ['acknowledged', 'refused'])),
    perform: clock(ruleOfKind[state.request.kind], dayOf(state, ['done', 'refused'])),
  };
}

const dayOf = ({ events }: RequestState, kinds: readonly EventKind[]): Day | null =>
  events.find(({ kind }) => kinds.includes(kind))?.day ?? null;

/** Whether the officer is past a day the law gives. */
export const isOverdue = ({ acknowledge, perform }: Clocks): boolean =>
  [acknowledge, perform].some((clock) => clock?.metOn === null && clock.isLate);

/** The next day something is due; null where nothing is. */
export const nextDue = ({ acknowledge, perform }: Clocks): Day | null =>
  [acknowledge, perform]
    .flatMap((clock) => (clock?.metOn === null ? [clock.due] : []))
    .toSorted()[0] ?? null;
