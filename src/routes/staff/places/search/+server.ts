// Units as a person types, at most twenty: the whole list never leaves the server.

import { searchUnits } from '#places/server/search-store.ts';
import { actorOf } from '../../actor.ts';
import { dayOr, levelsIn } from '../picked.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  actorOf(locals, 'view unit');
  const levels = levelsIn(url.searchParams.get('levels'));
  const units = await searchUnits(locals.db, {
    text: url.searchParams.get('q') ?? '',
    on: dayOr(url.searchParams.get('on'), locals.today),
    ...(levels && { levels }),
  });
  return Response.json({ units });
};
