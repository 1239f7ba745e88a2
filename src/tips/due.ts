// What of a tip is due when: the clocks of the law, by the rules of the day on which each began.

import { addDays, addMonths, type Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { ruleOn, type Clock, type Law, type NoRule } from '#law/rule.ts';
import type { RuleKey } from '#law/rule-key.ts';
import type { StepKind, Tip, TipEvent } from './tip.ts';

/** The levels of the police: a commune hands over, the province investigates. */
export type UnitLevel = 'tinh' | 'xa';

export type DueKey = Extract<
  RuleKey,
  | 'tip.open'
  | 'tip.receipt'
  | 'tip.assign'
  | 'tip.urgent'
  | 'tip.transfer'
  | 'tip.wrong_body'
  | 'tip.classify'
  | 'tip.decide'
  | 'tip.result'
>;

export type Due = {
  readonly key: DueKey;
  /** The earliest day on which the term may end: the hour at which a tip came is not kept. */
  readonly day: Day;
  /** Until when it may be put off, and by which rule: for matters that are found to be complex. */
  readonly later: readonly { readonly key: RuleKey; readonly day: Day }[];
  readonly isLate: boolean;
};

export type Clocked = Pick<Tip, 'receivedOn' | 'state' | 'class' | 'hasIdentity' | 'unreadSince'>;

/** With the law of all times, and how many working days on lies which day. */
export type Terms = {
  readonly law: Law;
  readonly workingDayAfter: (from: Day, count: number) => Day;
};

/** What still has to be done, the most pressing first; a rule that is missing is never guessed. */
export function dueOf(
  tip: Clocked,
  events: readonly Pick<TipEvent, 'kind' | 'day'>[],
  level: UnitLevel,
  terms: Terms,
  today: Day,
): Outcome<readonly Due[], NoRule> {
  const found: Due[] = [];
  for (const { key, from, later = [] } of clocksOf(tip, events, level)) {
    const end = endOf(terms, key, from);
    if (!end.ok) return end;
    const ends = laterEnds(terms, later, from);
    if (!ends.ok) return ends;
    const last = ends.value.at(-1)?.day ?? end.value;
    found.push({ key, day: end.value, later: ends.value, isLate: last < today });
  }
  return done(found.toSorted((a, b) => a.day.localeCompare(b.day)));
}

/** Whatever came in on that day or before, and is unread, should have been opened by now. */
export function openedSince(terms: Terms, today: Day): Outcome<Day, NoRule> {
  let from = today;
  for (;;) {
    const end = endOf(terms, 'tip.open', from);
    if (!end.ok || end.value < today) return end.ok ? done(from) : end;
    from = addDays(from, -1);
  }
}

type Running = {
  readonly key: DueKey;
  readonly from: Day;
  readonly later?: readonly RuleKey[];
};

/** The clocks that run now. */
function clocksOf(
  tip: Clocked,
  events: readonly Pick<TipEvent, 'kind' | 'day'>[],
  level: UnitLevel,
): readonly Running[] {
  const { receivedOn: from, state, unreadSince } = tip;
  if (state === 'told' || state === 'closed') return unread(unreadSince);
  const happened = (kind: StepKind): Day | undefined =>
    events.findLast((event) => event.kind === kind)?.day;
  const resolvedOn = happened('resolved');
  return [
    ...unread(unreadSince),
    // Who refused to say who they are gets no paper; what is answered to the code is not that notice.
    ...when(tip.hasIdentity && !happened('acknowledged'), { key: 'tip.receipt', from }),
    ...(level === 'xa' ? ofCommune(tip, happened) : ofProvince(tip, happened)),
    ...(resolvedOn && tip.hasIdentity ? [{ key: 'tip.result', from: resolvedOn } as const] : []),
  ];
}

type Happened = (kind: StepKind) => Day | undefined;

function ofCommune(tip: Clocked, happened: Happened): readonly Running[] {
  const { receivedOn: from, class: of } = tip;
  if (happened('forwarded') ?? happened('resolved')) return [];
  const classified = happened('classified');
  if (classified && (of === 'not_crime' || of === 'denunciation')) {
    return [{ key: 'tip.wrong_body', from: classified }];
  }
  const assign: Running = { key: 'tip.assign', from, later: ['tip.assign.remote'] };
  const handOver: Running = { key: of === 'a' ? 'tip.urgent' : 'tip.transfer', from };
  return [...when(!happened('reported'), assign), handOver];
}

function ofProvince(tip: Clocked, happened: Happened): readonly Running[] {
  const { receivedOn: from, class: of } = tip;
  const classified = happened('classified');
  if (!classified) return [{ key: 'tip.classify', from }, decision(from)];
  if (of === 'not_crime' || of === 'denunciation') {
    return [{ key: 'tip.wrong_body', from: classified }];
  }
  return when(!happened('resolved'), decision(from));
}

const decision = (from: Day): Running => ({
  key: 'tip.decide',
  from,
  later: ['tip.decide.complex', 'tip.decide.extension'],
});

const unread = (since: Day | null): readonly Running[] =>
  since === null ? [] : [{ key: 'tip.open', from: since }];

const when = (is: boolean, running: Running): readonly Running[] => (is ? [running] : []);

/** An extension counts on from the end before it, every other term from the same beginning. */
function laterEnds(
  terms: Terms,
  keys: readonly RuleKey[],
  from: Day,
): Outcome<Due['later'], NoRule> {
  const ends: { key: RuleKey; day: Day }[] = [];
  for (const key of keys) {
    const start = key === 'tip.decide.extension' ? (ends.at(-1)?.day ?? from) : from;
    const end = endOf(terms, key, start);
    if (!end.ok) return end;
    ends.push({ key, day: end.value });
  }
  return done(ends);
}

/** By the rule that held when the clock began. */
function endOf({ law, workingDayAfter }: Terms, key: RuleKey, from: Day): Outcome<Day, NoRule> {
  const value = ruleOn(law, key, from)?.value;
  if (!value || !('count' in value)) return refused({ kind: 'no-rule', key, day: from });
  const { type, count } = value;
  return done(type === 'working_days' ? workingDayAfter(from, count) : plainEnd(type, count, from));
}

function plainEnd(type: Exclude<Clock, 'working_days'>, count: number, from: Day): Day {
  if (type === 'months') return addMonths(from, count);
  return addDays(from, type === 'hours' ? Math.floor(count / 24) : count);
}
