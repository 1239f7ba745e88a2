// Starts the application as an operator would, on data of its own and a free port of this machine.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export type RunningApp = {
  /** 'http://127.0.0.1:40123' */
  readonly address: string;
  /** What opens the door of the demo, as it was printed; empty where there is none. */
  readonly demoKey: string;
  /** Of the process that was started, for whoever measures its memory. */
  readonly processId: number;
  /** What it has printed so far. */
  readonly said: () => string;
  /** Ends the process and removes its data. */
  stop(): Promise<void>;
};

/** A first start may build the application; nothing honest takes longer. */
const longestStart = 600_000;
const longestStop = 15_000;
/** A database whose application died stops by itself, a moment later, and still writes until then. */
const removal = { recursive: true, force: true, maxRetries: 20, retryDelay: 250 };
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Resolves when the address was printed and the front page answers; throws with what the process said where it ends before. */
export async function startApp(settings: NodeJS.ProcessEnv = {}): Promise<RunningApp> {
  const data = await mkdtemp(join(tmpdir(), 'binh-yen-journeys-'));
  const port = await findFreePort();
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
    cwd: root,
    env: { ...process.env, ...demoIn(data, port), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A run that is broken off leaves no server behind.
  const killNow = (): void => void child.kill();
  process.once('exit', killNow);
  const stop = async (): Promise<void> => {
    await end(child);
    process.off('exit', killNow);
    await rm(data, removal);
  };
  try {
    const address = `http://127.0.0.1:${port}`;
    const said = listenTo(child);
    const isPrinted = (): boolean => said().includes(settings['BINH_YEN_ORIGIN'] ?? address);
    await untilItAnswers(address, child, isPrinted).catch((error: unknown) => {
      throw new Error(`The application did not start. It said:\n${said()}`, { cause: error });
    });
    const demoKey = /\?demo=(\S+)/.exec(said())?.[1] ?? '';
    keys.set(String(port), demoKey);
    return { address, demoKey, processId: child.pid ?? 0, said, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const keys = new Map<string, string>();

/** The key of an application that was started in this very file of journeys. */
export const demoKeyAt = (address: string): string | undefined => keys.get(new URL(address).port);

/** DATABASE_URL is emptied: journeys never write into a database someone has set for themselves. */
const demoIn = (data: string, port: number): NodeJS.ProcessEnv => ({
  PORT: String(port),
  HOST: '127.0.0.1',
  DATABASE_URL: '',
  BINH_YEN_DATA: data,
  BINH_YEN_DEMO: 'yes',
});

function listenTo(child: ChildProcess): () => string {
  let said = '';
  const listen = (chunk: Buffer): void => void (said += chunk.toString());
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  return () => said;
}

async function untilItAnswers(
  address: string,
  child: ChildProcess,
  isPrinted: () => boolean,
): Promise<void> {
  const late = Date.now() + longestStart;
  while (Date.now() < late && child.exitCode === null && child.signalCode === null) {
    if (isPrinted() && (await answers(address))) return;
    await wait(50);
  }
  throw new Error('it ended, or never answered');
}

const answers = (address: string): Promise<boolean> =>
  fetch(address, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  );

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), longestStop);
  await ended;
  clearTimeout(impatience);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
