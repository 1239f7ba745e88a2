// From a file's bytes to the plan in it: the work is done in a thread with limits, one file at a time.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { refused, type Outcome } from '#ground/outcome.ts';
import { takeTurns } from '#ground/server/turns.ts';
import type { Reading, ReadRefusal } from '../plan.ts';
import type { ReadingTask } from './reading-worker.ts';

const megabyte = 1024 * 1024;
export const mostFileBytes = 20 * megabyte;

/**
 * The thread's heap is bounded by Node; buffers (inflated streams of a PDF) are not, so they are
 * watched. Together with the server's own memory this stays below 512 MB.
 */
const mostHeapMegabytes = 128;
const mostMemoryBytes = 192 * megabyte;
const watchEveryMs = 25;
const longestReadingMs = 3_500; // starting, and stopping a busy thread, takes up to a second more
/** Warm for a person who tries again, closed for a server at rest. */
const idleMs = 30_000;

type Result = Outcome<Reading, ReadRefusal>;

/** Ten files waiting in memory are 200 MB; nobody fills the queue alone. */
const turns = takeTurns({ atOnce: 1, waiting: 10, waitingEach: 3 });
let room: Worker | null = null;
let closing: NodeJS.Timeout | undefined;

/**
 * Reads a plan from a .docx, .doc, PDF or text file of at most 20 MB. The name's ending has to
 * agree with the content. Files wait for each other, people in turn: each file has 5 s and 192 MB
 * to itself. Where too many wait already, of everybody or of this person, it says so at once.
 */
export async function readFile(bytes: Uint8Array, fileName: string, who = ''): Promise<Result> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > mostFileBytes) return refused('too-big');
  const read = await turns(who, () => readInRoom({ bytes, fileName }));
  return read.ok ? read.value : read;
}

/** Ends the warm thread; the next reading starts a new one. */
export async function closeReadingRoom(): Promise<void> {
  clearTimeout(closing);
  const worker = room;
  room = null;
  await worker?.terminate();
}

async function readInRoom(task: ReadingTask): Promise<Result> {
  clearTimeout(closing);
  const worker = (room ??= openRoom());
  const listening = new AbortController();
  worker.ref();
  try {
    return await new Promise<Result>((resolve, reject) => {
      const stop = (): void => {
        void closeReadingRoom().then(() => resolve(refused('too-long-to-read')));
      };
      const fail = (error: unknown): void => {
        room = null;
        if (isOutOfMemory(error)) resolve(refused('too-long-to-read'));
        else reject(error instanceof Error ? error : new Error(String(error)));
      };
      limit(worker, stop, listening.signal);
      listen(worker, 'message', resolve, listening.signal);
      listen(worker, 'error', fail, listening.signal);
      worker.postMessage(task);
    });
  } finally {
    listening.abort();
    worker.unref();
    closing = setTimeout(() => void closeReadingRoom(), idleMs).unref();
  }
}

/** Takes back its own listener only: the thread keeps others of Node's own on itself. */
function listen<T>(
  worker: Worker,
  event: string,
  hear: (value: T) => void,
  until: AbortSignal,
): void {
  worker.once(event, hear);
  until.addEventListener('abort', () => worker.off(event, hear));
}

function limit(worker: Worker, stop: () => void, until: AbortSignal): void {
  const time = setTimeout(stop, longestReadingMs);
  const memory = setInterval(watch, watchEveryMs, worker, stop);
  until.addEventListener('abort', () => {
    clearTimeout(time);
    clearInterval(memory);
  });
}

function openRoom(): Worker {
  return new Worker(roomFile(), {
    env: {},
    execArgv: [],
    // What a library prints must not mix with the output of the program.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMegabytes, maxYoungGenerationSizeMb: 16 },
  });
}

/** The thread runs from source, which lies beside this file or above the bundle made from it. */
function roomFile(): string {
  const inProject = join('src', 'plans', 'server', 'reading-worker.ts');
  const starts = [
    process.env['BINH_YEN_ROOT'],
    dirname(fileURLToPath(import.meta.url)),
    process.cwd(),
  ];
  const found = starts
    .flatMap((start) => (start === undefined ? [] : ancestors(start)))
    .map((folder) => join(folder, inProject))
    .find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${inProject} is missing: set BINH_YEN_ROOT`);
  return found;
}

const ancestors = (folder: string): readonly string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...ancestors(dirname(folder))];

/** Asks for the thread's memory even while it is busy; a thread already gone has none. */
function watch(worker: Worker, stop: () => void): void {
  worker.getHeapStatistics().then(
    (used) => {
      if (used.external_memory + used.total_heap_size > mostMemoryBytes) stop();
    },
    () => undefined,
  );
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
