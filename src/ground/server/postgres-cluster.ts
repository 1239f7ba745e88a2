// The files of the embedded database: made once, whole or not at all, and never world-readable.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { ServerUser } from './postgres-place.ts';

/** With the file that says more. */
export type ClusterRefusal =
  | { readonly kind: 'no room'; readonly file: string }
  | { readonly kind: 'not allowed'; readonly file: string }
  | { readonly kind: 'failed'; readonly file: string };

export type Cluster = {
  readonly programs: string;
  readonly user: ServerUser | undefined;
  readonly folder: string;
  readonly password: string;
  readonly logFile: string;
};

export const ownerName = 'binh_yen';

/**
 * How the server process names its folder: by the open folder it inherits as its fourth file.
 * So it needs no way through the folders above, which may be closed to its user (/root is), and
 * the path of its socket is never too long.
 */
export const inherited = (folder: string): string =>
  process.platform === 'linux' ? '/proc/self/fd/3' : folder;

/** An environment in which nothing of the operator's (PGDATA, LD_PRELOAD …) reaches the server. */
const plainEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as const;

const maxLogBytes = 1_000_000;

export function openCluster(data: string, programs: string, user: ServerUser | undefined): Cluster {
  const logFile = join(data, 'postgres.log');
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > maxLogBytes)
    renameSync(logFile, `${logFile}.old`);
  const password = keepPassword(join(data, 'postgres-password'));
  return { programs, user, folder: join(data, 'postgres'), password, logFile };
}

/** Makes the database's files where there are none; a half-made set is thrown away first. */
export async function ensureCluster(cluster: Cluster): Promise<Outcome<void, ClusterRefusal>> {
  if (existsSync(cluster.folder)) return done(undefined);
  const draft = `${cluster.folder}.new`;
  rmSync(draft, { recursive: true, force: true, maxRetries: 20 });
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  for (const path of [passwordFile, draft]) giveTo(path, cluster.user);
  const initdb = spawnInside(cluster, draft, 'initdb', initdbWords(inherited(draft)));
  await once(initdb, 'exit');
  if (initdb.exitCode !== 0) return refused(whyFailed(cluster));
  renameSync(join(draft, 'cluster'), cluster.folder);
  rmSync(draft, { recursive: true });
  return done(undefined);
}

/** Starts one of the programs with the folder open as its fourth file and the log as its voice. */
export function spawnInside(
  { programs, user, logFile }: Cluster,
  folder: string,
  program: 'initdb' | 'postgres',
  words: readonly string[],
) {
  const log = openSync(logFile, 'a', 0o600);
  const inside = openSync(folder, 'r');
  try {
    return spawn(join(programs, 'bin', program), words, {
      ...user,
      cwd: '/',
      env: plainEnvironment,
      stdio: ['ignore', log, log, inside],
      // Its own group: Ctrl-C in the terminal is the application's to answer, which then stops it.
      detached: true,
    });
  } finally {
    closeSync(log);
    closeSync(inside);
  }
}

/** What the end of the log says about a program that gave up. */
export function whyFailed({ logFile }: Cluster): ClusterRefusal {
  const last = readFileSync(logFile, 'utf8').slice(-2000);
  if (/no space left|disk quota/i.test(last)) return { kind: 'no room', file: logFile };
  const kind = /permission denied|not permitted|ownership/i.test(last) ? 'not allowed' : 'failed';
  return { kind, file: logFile };
}

const initdbWords = (folder: string): readonly string[] => [
  `--pgdata=${folder}/cluster`,
  `--pwfile=${folder}/password`,
  `--username=${ownerName}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // Built in: the same order of letters on every machine, whatever its libraries.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--no-instructions',
];

function keepPassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const draft = `${file}.new`;
  writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  renameSync(draft, file);
  return readFileSync(file, 'utf8');
}

function giveTo(path: string, user: ServerUser | undefined): void {
  if (user) chownSync(path, user.uid, user.gid);
}
