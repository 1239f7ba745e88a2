// A site sees of the help given in its commune what everybody may: half-years that are over, never a small number.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { aHelpUnit } from '#help/server/testing.ts';
import { today } from '#sealed/server/testing.ts';
import { aSite } from '#sites/server/testing.ts';
import { helpGivenAt } from './help-given.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

test('of its commune of today, and of no other; below the floor no number', async () => {
  const [own, other] = [await aHelpUnit(fresh), await aHelpUnit(fresh)];
  const siteId = await aSite(fresh);
  const given = () => helpGivenAt(fresh.db, 'all', siteId, today);
  expect(await given()).toEqual([]);
  await sql`DELETE FROM site_place WHERE site_id = ${siteId}`.execute(fresh.owner);
  await sql`INSERT INTO site_place (site_id, unit_id, commune_id, valid_from)
    VALUES (${siteId}, ${own.unitId}, ${own.unitId}, '2026-01-01')`.execute(fresh.owner);
  for (const [ring, count] of [
    [own.ringId, 12],
    [other.ringId, 40],
  ] as const)
    await sql`INSERT INTO help_count VALUES (${ring}, '2025-07-01', ${count}),
      (${ring}, '2025-01-01', 3)`.execute(fresh.owner);
  expect(await given()).toEqual([
    { halfYear: '2025-07-01', shown: { kind: 'value', value: 12 } },
    { halfYear: '2025-01-01', shown: { kind: 'below', below: 10 } },
  ]);
});
