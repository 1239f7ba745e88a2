// The list of those on duty: what is due when, what is late, what nobody has opened; nothing of what it says.

import type { Day } from '#ground/day.ts';
import { done, type Outcome } from '#ground/outcome.ts';
import { rulesOn, type NoRule } from '#law/rule.ts';
import type { RingId } from '#sealed/ring.ts';
import { dueOf, type Due, type Terms, type UnitLevel } from './due.ts';
import { keepingOf } from './keeping.ts';
import { listedOnce } from './merging.ts';
import { ringInCharge, type Tip, type TipEvent, type TipId } from './tip.ts';

export const inboxViews = ['open', 'late', 'ended'] as const;
export type InboxView = (typeof inboxViews)[number];

export type InboxRow = Pick<
  Tip,
  | 'tipId'
  | 'findHash'
  | 'door'
  | 'receivedOn'
  | 'state'
  | 'class'
  | 'registerNumber'
  | 'hasIdentity'
  | 'bodyEndedOn'
> & {
  readonly isUnread: boolean;
  /** The ring above works on it now, and here nothing is due any more. */
  readonly isPassed: boolean;
  /** What is to be done next; undefined where nothing is. */
  readonly due: Due | undefined;
  /** The day on which what it says is erased, once those on duty are warned of it. */
  readonly erasedOn: Day | undefined;
};

/** Of the rings the person holds a key to. */
export type Levels = ReadonlyMap<RingId, UnitLevel>;
export type Happened = Pick<TipEvent, 'kind' | 'day'> & { readonly tipId: TipId };

export type Inbox = {
  readonly rows: readonly InboxRow[];
  /** A rule that is missing takes its days from the list, never a tip. */
  readonly missing: NoRule | undefined;
};

/** What is pressing first: late, then by the day it is due, then the latest to arrive. */
export function inboxOf(
  tips: readonly Tip[],
  events: readonly Happened[],
  levels: Levels,
  terms: Terms,
  today: Day,
): Inbox {
  const byTip = Map.groupBy(events, ({ tipId }) => tipId);
  const rows: InboxRow[] = [];
  let missing: NoRule | undefined;
  for (const tip of listedOnce(tips)) {
    const due = nextDue(tip, byTip.get(tip.tipId) ?? [], levels, terms, today);
    if (!due.ok) missing ??= due.refusal;
    const isPassed = !levels.has(ringInCharge(tip));
    const erasedOn = warnedOf(tip, terms, today);
    rows.push({ ...partsOf(tip), isPassed, due: due.ok ? due.value : undefined, erasedOn });
  }
  return { rows: rows.toSorted(byPressure), missing };
}

const isEnded = ({ state, isPassed }: Pick<InboxRow, 'state' | 'isPassed'>): boolean =>
  isPassed || state === 'told' || state === 'closed';

export const viewed = (rows: readonly InboxRow[], view: InboxView): readonly InboxRow[] =>
  rows.filter((row) => {
    if (view === 'ended') return isEnded(row);
    return view === 'late' ? row.due?.isLate === true : !isEnded(row);
  });

function nextDue(
  tip: Tip,
  events: readonly Happened[],
  levels: Levels,
  terms: Terms,
  today: Day,
): Outcome<Due | undefined, NoRule> {
  const level = levels.get(ringInCharge(tip));
  if (!level) return done(undefined);
  const due = dueOf(tip, events, level, terms, today);
  return due.ok ? done(due.value[0]) : due;
}

/** Passing on and laying together have no clock of their own. */
export const isStep = ({ kind }: Pick<Happened, 'kind'>): boolean =>
  kind !== 'passed' && kind !== 'merged';

function warnedOf(tip: Tip, { law }: Terms, today: Day): Day | undefined {
  const keeping = keepingOf(tip, rulesOn(law, today));
  if (!keeping.ok || keeping.value.kind !== 'until') return undefined;
  return keeping.value.isWarned ? keeping.value.day : undefined;
}

const partsOf = (tip: Tip): Omit<InboxRow, 'isPassed' | 'due' | 'erasedOn'> => ({
  tipId: tip.tipId,
  findHash: tip.findHash,
  door: tip.door,
  receivedOn: tip.receivedOn,
  state: tip.state,
  class: tip.class,
  registerNumber: tip.registerNumber,
  hasIdentity: tip.hasIdentity,
  bodyEndedOn: tip.bodyEndedOn,
  isUnread: tip.unreadSince !== null,
});

const byPressure = (a: InboxRow, b: InboxRow): number =>
  rank(a).localeCompare(rank(b)) || b.receivedOn.localeCompare(a.receivedOn);

const rank = ({ due }: InboxRow): string => `${due?.isLate ? 0 : 1} ${due?.day ?? '9999'}`;
