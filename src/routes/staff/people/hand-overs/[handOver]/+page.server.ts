// The minutes of one hand-over: for those who look after people and for the two it is about.

import { dayAt } from '#ground/day.ts';
import { findId } from '#ground/id.ts';
import { peopleScope } from '#people/giving.ts';
import { findHandOver } from '#sites/server/hand-over-store.ts';
import { actorOf } from '../../../actor.ts';
import { notFound } from '../../../sites/site-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const actor = actorOf(locals);
  const handOverId = findId<'hand-over'>(params.handOver);
  const found =
    handOverId && (await findHandOver(locals.db, { actor, scope: peopleScope(actor) }, handOverId));
  if (!found) return notFound(locals);
  return {
    handOver: found,
    recordedOn: dayAt(found.recordedAt, locals.timeZone),
    isAhead: found.onDay > locals.today,
    keeps: peopleScope(actor).length > 0,
  };
};
