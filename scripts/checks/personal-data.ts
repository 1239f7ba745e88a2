// Every column of the database is entered in the register of personal data, and its document is current.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { format, resolveConfig } from 'prettier';
import { migrate } from '#ground/server/migrate.ts';
import { startPostgres } from '#ground/server/postgres.ts';
import { findGaps, type CatalogueColumn } from '#privacy/catalogue.ts';
import { personalDataDocument } from '#privacy/document.ts';
import { tables } from '#privacy/tables.ts';
import { report, root } from './tree.ts';

const path = 'docs/personal-data.md';

/** What the database itself says it holds, after all migrations. */
async function catalogue(): Promise<readonly CatalogueColumn[]> {
  const folder = mkdtempSync(join(tmpdir(), 'personal-data-'));
  const postgres = await startPostgres(join(folder, 'data'), { durable: false });
  if (!postgres.ok)
    throw new Error(`PostgreSQL did not start: ${JSON.stringify(postgres.refusal)}`);
  try {
    const migrated = await migrate(postgres.value.url);
    if (!migrated.ok) throw new Error(`migrations failed: ${JSON.stringify(migrated.refusal)}`);
    return await columnsOf(postgres.value.url);
  } finally {
    await postgres.value.stop();
    rmSync(folder, { recursive: true });
  }
}

async function columnsOf(url: string): Promise<readonly CatalogueColumn[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<CatalogueColumn>(
      `SELECT c.relname AS "table", a.attname AS "column"
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
         AND a.attnum > 0 AND NOT a.attisdropped`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

const written = await format(personalDataDocument(), {
  ...(await resolveConfig(join(root, path))),
  parser: 'markdown',
});
if (process.argv.includes('--write')) {
  writeFileSync(join(root, path), written);
} else {
  const gaps = findGaps(await catalogue(), tables).map((says) => ({
    path: 'src/privacy/registry',
    says,
  }));
  const isCurrent = readFileSync(join(root, path), 'utf8') === written;
  const stale = {
    path,
    says: 'is not current; node scripts/checks/personal-data.ts --write',
  };
  report(isCurrent ? gaps : [...gaps, stale]);
}
