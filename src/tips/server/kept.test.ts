// What is kept of whoever knocked: no hour, no address, no device, nowhere.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '#ground/server/db.ts';
import { freshDatabase, testLogin, type FreshDatabase } from '#ground/server/testing.ts';
import type { Intake } from '../intake.ts';
import { aLetter, aTipUnit, openTestIntake, type Unit } from './testing.ts';

let fresh: FreshDatabase;
let intake: Intake;
let unit: Unit;
let login: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestIntake(fresh, () => new Date('2026-05-20T18:30:00Z'));
  unit = await aTipUnit(fresh);
  login = openDatabase(testLogin(fresh.url, 'binh_yen_intake'));
});
afterAll(async () => {
  await login.destroy();
  await intake.stop();
  await fresh.close();
});

describe('the login of the doors', () => {
  test.each([
    'SELECT * FROM tip',
    'SELECT count(*) FROM tip',
    'SELECT find_hash FROM tip_tombstone',
    'SELECT sealed FROM tip_letter',
    'SELECT number FROM tip_piece',
    'SELECT * FROM key_ring',
    'SELECT * FROM ring_share',
    'SELECT * FROM person',
    'SELECT * FROM audit',
    'INSERT INTO tip_event SELECT * FROM tip_event',
    'DELETE FROM tip',
    "UPDATE tip SET state = 'closed'",
    "SELECT end_tips('2026-01-01')",
    "SELECT * FROM rings_unread_since('2026-01-01')",
    'SELECT * FROM held_epochs()',
    'SELECT append_audit(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)',
  ])('may not: %s', async (statement) => {
    await expect(sql.raw(statement).execute(login)).rejects.toThrow(/permission denied/);
  });
});

describe('what is kept', () => {
  test('has no column for an hour, an address, a device or a code', async () => {
    const { rows } = await sql<{ name: string; type: string }>`
      SELECT table_name || '.' || column_name AS name, data_type AS type
      FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name ~ '^tip(_|$)'`.execute(fresh.owner);
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter(({ type }) => /time|inet|cidr|json|serial|bigint/.test(type))).toEqual([]);
    expect(rows.filter(({ name }) => /addr|_ip\b|agent|device|phone|code/.test(name))).toEqual([]);
  });
  test('leaves no hour of a tip anywhere: no audit row, no job, no defaulted time', async () => {
    const before = await counts();
    await intake.inTurn({ address: '203.0.113.99' }, () =>
      intake.receiveTip(aLetter(unit.ringId), 'web'),
    );
    expect(await counts()).toEqual(before);
  });
});

/** Rows of every table but those of tips. */
async function counts(): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; count: number }>`
    SELECT relname AS name, (xpath('/row/c/text()', query_to_xml(
      format('SELECT count(*) AS c FROM %I', relname), false, true, '')))[1]::text::integer AS count
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND relname !~ '^tip(_|$)'`.execute(fresh.owner);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
