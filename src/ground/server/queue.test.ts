// The queue: what is asked for is done once if its cause was committed, and never if it was not.

import { spawn } from 'node:child_process';
import { once as event } from 'node:events';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
  type MockInstance,
} from 'vitest';
import { done, refused } from '../outcome.ts';
import { inTransaction, openDatabase } from './db.ts';
import { enqueue, listQueue, migrateQueue, openQueue, queueVersion, retryJobs } from './queue.ts';
import type { Queue } from './queue.ts';
import { once, type Job, type Task } from './tasks.ts';
import { freshDatabase, testLogin, type FreshDatabase } from './testing.ts';

let fresh: FreshDatabase;
let workerUrl: string;
let queue: Queue | undefined;
let written: MockInstance<typeof process.stderr.write>;

beforeAll(async () => {
  fresh = await freshDatabase();
  workerUrl = testLogin(fresh.url, 'binh_yen_worker');
});
afterAll(() => fresh.close());

beforeEach(async () => {
  written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await sql`DELETE FROM graphile_worker._private_jobs`.execute(fresh.owner);
  await sql`DELETE FROM setting_value`.execute(fresh.owner);
});
afterEach(async () => {
  await queue?.stop();
  queue = undefined;
  vi.restoreAllMocks();
});

type Run = Task<'tidy the queue'>['run'];

function working(run: Run): void {
  const tasks = { 'tidy the queue': { run } };
  queue = openQueue({ url: workerUrl, tasks, timeZone: 'Asia/Ho_Chi_Minh', every: 100 });
}

/** Works and tells how often; each time its answer. */
function counting(...answers: readonly Awaited<ReturnType<Run>>[]): Job[] {
  const seen: Job[] = [];
  working((job) => {
    seen.push(job);
    return Promise.resolve(answers[seen.length - 1] ?? done(true));
  });
  return seen;
}

const ask = (options = {}): Promise<void> =>
  inTransaction(fresh.db, (tx) => enqueue(tx, 'tidy the queue', {}, options));

const isEmpty = (): Promise<void> =>
  vi.waitFor(async () => expect(await listQueue(fresh.db)).toEqual([]), { timeout: 8_000 });

/** Back-off is measured in seconds: for a test it is over at once. */
const forgetPause = () =>
  sql`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL`.execute(
    fresh.owner,
  );

describe('a job', () => {
  test('is done once when its cause is committed', async () => {
    const seen = counting();
    await ask();
    await isEmpty();
    expect(seen.map(({ attempt, isLastTry }) => ({ attempt, isLastTry }))).toEqual([
      { attempt: 1, isLastTry: false },
    ]);
  });

  test('is never done when its cause was rolled back', async () => {
    const broken = inTransaction(fresh.db, async (tx) => {
      await enqueue(tx, 'tidy the queue', {});
      throw new Error('the cause failed');
    });
    await expect(broken).rejects.toThrow('the cause failed');
    const seen = counting();
    await ask({ key: 'the next one' });
    await isEmpty();
    expect(seen).toHaveLength(1);
  });

  test('waits once under its key, and not before its time', async () => {
    const at = new Date(Date.now() + 3_600_000).toISOString();
    await ask({ key: 'one', at });
    await ask({ key: 'one', at });
    const seen = counting();
    await ask({ key: 'another' });
    await vi.waitFor(() => expect(seen).toHaveLength(1), { timeout: 8_000 });
    expect(await listQueue(fresh.db)).toEqual([
      { task: 'tidy the queue', waiting: 1, failing: 0, givenUp: 0, nextAt: at },
    ]);
  });

  test('that is refused or throws is tried again under the same id, later each time', async () => {
    const seen = counting(refused('not yet'));
    const asked = Date.now();
    await ask();
    await vi.waitFor(() => expect(seen).toHaveLength(1), { timeout: 8_000 });
    await vi.waitFor(
      async () => expect(await listQueue(fresh.db)).toMatchObject([{ failing: 1, waiting: 0 }]),
      { timeout: 8_000 },
    );
    const [state] = await listQueue(fresh.db);
    expect(new Date(state?.nextAt ?? 0).getTime()).toBeGreaterThan(asked + 1_000);
    await forgetPause();
    await isEmpty();
    expect(seen.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1);
  });

  test('is given up after its last try, and can be tried again by hand', async () => {
    const seen = counting(refused('not today'));
    await ask({ tries: 1 });
    await vi.waitFor(
      async () => expect(await listQueue(fresh.db)).toMatchObject([{ givenUp: 1, failing: 0 }]),
      { timeout: 8_000 },
    );
    expect(seen.map(({ isLastTry }) => isLastTry)).toEqual([true]);
    expect(await inTransaction(fresh.db, (tx) => retryJobs(tx, 'tidy the queue'))).toBe(1);
    await isEmpty();
    expect(seen).toHaveLength(2);
  });

  test('that fails is logged and kept without the words of its error', async () => {
    working(() => Promise.reject(new RangeError('Nguyễn Văn Ví Dụ <vi-du@example.com>')));
    await ask();
    await vi.waitFor(
      async () => expect(await listQueue(fresh.db)).toMatchObject([{ failing: 1 }]),
      { timeout: 8_000 },
    );
    const { rows } = await sql<{ error: string }>`
      SELECT last_error AS error FROM graphile_worker._private_jobs`.execute(fresh.owner);
    const said = [...written.mock.calls.map(([chunk]) => String(chunk)), rows[0]?.error].join('\n');
    expect(said).toContain('tidy the queue: RangeError');
    expect(said).not.toMatch(/Ví Dụ|example/);
  });
});

