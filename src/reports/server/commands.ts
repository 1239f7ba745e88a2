// What a person does with a review: draft it from the records, edit it, issue it for good.

import type { Day } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { listRules } from '#law/server/store.ts';
import { may, scopeOf } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { draftReview as draftFrom } from '../draft.ts';
import { decideEdit, type Change, type EditRefusal } from '../edit.ts';
import {
  decideIssue,
  decidePeriod,
  seriesOf,
  seriesYear,
  type IssuedPaper,
  type IssueRefusal,
  type PeriodRefusal,
  type Review,
  type ReviewId,
} from '../issue.ts';
import { reviewToPaper } from '../paper.ts';
import { placeOf } from '../phrases.ts';
import { redraft } from '../redraft.ts';
import { sentencesOf } from '../review.ts';
import type { DraftInput, EditInput, IssueInput, RedraftInput } from '../review.input.ts';
import { findReviewRecords, findSiteOn } from './records.ts';
import {
  findIssuedPaperOfReview,
  findReview,
  findReviewOfCommand,
  insertIssuedPaper,
  insertReview,
  lockReview,
  takeNumber,
  updateDraft,
} from './store.ts';

type Refused = 'forbidden' | 'not-found';
type Transaction = Parameters<Parameters<typeof inTransaction>[1]>[0];

export type DraftOutcome = Outcome<{ readonly reviewId: ReviewId }, Refused | PeriodRefusal>;
/** 'changed-meanwhile': somebody else's edit came first; theirs stands, the sender's is not lost. */
export type EditOutcome = Outcome<Review, Refused | EditRefusal | 'changed-meanwhile'>;
export type IssueOutcome = Outcome<IssuedPaper, Refused | IssueRefusal>;

/** Drafts a review from the records as they are; sent twice, it is one review. */
export const draftReview = (
  db: Database,
  actor: Actor,
  input: DraftInput,
  today: Day,
): Promise<DraftOutcome> =>
  inTransaction(db, async (tx) => {
    const { siteId, commandId, kind } = input;
    if (!may(actor, 'draft review', siteId)) return refused('forbidden');
    const earlier = await findReviewOfCommand(tx, siteId, commandId);
    if (earlier) return done(earlier);
    const period = decidePeriod(input, today);
    if (!period.ok) return period;
    const records = await findReviewRecords(tx, asked(actor, siteId, period.value), today);
    if (!records) return refused('not-found');
    const reviewId: ReviewId = newId<'review'>();
    const draft = draftFrom(records, period.value, kind);
    const { personId } = actor;
    if (!(await insertReview(tx, { siteId, reviewId, commandId, draft, personId }))) {
      return done((await findReviewOfCommand(tx, siteId, commandId)) ?? { reviewId });
    }
    const after = { kind, ...period.value };
    await audit(tx, actor, { siteId, reviewId }, { command: 'draft review', after });
    return done({ reviewId });
  });

export const editReview = (db: Database, actor: Actor, input: EditInput): Promise<EditOutcome> =>
  inTransaction(db, async (tx) => {
    const found = await openReview(tx, actor, input);
    if (!found.ok) return found;
    const { change } = input;
    const decided = decideEdit(found.value.draft, change, found.value.issued !== null);
    if (!decided.ok) return decided;
    const edited = { ...found.value, draft: decided.value, version: input.version + 1 };
    await updateDraft(tx, edited, actor.personId);
    await audit(tx, actor, input, {
      command: 'edit review',
      before: beforeOf(found.value.draft, change),
      after: change,
    });
    return saved(tx, actor, input);
  });

/** Fresh sentences from today's records; what a person wrote or took out stays. */
export const redraftReview = (
  db: Database,
  actor: Actor,
  input: RedraftInput,
  today: Day,
): Promise<EditOutcome> =>
  inTransaction(db, async (tx) => {
    const found = await openReview(tx, actor, input);
    if (!found.ok) return found;
    const { draft: old, period, kind, issued } = found.value;
    if (issued !== null) return refused('already-issued');
    const records = await findReviewRecords(tx, asked(actor, input.siteId, period), today);
    if (!records) return refused('not-found');
    const was = { ...old, place: placeOf(old, records.site) };
    const draft = redraft(was, draftFrom(records, period, kind));
    await updateDraft(tx, { ...found.value, draft, version: input.version + 1 }, actor.personId);
    const { version } = input;
    await audit(tx, actor, input, {
      command: 'redraft review',
      before: { version },
      after: { version: version + 1 },
    });
    return saved(tx, actor, input);
  });

