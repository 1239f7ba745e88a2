// The days a site's checks and reviews come to: a rhythm counted from one day, without an end.

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
import type { DutyRole, NewDuty, Rhythm } from './site.ts';
import type { SiteWords } from './sites.words.ts';

/** Ten years of months: days of a misread century fill no list. */
const mostDates = 120;
/** The next year always lies ready. */
const monthsAhead = 12;
/** A review the paper names by date stands for the periodic one that falls within a month of it. */
const sameReviewDays = 31;

const endOfMonth = (of: Day): Day => lastDayOfMonth(partsOf(of).year, partsOf(of).month);

/** Checks fall on ends of months, the first month counted; reviews on the eve of so many months. */
export const dayOfRhythm = (
  { kind, startsOn, everyMonths }: Pick<Rhythm, 'kind' | 'startsOn' | 'everyMonths'>,
  occurrence: number,
): Day =>
  kind === 'check'
    ? endOfMonth(addMonths(startsOn, occurrence * everyMonths - 1))
    : addDays(addMonths(startsOn, occurrence * everyMonths), -1);

/** Until when a rhythm's duties are made on a day: its next one always among them. */
export const madeAheadUntil = ({ startsOn, everyMonths }: Rhythm, today: Day): Day =>
  addMonths(startsOn > today ? startsOn : today, Math.max(monthsAhead, everyMonths + 1));

/** What comes of a rhythm; the occurrence is what it is known by when it is made again. */
export type Occurrence<R extends Rhythm = Rhythm> = {
  readonly rhythm: R;
  readonly occurrence: number;
  readonly due: Day;
};

/**
 * All a site's rhythms come to on the days that are wanted, in order of rhythm and day. Where two
 * reviews meet on a day the rarer one is held; one the paper names by date stands for its neighbour.
 */
export function occurrencesOf<R extends Rhythm>(
  rhythms: readonly R[],
  namedReviews: readonly Day[],
  isWanted: (one: Occurrence<R>) => boolean,
  until: (rhythm: R) => Day,
): readonly Occurrence<R>[] {
  return rhythms.flatMap((rhythm, index) =>
    daysUntil(rhythm, until(rhythm)).filter(
      (one) =>
        isWanted(one) &&
        (rhythm.kind === 'check' ||
          (isFarFrom(namedReviews, one.due) && !meetsRarer(one, index, rhythms))),
    ),
  );
}

function daysUntil<R extends Rhythm>(rhythm: R, until: Day): readonly Occurrence<R>[] {
  const { startsOn, everyMonths } = rhythm;
  const count = Math.max(0, Math.ceil(daysBetween(startsOn, until) / (28 * everyMonths))) + 1;
  return Array.from({ length: count }, (_, index) => index + 1)
    .map((occurrence) => ({ rhythm, occurrence, due: dayOfRhythm(rhythm, occurrence) }))
    .filter(({ due }) => due <= until)
    .slice(-mostDates);
}

const isFarFrom = (named: readonly Day[], due: Day): boolean =>
  named.every((one) => Math.abs(daysBetween(one, due)) > sameReviewDays);

/** 'Six months, one year': the second half-year's review is the yearly one, not two. */
const meetsRarer = <R extends Rhythm>(
  { rhythm, occurrence, due }: Occurrence<R>,
  index: number,
  rhythms: readonly R[],
): boolean =>
  rhythms.some((other, at) => {
    if (at === index || other.kind !== 'review') return false;
    const months = occurrence * rhythm.everyMonths;
    if (months % other.everyMonths !== 0) return false;
    if (dayOfRhythm(other, months / other.everyMonths) !== due) return false;
    return (
      other.everyMonths > rhythm.everyMonths ||
      (other.everyMonths === rhythm.everyMonths && at < index)
    );
  });

/** The duty an occurrence is. */
export const dutyOf = (
  { rhythm, occurrence, due }: Occurrence,
  words: SiteWords,
): NewDuty & { readonly due: Day } => ({
  kind: rhythm.kind,
  text:
    rhythm.reviewKind === null
      ? words.duty.checkOf(due)
      : words.duty.reviewOf(rhythm.reviewKind, occurrence * rhythm.everyMonths),
  lead: [],
  support: [],
  role: rhythm.role,
  due,
  dueText: rhythm.dueText,
  lines: rhythm.lines,
});

/** The rhythms a paper speaks of, counted from the first day of its time. */
export const rhythmsOf = (
  { checks, reviews }: { checks: readonly PlanCheck[]; reviews: readonly PlanReview[] },
  startsOn: Day,
  role: DutyRole,
): readonly Rhythm[] => [
  ...checks.flatMap(({ everyMonths, text, lines }) =>
    everyMonths === null
      ? []
      : [
          {
            kind: 'check' as const,
            reviewKind: null,
            everyMonths,
            startsOn,
            role,
            dueText: text,
            lines,
          },
        ],
  ),
  ...reviews.flatMap(({ everyMonths, due, kind, dueText, text, lines }) =>
    everyMonths === null || due !== null
      ? []
      : [
          {
            kind: 'review' as const,
            reviewKind: kind,
            everyMonths,
            startsOn,
            role,
            dueText: dueText ?? text,
            lines,
          },
        ],
  ),
];

/** The checks without a rhythm, and the reviews the paper names by date. */
export const singleDuties = (
  { checks, reviews }: { checks: readonly PlanCheck[]; reviews: readonly PlanReview[] },
  role: DutyRole,
  words: SiteWords,
): readonly NewDuty[] => {
  const own = { lead: [], support: [], role };
  return [
    ...checks
      .filter(({ everyMonths }) => everyMonths === null)
      .map(({ text, lines }) => ({
        ...own,
        kind: 'check' as const,
        text: words.duty.unannouncedCheck,
        due: null,
        dueText: text,
        lines,
      })),
    ...reviews
      .filter(({ due }) => due !== null)
      .map(({ kind, due, dueText, text, lines }) => ({
        ...own,
        kind: 'review' as const,
        text: words.duty.reviewOf(kind, 0),
        due,
        dueText: dueText ?? text,
        lines,
      })),
  ];
};

/** What a new site begins with: the plan's own time whole, afterwards only what lies ahead. */
export const firstOccurrences = <R extends Rhythm>(
  rhythms: readonly R[],
  namedReviews: readonly Day[],
  period: Period,
  today: Day,
): readonly Occurrence<R>[] =>
  occurrencesOf(
    rhythms,
    namedReviews,
    ({ due }) => due <= period.to || due >= today,
    (rhythm) => latest(period.to, madeAheadUntil(rhythm, today)),
  );

export const latest = (a: Day, b: Day): Day => (a > b ? a : b);
