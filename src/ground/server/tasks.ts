// What may be asked for to be done later, what each such job carries, and what doing it looks like.

import type { Transaction } from 'kysely';
import type { Instant } from '#ground/day.ts';
import type { PersonId } from '#ground/id.ts';
import type { Mail } from '#ground/mail.ts';
import type { Outcome } from '#ground/outcome.ts';
import { inTransaction, type Database } from './db.ts';
import type { DB } from './schema.ts';

/**
 * The one table of tasks: a name and what its jobs carry. Ids and words of ours only: what stands
 * in the queue is read by nobody's permission. Add a line here and its work in src/work.server.ts.
 */
export type Payloads = {
  'send mail': { readonly mailId: string; readonly to: PersonId; readonly mail: Mail };
  'send reminders': Nothing;
  'tidy the queue': Nothing;
};

export type TaskName = keyof Payloads;
/** For tasks that come back by the clock and carry nothing. */
export type Nothing = Readonly<Record<string, never>>;

export type Job<N extends TaskName = TaskName> = {
  /** The same at every try of the same job, and no other job's: what `once` remembers. */
  readonly id: string;
  readonly payload: Payloads[N];
  /** When it was to be done: earlier than now where the server was off. */
  readonly due: Instant;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly isLastTry: boolean;
};

export type Task<N extends TaskName = TaskName> = {
  /** Refused: try again later; the reason is a few words of ours, without anybody's name. */
  readonly run: (job: Job<N>) => Promise<Outcome<unknown, string>>;
  /** 'HH:MM' by the installation's own clock: done every day at that time. */
  readonly daily?: string;
  /** How often it is tried (25): the pauses grow from seconds to six hours, 25 tries take four days. */
  readonly tries?: number;
};

export type Tasks = { readonly [N in TaskName]: Task<N> };

/**
 * Does it in one transaction, and only if the same job has not done it before: a worker that was
 * killed after its work and before it could say so is given the job again.
 */
export async function once(
  db: Database,
  { id }: Pick<Job, 'id'>,
  action: (tx: Transaction<DB>) => Promise<void>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const first = await tx
      .insertInto('finished_job')
      .values({ job_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (first.numInsertedOrUpdatedRows === 1n) await action(tx);
  });
}
