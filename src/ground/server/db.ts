// The way to the database: connections as the application's role, values as the house writes them.

import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.ts';
import { types } from './db-values.ts';

export type Database = Kysely<DB>;

/** What the application works as; it cannot change or delete the audit. */
export const applicationRole = 'binh_yen_app';

/** Opens a database as the application's role, or as its owner (migrations and tests only). */
export function openDatabase(
  url: string,
  role?: typeof applicationRole,
  values: pg.CustomTypesConfig = types,
): Database {
  const pool = openPool(url, role, values);
  const patient = {
    options: pool.options,
    connect: () => connectPatiently(pool),
    end: () => pool.end(),
  };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: patient }) });
}

function openPool(url: string, role: string | undefined, values: pg.CustomTypesConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: withOptions(url, role),
    types: values,
    max: 10,
    idleTimeoutMillis: 10_000,
  });
  // Without a listener a connection that breaks between two queries would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/**
 * Runs it in one transaction. Where PostgreSQL asks for it (two transactions in each other's way)
 * it runs again, so it must do nothing but work on the database.
 */
export async function inTransaction<T>(
  db: Database,
  action: (tx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(action);
    } catch (error) {
      if (attempt === 4 || !mustRunAgain.has(codeOf(error))) throw error;
      await sleep(attempt * 20 * Math.random());
    }
  }
}

/** Serialization failure and deadlock. */
const mustRunAgain: ReadonlySet<unknown> = new Set(['40001', '40P01']);
/** Not there yet, no socket yet, starting up, shutting down. */
const comesBack: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOENT', '57P03', '57P01']);
const patience = 5_000;

/** Waits for a PostgreSQL that was killed and is being started again: nothing was sent yet. */
async function connectPatiently(pool: pg.Pool): Promise<pg.PoolClient> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await pool.connect();
    } catch (error) {
      if (Date.now() > end || !comesBack.has(codeOf(error))) throw error;
      await sleep(50);
    }
  }
}

/** Whatever the server or the URL says, days and times come in one form and zone. */
function withOptions(url: string, role: string | undefined): string {
  const changed = new URL(url);
  const asked = changed.searchParams.get('options') ?? '';
  const own = `-c timezone=UTC -c datestyle=ISO${role ? ` -c role=${role}` : ''}`;
  changed.searchParams.set('options', `${asked} ${own}`.trim());
  return changed.href;
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
