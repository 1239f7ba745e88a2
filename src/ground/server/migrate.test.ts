// Migrations: all or nothing, forward only, and never on data of a newer version.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './db.ts';
import { isSupported, migrate } from './migrate.ts';
import { freshDatabase } from './testing.ts';

const { url, close } = await freshDatabase();
const empty = new URL(url);
empty.pathname = `${empty.pathname}_empty`;
const owner = openDatabase(empty.href);
const admin = openDatabase(url);
const folder = mkdtempSync(join(tmpdir(), 'binh-yen-migrations-'));

const name = sql.id(empty.pathname.slice(1));

beforeEach(async () => {
  await sql`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`.execute(admin);
  rmSync(folder, { recursive: true });
  writeInto('0001-first.sql', 'CREATE TABLE first (x int);');
  writeInto('0002-second.sql', 'CREATE TABLE second (y int); INSERT INTO second VALUES (1);');
});

afterAll(async () => {
  await owner.destroy();
  await sql`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`.execute(admin);
  await admin.destroy();
  await close();
  rmSync(folder, { recursive: true });
});
