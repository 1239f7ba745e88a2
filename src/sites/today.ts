// The list of the day for whoever is signed in: what is late, due now, soon and later, and kept up.

import { addDays, type Day } from '#ground/day.ts';
import type { SiteId } from '#ground/id.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import type { DutyState } from './duty.ts';
import type { Duty } from './site.ts';
import type { StepState } from './step.ts';

export type TodayItem = { readonly siteId: SiteId; readonly expected: Day | null } & (
  | { readonly kind: 'duty'; readonly duty: DutyState }
  | { readonly kind: 'step'; readonly step: StepState }
);

export type Today = {
  readonly overdue: readonly TodayItem[];
  readonly today: readonly TodayItem[];
  /** The next fourteen days. */
  readonly soon: readonly TodayItem[];
  readonly later: readonly TodayItem[];
  /** Without a day: kept up all the time. */
  readonly kept: readonly TodayItem[];
};

export type SiteSteps = { readonly siteId: SiteId; readonly steps: readonly StepState[] };

const soonDays = 14;

/** What is open and theirs: duties of a role they hold there, steps they may move forward. */
export function todayOf(
  actor: Actor,
  work: { readonly duties: readonly DutyState[]; readonly sites: readonly SiteSteps[] },
  today: Day,
): Today {
  const items = [
    ...work.duties.filter(({ duty }) => isTheirs(actor, duty)).flatMap(dutyItem),
    ...work.sites.filter(({ siteId }) => may(actor, 'advance step', siteId)).flatMap(stepItems),
  ].toSorted(byExpected);
  const soon = addDays(today, soonDays);
  const between = (from: Day | undefined, to: Day | undefined): readonly TodayItem[] =>
    items.filter(
      ({ expected }) => expected !== null && (!from || expected > from) && (!to || expected <= to),
    );
  return {
    overdue: between(undefined, addDays(today, -1)),
    today: between(addDays(today, -1), today),
    soon: between(today, soon),
    later: between(soon, undefined),
    kept: items.filter(({ expected }) => expected === null),
  };
}

/** Whether it stands in this person's list: by the role they hold at that very site. */
export const isTheirs = (actor: Actor, duty: Pick<Duty, 'role' | 'siteId'>): boolean =>
  actor.holdings.some(
    ({ role, siteId }) => role === duty.role && (siteId === null || siteId === duty.siteId),
  );

const dutyItem = (state: DutyState): readonly TodayItem[] =>
  state.status === 'done'
    ? []
    : [{ kind: 'duty', siteId: state.duty.siteId, expected: state.expected, duty: state }];

/** Steps kept up all the time stand on the site's own page, not in every day's list. */
const stepItems = ({ siteId, steps }: SiteSteps): readonly TodayItem[] =>
  steps
    .filter(({ status, step }) => status !== 'closed' && !step.ongoing)
    .map((state) => ({ kind: 'step', siteId, expected: state.expected, step: state }));

function byExpected(a: TodayItem, b: TodayItem): number {
  if (a.expected === b.expected) return 0;
  return (a.expected ?? '9999') < (b.expected ?? '9999') ? -1 : 1;
}
