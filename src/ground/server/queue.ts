// Work that is done later: asked for in the transaction of its cause. The only file that knows graphile-worker.

import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobHelpers, Logger, ParsedCronItem, Runner, TaskList } from 'graphile-worker';
import { sql, type Kysely, type Transaction } from 'kysely';
import pg from 'pg';
import { isAt } from '../daily.ts';
import type { Instant } from '../day.ts';
import { log } from './log.ts';
import type { DB } from './schema.ts';
import { taskNamesOf, work, type Payloads, type SomeTasks, type TaskName } from './tasks.ts';

export type EnqueueOptions = {
  /** Only one job of a key waits; asked for again it takes the new payload and time. */
  readonly key?: string;
  /** Not before this; missing: at once. */
  readonly at?: Instant;
  readonly tries?: number;
};

/** The job is there if, and only if, the transaction is committed. */
export async function enqueue<N extends TaskName>(
  tx: Transaction<DB>,
  task: N,
  payload: Payloads[N],
  { key, at, tries }: EnqueueOptions = {},
): Promise<void> {
  await sql`SELECT enqueue_job(${task}, ${JSON.stringify(payload)}::jsonb, ${key ?? null},
    ${at ?? null}::timestamptz, ${tries ?? null}::integer)`.execute(tx);
}

export type TaskState = {
  readonly task: string;
  readonly waiting: number;
  /** Tried in vain and still being tried. */
  readonly failing: number;
  readonly givenUp: number;
  readonly nextAt: Instant | null;
};

/** Names and counts: what the jobs carry cannot be read from here. */
export async function listQueue(db: Kysely<DB>): Promise<readonly TaskState[]> {
  const { rows } = await sql<TaskState>`
    SELECT task, waiting, failing, given_up AS "givenUp", next_at AS "nextAt"
    FROM queue_state()`.execute(db);
  return rows;
}

