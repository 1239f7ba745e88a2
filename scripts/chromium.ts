// Finds the Chromium the journeys look through; `npm test` fetches one where the machine has none.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser's program, or undefined where none starts. */
const findChromium = (): string | undefined =>
  [...placesOnThePath(), chromium.executablePath()].find(
    (program) => existsSync(program) && starts(program),
  );

/** Fetches Chromium where there is none: from apt as root on Debian, else by Playwright's installer. */
export async function ensureChromium(): Promise<string> {
  return findChromium() ?? (await fromApt()) ?? (await fromPlaywright()) ?? giveUp();
}

const placesOnThePath = (): string[] =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));

/** A stub that only says where to get the real one does not start. */
const starts = (program: string): boolean =>
  spawnSync(program, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;

/** A bare machine has no type to draw Vietnamese with. */
const debianPackages = ['chromium', 'fonts-dejavu-core'];

async function fromApt(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('Installing Chromium for the journeys (apt-get install chromium) …');
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...debianPackages]);
  return findChromium();
}

async function fromPlaywright(): Promise<string | undefined> {
  console.log('Installing Chromium for the journeys (playwright-core install chromium) …');
  await run('playwright-core', ['install', '--no-shell', 'chromium']);
  return findChromium();
}

function giveUp(): never {
  throw new Error(
    'No Chromium: none is on the PATH, and neither apt-get (as root on Debian) nor Playwright’s ' +
      'installer brought one that starts. Install the package “chromium” and run `npm test` again.',
  );
}

/** What comes of it shows in whether a browser is found afterwards; its own words go to the screen. */
function run(program: string, words: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'inherit'], env });
  return new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}
