// The dated duties a plan's checks and reviews come to over its time.

import {
  addDays,
  addMonths,
  daysBetween,
  lastDayOfMonth,
  partsOf,
  type Day,
  type Period,
} from '#ground/day.ts';
import type { PlanCheck, PlanReview } from '#plans/plan.ts';
import type { DutyRole, NewDuty } from './site.ts';
import type { SiteWords } from './sites.words.ts';

/** Two years of months: a plan that runs longer is renewed by another paper. */
const mostDates = 24;
/** A review the paper names by date stands for the periodic one that falls within a month of it. */
const sameReviewDays = 31;

const endOfMonth = (of: Day): Day => lastDayOfMonth(partsOf(of).year, partsOf(of).month);

/** The end of every so many months, from the first month of the period to its last day. */
export function checkDays(period: Period, everyMonths: number): readonly Day[] {
  return Array.from({ length: mostDates }, (_, index) =>
    endOfMonth(addMonths(period.from, (index + 1) * everyMonths - 1)),
  ).filter((day) => day <= period.to);
}

/** The eves of every so many months since the start; the first one even where the time ends before. */
export function reviewDays(period: Period, everyMonths: number): readonly Day[] {
  const count = Math.max(1, Math.floor(mostDates / everyMonths));
  const days = Array.from({ length: count }, (_, index) =>
    addDays(addMonths(period.from, (index + 1) * everyMonths), -1),
  );
  return days.filter((day, index) => index === 0 || day <= period.to);
}

export function checkDuties(
  checks: readonly PlanCheck[],
  period: Period,
  role: DutyRole,
  words: SiteWords,
): readonly NewDuty[] {
  return checks.flatMap((check) => {
    const dutyOn = (text: string, due: Day | null): NewDuty => ({
      kind: 'check',
      text,
      lead: [],
      support: [],
      role,
      due,
      dueText: check.text,
      lines: check.lines,
    });
    if (check.everyMonths === null) return [dutyOn(words.duty.unannouncedCheck, null)];
    return checkDays(period, check.everyMonths).map((due) => dutyOn(words.duty.checkOf(due), due));
  });
}

type DatedReview = { readonly review: PlanReview; readonly due: Day; readonly months: number };

export function reviewDuties(
  reviews: readonly PlanReview[],
  period: Period,
  role: DutyRole,
  words: SiteWords,
): readonly NewDuty[] {
  const named = reviews.flatMap((review) =>
    review.due === null ? [] : [{ review, due: review.due, months: 0 }],
  );
  const periodic = onePerDay(reviews.flatMap((review) => datesOf(review, period))).filter(
    ({ due }) => named.every((one) => Math.abs(daysBetween(one.due, due)) > sameReviewDays),
  );
  return [...named, ...periodic].map(({ review, due, months }) => ({
    kind: 'review',
    text: words.duty.reviewOf(review.kind, months),
    lead: [],
    support: [],
    role,
    due,
    dueText: review.dueText ?? review.text,
    lines: review.lines,
  }));
}

const datesOf = (review: PlanReview, period: Period): readonly DatedReview[] =>
  review.due !== null || review.everyMonths === null
    ? []
    : reviewDays(period, review.everyMonths).map((due, index) => ({
        review,
        due,
        months: (index + 1) * (review.everyMonths ?? 0),
      }));

/** 'Six months, one year': the second half-year's review is the yearly one, not two. */
const onePerDay = (dated: readonly DatedReview[]): readonly DatedReview[] =>
  dated.filter(
    (one, index) =>
      !dated.some(
        (other, at) =>
          other.due === one.due && everyOf(other) * 1000 - at > everyOf(one) * 1000 - index,
      ),
  );

const everyOf = ({ review }: DatedReview): number => review.everyMonths ?? 0;
