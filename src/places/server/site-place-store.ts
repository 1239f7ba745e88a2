// In which unit a site stands, from when until when.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { SiteId, UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Scope } from '#people/person.ts';
import type { SitePlace } from '../roll-up.ts';

/** In order of time. */
export const listSitePlaces = (
  db: Database,
  scope: Scope,
  siteIds?: readonly SiteId[],
): Promise<readonly SitePlace[]> =>
  db
    .selectFrom('site_place')
    .where(scope === 'all' ? sql<boolean>`true` : sql<boolean>`site_id = any(${scope}::uuid[])`)
    .where(siteIds ? sql<boolean>`site_id = any(${siteIds}::uuid[])` : sql<boolean>`true`)
    .select(['site_id as siteId', 'unit_id as unitId'])
    .select(['valid_from as validFrom', 'valid_to as validTo'])
    .$narrowType<{ siteId: SiteId; unitId: UnitId; validFrom: Day; validTo: Day | null }>()
    .orderBy('site_id')
    .orderBy('valid_from')
    .execute();

/** The sites that stand in some units and have gone nowhere else since. */
export const listPlacesIn = (db: Database, ids: readonly UnitId[]): Promise<readonly SitePlace[]> =>
  db
    .selectFrom('site_place')
    .where(sql<boolean>`unit_id = any(${ids}::uuid[])`)
    .where('valid_to', 'is', null)
    .select(['site_id as siteId', 'unit_id as unitId'])
    .select(['valid_from as validFrom', 'valid_to as validTo'])
    .$narrowType<{ siteId: SiteId; unitId: UnitId; validFrom: Day; validTo: Day | null }>()
    .execute();

export type NewPlace = SitePlace & { readonly communeId: UnitId };

export async function insertPlaces(
  tx: Transaction<DB>,
  places: readonly NewPlace[],
): Promise<void> {
  if (places.length === 0) return;
  await tx
    .insertInto('site_place')
    .values(
      places.map(({ siteId, unitId, communeId, validFrom, validTo }) => ({
        site_id: siteId,
        unit_id: unitId,
        commune_id: communeId,
        valid_from: validFrom,
        valid_to: validTo,
      })),
    )
    .execute();
}

/** Ends the open row of a site; the next one begins the day after. */
export const endPlace = (tx: Transaction<DB>, siteId: SiteId, lastDay: Day): Promise<unknown> =>
  tx
    .updateTable('site_place')
    .set({ valid_to: lastDay })
    .where('site_id', '=', siteId)
    .where('valid_to', 'is', null)
    .execute();

export type SiteHere = {
  readonly siteId: SiteId;
  readonly hamlet: string;
  /** By what it is told apart from a site that looks alike. */
  readonly toldBy: string | null;
  readonly programme: string;
  readonly unitId: UnitId;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** The sites that stand or stood in some units, as far as the person may see them. */
export const listSitesIn = (
  db: Database,
  scope: Scope,
  ids: readonly UnitId[],
  limit = 200,
): Promise<readonly SiteHere[]> =>
  db
    .selectFrom('site_place')
    .innerJoin('site', 'site.site_id', 'site_place.site_id')
    .innerJoin('programme', 'programme.programme_id', 'site.programme_id')
    .where(sql<boolean>`(unit_id = any(${ids}::uuid[]) or commune_id = any(${ids}::uuid[]))`)
    .where(
      scope === 'all'
        ? sql<boolean>`true`
        : sql<boolean>`site_place.site_id = any(${scope}::uuid[])`,
    )
    .select(['site_place.site_id as siteId', 'site.hamlet', 'programme.name as programme'])
    .select(['unit_id as unitId', 'valid_from as validFrom', 'valid_to as validTo'])
    .select(sql<string | null>`site_told_by(site.site_id)`.as('toldBy'))
    .$narrowType<{ siteId: SiteId; unitId: UnitId; validFrom: Day; validTo: Day | null }>()
    .orderBy('site.hamlet')
    .orderBy('site_place.site_id')
    .limit(limit)
    .execute();

export type HoldingHere = {
  readonly personName: string;
  readonly role: string;
  readonly unitId: UnitId;
};

/** Roles that hold for some units on a day: to be given anew when those end. */
export const listHoldingsAt = (
  db: Database,
  ids: readonly UnitId[],
  on: Day,
): Promise<readonly HoldingHere[]> =>
  db
    .selectFrom('role_holding')
    .innerJoin('person', 'person.id', 'role_holding.person_id')
    .where(sql<boolean>`unit_id = any(${ids}::uuid[])`)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .select(['person.name as personName', 'role', 'unit_id as unitId'])
    .$narrowType<{ unitId: UnitId }>()
    .orderBy('person.name')
    .execute();
