// What a review is written from: everything recorded of a site, as it stood on one day.

import { addMonths, type Day, type Period } from '#ground/day.ts';
import type { PlanId } from '#ground/id.ts';
import type { Activity } from '#activities/activity.ts';
import type { Law } from '#law/rule.ts';
import type { PlanPaper } from '#plans/plan.ts';
import { comparablePeriod, lifeOf } from '#sites/comparable.ts';
import type { MonthlyCount } from '#sites/indicator.ts';
import type {
  BaselineFigure,
  Duty,
  DutyEvent,
  Indicator,
  IndicatorEntry,
  Site,
  SiteRecipient,
  Step,
  StepEvent,
} from '#sites/site.ts';

export type ReviewStep = { readonly step: Step; readonly events: readonly StepEvent[] };
export type ReviewDuty = { readonly duty: Duty; readonly events: readonly DutyEvent[] };
export type ReviewIndicator = {
  readonly indicator: Indicator;
  readonly entries: readonly IndicatorEntry[];
  /** What the rosters come to, month by month; nothing for what they do not know. */
  readonly counted: readonly MonthlyCount[];
};

export type ReviewRecords = {
  readonly site: Site;
  readonly plan: { readonly planId: PlanId; readonly paper: PlanPaper };
  readonly recipients: readonly SiteRecipient[];
  readonly baseline: readonly BaselineFigure[];
  readonly steps: readonly ReviewStep[];
  readonly duties: readonly ReviewDuty[];
  /** Those that count, of the period and of the one before it. */
  readonly activities: readonly Activity[];
  readonly indicators: readonly ReviewIndicator[];
  /** The day the records were read; nothing later can be known. */
  readonly asOf: Day;
  readonly law: Law;
};

/** The first days of the months that begin within a period, so that no month is in two periods. */
export function monthsOf({ from, to }: Period): readonly Day[] {
  const first = from.endsWith('-01') ? from : addMonths(`${from.slice(0, 8)}01` as Day, 1);
  const months: Day[] = [];
  for (let month = first; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

export const isIn = (day: Day, { from, to }: Period): boolean => from <= day && day <= to;

/** The last day a review of the period can speak of. */
export const untilOf = (records: Pick<ReviewRecords, 'asOf'>, period: Period): Day =>
  records.asOf < period.to ? records.asOf : period.to;

/** The period this one is compared with; null where the model had not lived through all of it. */
export const comparedPeriod = (
  { site, asOf }: Pick<ReviewRecords, 'site' | 'asOf'>,
  period: Period,
): Period | null => comparablePeriod(period, lifeOf(site, asOf));
