// One review: read, edited sentence by sentence, and issued for good.

import { fail, redirect, type Actions } from '@sveltejs/kit';
import { findId, newId } from '#ground/id.ts';
import { findRule } from '#law/rule.ts';
import { listRules } from '#law/server/store.ts';
import { may } from '#people/may.ts';
import { findChosen } from '#reports/chosen.ts';
import { editorWords } from '#reports/editor.words.ts';
import { editReview, issueReview, redraftReview } from '#reports/server/commands.ts';
import { typedIn } from '../../../../../form-fields.ts';
import { issuedAt, reviewAt, statusOf } from '../address.ts';
import { changeFrom } from './change.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const found = await reviewAt(locals, params);
  const { actor, siteId, review } = found;
  const isDraft = review.issued === null;
  const issued = await issuedAt(locals, found);
  return {
    siteId,
    // Once issued, what stands here is what was locked.
    review: { ...review, draft: issued?.draft ?? review.draft },
    issuedByName: issued?.issuedByName ?? '',
    chosen: findChosen(review.draft, url.searchParams.get('s') ?? '') ?? null,
    commandId: newId<'command'>(),
    mayEdit: isDraft && may(actor, 'draft review', siteId),
    mayIssue: isDraft && may(actor, 'issue review', siteId),
    numbering: findRule(await listRules(locals.db, locals.today), 'paper.number.year'),
  };
};

export const actions: Actions = {
  edit: async ({ request, locals, params, url }) => {
    const { actor, siteId, review } = await reviewAt(locals, params);
    const typed = typedIn(await request.formData());
    const change = changeFrom(typed, locals);
    const own = editorWords[locals.language].refusal;
    if (!change.ok) {
      return fail(400, { problem: own['not-understood'], problems: change.problems, typed });
    }
    const { reviewId } = review;
    const version = Number(typed['version']);
    const input = { siteId, reviewId, version, change: change.value };
    const edited = await editReview(locals.db, actor, input);
    if (!edited.ok) return fail(statusOf(edited.refusal), { problem: own[edited.refusal], typed });
    redirect(303, here(url, siteId, reviewId));
  },
  redraft: async ({ request, locals, params, url }) => {
    const { actor, siteId, review } = await reviewAt(locals, params);
    const { reviewId } = review;
    const version = Number(typedIn(await request.formData())['version']);
    const input = { siteId, reviewId, version };
    const redrafted = await redraftReview(locals.db, actor, input, locals.today);
    if (redrafted.ok) redirect(303, here(url, siteId, reviewId));
    const problem = editorWords[locals.language].refusal[redrafted.refusal];
    return fail(statusOf(redrafted.refusal), { problem, typed: {} });
  },
  issue: async ({ request, locals, params, url }) => {
    const { actor, siteId, review } = await reviewAt(locals, params);
    const { reviewId } = review;
    const form = typedIn(await request.formData());
    const commandId = findId<'command'>(form['commandId']) ?? newId<'command'>();
    const input = { siteId, reviewId, commandId };
    const issued = await issueReview(locals.db, actor, input, locals.today);
    if (issued.ok) redirect(303, here(url, siteId, reviewId));
    const problem = editorWords[locals.language].refusal[issued.refusal];
    return fail(statusOf(issued.refusal), { problem, typed: {} });
  },
};

/** Back to the sentence that was being worked on. */
function here(url: URL, siteId: string, reviewId: string): string {
  const chosen = url.searchParams.get('s');
  const query = chosen ? `?s=${encodeURIComponent(chosen)}#s-${encodeURIComponent(chosen)}` : '';
  return `/staff/sites/${siteId}/reviews/${reviewId}${query}`;
}
