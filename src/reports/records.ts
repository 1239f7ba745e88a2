// What a review is written from: everything recorded of a site, as it stood on one day.

import { addDays, addMonths, daysBetween, type Day, type Period } from '#ground/day.ts';
import type { PlanId } from '#ground/id.ts';
import type { Activity } from '#activities/activity.ts';
import type { Law } from '#law/rule.ts';
import type { PlanPaper } from '#plans/plan.ts';
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

/** The period of the same length just before: as many months where it is whole months, else days. */
export function earlierPeriod(period: Period): Period {
  const to = addDays(period.from, -1);
  const months = wholeMonths(period);
  if (months !== null) return { from: addMonths(period.from, -months), to };
  return { from: addDays(to, -daysBetween(period.from, period.to)), to };
}

/** How many whole months a period is ('from 15/5 to 14/11' is six); null where it is none. */
export function wholeMonths({ from, to }: Period): number | null {
  const next = addDays(to, 1);
  const about = Math.round(daysBetween(from, next) / 30.44);
  return about > 0 && addMonths(from, about) === next ? about : null;
}

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

/**
 * What there is to compare with: 'none' where the model had not begun by the end of the earlier
 * period, 'partly' where it began within it.
 */
export function comparisonOf(
  site: Pick<Site, 'plannedFrom'>,
  period: Period,
): 'none' | 'partly' | 'whole' {
  const earlier = earlierPeriod(period);
  if (earlier.to < site.plannedFrom) return 'none';
  return earlier.from < site.plannedFrom ? 'partly' : 'whole';
}
