// The only SQL of the reviews: drafts, the yearly series of numbers, papers that were issued.

import { sql, type Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import type { CommandId, Id, PersonId, SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Paper } from '#papers/paper.ts';
import type { Scope } from '#people/person.ts';
import { inScope } from '#sites/server/store.ts';
import type { IssuedPaper, Review, ReviewId, ReviewSummary } from '../issue.ts';
import type { ReviewDraft, ReviewKind } from '../review.ts';

/** A site's reviews, the latest period first; one every month for five years is what it holds. */
export async function listReviews(
  db: Database,
  scope: Scope,
  siteId: SiteId,
  limit = 60,
): Promise<readonly ReviewSummary[]> {
  const rows = await reviews(db, scope)
    .where('review.site_id', '=', siteId)
    .orderBy('period_to', 'desc')
    .orderBy('review.created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(summaryOf);
}

export async function findReview(
  db: Database,
  scope: Scope,
  siteId: SiteId,
  reviewId: ReviewId,
): Promise<Review | undefined> {
  const row = await reviews(db, scope)
    .where('review.site_id', '=', siteId)
    .where('review.review_id', '=', reviewId)
    .select('review.draft')
    .$narrowType<{ draft: ReviewDraft }>()
    .executeTakeFirst();
  return row && { ...summaryOf(row), draft: row.draft };
}

/** What an earlier sending of the same command drafted. */
export const findReviewOfCommand = (
  db: Database,
  siteId: SiteId,
  commandId: CommandId,
): Promise<{ readonly reviewId: ReviewId } | undefined> =>
  db
    .selectFrom('review')
    .where('site_id', '=', siteId)
    .where('command_id', '=', commandId)
    .select('review_id as reviewId')
    .$narrowType<{ reviewId: ReviewId }>()
    .executeTakeFirst();

/** Nobody else edits or issues it before the transaction ends. */
export const lockReview = (
  tx: Transaction<DB>,
  siteId: SiteId,
  reviewId: ReviewId,
): Promise<unknown> =>
  tx
    .selectFrom('review')
    .where('site_id', '=', siteId)
    .where('review_id', '=', reviewId)
    .select('version')
    .forUpdate()
    .execute();

export type NewReview = {
  readonly siteId: SiteId;
  readonly reviewId: ReviewId;
  readonly commandId: CommandId;
  readonly draft: ReviewDraft;
  readonly personId: PersonId;
};

/** False where the command is there already: then nothing is written. */
export async function insertReview(tx: Transaction<DB>, review: NewReview): Promise<boolean> {
  const { draft } = review;
  const inserted = await tx
    .insertInto('review')
    .values({
      site_id: review.siteId,
      review_id: review.reviewId,
      command_id: review.commandId,
      kind: draft.kind,
      period_from: draft.period.from,
      period_to: draft.period.to,
      draft: JSON.stringify(draft),
      created_by: review.personId,
    })
    .onConflict((conflict) => conflict.columns(['site_id', 'command_id']).doNothing())
    .returning('review_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const updateDraft = (
  tx: Transaction<DB>,
  review: Pick<Review, 'siteId' | 'reviewId' | 'draft' | 'version'>,
  personId: PersonId,
): Promise<unknown> =>
  tx
    .updateTable('review')
    .set({
      draft: JSON.stringify(review.draft),
      version: review.version,
      edited_by: personId,
      edited_at: sql`now()`,
    })
    .where('site_id', '=', review.siteId)
    .where('review_id', '=', review.reviewId)
    .execute();

export type NumberSeries = {
  readonly agency: string;
  readonly year: number;
  /** The number a year begins with. */
  readonly first: number;
};

/**
 * The next number of an agency's year. The row stays locked until the transaction ends: whoever
 * comes next waits, and a transaction that fails gives its number back.
 */
export async function takeNumber(
  tx: Transaction<DB>,
  { agency, year, first }: NumberSeries,
): Promise<number> {
  const row = await tx
    .insertInto('number_series')
    .values({ agency, year, last_number: first })
    .onConflict((conflict) =>
      conflict
        .columns(['agency', 'year'])
        .doUpdateSet({ last_number: sql`number_series.last_number + 1` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return row.last_number;
}

export type NewIssuedPaper = Omit<IssuedPaper, 'issuedByName' | 'issuedAt'> & {
  readonly commandId: CommandId;
  /** The series its number was taken from. */
  readonly agency: string;
  readonly personId: PersonId;
};

export const insertIssuedPaper = (tx: Transaction<DB>, issued: NewIssuedPaper): Promise<unknown> =>
  tx
    .insertInto('issued_paper')
    .values({
      site_id: issued.siteId,
      paper_id: issued.paperId,
      command_id: issued.commandId,
      review_id: issued.reviewId,
      agency: issued.agency,
      year: issued.year,
      number: issued.number,
      symbol: issued.symbol,
      issued_on: issued.issuedOn,
      paper: JSON.stringify(issued.paper),
      draft: JSON.stringify(issued.draft),
      issued_by: issued.personId,
    })
    .execute();

export const findIssuedPaper = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
  paperId: Id<'paper'>,
): Promise<IssuedPaper | undefined> =>
  issuedPapers(db, scope, siteId).where('paper_id', '=', paperId).executeTakeFirst();

export const findIssuedPaperOfReview = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
  reviewId: ReviewId,
): Promise<IssuedPaper | undefined> =>
  issuedPapers(db, scope, siteId).where('review_id', '=', reviewId).executeTakeFirst();

const issuedPapers = (db: Database, scope: Scope, siteId: SiteId) =>
  db
    .selectFrom('issued_paper')
    .innerJoin('person', 'person.id', 'issued_by')
    .where('site_id', '=', siteId)
    .where(inScope(scope, 'site_id'))
    .select(['site_id as siteId', 'paper_id as paperId', 'review_id as reviewId', 'year', 'number'])
    .select(['symbol', 'issued_on as issuedOn', 'person.name as issuedByName'])
    .select(['issued_at as issuedAt', 'paper', 'draft'])
    .$narrowType<{ siteId: SiteId; paperId: Id<'paper'>; reviewId: ReviewId; issuedOn: Day }>()
    .$narrowType<{ issuedAt: Instant; paper: Paper; draft: ReviewDraft }>();

const reviews = (db: Database, scope: Scope) =>
  db
    .selectFrom('review')
    .innerJoin('person as creator', 'creator.id', 'review.created_by')
    .leftJoin('person as editor', 'editor.id', 'review.edited_by')
    .leftJoin('issued_paper', (join) =>
      join
        .onRef('issued_paper.site_id', '=', 'review.site_id')
        .onRef('issued_paper.review_id', '=', 'review.review_id'),
    )
    .where(inScope(scope, 'review.site_id'))
    .select(['review.site_id as siteId', 'review.review_id as reviewId', 'review.kind', 'version'])
    .select(['period_from as from', 'period_to as to', 'creator.name as createdByName'])
    .select(['review.created_at as createdAt', 'editor.name as editedByName'])
    .select(['edited_at as editedAt', 'paper_id as paperId', 'number', 'symbol'])
    .select('issued_on as issuedOn')
    .$narrowType<{ siteId: SiteId; reviewId: ReviewId; kind: ReviewKind; from: Day; to: Day }>()
    .$narrowType<{ createdAt: Instant; editedAt: Instant | null; paperId: Id<'paper'> | null }>()
    .$narrowType<{ issuedOn: Day | null }>();

type ReviewRow = Awaited<ReturnType<ReturnType<typeof reviews>['executeTakeFirstOrThrow']>>;

function summaryOf(row: ReviewRow): ReviewSummary {
  const { from, to, paperId, number, symbol, issuedOn, ...review } = row;
  const isIssued = paperId !== null && number !== null && symbol !== null && issuedOn !== null;
  return {
    ...review,
    period: { from, to },
    issued: isIssued ? { paperId, number, symbol, issuedOn } : null,
  };
}
