// What a change would do, in the words of the page: units, sites, roles, and totals before and after.

import { addDays } from '#ground/day.ts';
import type { SiteId, UnitId } from '#ground/id.ts';
import {
  areaFigures,
  areaMeasures,
  type AreaFigures,
  type AreaValues,
} from '#oversight/area-figures.ts';
import { listSiteRecords } from '#oversight/server/area-store.ts';
import { foresee } from '#places/foresee.ts';
import type { ChangeWish } from '#places/change.ts';
import type { Foreseen } from '#places/server/commands.ts';
import { listHoldingsAt, listSitePlaces, listSitesIn } from '#places/server/site-place-store.ts';
import { findLineage, listBelow } from '#places/server/store.ts';
import { siteTitle } from '#sites/names.ts';
import { asTitle, fullName, type Unit, type Units } from '#places/unit.ts';

export type Choice = {
  readonly id: UnitId | SiteId;
  readonly name: string;
  readonly within: UnitId;
};

export type Effects = {
  readonly ended: readonly string[];
  readonly begun: readonly { readonly name: string; readonly hamlets: number }[];
  readonly sites: readonly {
    readonly siteId: SiteId;
    readonly name: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly staying: readonly string[];
  readonly roles: readonly {
    readonly person: string;
    readonly role: string;
    readonly unit: string;
  }[];
  readonly before: Totals;
  readonly after: Totals;
  readonly agree: boolean;
};

export type Totals = {
  readonly rows: readonly { readonly name: string; readonly values: AreaValues }[];
  readonly total: AreaValues;
};

export async function foretell(
  { db }: Pick<App.Locals, 'db'>,
  { change, world }: Foreseen,
): Promise<Effects> {
  const eve = addDays(change.effectiveOn, -1);
  const siteIds = world.places.map(({ siteId }) => siteId);
  const lineage = await findLineage(db, [
    ...change.ended,
    ...change.begun.flatMap(({ parentId }) => parentId ?? []),
  ]);
  const now = { lineage, places: await listSitePlaces(db, 'all', siteIds) };
  const then = foresee(now, change);
  const units: Units = new Map([...world.units, ...then.lineage.units]);
  const records = await listSiteRecords(db, { scope: 'all', siteIds });
  const [before, after] = [
    totals(areaFigures(records, now, eve), units),
    totals(areaFigures(records, then, change.effectiveOn), units),
  ];
  return {
    ...unitsTold(change.ended, change.begun, units),
    ...(await sitesTold(db, { change, world }, units)),
    roles: (await listHoldingsAt(db, change.ended, eve)).map(({ personName, role, unitId }) => ({
      person: personName,
      role,
      unit: asTitle(units.get(unitId)?.name ?? ''),
    })),
    before,
    after,
    agree: areaMeasures.every((measure) => before.total[measure] === after.total[measure]),
  };
}

/** Hamlets that only go along are counted, not named. */
function unitsTold(
  ended: readonly UnitId[],
  begun: readonly Unit[],
  units: Units,
): Pick<Effects, 'ended' | 'begun'> {
  const isAlong = (unit: Unit | undefined, all: ReadonlySet<UnitId>): boolean =>
    unit !== undefined && unit.parentId !== null && all.has(unit.parentId);
  const [old, fresh] = [new Set(ended), new Set(begun.map(({ unitId }) => unitId))];
  const name = (unitId: UnitId): string => asTitle(fullName(units, unitId));
  return {
    ended: ended.filter((id) => !isAlong(units.get(id), old)).map(name),
    begun: begun
      .filter((unit) => !isAlong(unit, fresh))
      .map(({ unitId }) => ({
        name: name(unitId),
        hamlets: begun.filter(({ parentId }) => parentId === unitId).length,
      })),
  };
}

async function sitesTold(
  db: App.Locals['db'],
  { change, world }: Foreseen,
  units: Units,
): Promise<Pick<Effects, 'sites' | 'staying'>> {
  const sites = await listSitesIn(
    db,
    'all',
    world.places.map(({ unitId }) => unitId),
  );
  const named = (siteId: SiteId): string => {
    const site = sites.find((one) => one.siteId === siteId);
    return site ? siteTitle(site) : '';
  };
  const name = (unitId: UnitId): string => asTitle(fullName(units, unitId));
  const moving = new Set(change.moves.map(({ siteId }) => siteId));
  return {
    sites: change.moves.map(({ siteId, from, to }) => ({
      siteId,
      name: named(siteId),
      from: name(from),
      to: name(to),
    })),
    staying: world.places
      .filter(({ siteId }) => !moving.has(siteId))
      .map(({ siteId }) => named(siteId)),
  };
}

const totals = ({ rows, total }: AreaFigures, units: Units): Totals => ({
  rows: rows.map(({ unitId, values }) => ({
    name: unitId === null ? '–' : asTitle(fullName(units, unitId)),
    values,
  })),
  total,
});

/** What stands directly in units that are divided: each needs a place to go. */
export async function choicesIn(
  db: App.Locals['db'],
  wish: ChangeWish,
): Promise<readonly Choice[]> {
  const divided = wish.from
    .filter(({ partial }) => partial || wish.kind === 'split')
    .map(({ unitId }) => unitId);
  if (divided.length === 0) return [];
  const eve = addDays(wish.effectiveOn, -1);
  const below = await listBelow(db, divided, eve);
  const hamlets = below.flatMap(({ unitId, name, parentId }) =>
    parentId !== null && divided.includes(parentId)
      ? [{ id: unitId, name: asTitle(name), within: parentId }]
      : [],
  );
  const sites = await listSitesIn(db, 'all', divided);
  const here = sites.filter(({ unitId, validTo }) => validTo === null && divided.includes(unitId));
  return [
    ...hamlets,
    ...here.map((site) => ({ id: site.siteId, name: siteTitle(site), within: site.unitId })),
  ];
}
