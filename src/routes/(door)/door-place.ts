// Which commune, and which site of it, an address of the door names; who is on duty there now.

import { error, type RequestEvent } from '@sveltejs/kit';
import { findId, type UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import { listWithParents } from '#places/server/store.ts';
import { listSitePlaces } from '#places/server/site-place-store.ts';
import { inSentence, stands, unitAbove, unitsById, type Unit, type Units } from '#places/unit.ts';
import { listRecipients } from '#sealed/server/ring-store.ts';
import type { DoorPlace } from '#tips/door/door-page.ts';
import type { Ring } from '#tips/door/seal-tip.ts';
import { listHungBoxes } from '#tips/server/box-store.ts';
import { findHotline } from '#tips/server/hotline-store.ts';

export type Rings = { readonly commune?: Ring | undefined; readonly province?: Ring | undefined };
export type Door = { readonly place: DoorPlace; readonly path: string; readonly rings: Rings };

/** Of the tips' door, with who is on duty. */
export async function getDoor(event: RequestEvent): Promise<Door> {
  const { commune, hamlet, units } = await findDoorPlace(event);
  const rings = await findRings(event.locals.withoutAccessCheck, commune, units);
  const place = {
    unitId: commune.unitId,
    commune: commune.name,
    province: inSentence(unitAbove(units, commune.unitId, 'tinh')?.name ?? ''),
    hamlet,
    opens: whoOpens(rings),
    ...(await findOtherDoors(event.locals.withoutAccessCheck, commune.unitId, units)),
  };
  return { place, path: pathOf('/t', commune.unitId, event), rings };
}

export type Placed = {
  readonly commune: Unit;
  /** 'xóm Phố', where the door is a site's. */
  readonly hamlet: string | undefined;
  readonly units: Units;
};

/** 404 for what is no commune of today, and for a site that stands in another. */
export async function findDoorPlace({ params, locals }: RequestEvent): Promise<Placed> {
  const db = locals.withoutAccessCheck;
  const unitId = findId<'unit'>(params['unit']);
  const units = unitsById(unitId ? await listWithParents(db, [unitId]) : []);
  const commune = unitId && units.get(unitId);
  if (commune?.level !== 'xa' || !stands(commune, locals.today)) error(404);
  const hamlet = await findHamlet(db, commune, params['site']);
  if (params['site'] !== undefined && !hamlet) error(404);
  return { commune, hamlet, units };
}

export const pathOf = (door: '/t' | '/h', unitId: UnitId, { params }: RequestEvent): string =>
  [door, unitId, ...(params['site'] === undefined ? [] : [params['site']])].join('/');

async function findRings(db: Database, { unitId }: Unit, units: Units): Promise<Rings> {
  const province = unitAbove(units, unitId, 'tinh');
  const of = (id: UnitId): Promise<Ring | undefined> =>
    listRecipients(db, { purpose: 'tip', unitId: id });
  const [own, above] = await Promise.all([of(unitId), province && of(province.unitId)]);
  return { commune: own, province: above };
}

/** The number of the commune, or else of its province; of the boxes only where they hang. */
async function findOtherDoors(
  db: Database,
  unitId: UnitId,
  units: Units,
): Promise<Pick<DoorPlace, 'hotline' | 'boxes'>> {
  const province = unitAbove(units, unitId, 'tinh');
  const [own, above, boxes] = await Promise.all([
    findHotline(db, unitId),
    province && findHotline(db, province.unitId),
    listHungBoxes(db, unitId),
  ]);
  return { hotline: own ?? above, boxes: boxes.map(({ place }) => place) };
}

/** By the site's own page: where it stands today. */
async function findHamlet(
  db: Database,
  commune: Unit,
  site: string | undefined,
): Promise<string | undefined> {
  const siteId = findId<'site'>(site);
  if (!siteId) return undefined;
  const places = await listSitePlaces(db, [siteId]);
  const unitId = places.find(({ validTo }) => validTo === null)?.unitId;
  const units = unitsById(unitId ? await listWithParents(db, [unitId]) : []);
  const isHere = unitId && unitAbove(units, unitId, 'xa')?.unitId === commune.unitId;
  return isHere ? unitAbove(units, unitId, 'thon')?.name : undefined;
}

const whoOpens = ({ commune, province }: Rings): DoorPlace['opens'] => {
  if (commune) return 'commune';
  return province ? 'province' : 'nobody';
};
