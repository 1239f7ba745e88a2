// The front page, asked for by 50 people at once, against a bare Node handler.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { percentile, type Measure } from '../scripts/measure.ts';
import { startApp } from '../tests/journeys/running-app.ts';

const people = 50;
const pagesEach = 40;
/** The promise: no more than this many times what the bare handler takes. */
const timesBare = 3;
/** Both servers are asked this often before anything counts, so that their code is warm. */
const warmUpEach = 10;

export async function measure(): Promise<Measure[]> {
  const app = await startApp();
  try {
    const size = (await fetchPage(app.address, new Agent())).length;
    const [ours, bare] = [await timesOf(app.address), await timesOfBare(size)];
    return [0.5, 0.95].map((share) => ({
      name: `front page p${share * 100}, ${people} people at once`,
      value: percentile(ours, share),
      unit: 'ms',
      limit: timesBare * percentile(bare, share),
      baseline: { name: 'bare handler', value: percentile(bare, share) },
    }));
  } finally {
    await app.stop();
  }
}

async function timesOfBare(size: number): Promise<number[]> {
  const file = fileURLToPath(new URL('baseline/bare-handler.ts', import.meta.url));
  const child = fork(file, [String(size)]);
  const [port] = (await once(child, 'message')) as [number];
  try {
    return await timesOf(`http://127.0.0.1:${port}`);
  } finally {
    child.disconnect();
  }
}

/** Milliseconds of every page after the warm-up. */
async function timesOf(address: string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: people });
  try {
    const each = await Promise.all(Array.from({ length: people }, () => visit(address, agent)));
    return each.flatMap((times) => times.slice(warmUpEach));
  } finally {
    agent.destroy();
  }
}

/** One person, opening one page after another. */
async function visit(address: string, agent: Agent): Promise<number[]> {
  const times: number[] = [];
  for (let page = 0; page < warmUpEach + pagesEach; page += 1) {
    const start = performance.now();
    await fetchPage(address, agent);
    times.push(performance.now() - start);
  }
  return times;
}

async function fetchPage(address: string, agent: Agent): Promise<Buffer> {
  const [response] = (await once(get(address, { agent }), 'response')) as [IncomingMessage];
  const page = await buffer(response);
  if (response.statusCode !== 200) throw new Error(`the page answered ${response.statusCode}`);
  return page;
}
