// The way to the database: connections, how far each one reaches, values as the house writes them.

import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { Busy } from '../failure.ts';
import { types } from './db-values.ts';
import { limited, type Reach } from './reach.ts';
import type { DB } from './schema.ts';

export type Database = Kysely<DB>;

/** Milliseconds after which PostgreSQL gives up, and the person is told that it is busy. */
export type Limits = {
  readonly statement: number;
  readonly lock: number;
  /** Until one of the connections is free. */
  readonly connection: number;
};

/** For what a person waits for; migrations and jobs take the time they need. */
export const pageLimits: Limits = { statement: 30_000, lock: 8_000, connection: 10_000 };

/**
 * Opens a database as whoever the address names. As the application (logins.ts) it sees no row of
 * any site until `withReach` says whose.
 */
export function openDatabase(
  url: string,
  {
    values = types,
    connections = 10,
    limits,
  }: { values?: pg.CustomTypesConfig; connections?: number; limits?: Limits } = {},
): Database {
  const pool = openPool(url, { values, connections, limits });
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: {
        options: pool.options,
        connect: () => connectPatiently(pool),
        end: () => pool.end(),
      },
    }),
  });
  pools.set(db, pool);
  return db;
}

/** The same database over the same connections, each of its transactions limited to the reach. */
export function withReach(db: Database, reach: Reach): Database {
  const pool = pools.get(db);
  if (!pool) throw new Error('a reach is set on an opened database, once');
  const connect = async () => limited(await connectPatiently(pool), reach);
  const end = (): Promise<void> => Promise.reject(new Error('closed where it was opened'));
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: { options: pool.options, connect, end } }),
  });
}

const pools = new WeakMap<Database, pg.Pool>();

type PoolTerms = {
  readonly values: pg.CustomTypesConfig;
  readonly connections: number;
  readonly limits: Limits | undefined;
};

function openPool(url: string, { values, connections, limits }: PoolTerms): pg.Pool {
  const pool = new pg.Pool({
    connectionString: withOptions(url, limits),
    types: values,
    max: connections,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: limits?.connection ?? 0,
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
      if (isOutOfTime(error)) throw new Busy('no connection was free', { cause: error });
      if (Date.now() > end || !comesBack.has(codeOf(error))) throw error;
      await sleep(50);
    }
  }
}

/** Whatever the server or the URL says, days and times come in one form and zone. */
function withOptions(url: string, limits: Limits | undefined): string {
  const changed = new URL(url);
  const asked = changed.searchParams.get('options') ?? '';
  const times = limits && `-c statement_timeout=${limits.statement} -c lock_timeout=${limits.lock}`;
  const own = ['-c timezone=UTC -c datestyle=ISO', times ?? ''].join(' ');
  changed.searchParams.set('options', `${asked} ${own}`.trim());
  return changed.href;
}

/** The pool says so in words alone. */
const isOutOfTime = (error: unknown): boolean =>
  error instanceof Error && /\btimeout\b/.test(error.message) && codeOf(error) === undefined;

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
