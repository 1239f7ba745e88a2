// Which processes live, since when and in which folder: a process id alone may have been reused.

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * When a process began, in a form that no other process of this machine shares; undefined where
 * it is gone. A killed process that its parent has not yet buried counts as gone.
 */
export function findStart(pid: number): string | undefined {
  if (process.platform !== 'linux') return isSignalled(pid) ? 'unknown' : undefined;
  const stat = readText(`/proc/${pid}/stat`);
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // Field 22 of proc(5), counted from field 3, which follows the name in brackets.
  const ticks = rest[18];
  if (!ticks || state === 'Z' || state === 'X') return undefined;
  return `${readText('/proc/sys/kernel/random/boot_id').trim()} ${ticks}`;
}

/** The processes working inside a folder, such as the parts of a PostgreSQL in its cluster. */
export function listProcessesIn(folder: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => folderOf(pid) === folder && findStart(pid));
}

/** Whether it became true within the time, looked at every few milliseconds. */
export async function becomes(isSo: () => boolean, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!isSo()) {
    if (Date.now() > end) return false;
    await sleep(5);
  }
  return true;
}

/** Sends a signal to a process that may be gone by now. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ESRCH';

function isSignalled(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !isGone(error);
  }
}

function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
