// Signing in by password, its hashing, and how much a plain page asked for meanwhile is slowed down.

import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { hashPassword, verifyPassword } from '#people/server/sign-in-password.ts';
import { percentile, type Measure } from '../scripts/measure.ts';
import { startApp, type RunningApp } from '../tests/journeys/running-app.ts';

const hashes = 12;
/** People who sign in at once, each by the one click of the demo: a password is checked all the same. */
const people = ['nong-cot', 'can-bo-tinh', 'cong-an-xa', 'nguoi-xem'];
const signInsEach = 5;
const pages = 60;

export async function measure(): Promise<Measure[]> {
  const hashing = await timesOf(hashes, async () => void (await hashPassword(randomUUID())));
  const hash = await hashPassword('a password of this bench');
  const checking = await timesOf(hashes, async () => void (await verifyPassword('wrong', hash)));
  const app = await startApp();
  try {
    const open = (): Promise<void> => openPage(app.address);
    await timesOf(pages, open);
    const alone = await timesOf(pages, open);
    const { meanwhile, signIns } = await underLoad(app, open);
    return [
      { name: 'hashing a password p95', value: percentile(hashing, 0.95), unit: 'ms', limit: 300 },
      {
        name: 'checking a password p95',
        value: percentile(checking, 0.95),
        unit: 'ms',
        limit: 300,
        baseline: { name: 'hashing p50', value: percentile(hashing, 0.5) },
      },
      ...[0.5, 0.95].map((share) => ({
        name: `signing in p${share * 100}, ${people.length} at once`,
        value: percentile(signIns, share),
        unit: 'ms',
        baseline: { name: 'one hash', value: percentile(checking, share) },
      })),
      ...[0.5, 0.95].map((share) => ({
        name: `a page while ${people.length} sign in p${share * 100}`,
        value: percentile(meanwhile, share),
        unit: 'ms',
        baseline: { name: 'the same page alone', value: percentile(alone, share) },
      })),
    ];
  } finally {
    await app.stop();
  }
}

/** Pages are asked for, one after another, as long as people sign in. */
async function underLoad(app: RunningApp, open: () => Promise<void>) {
  const one = (name: string): Promise<number[]> => timesOf(signInsEach, () => signIn(app, name));
  let isOver = false;
  const signing = Promise.all(people.map(one)).finally(() => {
    isOver = true;
  });
  const meanwhile: number[] = [];
  const goesOn = (): boolean => !isOver;
  while (goesOn()) meanwhile.push(...(await timesOf(1, open)));
  return { meanwhile, signIns: (await signing).flat() };
}

async function timesOf(count: number, action: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const start = performance.now();
    await action();
    times.push(performance.now() - start);
  }
  return times;
}

async function openPage(address: string): Promise<void> {
  const response = await fetch(address);
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`the page answered ${response.status}`);
}

async function signIn({ address, demoKey }: RunningApp, username: string): Promise<void> {
  const response = await fetch(`${address}/sign-in?/demo`, {
    method: 'POST',
    headers: { origin: address, accept: 'text/html', cookie: `binh-yen.demo=${demoKey}` },
    body: new URLSearchParams({ username, next: '/staff' }),
    redirect: 'manual',
  });
  if (response.status !== 303) throw new Error(`signing in answered ${response.status}`);
}
