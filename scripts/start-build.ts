// The built pages: made anew when anything they are made of has changed.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeLock } from '#ground/server/lock.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { withProgress } from './start-progress.ts';

export type BuildRefusal =
  | { readonly kind: 'no build'; readonly folder: string }
  | { readonly kind: 'build failed'; readonly output: string };

const folder = join(process.cwd(), 'build');
const stamp = join(folder, 'made-of');
const lockFile = join(process.cwd(), 'node_modules/.cache/binh-yen/build.lock');
const madeOf = ['vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
/** In this order; by the Node that runs this. */
const steps = [
  ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'],
  ['node_modules/vite/bin/vite.js', 'build'],
] as const;

/** The folder of the pages to serve: the finished build given, or this project's own, up to date. */
export async function ensureBuilt(
  given: string | undefined,
  sentence: string,
): Promise<Outcome<string, BuildRefusal>> {
  if (given)
    return existsSync(join(given, 'handler.js'))
      ? done(given)
      : refused({ kind: 'no build', folder: given });
  return isFresh() ? done(folder) : withProgress(sentence, buildAlone);
}

/** Two starts with two data folders share one build: the second waits for the first one's. */
async function buildAlone(): Promise<Outcome<string, BuildRefusal>> {
  let lock = takeLock(lockFile);
  for (; !lock.ok; lock = takeLock(lockFile)) {
    if (lock.refusal.kind === 'no lock') return refused({ kind: 'build failed', output: lockFile });
    await sleep(200);
  }
  try {
    return isFresh() ? done(folder) : await build();
  } finally {
    lock.value();
  }
}

async function build(): Promise<Outcome<string, BuildRefusal>> {
  const hash = hashOfSources();
  for (const step of steps) {
    const { code, output } = await run(step);
    if (code !== 0) return refused({ kind: 'build failed', output });
  }
  writeFileSync(stamp, hash);
  return done(folder);
}

async function run(words: readonly string[]): Promise<{ code: unknown; output: string }> {
  // Node's cache of compiled code is for the server; the build would fill it with its own tools.
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, output };
}

const isFresh = (): boolean => existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources();

/** Tests change nothing that is served. */
function hashOfSources(): string {
  const hash = createHash('sha256');
  const found = globSync('{src,static}/**/*', { withFileTypes: true });
  const sources = found
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => relative(process.cwd(), join(entry.parentPath, entry.name)));
  for (const file of [...madeOf, ...sources.toSorted()])
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