/** Tries everything of a task that failed again, at once; how many that are. */
export async function retryJobs(tx: Transaction<DB>, task: TaskName): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT retry_jobs(${task}) AS count`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** The schema of the library as of this version of it: a test compares. */
export const queueVersion = 20;

/** Brings the library's own schema up to date, as the owner, and lets the worker in. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const pool = openPool(ownerUrl, 1);
  try {
    if (await isCurrent(pool)) return;
    const { runMigrations } = await import('graphile-worker');
    await runMigrations({ pgPool: pool, logger: await quietLogger() });
    await pool.query(grants);
  } finally {
    await pool.end();
  }
}

async function isCurrent(pool: pg.Pool): Promise<boolean> {
  const made = await pool.query("SELECT FROM pg_tables WHERE schemaname = 'graphile_worker'");
  if (made.rowCount === 0) return false;
  const { rows } = await pool.query<{ current: boolean }>(
    `SELECT coalesce(max(id), 0) >= ${queueVersion}
       AND has_schema_privilege('binh_yen_worker', 'graphile_worker', 'USAGE') AS current
     FROM graphile_worker.migrations`,
  );
  return rows[0]?.current === true;
}

const queueTables = [
  '_private_jobs',
  '_private_job_queues',
  '_private_tasks',
  '_private_known_crontabs',
];
/** The library hides its rows from everybody but their owner; the worker is let through. */
const grants = `BEGIN;
  GRANT SELECT ON graphile_worker.migrations TO binh_yen_worker;
  ${queueTables
    .map((name) => `graphile_worker.${name}`)
    .map(
      (table) => `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO binh_yen_worker;
        DROP POLICY IF EXISTS worker ON ${table};
        CREATE POLICY worker ON ${table} TO binh_yen_worker USING (true);`,
    )
    .join('\n')}
  GRANT USAGE ON SCHEMA graphile_worker TO binh_yen_worker;
  COMMIT;`;

export type Queue = {
  /** Lets what is being done come to its end for some seconds, and takes no more. */
  readonly stop: () => Promise<void>;
};

export type QueueOptions = {
  /** Of a login that is a member of binh_yen_worker. */
  readonly url: string;
  readonly tasks: SomeTasks;
  /** By whose clock daily tasks are done. */
  readonly timeZone: string;
  /** Milliseconds between two looks for what has come due; new jobs announce themselves. */
  readonly every?: number;
};

/** Works until it is stopped; where the database goes away it begins again. */
export function openQueue(options: QueueOptions): Queue {
  const stopping = new AbortController();
  const running = keepWorking(options, stopping.signal);
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

async function keepWorking(options: QueueOptions, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await workUntil(stopping, options);
    } catch (error) {
      log.warning('the queue broke off and begins again', error);
      await sleep(pauseAfterBreak, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
}

const pauseAfterBreak = 3_000;
/** A stop waits this long for what is being done; the job is tried again at the next start. */
const patience = 4_000;
const lookForDeadEvery = 5 * 60_000;

async function workUntil(stopping: AbortSignal, options: QueueOptions): Promise<void> {
  const name = `queue ${randomUUID()}`;
  const pool = openPool(options.url, 3, name);
  try {
    await unlockJobsOfTheDead(pool);
    const runner = await begin(pool, name, options);
    const looking = setInterval(() => {
      unlockJobsOfTheDead(pool).catch(() => undefined);
    }, lookForDeadEvery);
    const end = (): void => void stop(runner);
    stopping.addEventListener('abort', end);
    if (stopping.aborted) end();
    await runner.promise.finally(() => clearInterval(looking));
  } finally {
    await pool.end();
  }
}

async function begin(
  pool: pg.Pool,
  name: string,
  { tasks, timeZone, every = 20_000 }: QueueOptions,
): Promise<Runner> {
  const { parseCronItems, run } = await import('graphile-worker');
  return run({
    pgPool: pool,
    events: naming(name),
    logger: await quietLogger(),
    noHandleSignals: true,
    concurrency: 2,
    pollInterval: every,
    // Without a batch the library does not wait, when it stops, until it has written what is done.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: taskList(tasks),
    parsedCronItems: parseCronItems(dailyItems(tasks, timeZone)),
  });
}

async function stop(runner: Runner): Promise<void> {
  const impatient = new AbortController();
  const late = sleep(patience, undefined, { signal: impatient.signal, ref: false })
    .then(() => runner.kill())
    .catch(() => undefined);
  await runner.stop().catch(() => undefined);
  impatient.abort();
  await late;
}

/** A job is held in the name its worker's connections carry. */
const naming = (name: string): EventEmitter =>
  new EventEmitter().on('pool:create', ({ workerPool }: { workerPool: { id: string } }) =>
    Object.assign(workerPool, { id: name }),
  );

/** What is held in a name no connection carries was being done when its process was killed. */
const unlockJobsOfTheDead = (pool: pg.Pool): Promise<unknown> =>
  pool.query(`SELECT graphile_worker.force_unlock_workers(ARRAY(
    SELECT DISTINCT locked_by FROM graphile_worker._private_jobs
    WHERE locked_by IS NOT NULL
      AND locked_by NOT IN (SELECT application_name FROM pg_stat_activity)))`);

const taskList = (tasks: SomeTasks): TaskList =>
  Object.fromEntries(
    taskNamesOf(tasks).map((name) => [
      name,
      (payload: unknown, { job }: JobHelpers) => work(tasks, name, payload, job),
    ]),
  );

function dailyItems(tasks: SomeTasks, timeZone: string) {
  return taskNamesOf(tasks).flatMap((task) => {
    const { daily, tries } = tasks[task] ?? {};
    if (!daily) return [];
    const match: ParsedCronItem['match'] = (moment) => isAt(daily, timeZone, moment, new Date());
    // What came due while the server was off for up to a day is done when it is back.
    const options = { backfillPeriod: 86_400_000, ...(tries && { maxAttempts: tries }) };
    return [{ task, match, options }];
  });
}

function openPool(url: string, max: number, name = 'queue'): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, application_name: name });
  // Without a listener a connection that breaks between two queries would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/** Its messages may quote what jobs carry: ours are written where the work is done. */
async function quietLogger(): Promise<Logger> {
  const library = await import('graphile-worker');
  return new library.Logger(() => () => undefined);
}
