// What happens between the migrated database and the first page: the demo, and how to sign in.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applicationRole, openDatabase, type Database } from '#ground/server/db.ts';
import type { Settings } from '#ground/server/settings.ts';

/**
 * What it returns is printed under the address. A part loads its code when it runs, so that later
 * starts do not pay for the first one.
 */
type Part = (db: Database, settings: Settings, address: string) => Promise<readonly string[]>;

/** Runs until it has ended well once for this data folder; must be harmless when broken off. */
const once: Readonly<Record<string, Part>> = {};

/** Runs at every start. */
const always: readonly Part[] = [
  async (db, { language }, address) =>
    (await import('#people/server/first-run.ts')).firstRun(db, address, language),
];

export async function runFirst(
  url: string,
  settings: Settings,
  address: string,
): Promise<readonly string[]> {
  const db = openDatabase(url, applicationRole);
  try {
    return await runParts(db, settings, address);
  } finally {
    await db.destroy();
  }
}

async function runParts(...given: Parameters<Part>): Promise<readonly string[]> {
  const [, { data }] = given;
  const sentences: string[] = [];
  for (const [name, part] of Object.entries(once)) {
    const mark = join(data, `${name}-done`);
    if (existsSync(mark)) continue;
    sentences.push(...(await part(...given)));
    writeFileSync(mark, '');
  }
  for (const part of always) sentences.push(...(await part(...given)));
  return sentences;
}
