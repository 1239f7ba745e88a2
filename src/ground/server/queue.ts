// Work that is done later: asked for in the transaction of its cause. The only file that knows graphile-worker.

import { EventEmitter } from 'node:events';
import type { Runner, TaskList, WorkerEvents, WorkerPool } from 'graphile-worker';
import { sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Instant } from '#ground/day.ts';
import { isTimeOfDay } from './daily.ts';
import { log } from './log.ts';
import type { DB } from './schema.ts';
import { isTaskName, runTask, taskNames, type Payloads, type TaskName, type Tasks } from './tasks.ts';

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
