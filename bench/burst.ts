// What a burst of large files leaves behind in memory, once it is over.

import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Measure } from '../scripts/measure.ts';
import { startApp, type RunningApp } from '../tests/journeys/running-app.ts';

const posts = 30;
/** Below what a request may carry, above what is read as a plan: all of it comes in, nothing is kept. */
const bytesEach = 24 * 1024 * 1024;
/** The promise: no more than this stays. */
const mostGrowth = 50;
/** Until the reading thread and idle connections are closed. */
const rest = 45_000;

export async function measure(): Promise<Measure[]> {
  const app = await startApp();
  try {
    const cookie = await signIn(app);
    // One file first: what is loaded for the first one is no growth.
    await burst(app, cookie, 1);
    await sleep(rest);
    const before = await residentOf(app);
    const during = await highest(app, burst(app, cookie, posts));
    await sleep(rest);
    const after = await residentOf(app);
    return [
      {
        name: `memory that stays after ${posts} posts of 24 MB at once`,
        value: Math.max(0, after - before),
        unit: 'MB',
        limit: mostGrowth,
        baseline: { name: 'growth meanwhile', value: during - before },
      },
    ];
  } finally {
    await app.stop();
  }
}

/** All at once; what is too large for a plan, or finds no place, is told so, and nothing fails. */
async function burst(app: RunningApp, cookie: string, count: number): Promise<void> {
  const one = async (): Promise<void> => {
    const body = new FormData();
    body.set('file', new File([new Uint8Array(bytesEach)], 'ke-hoach.docx'));
    const headers = { origin: app.address, accept: 'text/html', cookie };
    const answer = await fetch(`${app.address}/staff/plans`, { method: 'POST', headers, body });
    await answer.arrayBuffer();
    if (answer.status !== 422 && answer.status !== 503) {
      throw new Error(`a large file was answered ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: count }, one));
}

/** The most it had while the work went on. */
async function highest(app: RunningApp, work: Promise<void>): Promise<number> {
  let isOver = false;
  const working = work.finally(() => {
    isOver = true;
  });
  let most = 0;
  const goesOn = (): boolean => !isOver;
  while (goesOn()) {
    most = Math.max(most, await residentOf(app));
    await sleep(100);
  }
  await working;
  return most;
}

/** Megabytes. */
async function residentOf({ processId }: RunningApp): Promise<number> {
  const status = await readFile(`/proc/${processId}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

async function signIn({ address, demoKey }: RunningApp): Promise<string> {
  const answer = await fetch(`${address}/sign-in?/demo`, {
    method: 'POST',
    headers: { origin: address, accept: 'text/html', cookie: `binh-yen.demo=${demoKey}` },
    body: new URLSearchParams({ username: 'can-bo-tinh', next: '/staff' }),
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
