// The database as the house uses it: roles, values, transactions.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Busy, failureStatus } from '../failure.ts';
import { inTransaction, openDatabase, type Database } from './db.ts';
import { freshDatabase, type FreshDatabase } from './testing.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const valueOf = async (expression: string): Promise<unknown> => {
  const { rows } = await sql`SELECT ${sql.raw(expression)} AS value`
    .$castTo<{ value: unknown }>()
    .execute(fresh.db);
  return rows[0]?.value;
};

describe('values', () => {
  test.each([
    ["'2026-11-23'::date", '2026-11-23'],
    ["'2026-11-23 08:02:03.123456+07'::timestamptz", '2026-11-23T01:02:03.123Z'],
    ['9007199254740991::int8', 9007199254740991],
    ['991.89::numeric', 991.89],
    ["ARRAY['2026-11-23'::date, NULL]", ['2026-11-23', null]],
    ['ARRAY[1.5, 2]::numeric[]', [1.5, 2]],
    ['count(*)', 1],
  ])('%s arrives as %j', async (expression, expected) => {
    expect(await valueOf(expression)).toEqual(expected);
  });

  test('a bigint that no number can hold is an error, not a rounded figure', async () => {
    await expect(valueOf('9007199254740993::int8')).rejects.toThrow(RangeError);
  });
});

describe('the application’s role', () => {
  test('may not make tables', async () => {
    await expect(sql`CREATE TABLE loose (x int)`.execute(fresh.db)).rejects.toThrow(/permission/);
  });

  test('may not change or remove the audit', async () => {
    await expect(sql`DELETE FROM audit`.execute(fresh.db)).rejects.toThrow(/permission/);
    await expect(sql`UPDATE audit SET command = ''`.execute(fresh.db)).rejects.toThrow(
      /permission/,
    );
  });
});

describe('a transaction', () => {
  test('leaves nothing behind when it fails', async () => {
    await sql`CREATE TABLE kept (x int)`.execute(fresh.owner);
    const failing = inTransaction(fresh.owner, async (tx) => {
      await sql`INSERT INTO kept VALUES (1)`.execute(tx);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await sql`SELECT * FROM kept`.execute(fresh.owner)).rows).toEqual([]);
  });

  test('of two that stand in each other’s way both are done in the end', async () => {
    await sql`CREATE TABLE tally (id int PRIMARY KEY, votes int)`.execute(fresh.owner);
    await sql`INSERT INTO tally VALUES (1, 0), (2, 0)`.execute(fresh.owner);
    const both = (first: number, second: number) =>
      inTransaction(fresh.owner, async (tx) => {
        await sql`UPDATE tally SET votes = votes + 1 WHERE id = ${first}`.execute(tx);
        await sql`SELECT pg_sleep(0.05)`.execute(tx);
        await sql`UPDATE tally SET votes = votes + 1 WHERE id = ${second}`.execute(tx);
      });
    await Promise.all([both(1, 2), both(2, 1)]);
    expect((await sql`SELECT votes FROM tally`.execute(fresh.owner)).rows).toEqual([
      { votes: 2 },
      { votes: 2 },
    ]);
  });
});

describe('a database with limits', () => {
  const limits = { statement: 200, lock: 100, connection: 100 };
  let limited: Database;
  beforeAll(() => {
    limited = openDatabase(fresh.url, { connections: 1, limits });
  });
  afterAll(() => limited.destroy());

  test('ends a statement that takes too long', async () => {
    const sleeping = sql`SELECT pg_sleep(5)`.execute(limited).catch(failureStatus);
    expect(await sleeping).toBe(503);
  });

  test('does not wait for a lock that somebody keeps', async () => {
    await fresh.owner.transaction().execute(async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(7)`.execute(tx);
      const locking = sql`SELECT pg_advisory_xact_lock(7)`.execute(limited);
      await expect(locking).rejects.toMatchObject({ code: '55P03' });
    });
  });

  test('does not wait for a connection that is not given back', async () => {
    await limited.connection().execute(async () => {
      await expect(sql`SELECT 1`.execute(limited)).rejects.toBeInstanceOf(Busy);
    });
  });

  test('leaves one without limits all the time it needs', async () => {
    const { rows } = await sql`SHOW statement_timeout`.execute(fresh.owner);
    expect(rows).toEqual([{ statement_timeout: '0' }]);
  });
});
