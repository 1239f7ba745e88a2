// Runs every check and test of the project, also after one has failed, and counts what passed.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { endOf, type Ended } from './silence.ts';
import { countTests, type Count } from './test-results.ts';

type Check = {
  readonly name: string;
  readonly command: readonly string[];
  readonly isTests?: boolean;
  readonly prepare?: () => Promise<unknown>;
};
type Result = Count & { readonly name: string; readonly seconds: number; readonly said: string };

const own = (name: string): Check => ({ name, command: ['node', `scripts/checks/${name}.ts`] });

/** Said in full, so that CI=true changes nothing: no test alone, no snapshot written unseen. */
const vitest = ['vitest', 'run', '--allowOnly=false', '--update=none', '--reporter=default'];

const checks: readonly Check[] = [
  { name: 'types', command: ['svelte-check', '--fail-on-warnings', '--tsconfig=tsconfig.json'] },
  { name: 'formatting', command: ['prettier', '--check', '--log-level=warn', '.'] },
  { name: 'lint', command: ['oxlint', '--format=unix'] },
  { name: 'unused', command: ['knip', '--no-progress'] },
  ...['borders', 'pure-rules', 'names', 'first-lines', 'file-sizes', 'function-sizes'].map(own),
  ...['words', 'forbidden-words', 'schema', 'personal-data'].map(own),
];

const journeys = 'tests/journeys';
const tests: readonly Check[] = [
  { name: 'tests', command: [...vitest, `--exclude=${journeys}/**`], isTests: true },
  {
    name: 'journeys',
    command: [...vitest, `--config=${journeys}/vitest.config.ts`],
    isTests: true,
    prepare: ensureChromium,
  },
];

/** Plain text, and the same on a machine that calls itself CI as on any other. */
const environment = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, CI: undefined };

const running = new Set<ChildProcess>();
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal));

const folder = mkdtempSync(join(tmpdir(), 'checks-'));
try {
  process.exitCode = await runAll(process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true });
}

/** The checks two at a time, then the tests with the machine to themselves; 0 where all is well. */
async function runAll(wanted: readonly string[]): Promise<number> {
  const synced = await run({ name: 'set-up', command: ['svelte-kit', 'sync'] });
  const queue = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const results = synced.failed > 0 ? [synced] : [];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) results.push(await runAndShow(next));
  };
  await Promise.all([work(), work()]);
  for (const test of tests.flatMap((each) => chosen(each, wanted)))
    results.push(await runAndShow(test));
  return sumUp(results);
}

/** Words that name no check choose test files, as they do for vitest; those of journeys by path. */
function chosen(test: Check, wanted: readonly string[]): Check[] {
  if (wanted.length === 0 || wanted.includes(test.name)) return [test];
  const known = new Set([...checks, ...tests].map(({ name }) => name));
  const files = wanted.filter(
    (word) => !known.has(word) && word.startsWith(journeys) === (test.name === 'journeys'),
  );
  return files.length > 0 ? [{ ...test, command: [...test.command, ...files] }] : [];
}

async function runAndShow(check: Check): Promise<Result> {
  const result = await run(check);
  const { name, passed, failed, seconds, said } = result;
  const mark = failed === 0 ? 'ok  ' : 'FAIL';
  const tally = check.isTests ? `${passed} passed, ${failed} failed` : '';
  const note = name === 'function-sizes' && failed === 0 ? said.trim() : tally;
  console.log(`${mark} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s  ${note}`.trimEnd());
  if (failed > 0) console.log(said.trim().replaceAll(/^/gm, '     '));
  return result;
}

async function run({ name, command, isTests, prepare }: Check): Promise<Result> {
  const start = performance.now();
  const file = join(folder, `${name}.json`);
  const record = isTests ? ['--reporter=json', `--outputFile.json=${file}`] : [];
  const { code, said } = await prepared(prepare, [...command, ...record]);
  const count = isTests
    ? countTests(file, code)
    : { passed: Number(code === 0), failed: Number(code !== 0) };
  return { name, said, seconds: (performance.now() - start) / 1000, ...count };
}

async function prepared(prepare: Check['prepare'], command: readonly string[]): Promise<Ended> {
  try {
    await prepare?.();
  } catch (error) {
    return { code: 1, said: error instanceof Error ? error.message : String(error) };
  }
  return execute(command);
}

function execute([program = '', ...words]: readonly string[]): Promise<Ended> {
  if (isStopped) return Promise.resolve({ code: 1, said: 'stopped' });
  const child = spawn(program, words, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  return endOf(child).finally(() => running.delete(child));
}

/** What runs is told to end, and nothing new begins; the last line then counts the rest as failed. */
function stop(signal: NodeJS.Signals): void {
  isStopped = true;
  for (const child of running) child.kill(signal);
}

function sumUp(results: readonly Result[]): number {
  const sum = (of: keyof Count): number => results.reduce((total, each) => total + each[of], 0);
  const failed = results.filter((each) => each.failed > 0).map(({ name }) => name);
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return failed.length > 0 || results.length === 0 ? 1 : 0;
}
