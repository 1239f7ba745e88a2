// One process at a time: a lock that a killed process cannot leave behind.

import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { findStart } from './processes.ts';

export type LockRefusal =
  | { readonly kind: 'locked'; readonly pid: number }
  | { readonly kind: 'no lock'; readonly file: string };
export type Release = () => void;

/** Takes the lock, or names the living process that has it. */
export function takeLock(file: string): Outcome<Release, LockRefusal> {
  const mine = `${process.pid} ${findStart(process.pid)}\n`;
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, mine, { mode: 0o600 });
  } catch {
    return refused({ kind: 'no lock', file });
  }
  try {
    return claim(file, draft, mine);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Linking is the one step that only one of two can win: the lock is never half-written. */
function claim(file: string, draft: string, mine: string): Outcome<Release, LockRefusal> {
  while (!isLinked(draft, file)) {
    const held = contentOf(file);
    const pid = findHolder(held);
    if (pid !== undefined) return refused({ kind: 'locked', pid });
    removeStale(file, held);
  }
  return done(() => {
    if (contentOf(file) === mine) rmSync(file, { force: true });
  });
}

function findHolder(held: string): number | undefined {
  const [, pid, start] = /^(\d+) (.+)\n$/.exec(held) ?? [];
  return pid && findStart(Number(pid)) === start ? Number(pid) : undefined;
}

/** Another process may have taken the lock since we looked: then what we moved away goes back. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.stale.${process.pid}`;
  if (!isMoved(file, aside)) return;
  if (contentOf(aside) !== stale) isLinked(aside, file);
  rmSync(aside, { force: true });
}

const contentOf = (file: string): string =>
  attempt(() => readFileSync(file, 'utf8'), 'ENOENT') ?? '';

const isLinked = (from: string, to: string): boolean =>
  attempt(() => (linkSync(from, to), true), 'EEXIST') ?? false;

const isMoved = (from: string, to: string): boolean =>
  attempt(() => (renameSync(from, to), true), 'ENOENT') ?? false;

/** What it gives, or undefined where it fails in the one way that is expected. */
function attempt<T>(action: () => T, expected: string): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === expected) return undefined;
    throw error;
  }
}
