// The reviews of a site, and the form that drafts a new one.

import { fail, redirect, type Actions } from '@sveltejs/kit';
import { addDays, addMonths } from '#ground/day.ts';
import { findId, newId } from '#ground/id.ts';
import { dayTyped } from '#ground/typed.ts';
import { may, scopeOf } from '#people/may.ts';
import { editorWords } from '#reports/editor.words.ts';
import { draftReview } from '#reports/server/commands.ts';
import { listReviews } from '#reports/server/store.ts';
import { typedIn } from '../../../../form-fields.ts';
import { siteOf } from '../../site-of.ts';
import { statusOf } from './address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { actor, site } = await siteOf(locals, params.site);
  const { siteId } = site;
  const all = await listReviews(locals.db, scopeOf(actor, 'view site'), siteId);
  const mayDraft = may(actor, 'draft review', siteId);
  const halfYear = addDays(addMonths(locals.today, -6), 1);
  return {
    site,
    mayDraft,
    reviews: all.filter(({ issued }) => mayDraft || issued !== null),
    commandId: newId<'command'>(),
    proposed: {
      from: halfYear > site.plannedFrom ? halfYear : site.plannedFrom,
      to: locals.today,
    },
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const { actor, site } = await siteOf(locals, params['site'] ?? '');
    const own = editorWords[locals.language];
    const form = typedIn(await request.formData());
    const typed = { from: form['from'] ?? '', to: form['to'] ?? '' };
    const [from, to] = [dayTyped(typed.from), dayTyped(typed.to)];
    if (!from || !to) return fail(400, { ...typed, problem: own.refusal['not-understood'] });
    const kind = form['kind'] === 'final' ? 'final' : 'interim';
    const commandId = findId<'command'>(form['commandId']) ?? newId<'command'>();
    const { siteId } = site;
    const input = { siteId, commandId, kind, from, to } as const;
    const drafted = await draftReview(locals.db, actor, input, locals.today);
    if (!drafted.ok) {
      const problem = own.refusal[drafted.refusal];
      return fail(statusOf(drafted.refusal), { ...typed, problem });
    }
    redirect(303, `/staff/sites/${siteId}/reviews/${drafted.value.reviewId}`);
  },
};
