// The second wall: PostgreSQL itself shows and takes rows of the reach alone, in every table there is.

import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type SiteId } from '../id.ts';
import type { Database } from './db.ts';
import { aRow, dropRules, listColumns, listSiteTables, type SiteTable } from './reach-rows.ts';
import { freshDatabase, type FreshDatabase } from './testing.ts';

const sites: readonly SiteId[] = Array.from({ length: 5 }, () => newId<'site'>());
const rowsOfEach = 3;

let fresh: FreshDatabase;
let tables: readonly SiteTable[];
let columns: Awaited<ReturnType<typeof listColumns>>;
beforeAll(async () => {
  fresh = await freshDatabase();
  await dropRules(fresh.owner);
  tables = await listSiteTables(fresh.owner);
  columns = await listColumns(fresh.owner);
  for (const table of tables) await fill(table);
});
afterAll(() => fresh.close());

async function fill(table: SiteTable): Promise<void> {
  for (const siteId of sites) await aRow(columns, table, siteId).execute(fresh.owner);
  for (const siteId of sites.flatMap((one) => Array.from({ length: rowsOfEach - 1 }, () => one)))
    // A table with one row for each site holds no second one.
    await aRow(columns, table, siteId)
      .execute(fresh.owner)
      .catch(() => undefined);
  // And some that belong to no site, where there may be such.
  await aRow(columns, table, null)
    .execute(fresh.owner)
    .catch(() => undefined);
}

const denied = /permission denied/;
const refusedByWall = /row-level security|permission denied/;

/** Whose rows a query without any condition brings; none where the table is not to be read. */
async function shown(db: Database, { name, site }: SiteTable): Promise<readonly unknown[]> {
  try {
    const { rows } = await sql<{ of: unknown }>`
      SELECT ${sql.ref(site)} AS of FROM ${sql.table(name)}`.execute(db);
    return rows.map(({ of }) => of);
  } catch (error) {
    if (!denied.test(String(error))) throw error;
    return [];
  }
}

const withoutReach = fc.constant<readonly SiteId[]>([]);
const anyReach = fc.oneof(
  { weight: 1, arbitrary: withoutReach },
  { weight: 6, arbitrary: fc.subarray([...sites]) },
);
const anyTable = () => fc.constantFrom(...tables);
const reaching = (own: readonly SiteId[]): Database =>
  fresh.reaching({ personId: newId<'person'>(), sites: own });

test('there is something to hide: every table that can be read shows rows of every site to who reaches all', async () => {
  const empty: string[] = [];
  for (const table of tables) {
    const seen = new Set(await shown(fresh.db, table));
    if (seen.size > 0 && !sites.every((site) => seen.has(site))) empty.push(table.name);
  }
  expect(empty).toEqual([]);
  expect(tables.length).toBeGreaterThan(20);
});

describe('in every table, for any reach', () => {
  test('a query that forgets its WHERE brings rows of the reach, and nothing without one', async () => {
    await fc.assert(
      fc.asyncProperty(anyReach, async (own) => {
        const db = reaching(own);
        for (const table of tables) {
          const foreign = (await shown(db, table)).filter((of) => !own.some((one) => one === of));
          expect({ table: table.name, foreign }).toEqual({ table: table.name, foreign: [] });
        }
      }),
      { numRuns: 12 },
    );
  });

  test('nothing is added for a site beyond it', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyReach,
        fc.constantFrom(...sites),
        anyTable(),
        async (reach, beyond, table) => {
          const own = reach.filter((site) => site !== beyond);
          const adding = aRow(columns, table, beyond, ({ mayInsert }) => mayInsert);
          const isWritten = columns.some(
            ({ table: of, name, mayInsert }) =>
              of === table.name && name === table.site && mayInsert,
          );
          if (!isWritten) return;
          await expect(adding.execute(reaching(own))).rejects.toThrow(refusedByWall);
        },
      ),
      { numRuns: 150 },
    );
  });

  /** Where to reach the site is not enough: both are written in one's own name alone. */
  const inOnesOwnName: readonly string[] = ['audit', 'glass_opening'];

  test('what is added within it is taken, so that the refusals above are the wall’s', async () => {
    const refusedAt: string[] = [];
    const own = newId<'site'>();
    for (const table of tables.filter(isAddedTo)) {
      const adding = aRow(columns, table, own, ({ mayInsert }) => mayInsert);
      await adding.execute(reaching([own])).catch(() => refusedAt.push(table.name));
    }
    expect(refusedAt).toEqual(inOnesOwnName);
  });

  test('nothing beyond it is changed or removed, and nothing is moved to another site', async () => {
    await fc.assert(
      fc.asyncProperty(anyReach, anyTable(), async (own, table) => {
        const db = reaching(own);
        const before = await fingerprint(table, own);
        for (const change of changesOf(table)) {
          await db
            .transaction()
            .execute((tx) => sql.raw(change).execute(tx))
            .catch((error: unknown) => {
              if (!refusedByWall.test(String(error))) throw error;
            });
        }
        expect({ table: table.name, rows: await fingerprint(table, own) }).toEqual({
          table: table.name,
          rows: before,
        });
        for (const siteId of own)
          await aRow(columns, table, siteId)
            .execute(fresh.owner)
            .catch(() => undefined);
      }),
      { numRuns: 150 },
    );
  });
});

const isAddedTo = (table: SiteTable): boolean =>
  columns.some(
    ({ table: of, name, mayInsert }) => of === table.name && name === table.site && mayInsert,
  );

/** As wide as a statement can be: no condition at all. */
function changesOf({ name, site }: SiteTable): readonly string[] {
  const changeable = columns.filter(({ table, mayUpdate }) => table === name && mayUpdate);
  return [
    ...changeable.map((column) =>
      column.name === site
        ? `UPDATE "${name}" SET "${site}" = '${newId()}'`
        : `UPDATE "${name}" SET "${column.name}" = "${column.name}"`,
    ),
    `DELETE FROM "${name}"`,
  ];
}

/** The rows of the other sites with the transactions that wrote them: an UPDATE to the same value shows. */
async function fingerprint({ name, site }: SiteTable, own: readonly SiteId[]) {
  const { rows } = await sql<{ rows: string }>`
    SELECT ${sql.ref(site)}::text AS of, count(*)::int AS many, max(xmin::text::bigint) AS latest
    FROM ${sql.table(name)}
    WHERE (${sql.ref(site)} = ANY (${own}::uuid[])) IS NOT TRUE GROUP BY 1 ORDER BY 1`.execute(
    fresh.owner,
  );
  return rows;
}
