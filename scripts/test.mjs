// `npm test`: sets itself up on a bare machine, then runs every check and test on the project's own Node.

import { spawn } from 'node:child_process';
import { ensureInstalled, ownEnvironment, ownNode, root } from './install.mjs';

try {
  await ensureInstalled();
  process.exitCode = await runChecks(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

/**
 * @param {string[]} names
 * @returns {Promise<number>}
 */
function runChecks(names) {
  const words = ['scripts/run-checks.ts', ...names];
  const child = spawn(ownNode, words, { cwd: root, env: ownEnvironment(), stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
