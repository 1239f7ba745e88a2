// Opening one site beyond reach: find it, say in which case and why, for how many hours.

import { redirect, type Actions } from '@sveltejs/kit';
import type { Instant } from '#ground/day.ts';
import { findId, newId } from '#ground/id.ts';
import { breakInput } from '#people/glass.input.ts';
import { shortestReason } from '#people/glass.ts';
import { breakGlass } from '#people/server/glass-commands.ts';
import {
  findSiteBeyond,
  findSitesBeyond,
  listGlassCases,
  listOpenings,
} from '#people/server/glass-store.ts';
import { actorOf } from '../../actor.ts';
import { readForm } from '#ui/read-form.ts';
import { numberTyped, typedIn } from '../../../form-fields.ts';
import { refuse } from '../glass-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { personId } = actorOf(locals, 'break glass');
  const q = (url.searchParams.get('q') ?? '').replaceAll('\0', '').slice(0, 100);
  const siteId = findId<'site'>(url.searchParams.get('site'));
  return {
    q,
    found: q ? await findSitesBeyond(locals.db, q) : [],
    // Before anything is searched for: what one opened last is often what one comes back for.
    before: await listOpenings(locals.db, { personId, scope: [] }, { limit: 5 }),
    site: siteId ? ((await findSiteBeyond(locals.db, siteId)) ?? null) : null,
    cases: await listGlassCases(locals.db, locals.today),
    shortestReason,
    timeZone: locals.timeZone,
    commandId: newId<'command'>(),
  };
};

export const actions = {
  default: async ({ request, locals }) => {
    const actor = actorOf(locals);
    const typed = typedIn(await request.formData());
    const input = readForm(breakInput, typed, locals, {
      reason: typed['reason'] ?? '',
      hours: numberTyped(typed['hours']),
    });
    if (!input.ok) return refuse(input, typed, locals.language);
    const { timeZone } = locals;
    const now = new Date().toISOString() as Instant;
    const broken = await breakGlass(locals.db, actor, input.value, { now, timeZone });
    if (!broken.ok) return refuse(broken, typed, locals.language);
    redirect(303, `/staff/sites/${input.value.siteId}`);
  },
} satisfies Actions;
