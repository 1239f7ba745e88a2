// A database of its own for every test file, copied from one that is migrated already.

import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { connect } from 'node:net';
import pg from 'pg';
import { inject } from 'vitest';
import { applicationRole, openDatabase, type Database } from './db.ts';

export type FreshDatabase = {
  /** As the application: what it may not do fails here too. */
  readonly db: Database;
  /** As the owner of the tables: to arrange what a test needs and to look at what it left. */
  readonly owner: Database;
  readonly url: string;
  readonly close: () => Promise<void>;
};

/** The first call of a run starts PostgreSQL; runs of pure rules never wait for it. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const template = new URL(await text(connect(inject('testDatabaseSocket'))));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const source = template.pathname.slice(1);
  await runOn(template, `CREATE DATABASE ${name} TEMPLATE ${source} STRATEGY FILE_COPY`);
  const url = withDatabase(template, name);
  const [db, owner] = [openDatabase(url, applicationRole), openDatabase(url)];
  const close = async (): Promise<void> => {
    await Promise.all([db.destroy(), owner.destroy()]);
    await runOn(template, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { db, owner, url, close };
}

function withDatabase(template: URL, name: string): string {
  const url = new URL(template);
  url.pathname = `/${name}`;
  return url.href;
}

async function runOn(template: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(template, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
