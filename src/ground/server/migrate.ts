// Brings a database to the shape this version needs: numbered plain SQL files, forward only.

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { done, refused, type Outcome } from '#ground/outcome.ts';

/** The names of the migrations that were run now; none where there was nothing to do. */
export type Migrated = readonly string[];

export type MigrateRefusal =
  | { readonly kind: 'wrong version'; readonly version: string }
  | { readonly kind: 'newer data'; readonly migration: string }
  | { readonly kind: 'unreachable'; readonly reason: string };

const table = 'migration';
const migrationsFolder = fileURLToPath(new URL('../../../db/migrations', import.meta.url));

export async function migrate(
  url: string,
  folder = migrationsFolder,
): Promise<Outcome<Migrated, MigrateRefusal>> {
  const connected = await connect(url);
  if (!connected.ok) return connected;
  try {
    return await migrateWith(connected.value, folder);
  } finally {
    await connected.value.end();
  }
}

/** PostgreSQL 15 to 18, as server_version_num counts: 180004 is 18.4. */
export const isSupported = (versionNumber: number): boolean =>
  versionNumber >= 150_000 && versionNumber < 190_000;

async function migrateWith(
  client: pg.Client,
  folder: string,
): Promise<Outcome<Migrated, MigrateRefusal>> {
  const version = await findWrongVersion(client);
  if (version) return refused({ kind: 'wrong version', version });
  const wanted = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const names = new Set(wanted.map((name) => name.slice(0, -'.sql'.length)));
  const present = await listRun(client);
  const unknown = present.find((name) => !names.has(name));
  if (unknown) return refused({ kind: 'newer data', migration: unknown });
  return done(present.length === names.size ? [] : await run(client, folder));
}

/** The library is loaded only where there is something to run: it takes longer than the check. */
async function run(client: pg.Client, folder: string): Promise<Migrated> {
  const { runner } = await import('node-pg-migrate');
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const ran = await runner({
    dbClient: client,
    dir: folder,
    migrationsTable: table,
    direction: 'up',
    // All or none: no version of the code fits a database that stopped half-way.
    singleTransaction: true,
    advisoryLockMode: 'wait',
    logger: silent,
  });
  return ran.map(({ name }) => name);
}

async function listRun(client: pg.Client): Promise<readonly string[]> {
  try {
    const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${table} ORDER BY id`);
    return rows.map(({ name }) => name);
  } catch (error) {
    if (codeOf(error) === undefinedTable) return [];
    throw error;
  }
}

async function findWrongVersion(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ number: number; text: string }>(
    `SELECT current_setting('server_version_num')::int AS number,
            current_setting('server_version') AS text`,
  );
  const [version] = rows;
  if (!version) throw new Error('PostgreSQL did not say its version');
  return isSupported(version.number) ? undefined : version.text;
}

const undefinedTable = '42P01';
const undefinedDatabase = '3D000';

async function connect(url: string): Promise<Outcome<pg.Client, MigrateRefusal>> {
  try {
    return done(await connectTo(url));
  } catch (error) {
    if (codeOf(error) !== undefinedDatabase)
      return refused({ kind: 'unreachable', reason: error instanceof Error ? error.message : '' });
  }
  await createDatabase(url);
  return done(await connectTo(url));
}

async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** A new cluster has no database of ours yet. */
async function createDatabase(url: string): Promise<void> {
  const elsewhere = new URL(url);
  const name = decodeURIComponent(elsewhere.pathname.slice(1));
  elsewhere.pathname = '/postgres';
  const client = await connectTo(elsewhere.href);
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
