// Personal data came where it should not, or was lost: what is known, who was told, and the clock for telling.

import type { Day, Instant } from '#ground/day.ts';
import type { Id } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { ruleOn, type Law, type LegalRule } from '#law/rule.ts';
import type { Whose } from './entry.ts';
import { personalColumns, tables } from './tables.ts';

export type BreachId = Id<'breach'>;
export type Breach = { readonly breachId: BreachId; readonly foundAt: Instant };

/** Of whom people can say at once whether their data is touched; which tables is found out later. */
export const breachWhose = [
  'member',
  'household',
  'resident',
  'named',
  'account_holder',
] as const satisfies readonly Whose[];
export type BreachWhose = (typeof breachWhose)[number];

export type Assessment = {
  readonly happened: string;
  /** Missing from what was recorded before it was asked for. */
  readonly whose?: readonly BreachWhose[] | undefined;
  /** Tables of the register whose rows came out or were lost. */
  readonly touched: readonly string[];
  /** Null while nobody knows. */
  readonly people: number | null;
  readonly consequences: string;
};

export const toldWhom = ['authority', 'people', 'superior'] as const;
export type Told = (typeof toldWhom)[number];
export const breachEventKinds = [
  'assessed',
  'measure',
  'told',
  'follow_up',
  'closed',
  'reopened',
] as const;
export type BreachEventKind = (typeof breachEventKinds)[number];

export type BreachEvent = {
  readonly breachId: BreachId;
  readonly kind: BreachEventKind;
  readonly at: Instant;
  readonly note: string;
  readonly told: Told | null;
  readonly assessment: Assessment | null;
  readonly recordedBy: string;
};

export type BreachState = {
  readonly breach: Breach;
  readonly isOpen: boolean;
  /** The latest; there is one from the first moment. */
  readonly assessment: Assessment;
  readonly authorityToldAt: Instant | null;
  readonly events: readonly BreachEvent[];
};

export function breachState(breach: Breach, all: readonly BreachEvent[]): BreachState {
  const events = all.filter(({ breachId }) => breachId === breach.breachId);
  const ends = events.filter(({ kind }) => kind === 'closed' || kind === 'reopened');
  return {
    breach,
    isOpen: ends.at(-1)?.kind !== 'closed',
    assessment: events.findLast(({ assessment }) => assessment !== null)?.assessment ?? unknown,
    authorityToldAt: events.find(({ told }) => told === 'authority')?.at ?? null,
    events,
  };
}

const unknown: Assessment = { happened: '', touched: [], people: null, consequences: '' };

export type BreachStep = Omit<BreachEvent, 'breachId' | 'recordedBy'>;
export type BreachRefusal =
  | 'in-future'
  | 'before-found'
  | 'note-missing'
  | 'happened-missing'
  | 'unknown-table'
  | 'people-invalid'
  | 'wrong-state'
  | 'not-told';

/** Whether the next thing may be written down. */
export function decideBreachStep(
  state: BreachState,
  step: BreachStep,
  now: Instant,
): Outcome<BreachStep, BreachRefusal> {
  if (step.at > now) return refused('in-future');
  if (step.at < state.breach.foundAt) return refused('before-found');
  if ((step.kind === 'reopened') === state.isOpen) return refused('wrong-state');
  if (step.assessment) {
    const checked = decideAssessment(step.assessment);
    return checked.ok ? done({ ...step, assessment: checked.value }) : checked;
  }
  const note = step.note.trim();
  if (step.kind === 'closed' && state.authorityToldAt === null && note === '') {
    return refused('not-told');
  }
  if (note === '') return refused('note-missing');
  return done({ ...step, note });
}

export function decideFound(
  foundAt: Instant,
  assessment: Assessment,
  now: Instant,
): Outcome<Assessment, BreachRefusal> {
  return foundAt > now ? refused('in-future') : decideAssessment(assessment);
}

function decideAssessment(assessment: Assessment): Outcome<Assessment, BreachRefusal> {
  const { people, touched, whose = [] } = assessment;
  const happened = assessment.happened.trim();
  if (happened === '') return refused('happened-missing');
  if (!touched.every((table) => Object.hasOwn(tables, table))) return refused('unknown-table');
  if (people !== null && (!Number.isSafeInteger(people) || people < 0)) {
    return refused('people-invalid');
  }
  const consequences = assessment.consequences.trim();
  return done({
    happened,
    whose: [...new Set(whose)],
    touched: [...new Set(touched)],
    people,
    consequences,
  });
}

/** Whether any of what is touched is sensitive by its entries. */
export const touchesSensitive = ({ touched }: Assessment): boolean =>
  touched.some((name) => {
    const table = tables[name];
    return table !== undefined && personalColumns(table).some(({ kind }) => kind === 'sensitive');
  });

/** What the first three questions leave open and the notice needs, in the order it is found out. */
export const breachGaps = ['touched', 'people', 'consequences', 'measure', 'authority'] as const;
export type BreachGap = (typeof breachGaps)[number];

export function gapsOf({ assessment, events, authorityToldAt }: BreachState): readonly BreachGap[] {
  const isOpen: Readonly<Record<BreachGap, boolean>> = {
    touched: assessment.touched.length === 0,
    people: assessment.people === null,
    consequences: assessment.consequences === '',
    measure: !events.some(({ kind }) => kind === 'measure'),
    authority: authorityToldAt === null,
  };
  return breachGaps.filter((gap) => isOpen[gap]);
}

export type BreachClock = {
  readonly rule: LegalRule;
  readonly due: Instant;
  readonly metAt: Instant | null;
  readonly isLate: boolean;
  /** Whole hours until it is due, or since; rounded down. */
  readonly hours: number;
};

/** The clock for telling the authority, by the law of the day it was found on; null where none held. */
export function breachClock(
  { breach, authorityToldAt }: BreachState,
  law: Law,
  foundOn: Day,
  now: Instant,
): BreachClock | null {
  const rule = ruleOn(law, 'privacy.breach.notify', foundOn);
  if (rule?.value.type !== 'hours') return null;
  const due = new Date(Date.parse(breach.foundAt) + rule.value.count * hour);
  const left = due.getTime() - Date.parse(authorityToldAt ?? now);
  return {
    rule,
    due: due.toISOString() as Instant,
    metAt: authorityToldAt,
    isLate: left < 0,
    hours: Math.floor(Math.abs(left) / hour),
  };
}

const hour = 3_600_000;
