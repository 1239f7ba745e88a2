// `npm start` as a whole: real processes, real PostgreSQL, and what is left when they are killed.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { becomes, listProcessesIn, signal } from '#ground/server/processes.ts';
import { dataOf, postgresPidOf, startTrial, trialFolder } from './start-trial.ts';
import type { Trial, User } from './start-trial.ts';

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
    expect(trial.said()).toMatch(/^This user may not read or write .*\n$/);
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
  let [next, isOver] = [0, false];
  const write = async (): Promise<void> => {
    while (!isOver) {
      const number = next++;
      const answer = await fetch(`${addressOf()}/${number}`, { method: 'POST' }).catch(() => sleep(20));
      if (answer?.ok) acknowledged.add(number);
    }
  };
  const hands = [write(), write(), write(), write()];
  return async (): Promise<void> => {
    isOver = true;
    await Promise.all(hands);
  };
}

describe('under constant writing, three times in a row', () => {
  const killed = {
    'the application': ({ pid }: Trial) => [pid],
    PostgreSQL: (_: Trial, folder: string) => [postgresPidOf(folder)],
    'the application and PostgreSQL': ({ pid }: Trial, folder: string) => [
      pid,
      postgresPidOf(folder),
    ],
  } as const;

  test.each(Object.entries(killed))(
    'killing %s loses no acknowledged record',
    async (_, victims) => {
      const folder = folderFor();
      const acknowledged = new Set<number>();
      let trial = await start(folder);
      const stop = writeOnAndOn(() => trial.address, acknowledged);
      for (let round = 1; round <= 3; round += 1) {
        const before = acknowledged.size;
        await becomes(() => acknowledged.size > before + 50, 10_000);
        const pids = victims(trial, folder);
        for (const pid of pids) process.kill(pid, 'SIGKILL');
        if (pids.includes(trial.pid)) {
          await trial.ended;
          trial = await start(folder);
        }
        const kept = new Set(await listKept(trial));
        expect([...acknowledged].slice(0, before + 50).filter((n) => !kept.has(n))).toEqual([]);
      }
      await stop();
      const kept = new Set(await listKept(trial));
      expect([...acknowledged].filter((number) => !kept.has(number))).toEqual([]);
      expect(acknowledged.size).toBeGreaterThan(150);
    },
    60_000,
  );
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
