// Reads units: one by one, a page of a parent's, and all that a unit was or became.

import { sql } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { Id, UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import { lineageOf, type Lineage } from '../lineage.ts';
import {
  unitsById,
  type ChangeKind,
  type Level,
  type Unit,
  type UnitChange,
  type UnitPart,
} from '../unit.ts';

export const findUnit = (db: Database, unitId: UnitId): Promise<Unit | undefined> =>
  units(db).where('unit_id', '=', unitId).executeTakeFirst();

/** The units and everything they stand in. */
export async function listWithParents(
  db: Database,
  ids: readonly UnitId[],
): Promise<readonly Unit[]> {
  if (ids.length === 0) return [];
  const isAbove = sql<boolean>`unit_id in (
    with recursive above as (
      select unit_id, parent_id from unit where unit_id = any(${ids}::uuid[])
      union select u.unit_id, u.parent_id from unit u join above a on u.unit_id = a.parent_id
    ) select unit_id from above)`;
  return units(db).where(isAbove).execute();
}

/** What stands below some units on a day or later, at any depth. */
export async function listBelow(
  db: Database,
  ids: readonly UnitId[],
  on: Day,
): Promise<readonly Unit[]> {
  if (ids.length === 0) return [];
  const isBelow = sql<boolean>`unit_id in (
    with recursive below as (
      select unit_id from unit where parent_id = any(${ids}::uuid[])
      union select u.unit_id from unit u join below b on u.parent_id = b.unit_id
    ) select unit_id from below)`;
  return units(db)
    .where(isBelow)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .execute();
}

/** A parent's units of a day by name, a page at a time; the provinces where the parent is null. */
export async function listUnitsUnder(
  db: Database,
  parentId: UnitId | null,
  on: Day,
  page: { readonly limit: number; readonly after?: UnitId | undefined },
): Promise<readonly Unit[]> {
  const { after, limit } = page;
  const query = units(db)
    .where('parent_id', parentId === null ? 'is' : '=', parentId)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .orderBy('folded_name')
    .orderBy('unit_id')
    .limit(limit);
  if (after === undefined) return query.execute();
  return query
    .where(
      sql<boolean>`(folded_name, unit_id) > (select folded_name, unit_id from unit where unit_id = ${after})`,
    )
    .execute();
}

/** Units of some levels that stand on a day or begin later. */
export const listUnitsFrom = (
  db: Database,
  levels: readonly Level[],
  from: Day,
): Promise<readonly Unit[]> =>
  units(db)
    .where('level', 'in', levels)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', from)]))
    .execute();

/** The units asked for, all they came from and became, and what all of those stand in. */
export async function findLineage(db: Database, ids: readonly UnitId[]): Promise<Lineage> {
  const asked = await listWithParents(db, ids);
  const { rows } = await sql<{ unitId: UnitId }>`
    with recursive joined as (
      select unnest(${asked.map(({ unitId }) => unitId)}::uuid[]) as unit_id
      union
      select other.unit_id from joined j
      cross join lateral (
        select p.to_id as unit_id from unit_change_part p where p.from_id = j.unit_id and p.to_id is not null
        union all
        select p.from_id from unit_change_part p where p.to_id = j.unit_id and p.from_id is not null
      ) other
    ) select unit_id as "unitId" from joined`.execute(db);
  const joined = rows.map(({ unitId }) => unitId);
  const [all, parts] = await Promise.all([listWithParents(db, joined), listParts(db, joined)]);
  return lineageOf(unitsById(all), parts);
}

export async function listParts(
  db: Database,
  ids: readonly UnitId[],
): Promise<readonly UnitPart[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('unit_change_part')
    .where((eb) =>
      eb.or([
        eb('from_id', '=', sql<string>`any(${ids}::uuid[])`),
        eb('to_id', '=', sql<string>`any(${ids}::uuid[])`),
      ]),
    )
    .select(['from_id as from', 'to_id as to', 'partial'])
    .$narrowType<{ from: UnitId | null; to: UnitId | null }>()
    .execute();
}

/** The changes a unit began or ended with, each with its own parts only. */
export async function listChangesOf(db: Database, unitId: UnitId): Promise<readonly UnitChange[]> {
  const rows = await db
    .selectFrom('unit_change')
    .innerJoin('unit_change_part', 'unit_change_part.change_id', 'unit_change.change_id')
    .where((eb) => eb.or([eb('from_id', '=', unitId), eb('to_id', '=', unitId)]))
    .select(['unit_change.change_id as changeId', 'kind', 'effective_on as effectiveOn'])
    .select(['legal_act as legalAct', 'from_id as from', 'to_id as to', 'partial'])
    .$narrowType<{ changeId: Id<'unit change'>; kind: ChangeKind; effectiveOn: Day }>()
    .$narrowType<{ from: UnitId | null; to: UnitId | null }>()
    .orderBy('effective_on')
    .execute();
  return [...Map.groupBy(rows, ({ changeId }) => changeId).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { changeId, kind, effectiveOn, legalAct } = first;
    const parts = group.map(({ from, to, partial }) => ({ from, to, partial }));
    return [{ changeId, kind, effectiveOn, legalAct, parts }];
  });
}

/** Units that stand on a day with one of the codes, or with one of the names beside one another. */
export async function listRivals(
  db: Database,
  wanted: readonly Pick<Unit, 'level' | 'code' | 'name' | 'parentId'>[],
  on: Day,
): Promise<readonly Unit[]> {
  if (wanted.length === 0) return [];
  return units(db)
    .where((eb) =>
      eb.or(
        wanted.flatMap(({ level, code, name, parentId }) => [
          ...(code === null ? [] : [eb.and([eb('level', '=', level), eb('code', '=', code)])]),
          eb.and([
            eb('name', '=', name),
            // Provinces stand under nothing.
            eb('parent_id', 'is not distinct from', parentId),
          ]),
        ]),
      ),
    )
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .execute();
}

/** Communes whose last day it was, by their codes. */
export const listEndedWithCodes = (
  db: Database,
  codes: readonly string[],
  lastDay: Day,
): Promise<readonly Unit[]> =>
  units(db)
    .where('level', '=', 'xa')
    .where('valid_to', '=', lastDay)
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .execute();

const units = (db: Database) =>
  db
    .selectFrom('unit')
    .select(['unit_id as unitId', 'level', 'code', 'name', 'parent_id as parentId'])
    .select(['valid_from as validFrom', 'valid_to as validTo', 'legal_act as legalAct', 'demo'])
    .$narrowType<{ unitId: UnitId; level: Level; parentId: UnitId | null }>()
    .$narrowType<{ validFrom: Day; validTo: Day | null }>();
