// What may be asked for to be done later, what each such job carries, and what doing it looks like.

import type { Transaction } from 'kysely';
import type { Instant } from '../day.ts';
import type { Mail } from '../mail.ts';
import type { Outcome } from '../outcome.ts';
import { inTransaction, type Database } from './db.ts';
import { log } from './log.ts';
import type { DB } from './schema.ts';

/** For tasks that come back by the clock and carry nothing. */
export type Nothing = Readonly<Record<string, never>>;

/**
 * The one table of tasks: a name (lower-case words) and what its jobs carry: ids and words of ours,
 * never anybody's name or number. Whoever adds a line adds its work in src/work.server.ts.
 */
export type Payloads = {
  'send mail': { readonly mailId: string; readonly mail: Mail };
  'send reminders': Nothing;
  'tidy the queue': Nothing;
  'make ahead': Nothing;
  'end records': Nothing;
  'close the record': Nothing;
};

export type TaskName = keyof Payloads;

export type Job<N extends TaskName = TaskName> = {
  /** The same at every try of one job, and never another job's: what `once` remembers. */
  readonly id: string;
  readonly payload: Payloads[N];
  /** When it was to be done: long ago where the server was off. */
  readonly due: Instant;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly isLastTry: boolean;
};

export type Task<N extends TaskName = TaskName> = {
  /** Refused: try again later, for a reason of a few words of ours, without anybody's name. */
  readonly run: (job: Job<N>) => Promise<Outcome<unknown, string>>;
  /** 'HH:MM' by the installation's own clock: done every day at that time. */
  readonly daily?: string;
  /** How often a daily task is tried (25): pauses grow from seconds to six hours. */
  readonly tries?: number;
};

export type Tasks = { readonly [N in TaskName]: Task<N> };

/** What one worker does: jobs of other tasks wait for a worker that knows them. */
export type SomeTasks = { readonly [N in TaskName]?: Task<N> };

export const taskNamesOf = (tasks: SomeTasks): readonly TaskName[] =>
  Object.keys(tasks).filter((name): name is TaskName => name in tasks);

/**
 * Does it in one transaction, and only if the same job has not done it before: a worker killed
 * after its work, before it could say so, is given the job again.
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

/** What the queue hands over beside what a job carries. */
type Handed = {
  readonly run_at: Date;
  readonly attempts: number;
  readonly max_attempts: number;
};

/** Throws where the job is to be tried again; what it throws, and what is logged, names nobody. */
export async function work<N extends TaskName>(
  tasks: SomeTasks,
  name: N,
  carried: unknown,
  handed: Handed,
): Promise<void> {
  const job = jobOf(name, carried, handed);
  const task: Task<N> | undefined = tasks[name];
  if (!task) throw new Error(`no such task: ${name}`);
  const failure = await failureOf(() => task.run(job));
  if (failure === undefined) return;
  log.warning(`${name}: ${failure} (try ${job.attempt} of ${handed.max_attempts})`);
  throw new Error(failure);
}

async function failureOf(
  run: () => Promise<Outcome<unknown, string>>,
): Promise<string | undefined> {
  try {
    const outcome = await run();
    return outcome.ok ? undefined : outcome.refusal;
  } catch (error) {
    return kindOf(error);
  }
}

/** The kind of an error and where it came from: its message may quote somebody's record. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const [frame = ''] = /\bat .*$/m.exec(error.stack ?? '') ?? [];
  return `${error.name}${code} ${frame}`.trim();
}

/** Written by `enqueue`, whose types held, or by the clock. */
type Carried<N extends TaskName> =
  { readonly id: string; readonly data: Payloads[N] } | { readonly _cron: { readonly ts: string } };

function jobOf<N extends TaskName>(name: N, carried: unknown, handed: Handed): Job<N> {
  const written = carried as Carried<N>;
  const attempt = handed.attempts;
  const isLastTry = attempt >= handed.max_attempts;
  if ('id' in written) {
    const due = handed.run_at.toISOString() as Instant;
    return { id: written.id, payload: written.data, due, attempt, isLastTry };
  }
  const due = written._cron.ts as Instant;
  return { id: `${name} ${due}`, payload: {} as Payloads[N], due, attempt, isLastTry };
}
