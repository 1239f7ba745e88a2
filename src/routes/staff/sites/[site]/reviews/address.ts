// Which review an address names; what it does not name is not found.

import { error } from '@sveltejs/kit';
import { findId, type SiteId } from '#ground/id.ts';
import { may, scopeOf } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import type { Paper } from '#papers/paper.ts';
import type { editorWords } from '#reports/editor.words.ts';
import type { IssuedPaper, Review } from '#reports/issue.ts';
import { reviewToPaper } from '#reports/paper.ts';
import { findIssuedPaperOfReview, findReview } from '#reports/server/store.ts';
import { actorOf } from '../../../actor.ts';
import { staffWords } from '../../../staff.words.ts';

type Params = Readonly<Record<string, string | undefined>>;

export async function reviewAt(
  locals: App.Locals,
  params: Params,
): Promise<{ readonly actor: Actor; readonly siteId: SiteId; readonly review: Review }> {
  const actor = actorOf(locals);
  const siteId = findId<'site'>(params['site']);
  const reviewId = findId<'review'>(params['review']);
  const scope = scopeOf(actor, 'view site');
  const review = siteId && reviewId && (await findReview(locals.db, scope, siteId, reviewId));
  if (!siteId || !review || !isSeenBy(actor, siteId, review)) {
    error(404, staffWords[locals.language].notFound);
  }
  return { actor, siteId, review };
}

/** A draft is seen by those who write it; what was issued, by everybody of the site. */
const isSeenBy = (actor: Actor, siteId: SiteId, review: Review): boolean =>
  review.issued !== null || may(actor, 'draft review', siteId);

/** What was issued from a review, or undefined while it is a draft. */
export const issuedAt = (
  locals: App.Locals,
  { actor, siteId, review }: Awaited<ReturnType<typeof reviewAt>>,
): Promise<IssuedPaper | undefined> =>
  findIssuedPaperOfReview(locals.db, scopeOf(actor, 'view site'), siteId, review.reviewId);

/** Of an answer that refuses: what the role may not do is told from what the form got wrong. */
export const statusOf = (refusal: keyof (typeof editorWords)['vi']['refusal']): number =>
  refusal === 'forbidden' ? 403 : 422;

/** The paper of a review: as issued, or as the draft would read now. */
export async function paperAt(locals: App.Locals, params: Params): Promise<Paper> {
  const found = await reviewAt(locals, params);
  const issued = await issuedAt(locals, found);
  return issued?.paper ?? reviewToPaper(found.review.draft, null);
}
