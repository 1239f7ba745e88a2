// The plan reader as a command: one file in, its plan as JSON out, or one sentence why not.

import { readFile as readBytes, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { planWords } from '../src/plans/plan.words.ts';
import { mostFileBytes, readFile } from '../src/plans/server/read-file.ts';

const locale = process.env['LC_ALL'] || process.env['LANG'] || '';
const say = planWords[locale.startsWith('en') ? 'en' : 'vi'];

type Answer = { readonly json: string } | { readonly sentence: string };

const answer = await answerTo(process.argv.slice(2));
if ('json' in answer) {
  process.stdout.write(`${answer.json}\n`);
} else {
  process.stderr.write(`${answer.sentence}\n`);
  process.exitCode = 2;
}

async function answerTo([command, path, ...rest]: readonly string[]): Promise<Answer> {
  if (command !== undefined && command !== 'read') {
    return { sentence: say.command.unknownCommand(command) };
  }
  if (path === undefined || rest.length > 0) return { sentence: say.command.usage };
  try {
    return await read(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { sentence: say.command.fileNotFound(path) };
    if (typeof code === 'string') return { sentence: say.command.fileNotOpened(path) };
    throw error;
  }
}

/** npm runs scripts in the project's folder; the path is meant from where the person stands. */
async function read(path: string): Promise<Answer> {
  const file = resolve(process.env['INIT_CWD'] ?? '.', path);
  const about = await stat(file);
  if (!about.isFile()) return { sentence: say.command.fileNotOpened(path) };
  if (about.size > mostFileBytes) return { sentence: say.refusal['too-big'] };
  const reading = await readFile(await readBytes(file), basename(file));
  return reading.ok
    ? { json: JSON.stringify(reading.value.plan, null, 2) }
    : { sentence: say.refusal[reading.refusal] };
}