/** A process of its own that does the work, and is killed before the queue hears of it. */
async function workAndDie(): Promise<void> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const code = `
    import { openQueue } from '${here}queue.ts';
    import { openDatabase, withReach } from '${here}db.ts';
    import { reachEverywhere } from '${here}reach.ts';
    import { once } from '${here}tasks.ts';
    const db = withReach(openDatabase(process.env.APP), reachEverywhere);
    const run = async (job) => {
      await once(db, job, (tx) => tx.insertInto('setting_value')
        .values({ command_id: crypto.randomUUID(), key: 'effect', value: '1' }).execute());
      process.kill(process.pid, 'SIGKILL');
      await new Promise(() => {});
    };
    openQueue({ url: process.env.WORKER, timeZone: 'UTC', every: 100,
      tasks: { 'tidy the queue': { run } } });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, APP: testLogin(fresh.url, 'binh_yen_app'), WORKER: workerUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = (await event(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

const countEffects = async (): Promise<number> => {
  const rows = await fresh.owner.selectFrom('setting_value').select('key').execute();
  return rows.length;
};

test('a job whose worker was killed after its work is given again and works no second time', async () => {
  await ask();
  await workAndDie();
  expect(await countEffects()).toBe(1);
  expect(await listQueue(fresh.db)).toMatchObject([{ failing: 1 }]);
  const seen: Job[] = [];
  working(async (job) => {
    seen.push(job);
    await once(fresh.db, job, async (tx) => {
      const commandId = crypto.randomUUID();
      await tx
        .insertInto('setting_value')
        .values({ command_id: commandId, key: 'effect', value: '1' })
        .execute();
    });
    return done(true);
  });
  await isEmpty();
  expect(seen.map(({ attempt }) => attempt)).toEqual([2]);
  expect(await countEffects()).toBe(1);
});

test('a job that is being done is not given to a second worker that begins', async () => {
  const release = Promise.withResolvers<void>();
  const begun: string[] = [];
  const hold: Run = async ({ id }) => {
    begun.push(id);
    await release.promise;
    return done(true);
  };
  working(hold);
  await ask();
  await vi.waitFor(() => expect(begun).toHaveLength(1), { timeout: 8_000 });
  const first = queue;
  working(hold);
  // Both have two hands: once four jobs are held, the second worker has looked around.
  for (const _ of [2, 3, 4]) await ask();
  await vi.waitFor(() => expect(begun).toHaveLength(4), { timeout: 8_000 });
  release.resolve();
  await first?.stop();
  await isEmpty();
  expect(new Set(begun).size).toBe(begun.length);
});

test('a stop lets the work that was begun come to its end', async () => {
  let ended = false;
  let begun = false;
  working(async () => {
    begun = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
    ended = true;
    return done(true);
  });
  await ask();
  await vi.waitFor(() => expect(begun).toBe(true), { timeout: 8_000 });
  await queue?.stop();
  expect(ended).toBe(true);
  expect(await listQueue(fresh.db)).toEqual([]);
});

describe('who may do what with the queue', () => {
  test('the application asks, and reads or changes nothing of what was asked', async () => {
    for (const statement of [
      'SELECT * FROM graphile_worker._private_jobs',
      'SELECT * FROM graphile_worker.jobs',
      "SELECT graphile_worker.add_job('x', '{}')",
      'DELETE FROM graphile_worker._private_jobs',
    ])
      await expect(sql.raw(statement).execute(fresh.db)).rejects.toMatchObject({ code: '42501' });
  });

  test('the worker reads and changes the queue, and no table of ours', async () => {
    const worker = openDatabase(workerUrl);
    await ask();
    try {
      const { rows } = await sql`SELECT FROM graphile_worker._private_jobs`.execute(worker);
      expect(rows).toHaveLength(1);
      for (const table of ['person', 'site', 'audit', 'mail', 'setting_value'])
        await expect(sql`SELECT FROM ${sql.table(table)}`.execute(worker)).rejects.toMatchObject({
          code: '42501',
        });
    } finally {
      await worker.destroy();
    }
  });

  test('a job is small and its task a few plain words', async () => {
    const asking = (task: string, payload: string): Promise<unknown> =>
      sql`SELECT enqueue_job(${task}, ${payload}::jsonb)`.execute(fresh.db);
    await expect(asking('Task; DROP', '{}')).rejects.toThrow('no such job');
    await expect(asking('send mail', JSON.stringify('x'.repeat(2_000)))).rejects.toThrow('no such');
  });
});

describe('the schema of the library', () => {
  test('is as new as the library itself', () => {
    const folder = new URL('../../../node_modules/graphile-worker/sql', import.meta.url);
    const newest = Math.max(...readdirSync(folder).map((name) => Number.parseInt(name, 10)));
    expect(queueVersion).toBe(newest);
  });

  test('is brought up to date again without harm', async () => {
    await ask();
    await migrateQueue(fresh.url);
    await sql`REVOKE USAGE ON SCHEMA graphile_worker FROM binh_yen_worker`.execute(fresh.owner);
    await migrateQueue(fresh.url);
    const seen = counting();
    await isEmpty();
    expect(seen).toHaveLength(1);
  });
});
