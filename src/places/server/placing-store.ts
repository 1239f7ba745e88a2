// Ties a site to the unit its plan names, and tells how that place was called on any day.

import { sql, type Transaction } from 'kysely';
import { addDays, type Day } from '#ground/day.ts';
import { newId, type PersonId, type SiteId, type UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { tidy } from '#ground/text.ts';
import type { Scope } from '#people/person.ts';
import type { PlannedChange } from '../carry.ts';
import type { Lineage } from '../lineage.ts';
import { communeNamed, hamletNamed, type AreaNames } from '../match-area.ts';
import { bareName } from '../names.ts';
import { followerOf, namesOn, placesAlong, unitsAlong, type PlaceNames } from '../placing.ts';
import type { SitePlace } from '../roll-up.ts';
import { stands, unitAbove, unitsById, type Unit, type Units } from '../unit.ts';
import { insertChange, insertUnits, lockUnits } from './change-store.ts';
import { insertPlaces, listSitePlaces } from './site-place-store.ts';
import { findLineage, listBelow, listWithParents } from './store.ts';

type Tx = Transaction<DB>;

export type HamletNames = AreaNames & {
  readonly hamlet: string;
  /** The day from which the site stands there: its plan's. */
  readonly on: Day;
};

export type PlannedPlace = HamletNames & {
  readonly siteId: SiteId;
  readonly personId: PersonId;
  /** The paper that names the hamlet, for a hamlet not known before. */
  readonly act: string;
  readonly demo: boolean;
};

/** Undefined where the names fit no commune of that day, or more than one: nothing is guessed. */
export async function placeNewSite(tx: Tx, place: PlannedPlace): Promise<Unit | undefined> {
  const commune = await findCommune(tx, place, place.on);
  if (!commune) return undefined;
  await lockUnits(tx);
  const hamlets = await listBelow(tx, [commune.unitId], place.on);
  const unit =
    hamletNamed(hamlets, place.hamlet, place.on) ?? (await beginHamlet(tx, place, commune));
  const lineage = await findLineage(tx, [unit.unitId]);
  await insertPlaced(tx, placesAlong(lineage, place.siteId, unit.unitId, place.on), lineage.units);
  return unit;
}

/**
 * The hamlets of these names, in the commune of that day and in what it became whole, with whatever
 * became of them; none where they are not known as units.
 */
export async function listHamletsNamed(
  db: Database,
  { hamlet, on, ...names }: HamletNames,
): Promise<readonly UnitId[]> {
  const commune = await findCommune(db, names, on);
  if (!commune) return [];
  const lineage = await findLineage(db, [commune.unitId]);
  const found = new Set<UnitId>();
  for (const communeId of unitsAlong(lineage, commune.unitId)) {
    const begun = lineage.units.get(communeId)?.validFrom ?? on;
    const day = begun > on ? begun : on;
    const unit = hamletNamed(await listBelow(db, [communeId], day), hamlet, day);
    if (!unit) continue;
    const own = await findLineage(db, [unit.unitId]);
    for (const unitId of unitsAlong(own, unit.unitId)) found.add(unitId);
  }
  return [...found];
}

/** Each row with the commune it lies in. */
export const insertPlaced = (tx: Tx, places: readonly SitePlace[], units: Units): Promise<void> =>
  insertPlaces(
    tx,
    places.map((place) => {
      const commune = unitAbove(units, place.unitId, 'xa');
      if (!commune) throw new Error(`no commune above ${place.unitId}`);
      return { ...place, communeId: commune.unitId };
    }),
  );

/** How the site's place was called on a day; undefined where it is not known as a unit. */
export const findPlaceNames = async (
  db: Database,
  siteId: SiteId,
  on: Day,
): Promise<PlaceNames | undefined> =>
  (await listPlaceNames(db, 'all', [siteId], on)).find((one) => one.siteId === siteId)?.names;

export type NamedPlace = { readonly siteId: SiteId; readonly names: PlaceNames };

/** The same for some sites at once; those not known as a unit are left out. */
export async function listPlaceNames(
  db: Database,
  scope: Scope,
  siteIds: readonly SiteId[],
  on: Day,
): Promise<readonly NamedPlace[]> {
  const places = await listSitePlaces(db, scope, siteIds);
  const ids = places.filter((place) => stands(place, on)).map(({ unitId }) => unitId);
  const units = unitsById(await listWithParents(db, ids));
  const bySite = Map.groupBy(places, ({ siteId }) => siteId);
  return [...bySite].flatMap(([siteId, own]) => {
    const names = namesOn(units, own, on);
    return names ? [{ siteId, names }] : [];
  });
}

async function findCommune(db: Database, names: AreaNames, on: Day): Promise<Unit | undefined> {
  const ids = await db
    .selectFrom('unit')
    .where('level', '=', 'xa')
    .where('folded_name', '=', bareName(names.commune, 'xa'))
    .where('valid_from', '<=', on)
    .where(sql<boolean>`(valid_to is null or valid_to >= ${on})`)
    .select('unit_id as unitId')
    .$narrowType<{ unitId: UnitId }>()
    .execute();
  const units = await listWithParents(
    db,
    ids.map(({ unitId }) => unitId),
  );
  return communeNamed(unitsById(units), names, on);
}

/**
 * A hamlet known from its plan stands as long as its commune is on record, and goes on in whatever
 * the whole of that commune became, unless a hamlet of the same name stands there already.
 */
async function beginHamlet(tx: Tx, place: PlannedPlace, commune: Unit): Promise<Unit> {
  const lineage = await findLineage(tx, [commune.unitId]);
  const first = hamletIn(commune, commune.validFrom, place, place.act);
  await insertUnits(tx, [first], withUnit(lineage, first));
  let last = first;
  for (let old = commune; ;) {
    const next = followerOf(lineage, old);
    if (!next || old.validTo === null) return first;
    const there = await listBelow(tx, [next.unitId], next.validFrom);
    if (hamletNamed(there, place.hamlet, next.validFrom)) return first;
    const effectiveOn = addDays(old.validTo, 1);
    const hamlet = hamletIn(next, effectiveOn, place, next.legalAct);
    await insertUnits(tx, [hamlet], withUnit(lineage, hamlet));
    await insertChange(tx, movedTo(last, hamlet), {
      commandId: newId<'command'>(),
      personId: place.personId,
      position: 0,
    });
    [last, old] = [hamlet, next];
  }
}

const hamletIn = (
  commune: Unit,
  validFrom: Day,
  { hamlet, demo }: PlannedPlace,
  legalAct: string | null,
): Unit => ({
  unitId: newId<'unit'>(),
  level: 'thon',
  code: null,
  name: tidy(hamlet),
  parentId: commune.unitId,
  validFrom,
  validTo: commune.validTo,
  legalAct,
  demo,
});

const withUnit = ({ units }: Lineage, unit: Unit): Units =>
  new Map([...units, [unit.unitId, unit]]);

const movedTo = (old: Unit, hamlet: Unit): PlannedChange => ({
  kind: 'moved',
  effectiveOn: hamlet.validFrom,
  legalAct: hamlet.legalAct ?? '',
  ended: [],
  begun: [hamlet],
  parts: [{ from: old.unitId, to: hamlet.unitId, partial: false }],
  moves: [],
});
