// The log keeps what a repair needs and nothing of what people wrote.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeError } from './log.ts';
import { freshDatabase, type FreshDatabase } from './testing.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

test('an error of the database names the rule that was broken, never the record', async () => {
  await sql`CREATE TABLE named (name text CONSTRAINT one_name UNIQUE)`.execute(fresh.owner);
  await sql`INSERT INTO named VALUES ('bí mật')`.execute(fresh.owner);
  const failure = sql`INSERT INTO named VALUES ('bí mật')`.execute(fresh.owner);
  const description = describeError(await failure.catch((error: unknown) => error));
  expect(description).toContain('23505 named one_name');
  expect(description).not.toContain('bí mật');
});

test('an error whose text quotes a value keeps its place only', async () => {
  const failure = sql`SELECT ${'bí mật'}::int`.execute(fresh.owner);
  const description = describeError(await failure.catch((error: unknown) => error));
  expect(description).toContain('22P02');
  expect(description).toContain('log.test.ts');
  expect(description).not.toContain('bí mật');
});

test('an error of our own is told with its place', () => {
  expect(describeError(new Error('no such step'))).toMatch(/no such step\n.*log\.test\.ts/);
});
