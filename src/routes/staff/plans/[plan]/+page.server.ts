// A plan of which a site was made: the paper beside what was read of it, as it is kept.

import { redirect } from '@sveltejs/kit';
import { planHref } from '#plans/plan-reading.ts';
import { actorOf } from '../../actor.ts';
import { readingAt, seenPlan } from '../address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  actorOf(locals, 'read plan');
  const reading = await readingAt(locals, params);
  if (!reading.siteId) redirect(303, planHref(reading) + url.search);
  const seen = await seenPlan(locals, reading);
  return { ...seen, siteId: reading.siteId, already: url.searchParams.has('already') };
};
