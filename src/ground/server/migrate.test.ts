// Migrations: all or nothing, forward only, and never on data of a newer version.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './db.ts';
import { isSupported, migrate } from './migrate.ts';
import { freshDatabase, type FreshDatabase } from './testing.ts';

let fresh: FreshDatabase;
/** A database that does not exist yet at the beginning of each test. */
let url: string;
const folder = mkdtempSync(join(tmpdir(), 'binh-yen-migrations-'));

const dropDatabase = async (): Promise<void> => {
  const name = sql.id(new URL(url).pathname.slice(1));
  await sql`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`.execute(fresh.owner);
};

beforeAll(async () => {
  fresh = await freshDatabase();
  url = fresh.url.replace('/test_', '/migrated_');
});

beforeEach(async () => {
  await dropDatabase();
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  write('0001-first.sql', 'CREATE TABLE first (x int);');
  write('0002-second.sql', 'CREATE TABLE second (y int); INSERT INTO second VALUES (1);');
});

afterAll(async () => {
  await dropDatabase();
  await fresh.close();
  rmSync(folder, { recursive: true });
});

const write = (name: string, content: string): void => writeFileSync(join(folder, name), content);

async function tablesIn(): Promise<readonly unknown[]> {
  const owner = openDatabase(url);
  try {
    const { rows } = await sql<{ name: string }>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`.execute(
      owner,
    );
    return rows.map(({ name }) => name);
  } finally {
    await owner.destroy();
  }
}

test('a database that is not there yet is made and gets every migration in order', async () => {
  expect(await migrate(url, folder)).toEqual({ ok: true, value: ['0001-first', '0002-second'] });
  expect(await tablesIn()).toEqual(['first', 'migration', 'second']);
});

test('what was run is not run again', async () => {
  await migrate(url, folder);
  expect(await migrate(url, folder)).toEqual({ ok: true, value: [] });
  write('0003-third.sql', 'CREATE TABLE third (z int);');
  expect(await migrate(url, folder)).toEqual({ ok: true, value: ['0003-third'] });
});

test('of migrations of which one fails none is kept', async () => {
  write('0003-third.sql', 'CREATE TABLE third (z int); SELECT 1/0;');
  await expect(migrate(url, folder)).rejects.toThrow(/division/);
  expect(await tablesIn()).toEqual(['migration']);
});

test('two starts at once migrate once', async () => {
  await migrate(url, folder);
  write('0003-third.sql', 'CREATE TABLE third (z int); SELECT pg_sleep(0.1);');
  const both = await Promise.all([migrate(url, folder), migrate(url, folder)]);
  const ran = both.flatMap((outcome) => (outcome.ok ? outcome.value : ['refused']));
  expect(ran).toEqual(['0003-third']);
});

test('data of a newer version is left alone', async () => {
  write('0003-third.sql', 'CREATE TABLE third (z int);');
  await migrate(url, folder);
  rmSync(join(folder, '0003-third.sql'));
  expect(await migrate(url, folder)).toEqual({
    ok: false,
    refusal: { kind: 'newer data', migration: '0003-third' },
  });
});

test('a server that does not answer is named as the reason', async () => {
  const refusal = await migrate('postgresql://127.0.0.1:1/x', folder);
  expect(refusal).toMatchObject({ ok: false, refusal: { kind: 'unreachable' } });
});

test.each([
  [140_012, false],
  [150_000, true],
  [180_004, true],
  [190_000, false],
])('server version %d is supported: %s', (version, supported) => {
  expect(isSupported(version)).toBe(supported);
});
