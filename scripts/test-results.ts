// Counts single tests in what vitest writes down, and everything that went wrong around them.

import { existsSync, readFileSync } from 'node:fs';

export type Count = { readonly passed: number; readonly failed: number };

type Suite = {
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
};
type Results = { readonly success: boolean; readonly testResults: readonly Suite[] };

/** A run that left no results, or no tests, has failed whatever its exit code was. */
export function countTests(file: string, exitCode: number): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { testResults, success } = JSON.parse(readFileSync(file, 'utf8')) as Results;
  const statuses = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = statuses.filter(({ status }) => status === 'passed').length;
  // Whatever is neither passed nor failed was kept from running, which counts as failed here.
  const failed = statuses.length - passed + testResults.filter(isBrokenFile).length;
  const isSound = success && exitCode === 0 && statuses.length > 0;
  return { passed, failed: isSound ? failed : Math.max(1, failed) };
}

/** A file that failed without a failing test of its own: it did not load, or a hook threw. */
const isBrokenFile = ({ status, assertionResults }: Suite): boolean =>
  status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
