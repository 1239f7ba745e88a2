// Finds bodies and the places they stand at, and lists those that wait to be renewed.

import type { Day } from '#ground/day.ts';
import type { UnitId } from '#ground/id.ts';
import { dayTyped } from '#ground/typed.ts';
import { may } from '#people/may.ts';
import {
  listBodiesOfSites,
  listWaitingBodies,
  mostBodiesFound,
  searchBodies,
} from '#places/server/body-store.ts';
import { findUnits, searchUnits } from '#places/server/search-store.ts';
import { listUnitsUnder } from '#places/server/store.ts';
import { actorOf } from '../actor.ts';
import type { PageServerLoad } from './$types';

const longestSearch = 80;
const mostWaiting = 100;
/** More than there ever were. */
const mostProvinces = 100;

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = actorOf(locals, 'view unit');
  const { db, today } = locals;
  const text = (url.searchParams.get('q') ?? '').slice(0, longestSearch).toWellFormed().trim();
  const on = dayTyped(url.searchParams.get('on')) ?? today;
  const mayManage = may(actor, 'manage unit');
  const [bodies, units, waiting] = await Promise.all([
    text === '' ? listBodiesOfSites(db, on) : searchBodies(db, { text, on }),
    text === '' ? findProvinces(db, on) : searchUnits(db, { text, on }),
    mayManage && text === '' ? listWaitingBodies(db, today, { limit: mostWaiting }) : [],
  ]);
  const ids = [...bodies.map(({ unitId }) => unitId), ...waiting.flatMap(bothUnits)];
  const places = await findUnits(db, [...new Set(ids)]);
  return { text, on, bodies, units, waiting, places, mayManage, most: mostBodiesFound };
};

/** Where one goes down from, before anything is searched for. */
const findProvinces = async (db: App.Locals['db'], on: Day) =>
  findUnits(
    db,
    (await listUnitsUnder(db, null, on, { limit: mostProvinces })).map(({ unitId }) => unitId),
  );

const bothUnits = (body: { readonly unitId: UnitId; readonly nowIn: UnitId | null }) =>
  [body.unitId, body.nowIn].filter((unitId) => unitId !== null);
