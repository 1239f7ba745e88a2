// Whether somebody has work due, within their own reach.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { newId, type PersonId, type SiteId } from '#ground/id.ts';
import { openDatabase, type Database } from '#ground/server/db.ts';
import { freshDatabase, testLogin, type FreshDatabase } from '#ground/server/testing.ts';
import { aSite, anActor } from '#sites/server/testing.ts';
import { hasWorkDue } from './work-due.ts';

let fresh: FreshDatabase;
/** As the worker's tasks have it: reaching nothing by itself. */
let db: Database;
let own: SiteId;
const today = day('2026-06-15');

beforeAll(async () => {
  fresh = await freshDatabase();
  db = openDatabase(testLogin(fresh.url, 'binh_yen_app'));
  own = await aSite(fresh);
  await fresh.owner
    .updateTable('duty')
    .set({ due: today })
    .where('role', '=', 'core_member')
    .execute();
  await fresh.owner
    .updateTable('open_duty')
    .set({ expected: today })
    .where('role', '=', 'core_member')
    .execute();
});
afterAll(async () => {
  await db.destroy();
  await fresh.close();
});

async function aMember(siteId: SiteId | null, to: string | null = null): Promise<PersonId> {
  const { personId } = await anActor(fresh, 'core_member', siteId);
  const values = { holding_id: newId(), person_id: personId, role: 'core_member', site_id: siteId };
  if (siteId !== null)
    await fresh.owner
      .insertInto('role_holding')
      .values({ ...values, valid_from: '2026-01-01', valid_to: to })
      .execute();
  return personId;
}

test('a member of the site whose duty is due has, from its day on', async () => {
  const member = await aMember(own);
  expect(await hasWorkDue(db, member, today)).toBe(true);
  expect(await hasWorkDue(db, member, addDays(today, -1))).toBe(false);
});

test('whoever holds no role there, or none any more, has not', async () => {
  expect(await hasWorkDue(db, await aMember(null), today)).toBe(false);
  expect(await hasWorkDue(db, await aMember(own, '2026-06-14'), today)).toBe(false);
});
