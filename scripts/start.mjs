// `npm start`: installs what is missing, then becomes the server; runs on the machine's Node 20 or newer.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, ownEnvironment, ownNode, root } from './install.mjs';

process.chdir(root);
try {
  await ensureInstalled();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
becomeServer();

function becomeServer() {
  // A small young generation costs no measurable speed here and saves memory at rest.
  const words = ['--max-semi-space-size=2', 'scripts/start.ts'];
  const environment = {
    ...ownEnvironment(),
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/binh-yen/compiled'),
    // glibc gives the memory of large uploads back when they are over (docs/decisions/0024).
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '65536',
    MALLOC_TRIM_THRESHOLD_: '131072',
  };
  // Where Node can replace itself (22.15 and newer) no second process is kept in memory.
  if (process.execve) process.execve(ownNode, [ownNode, ...words], environment);
  else runServer(words, environment);
}

/**
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} env
 */
function runServer(words, env) {
  const server = spawn(ownNode, words, { env, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => server.kill(signal));
  server.once('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  server.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}
