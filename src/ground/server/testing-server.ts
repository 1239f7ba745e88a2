// The one PostgreSQL of a test run: started when the first test asks for it, thrown away at the end.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureLogins } from './logins.ts';
import { migrate } from './migrate.ts';
import { startPostgres, type Postgres } from './postgres.ts';
import { migrateQueue } from './queue.ts';
import { becomes, findStart, listProcessesIn, signal } from './processes.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Whoever connects here is told the address of the migrated template database. */
    testDatabaseSocket: string;
  }
}

/** Vitest runs this once, before the tests, and what it returns after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  let running: Promise<Running> | undefined;
  const socket = join(folder, 'ask');
  const server = await listen(socket, (asking) => {
    running ??= start(join(folder, 'data'));
    running.then(
      ({ url }) => asking.end(url),
      (error: unknown) => asking.destroy(error instanceof Error ? error : undefined),
    );
  });
  project.provide('testDatabaseSocket', socket);
  return async () => {
    server.close();
    await (await running)?.postgres?.stop();
    await rm(folder, { recursive: true });
  };
}

/** What the logins of test databases are made from. */
export const testSecret = 'for tests alone';

const prefix = 'binh-yen-test-';

/** A run that was killed could not stop its PostgreSQL: the next one does, by the id in the name. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = /^binh-yen-test-(\d+)-/.exec(name) ?? [];
    if (!pid || findStart(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    const remain = (): readonly number[] => listProcessesIn(join(folder, 'data/postgres'));
    for (const part of remain()) signal(part, 'SIGKILL');
    await becomes(() => remain().length === 0, 5_000);
    await rm(folder, { recursive: true, force: true });
  }
}

type Running = { readonly url: string; readonly postgres?: Postgres };

/** TEST_DATABASE_URL names another PostgreSQL: databases are made in it and dropped again. */
async function start(data: string): Promise<Running> {
  const elsewhere = process.env['TEST_DATABASE_URL'];
  if (elsewhere) return migrated({ url: elsewhere });
  const started = await startPostgres(data, { durable: false });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  return migrated({ url: started.value.url, postgres: started.value });
}

async function migrated(running: Running): Promise<Running> {
  const outcome = await migrate(running.url);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  await migrateQueue(running.url);
  await ensureLogins(running.url, testSecret);
  return running;
}

const listen = (socket: string, answer: (asking: Socket) => void): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer(answer).listen(socket, () => resolve(server));
  });
