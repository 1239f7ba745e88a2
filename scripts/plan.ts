// The plan reader as a command: one file in, its plan as JSON out, or one sentence why not.

import { readFile as readBytes } from 'node:fs/promises';
import { planWords } from '../src/plans/plan.words.ts';
import { readFile } from '../src/plans/server/read-file.ts';

const locale = process.env['LC_ALL'] || process.env['LANG'] || '';
const say = planWords[locale.startsWith('en') ? 'en' : 'vi'];

/** Prints the plan and returns the empty sentence, or returns the one to print. */
async function run([command, path, ...rest]: readonly string[]): Promise<string> {
  if (command !== undefined && command !== 'read') return say.command.unknownCommand(command);
  if (command === undefined || path === undefined || rest.length > 0) return say.command.usage;
  const bytes = await readBytes(path).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) {
    return bytes.code === 'ENOENT'
      ? say.command.fileNotFound(path)
      : say.command.fileNotOpened(path);
  }
  const reading = await readFile(bytes, path);
  if (!reading.ok) return say.refusal[reading.refusal];
  process.stdout.write(`${JSON.stringify(reading.value.plan, null, 2)}\n`);
  return '';
}

const refusal = await run(process.argv.slice(2));
if (refusal !== '') {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 2;
}
