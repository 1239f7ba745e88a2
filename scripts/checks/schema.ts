// Every migration runs on an empty database, and the schema's types are what then stands there.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#ground/server/migrate.ts';
import { startPostgres } from '#ground/server/postgres.ts';
import { report, root } from './tree.ts';

const path = 'src/ground/server/schema.ts';
/** As the values arrive (src/ground/server/db-values.ts): days and instants are text. */
const types = {
  date: 'string',
  timestamptz: 'string',
  int8: 'number',
  json: 'unknown',
  jsonb: 'unknown',
};
/** The runner's own list of what it ran. */
const notOurs = 'migration';

/** The types of an empty database after all migrations; throws where one of them fails. */
async function typesAfterMigrations(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  const postgres = await startPostgres(join(folder, 'data'), { durable: false });
  if (!postgres.ok)
    throw new Error(`PostgreSQL did not start: ${JSON.stringify(postgres.refusal)}`);
  try {
    const migrated = await migrate(postgres.value.url);
    if (!migrated.ok) throw new Error(`migrations failed: ${JSON.stringify(migrated.refusal)}`);
    return generate(postgres.value.url);
  } finally {
    await postgres.value.stop();
    rmSync(folder, { recursive: true });
  }
}

function generate(url: string): string {
  const words = [
    '--dialect=postgres',
    `--url=${url}`,
    '--print',
    '--log-level=error',
    `--exclude-pattern=${notOurs}`,
    '--numeric-parser=number',
    `--type-mapping=${JSON.stringify(types)}`,
  ];
  const tool = join(root, 'node_modules/.bin/kysely-codegen');
  const { status, stdout, stderr } = spawnSync(tool, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`kysely-codegen: ${stderr}${stdout}`);
  return `${stdout.trim()}\n`;
}

/** The first line in which the two differ, or undefined. */
function firstDifference(a: string, b: string): number | undefined {
  const [left, right] = [a.trim().split('\n'), b.trim().split('\n')];
  const at = Array.from({ length: Math.max(left.length, right.length) }, (_, line) => line);
  return at.find((line) => left[line] !== right[line]);
}

const wanted = await typesAfterMigrations();
if (process.argv.includes('--write')) {
  writeFileSync(join(root, path), wanted);
} else {
  const line = firstDifference(readFileSync(join(root, path), 'utf8'), wanted);
  const says = 'differs from the database; node scripts/checks/schema.ts --write';
  report(line === undefined ? [] : [{ path, line: line + 1, says }]);
}
