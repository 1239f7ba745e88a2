// `npm start` as a whole: real processes, real PostgreSQL, and what is left when they are killed.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { becomes, listProcessesIn, signal } from '#ground/server/processes.ts';
import { dataOf, postgresPidOf, startTrial, trialFolder } from './start-trial.ts';
import type { Trial, User } from './start-trial.ts';

// Whole programs start and recover here, on machines that may be busy with much else.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const folders: string[] = [];
const trials: Trial[] = [];

function folderFor(user?: User): string {
  const folder = trialFolder(user);
  folders.push(folder);
  return folder;
}

async function start(...given: Parameters<typeof startTrial>): Promise<Trial> {
  const trial = await startTrial(...given);
  trials.push(trial);
  return trial;
}

const partsOf = (folder: string): readonly number[] =>
  listProcessesIn(join(dataOf(folder), 'postgres'));

afterEach(async () => {
  for (const { pid, ended } of trials.splice(0)) {
    signal(pid, 'SIGKILL');
    await ended;
  }
  for (const folder of folders.splice(0)) {
    for (const pid of partsOf(folder)) signal(pid, 'SIGKILL');
    await becomes(() => partsOf(folder).length === 0, 5_000);
    rmSync(folder, { recursive: true });
  }
});

const isRoot = process.getuid?.() === 0;
const nobody: User = { uid: 65534, gid: 65534 };
const mayRun = (user: User): boolean =>
  spawnSync(process.execPath, ['--version'], user).status === 0;
const users: readonly (readonly [string, User])[] = isRoot
  ? [['root', {}] as const, ...(mayRun(nobody) ? [['an ordinary user', nobody] as const] : [])]
  : [['an ordinary user', {}]];

describe.each(users)('started by %s', (_, user) => {
  test('it serves, keeps its database to itself and stops cleanly', async () => {
    const folder = folderFor(user);
    const trial = await start(folder, { user });
    expect(trial.said()).toContain('Bình Yên is running at http://127.0.0.1:');
    expect(await (await fetch(trial.address)).json()).toEqual([]);
    expect(existsSync(join(dataOf(folder), 'lock'))).toBe(true);
    process.kill(trial.pid, 'SIGINT');
    expect(await trial.ended).toBe(0);
    expect(partsOf(folder)).toEqual([]);
    expect(existsSync(join(dataOf(folder), 'lock'))).toBe(false);
  });
});

describe('a start is refused in one sentence', () => {
  test('on data that another one works with, naming its process', async () => {
    const folder = folderFor();
    const first = await start(folder);
    const second = await start(folder);
    expect(await second.ended).toBe(1);
    expect(second.said().trim()).toBe(
      `This data folder is in use by process ${first.pid}; stop that one first.`,
    );
  });

  test('on a port that is taken, before any data is made', async () => {
    const folder = folderFor();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const bound = taken.address();
    const port = bound && typeof bound === 'object' ? bound.port : 0;
    const trial = await start(folder, { port });
    taken.close();
    expect(await trial.ended).toBe(1);
    expect(trial.said()).toMatch(new RegExp(`^Port ${port} is used by another program;.*\n$`));
    expect(existsSync(join(dataOf(folder), 'postgres'))).toBe(false);
  });

  test('where the data folder cannot be made', async () => {
    const folder = folderFor();
    writeFileSync(dataOf(folder), 'a file in its place');
    const trial = await start(folder);
    expect(await trial.ended).toBe(1);
    expect(trial.said()).toMatch(/^The data folder cannot be written to .*\n$/);
  });
});

test('a first start broken off while it made the database begins again', async () => {
  const folder = folderFor();
  mkdirSync(join(dataOf(folder), 'postgres.new/cluster'), { recursive: true });
  writeFileSync(join(dataOf(folder), 'postgres.new/cluster/PG_VERSION'), '18\n');
  const trial = await start(folder);
  expect((await fetch(trial.address)).status).toBe(200);
});

/** Four hands that write without pause and note what was acknowledged. */
function writeOnAndOn(addressOf: () => string, acknowledged: Set<number>) {
  const over = new AbortController();
  const numbers = Array.from({ length: 1_000_000 }, (_, number) => number).values();
  const write = async (): Promise<void> => {
    for (const number of numbers) {
      if (over.signal.aborted) return;
      const written = await post(`${addressOf()}/${number}`);
      if (written) acknowledged.add(number);
    }
  };
  const hands = [write(), write(), write(), write()];
  return async (): Promise<void> => {
    over.abort();
    await Promise.all(hands);
  };
}

/** What is not acknowledged, for whatever reason, was perhaps not kept. */
async function post(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'POST' })).ok;
  } catch {
    await sleep(20);
    return false;
  }
}

/** Kills it under load, starts it again where it has to be; tells what was lost. */
async function killUnderLoad(victims: Victims): Promise<{ lost: number[]; written: number }> {
  const folder = folderFor();
  const acknowledged = new Set<number>();
  const running = { trial: await start(folder) };
  const stop = writeOnAndOn(() => running.trial.address, acknowledged);
  const lost: number[] = [];
  for (let round = 1; round <= 3; round += 1) {
    const enough = acknowledged.size + 50;
    await becomes(() => acknowledged.size > enough, 20_000);
    const acknowledgedBefore = [...acknowledged];
    const pids = victims(running.trial, folder);
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    if (pids.includes(running.trial.pid)) running.trial = await start(folder);
    const kept = new Set(await listKept(running.trial));
    lost.push(...acknowledgedBefore.filter((number) => !kept.has(number)));
  }
  await stop();
  return { lost, written: acknowledged.size };
}

type Victims = (trial: Trial, folder: string) => readonly number[];

describe('under constant writing, three times in a row', () => {
  const killed: readonly (readonly [string, Victims])[] = [
    ['the application', ({ pid }) => [pid]],
    ['PostgreSQL', (_, folder) => [postgresPidOf(folder)]],
    ['both', ({ pid }, folder) => [pid, postgresPidOf(folder)]],
  ];

  test.each(killed)('killing %s loses no acknowledged record', async (_, victims) => {
    const { lost, written } = await killUnderLoad(victims);
    expect(lost).toEqual([]);
    expect(written).toBeGreaterThan(150);
  });
});

/** PostgreSQL may be coming back just now: then the first question may fail, not the last. */
async function listKept({ address }: Trial): Promise<readonly number[]> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(address);
    if (answer.ok) return (await answer.json()) as number[];
    if (attempt === 20) throw new Error(`the list answered ${answer.status}`);
    await sleep(100);
  }
}
