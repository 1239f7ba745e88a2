// A database of its own for every test file, copied from one that is migrated already.

import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { connect } from 'node:net';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, withReach, type Database } from './db.ts';
import { loginUrl, type Group } from './logins.ts';
import { testSecret } from './testing-server.ts';
import { reachEverywhere, type Reach } from './reach.ts';

export type FreshDatabase = {
  /** As the application, reaching every site: what it may not do fails here too. */
  readonly db: Database;
  /** As the application, limited as a person's requests are. */
  readonly reaching: (reach: Reach) => Database;
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
  const application = openDatabase(testLogin(url, 'binh_yen_app'));
  const owner = openDatabase(url);
  const close = async (): Promise<void> => {
    await Promise.all([application.destroy(), owner.destroy()]);
    await runOn(template, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  const reaching = (reach: Reach): Database => withReach(application, reach);
  return { db: reaching(reachEverywhere), reaching, owner, url, close };
}

/** The database of a test, entered as a member of one of the groups. */
export const testLogin = (url: string, group: Group): string => loginUrl(url, group, testSecret);

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
