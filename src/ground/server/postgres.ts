// The embedded PostgreSQL: started with the application, watched while it runs, stopped with it.

import type { ChildProcess } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import {
  ensureCluster,
  inherited,
  openCluster,
  ownerName,
  spawnInside,
  whyFailed,
  type Cluster,
  type ClusterRefusal,
} from './postgres-cluster.ts';
import { findPrograms, findServerUser, type PlaceRefusal } from './postgres-place.ts';
import { becomes, listProcessesIn, signal } from './processes.ts';

export type Postgres = {
  readonly url: string;
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
};

export type PostgresRefusal = PlaceRefusal | ClusterRefusal;

export type PostgresOptions = {
  /** False for throw-away test databases only: a crash of the machine would damage them. */
  readonly durable?: boolean;
  /** Called when it died again and again and is not started any more. */
  readonly onGivenUp?: (refusal: ClusterRefusal) => void;
};

const databaseName = 'binh_yen';

/** Starts the database kept in the data folder, and starts it again whenever it is killed. */
export async function startPostgres(
  data: string,
  options: PostgresOptions = {},
): Promise<Outcome<Postgres, PostgresRefusal>> {
  const folder = join(data, 'postgres');
  const user = findServerUser(folder);
  if (!user.ok) return user;
  const programs = findPrograms(user.value);
  if (!programs.ok) return programs;
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    const cluster = openCluster(realpathSync(data), programs.value, user.value);
    const ensured = await ensureCluster(cluster);
    if (!ensured.ok) return ensured;
    return await startIn(cluster, options);
  } catch (error) {
    return refused(refusalFor(error, data));
  }
}

/** The address of the database another process runs in the data folder; undefined where none does. */
export function findRunning(data: string): string | undefined {
  const folder = join(data, 'postgres');
  const pid = findServerPid(folder);
  if (pid === undefined || !listProcessesIn(folder).includes(pid)) return undefined;
  return urlOf(openCluster(realpathSync(data), '', undefined));
}

/** Small on purpose: one site's data fits in the system's own cache, and memory is asked for. */
const modest = {
  listen_addresses: '',
  max_connections: '40',
  shared_buffers: '24MB',
  jit: 'off',
  io_method: 'sync',
  max_worker_processes: '2',
  max_parallel_workers: '0',
  max_logical_replication_workers: '0',
  max_wal_senders: '0',
  autovacuum_max_workers: '1',
  autovacuum_worker_slots: '2',
  log_timezone: 'UTC',
  timezone: 'UTC',
  // Errors quote the values of records; they go to the application, not to a file.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
} as const;

const notDurable = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const;

async function startIn(
  cluster: Cluster,
  options: PostgresOptions,
): Promise<Outcome<Postgres, ClusterRefusal>> {
  const first = await launch(cluster, options);
  if (!first.ok) return first;
  let child = first.value;
  const deaths: number[] = [];
  let revived: Promise<void> | undefined;
  const stopping = new AbortController();
  const watch = (): void =>
    void child.once('exit', () => {
      if (!stopping.signal.aborted) revived = revive();
    });
  const revive = async (): Promise<void> => {
    const next = await launchAgain(cluster, options, deaths);
    if (!next.ok) return options.onGivenUp?.(next.refusal);
    child = next.value;
    watch();
  };
  watch();
  process.once('exit', () => child.kill('SIGINT'));
  const stop = async (): Promise<void> => {
    stopping.abort();
    await revived;
    await end(child);
  };
  return done({ url: urlOf(cluster), pid: () => child.pid, stop });
}

/** Killed once, it comes back; when it dies five times within a minute it would not help. */
async function launchAgain(
  cluster: Cluster,
  options: PostgresOptions,
  deaths: number[],
): Promise<Outcome<ChildProcess, ClusterRefusal>> {
  for (;;) {
    deaths.push(Date.now());
    if (Date.now() - (deaths.at(-5) ?? -Infinity) < 60_000) return refused(whyFailed(cluster));
    const launched = await launch(cluster, options);
    if (launched.ok) return launched;
  }
}

async function launch(
  cluster: Cluster,
  { durable = true }: PostgresOptions,
): Promise<Outcome<ChildProcess, ClusterRefusal>> {
  await stopOrphans(cluster);
  const folder = inherited(cluster.folder);
  const settings = { ...modest, ...(durable ? {} : notDurable), unix_socket_directories: folder };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawnInside(cluster, cluster.folder, 'postgres', ['-D', folder, ...words]);
  await once(child, 'spawn');
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  // Recovery after a crash may take long; it ends by itself, one way or the other.
  await becomes(() => isOver() || isReady(cluster, child), Number.MAX_SAFE_INTEGER);
  return isOver() ? refused(whyFailed(cluster)) : done(child);
}

/** Fast shutdown: open transactions are rolled back, what was committed is written. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGINT');
  const impatient = setTimeout(() => child.kill('SIGQUIT'), 20_000);
  await exited;
  clearTimeout(impatient);
}

/**
 * An application that was killed leaves its PostgreSQL running, and a killed PostgreSQL leaves
 * parts that end a moment later: all must be gone before the next one may open the files.
 */
async function stopOrphans({ folder }: Cluster): Promise<void> {
  const pid = findServerPid(folder);
  if (pid === undefined) return;
  const remain = (): readonly number[] => listProcessesIn(folder);
  if (remain().includes(pid)) signal(pid, 'SIGINT');
  if (!(await becomes(() => remain().length === 0, 10_000)))
    for (const part of remain()) signal(part, 'SIGKILL');
  await becomes(() => remain().length === 0, 5_000);
  if (process.platform === 'linux') forget(folder);
}

/**
 * Nobody works in the folder any more. PostgreSQL would still believe the id in these files where
 * a stranger has it by now, or where nobody buries the dead (a container without an init process).
 */
function forget(folder: string): void {
  for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock'])
    rmSync(join(folder, name), { force: true });
}

const linesOfPid = (folder: string): readonly string[] => {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
};

const findServerPid = (folder: string): number | undefined =>
  Number(linesOfPid(folder)[0]) || undefined;

/** The eighth line of postmaster.pid says what pg_ctl waits for. */
function isReady({ folder }: Cluster, child: ChildProcess): boolean {
  const lines = linesOfPid(folder);
  return Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready';
}

/** A socket's path has room for 107 bytes; a longer one is reached through the open folder. */
function urlOf({ folder, password }: Cluster): string {
  const isLong = Buffer.byteLength(join(folder, '.s.PGSQL.5432')) > 107;
  const host = isLong ? `/proc/self/fd/${openSync(folder, 'r')}` : folder;
  const query = new URLSearchParams({ host, user: ownerName, password });
  return `postgresql:///${databaseName}?${query.toString()}`;
}

function refusalFor(error: unknown, data: string): PostgresRefusal {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'no room', file: data };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return { kind: 'not allowed', file: data };
  throw error;
}
