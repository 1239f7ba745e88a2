// The last line of `npm test` tells the truth: nothing that went wrong is counted as well.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countTests } from './test-results.ts';

const folder = mkdtempSync(join(tmpdir(), 'test-results-'));
const file = join(folder, 'results.json');
afterAll(() => rmSync(folder, { recursive: true }));

const suite = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

function count(exitCode: number, success: boolean, ...testResults: ReturnType<typeof suite>[]) {
  writeFileSync(file, JSON.stringify({ success, testResults }));
  return countTests(file, exitCode);
}

test('every test counts as one', () => {
  const run = count(1, false, suite('failed', 'passed', 'failed'), suite('passed', 'passed'));
  expect(run).toEqual({ passed: 2, failed: 1 });
});

test('a test that was kept from running has failed', () => {
  expect(count(0, true, suite('passed', 'passed', 'skipped'))).toEqual({ passed: 1, failed: 1 });
});

test('a file that could not be loaded has failed once', () => {
  const run = count(1, false, suite('failed'), suite('failed'), suite('passed', 'passed'));
  expect(run).toEqual({ passed: 1, failed: 2 });
});

test('an error outside of any test is a failure', () => {
  expect(count(1, false, suite('passed', 'passed'))).toEqual({ passed: 1, failed: 1 });
  expect(count(1, true, suite('passed', 'passed'))).toEqual({ passed: 1, failed: 1 });
});

test('a run without tests, or without results, has failed', () => {
  expect(count(0, true)).toEqual({ passed: 0, failed: 1 });
  expect(countTests(join(folder, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1 });
});
