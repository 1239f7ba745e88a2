// Finds doors by the name of a commune or a hamlet; before anybody asks, those with somebody on duty.

import type { RequestEvent } from '@sveltejs/kit';
import type { Day } from '#ground/day.ts';
import type { UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { FoundUnit } from '#places/found-unit.ts';
import { findUnits, searchUnits } from '#places/server/search-store.ts';
import { listPlacesIn } from '#places/server/site-place-store.ts';
import { listWithParents } from '#places/server/store.ts';
import { asTitle, inSentence, unitAbove, unitsById } from '#places/unit.ts';
import { listOpenPlaces } from '#sealed/server/open-place-store.ts';
import type { DoorKind, FoundDoor } from '#tips/door/find-page.ts';
import { knockOf } from './knock.ts';

export type Asked = { readonly text: string; readonly doors: readonly FoundDoor[] };

/** A search takes its turn as everything at the doors does: whoever asks without end waits alone. */
export async function findDoors(event: RequestEvent, kind: DoorKind): Promise<Asked> {
  const { withoutAccessCheck: db, today, intake } = event.locals;
  const text = (event.url.searchParams.get('q') ?? '').trim().slice(0, longestText);
  if (text === '')
    return { text, doors: await doorsOf(db, await openPlaces(db, kind, today), kind) };
  return intake.inTurn(knockOf(event), async () => {
    const doors = await doorsOf(db, await named(db, text, today), kind);
    return { text, doors };
  });
}

async function doorsOf(
  db: Database,
  units: readonly FoundUnit[],
  kind: DoorKind,
): Promise<readonly FoundDoor[]> {
  const paths = await pathsOf(db, units, kind);
  return units.flatMap(({ unitId, name, parents }) => {
    const path = paths.get(unitId);
    return path ? [{ path, name: asTitle(name), within: parents.map(inSentence).join(', ') }] : [];
  });
}

const longestText = 80;

const named = (db: Database, text: string, on: Day): Promise<readonly FoundUnit[]> =>
  searchUnits(db, { text, on, levels: ['xa', 'thon'], onlyStanding: true });

async function openPlaces(db: Database, kind: DoorKind, on: Day): Promise<readonly FoundUnit[]> {
  const ids = await listOpenPlaces(db, kind === 'tips' ? 'tip' : 'help', on);
  const found = await findUnits(db, ids);
  return ids.flatMap((id) => found.find(({ unitId }) => unitId === id) ?? []);
}

/** A hamlet's door is its commune's; where a site stands in it, the site's own. */
async function pathsOf(
  db: Database,
  units: readonly FoundUnit[],
  kind: DoorKind,
): Promise<ReadonlyMap<UnitId, string>> {
  const ids = units.map(({ unitId }) => unitId);
  const [placed, above] = await Promise.all([listPlacesIn(db, ids), listWithParents(db, ids)]);
  const all = unitsById(above);
  const paths = ids.flatMap((unitId): readonly (readonly [UnitId, string])[] => {
    const commune = unitAbove(all, unitId, 'xa');
    const site = placed.find((place) => place.unitId === unitId)?.siteId;
    const parts = [kind === 'tips' ? '/t' : '/h', commune?.unitId, site];
    return commune ? [[unitId, parts.filter(Boolean).join('/')]] : [];
  });
  return new Map(paths);
}