/** Gives the next number of the year and locks text and figures; a second issue is the first. */
export const issueReview = (
  db: Database,
  actor: Actor,
  input: IssueInput,
  today: Day,
): Promise<IssueOutcome> =>
  inTransaction(db, async (tx) => {
    const { siteId, reviewId } = input;
    if (!may(actor, 'issue review', siteId)) return refused('forbidden');
    await lockReview(tx, siteId, reviewId);
    const scope = scopeOf(actor, 'issue review');
    const before = await findIssuedPaperOfReview(tx, scope, siteId, reviewId);
    if (before) return done(before);
    const review = await findReview(tx, scope, siteId, reviewId);
    const site = await findSiteOn(tx, scope, siteId, today);
    if (!review || !site) return refused('not-found');
    const decided = decideIssue(review.draft, site);
    if (!decided.ok) return decided;
    await issue(tx, actor, input, { draft: decided.value, today });
    const issued = await findIssuedPaperOfReview(tx, scope, siteId, reviewId);
    if (!issued) throw new Error(`issued but not there: ${reviewId}`);
    return done(issued);
  });

async function issue(
  tx: Transaction,
  actor: Actor,
  { siteId, reviewId, commandId }: IssueInput,
  { draft, today }: { readonly draft: Review['draft']; readonly today: Day },
): Promise<void> {
  const agency = seriesOf(draft.header);
  const { year, first } = seriesYear(await listRules(tx, today));
  const number = await takeNumber(tx, { agency, year, first });
  const { symbol } = draft.header;
  await insertIssuedPaper(tx, {
    siteId,
    reviewId,
    commandId,
    draft,
    agency,
    year,
    number,
    symbol,
    paperId: newId<'paper'>(),
    issuedOn: today,
    paper: reviewToPaper(draft, { number, date: today }),
    personId: actor.personId,
  });
  const after = { number, symbol, year };
  await audit(tx, actor, { siteId, reviewId }, { command: 'issue review', after });
}

type OfReview = { readonly siteId: SiteId; readonly reviewId: ReviewId };

/** The review, locked, where the actor may change it and saw its latest version. */
async function openReview(
  tx: Transaction,
  actor: Actor,
  { siteId, reviewId, version }: RedraftInput,
): Promise<Outcome<Review, Refused | 'changed-meanwhile'>> {
  if (!may(actor, 'draft review', siteId)) return refused('forbidden');
  await lockReview(tx, siteId, reviewId);
  const review = await findReview(tx, scopeOf(actor, 'draft review'), siteId, reviewId);
  if (!review) return refused('not-found');
  // An issued review says so, whichever version the person saw.
  if (review.issued === null && review.version !== version) return refused('changed-meanwhile');
  return done(review);
}

/** Read back, so that what the person is shown is what stands in the database. */
async function saved(
  tx: Transaction,
  actor: Actor,
  { siteId, reviewId }: OfReview,
): Promise<EditOutcome> {
  const review = await findReview(tx, scopeOf(actor, 'draft review'), siteId, reviewId);
  return review ? done(review) : refused('not-found');
}

const asked = (actor: Actor, siteId: SiteId, period: Review['period']) => ({
  scope: scopeOf(actor, 'draft review'),
  personId: actor.personId,
  siteId,
  period,
});

const audit = (
  tx: Transaction,
  actor: Actor,
  { siteId, reviewId }: OfReview,
  entry: { readonly command: string; readonly before?: object; readonly after?: object },
): Promise<void> =>
  appendAudit(tx, {
    siteId,
    personId: actor.personId,
    record: `review ${reviewId}`,
    ...entry,
  });

/** What the change takes the place of. */
function beforeOf(draft: Review['draft'], change: Change): object {
  if (change.kind === 'add') return {};
  if ('sentenceId' in change) {
    const old = sentencesOf(draft).find(({ id }) => id === change.sentenceId);
    return old ? { text: old.text, removed: old.removed } : {};
  }
  return { [change.kind]: draft[change.kind] };
}
