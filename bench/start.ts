// How long a later `npm start` takes to its first page, and what it keeps in memory at rest.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { listProcessesIn } from '#ground/server/processes.ts';
import type { Measure } from '../scripts/measure.ts';

/** Needs no build and no data of its own: the first start, which makes both, is not measured. */
export async function measure(): Promise<readonly Measure[]> {
  const data = await realpath(await mkdtemp(join(tmpdir(), 'binh-yen-bench-')));
  try {
    await stop(await start(data));
    const begun = performance.now();
    const server = await start(data);
    const took = performance.now() - begun;
    try {
      return [laterStart(took, await timeBareNode()), ...(await memoryAtRest(server, data))];
    } finally {
      await stop(server);
    }
  } finally {
    await rm(data, { recursive: true });
  }
}

const firstPage = 'later start to first page (npm start)';

const laterStart = (took: number, bare: number): Measure => ({
  name: firstPage,
  value: Math.round(took),
  limit: 3000,
  unit: 'ms',
  baseline: { name: 'bare node http', value: Math.round(bare) },
});

type Running = { readonly npm: ChildProcess; readonly address: string };

/** Resolves when the first page has come. */
async function start(data: string): Promise<Running> {
  const env = { ...process.env, BINH_YEN_DATA: data, PORT: '0', BINH_YEN_LANG: 'en' };
  const npm = spawn('npm', ['start'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const address = await addressIn(npm);
  const page = await fetch(address);
  if (page.status >= 500) throw new Error(`the first page answered ${page.status}`);
  await page.text();
  return { npm, address };
}

async function addressIn({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('nothing to read from');
  for await (const line of createInterface({ input: stdout })) {
    const [address] = /http:\/\/\S+:\d+/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error('npm start ended without an address');
}

async function stop({ npm }: Running): Promise<void> {
  const exited = once(npm, 'exit');
  npm.kill('SIGINT');
  await exited;
}

/** What Node itself needs to answer its first page. */
async function timeBareNode(): Promise<number> {
  const code = `const s = require('http').createServer((q, r) => r.end('a page'));
    s.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + s.address().port))`;
  const begun = performance.now();
  const node = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await (await fetch(await addressIn(node))).text();
  const took = performance.now() - begun;
  node.kill();
  return took;
}

/** At rest: some seconds after the last page, when idle connections have been closed. */
async function memoryAtRest({ address }: Running, data: string): Promise<readonly Measure[]> {
  for (let page = 0; page < 20; page += 1) await (await fetch(address)).text();
  await sleep(12_000);
  const [pid] = (await readFile(join(data, 'lock'), 'utf8')).split(' ');
  const parts = [Number(pid), ...listProcessesIn(join(data, 'postgres'))];
  const sum = async (field: string): Promise<number> =>
    (await Promise.all(parts.map((part) => kilobytes(part, field)))).reduce((a, b) => a + b, 0);
  return [
    {
      name: 'application and database at rest, shared pages once',
      value: mega(await sum('Pss')),
      unit: 'MB',
    },
    {
      name: 'application and database at rest, sum of resident',
      value: mega(await sum('Rss')),
      unit: 'MB',
      limit: 250,
    },
  ];
}

const mega = (kilobyte: number): number => Math.round(kilobyte / 1024);

async function kilobytes(pid: number, field: string): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
}
