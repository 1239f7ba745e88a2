// Finds the `age` program that opens our exports; `npm test` fetches one where the machine has none.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The program's name, once it is there: installed before, or from apt as root on Debian. */
export function ensureAge(): string {
  if (!starts() && isDebianRoot()) fetchFromApt();
  return starts() ? program : giveUp();
}

const program = 'age';
const installer = 'apt-get';

const starts = (): boolean => spawnSync(program, ['--version']).status === 0;

const isDebianRoot = (): boolean => process.getuid?.() === 0 && existsSync('/etc/debian_version');

/** What comes of it shows in whether the program starts afterwards. */
function fetchFromApt(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'age'],
  ])
    spawnSync(installer, words, { stdio: ['ignore', 'ignore', 'inherit'], env });
}

function giveUp(): never {
  throw new Error(
    'No age program: none is on the PATH, and apt-get (as root on Debian) brought none that ' +
      'starts. Install the package “age” and run `npm test` again.',
  );
}
