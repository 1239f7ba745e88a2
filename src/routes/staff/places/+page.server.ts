// Finds a unit, or begins with the provinces of a day.

import { may } from '#people/may.ts';
import { searchUnits } from '#places/server/search-store.ts';
import { listUnitsUnder } from '#places/server/store.ts';
import { actorOf } from '../actor.ts';
import { dayOr } from './picked.ts';
import type { PageServerLoad } from './$types';

/** More than there ever were. */
const mostProvinces = 100;

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = actorOf(locals, 'view unit');
  const text = (url.searchParams.get('q') ?? '').trim();
  const on = dayOr(url.searchParams.get('on'), locals.today);
  const found = text === '' ? [] : await searchUnits(locals.db, { text, on });
  const provinces =
    text === '' ? await listUnitsUnder(locals.db, null, on, { limit: mostProvinces }) : [];
  return {
    text,
    on,
    found,
    provinces,
    mayManage: may(actor, 'manage unit'),
    seesSites: may(actor, 'view site'),
  };
};
