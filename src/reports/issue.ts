// Issuing a review: what must be there first, and which yearly series its number comes from.

import { partsOf, type Day, type Instant, type Period } from '#ground/day.ts';
import type { Id, SiteId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { fold, tidy } from '#ground/text.ts';
import { getNumber, getWindow, type Rules } from '#law/rule.ts';
import type { Paper } from '#papers/paper.ts';
import type { Site } from '#sites/site.ts';
import { areaName, placeOf } from './phrases.ts';
import type { DraftHeader, ReviewDraft, ReviewKind } from './review.ts';

export type ReviewId = Id<'review'>;

/** A paper as issued: its text and figures never change again. */
export type IssuedPaper = {
  readonly siteId: SiteId;
  readonly paperId: Id<'paper'>;
  readonly reviewId: ReviewId;
  readonly year: number;
  readonly number: number;
  readonly symbol: string;
  readonly issuedOn: Day;
  readonly issuedByName: string;
  readonly issuedAt: Instant;
  readonly paper: Paper;
  readonly draft: ReviewDraft;
};

export type ReviewSummary = {
  readonly siteId: SiteId;
  readonly reviewId: ReviewId;
  readonly kind: ReviewKind;
  readonly period: Period;
  readonly version: number;
  readonly createdByName: string;
  readonly createdAt: Instant;
  readonly editedByName: string | null;
  readonly editedAt: Instant | null;
  /** Null while it is a draft. */
  readonly issued: Pick<IssuedPaper, 'paperId' | 'number' | 'symbol' | 'issuedOn'> | null;
};

export type Review = ReviewSummary & { readonly draft: ReviewDraft };

export type PeriodRefusal = 'period-backwards' | 'period-not-begun' | 'period-too-long';
export type IssueRefusal =
  'signer-missing' | 'position-missing' | 'agency-missing' | 'renamed-since';

/** Years: longer than any plan that such a review speaks of. */
const longestPeriod = 5;

/** A period may end after today (the paper is written for a meeting) but must have begun. */
export function decidePeriod({ from, to }: Period, today: Day): Outcome<Period, PeriodRefusal> {
  if (to < from) return refused('period-backwards');
  if (from > today) return refused('period-not-begun');
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return years > longestPeriod ? refused('period-too-long') : done({ from, to });
}

/**
 * An official paper has an agency, somebody's position and name under it, and the names its place
 * has on its own day: one drafted before a new name is written again first.
 */
export function decideIssue(draft: ReviewDraft, site: Site): Outcome<ReviewDraft, IssueRefusal> {
  if (placeOf(draft, site) !== areaName(site)) return refused('renamed-since');
  if (tidy(draft.header.agency) === '') return refused('agency-missing');
  if (tidy(draft.signature.position) === '') return refused('position-missing');
  return tidy(draft.signature.name ?? '') === '' ? refused('signer-missing') : done(draft);
}

/**
 * The body whose numbers these are, however it was typed: one series a year for each. The body
 * above tells two communes' boards of the same name apart.
 */
export const seriesOf = ({ agencyAbove, agency }: DraftHeader): string =>
  [agencyAbove, agency].map((name) => fold(tidy(name ?? ''))).join(' / ');

/** The year whose numbers a paper of that day takes, and the number that year begins with. */
export function seriesYear(rules: Rules): { readonly year: number; readonly first: number } {
  const [turning, first] = [
    getWindow(rules, 'paper.number.year'),
    getNumber(rules, 'paper.number.first'),
  ];
  if (!turning.ok || !first.ok) throw new Error(`no rule for numbers of papers on ${rules.day}`);
  const isBefore = rules.day.slice(5) < turning.value.from.day;
  return { year: partsOf(rules.day).year - (isBefore ? 1 : 0), first: first.value };
}
