// What happens between the migrated database and the first page: the demo, and how to sign in.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, withReach, type Database } from '#ground/server/db.ts';
import { reachEverywhere } from '#ground/server/reach.ts';
import type { Settings } from '#ground/server/settings.ts';

/**
 * What it returns is printed under the address. A part loads its code when it runs, so that later
 * starts do not pay for the first one.
 */
type Part = (db: Database, settings: Settings, address: string) => Promise<readonly string[]>;

type Once = {
  /** Where it is not wanted it leaves no mark: it may be wanted at a later start. */
  readonly isWanted: (settings: Settings) => boolean;
  readonly run: (db: Database, settings: Settings, url: string) => Promise<void>;
};

/** Runs until it has ended well once for this data folder; must be harmless when broken off. */
const once: Readonly<Record<string, Once>> = {
  demo: {
    isWanted: ({ demo }) => demo,
    run: async (...given) => (await import('./start-demo.ts')).loadDemoInto(...given),
  },
};

/** Runs at every start. */
const always: readonly Part[] = [
  async (db, settings, address) =>
    (await import('#people/server/first-run.ts')).firstRun(db, address, settings),
];

export async function runFirst(
  url: string,
  settings: Settings,
  address: string,
): Promise<readonly string[]> {
  const opened = openDatabase(url);
  const db = withReach(opened, reachEverywhere);
  try {
    await runOnce(db, settings, url);
    const said = await Promise.all(always.map((part) => part(db, settings, address)));
    return said.flat();
  } finally {
    await opened.destroy();
  }
}

async function runOnce(db: Database, settings: Settings, url: string): Promise<void> {
  for (const [name, { isWanted, run }] of Object.entries(once)) {
    const mark = join(settings.data, `${name}-done`);
    if (!isWanted(settings) || existsSync(mark)) continue;
    await run(db, settings, url);
    writeFileSync(mark, '');
  }
}
