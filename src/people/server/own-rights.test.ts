// What PostgreSQL itself refuses to somebody who would widen their own rights, whatever a command forgets.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, type PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { insertPerson } from './store.ts';

let fresh: FreshDatabase;
let own: Database;
const me = newId<'person'>() as PersonId;
const other = newId<'person'>() as PersonId;

beforeAll(async () => {
  fresh = await freshDatabase();
  for (const personId of [me, other])
    await fresh.owner.transaction().execute((tx) =>
      insertPerson(tx, {
        personId,
        name: 'Trần Thị Ví Dụ',
        username: personId.slice(0, 8),
        passwordHash: 'x',
        demo: false,
      }),
    );
  await sql`INSERT INTO role_holding (holding_id, person_id, role, valid_from, valid_to)
    VALUES (gen_random_uuid(), ${me}, 'administrator', '2026-01-01', '2026-02-01')`.execute(
    fresh.owner,
  );
  own = fresh.reaching({ personId: me, sites: [] });
});
afterAll(() => fresh.close());

test('nobody gives themselves a role', async () => {
  const given = sql`INSERT INTO role_holding (holding_id, person_id, role, valid_from)
    VALUES (gen_random_uuid(), ${me}, 'administrator', '2026-01-01')`.execute(own);
  await expect(given).rejects.toThrow(/row-level security/);
});

test('one’s own role is seen, and its end is not one’s own to move', async () => {
  const { rows } = await sql`SELECT role FROM role_holding`.execute(own);
  expect(rows).toEqual([{ role: 'administrator' }]);
  const moved = await sql`UPDATE role_holding SET valid_to = NULL`.execute(own);
  expect(moved.numAffectedRows).toBe(0n);
});

test('nobody makes themselves another’s stand-in', async () => {
  const named = sql`INSERT INTO stand_in
      (stand_in_id, command_id, absent_id, person_id, valid_from, valid_to, reason, named_by)
    VALUES (gen_random_uuid(), gen_random_uuid(), ${other}, ${me}, '2026-01-01', '2026-12-31',
      'vắng', ${me})`.execute(own);
  await expect(named).rejects.toThrow(/row-level security/);
});

test('an account takes no second password, and no other user name', async () => {
  const second = sql`INSERT INTO sign_in_account
      (id, person_id, account_id, provider_id, password)
    VALUES (gen_random_uuid(), ${other}, 'second', 'credential', 'mine')`.execute(own);
  await expect(second).rejects.toThrow(/sign_in_account_credential/);
  const renamed = sql`UPDATE person SET username = 'mine' WHERE id = ${other}`.execute(own);
  await expect(renamed).rejects.toThrow(/permission denied/);
});
