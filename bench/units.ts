// The unit search with everything loaded, beside a plain LIKE over the same rows; and the import.

import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { openDatabase, withReach, type Database } from '#ground/server/db.ts';
import { migrate } from '#ground/server/migrate.ts';
import { startPostgres } from '#ground/server/postgres.ts';
import { reachEverywhere } from '#ground/server/reach.ts';
import type { Actor } from '#people/person.ts';
import { importSnapshot } from '#places/server/import-commands.ts';
import { searchUnits } from '#places/server/search-store.ts';
import type { SnapshotTerms } from '#places/snapshot.ts';
import { percentile, type Measure } from '../scripts/measure.ts';

const folder = process.env['BINH_YEN_UNITS'] ?? '../shared/data';
const files = ['units-before-2025-07-01.csv', 'units-since-2025-07-01.csv'] as const;
const today = day('2026-11-23');

/** As people type them, letter after letter; the last ones are mistyped. */
const wanted = [
  'phú thịnh đại từ',
  'xa binh yen',
  'thai nguyen',
  'phuong 1',
  '05800',
  "k'dang",
  'phu thnh thai nguyen',
  'dai tuu',
];
const rounds = 5;

export async function measure(): Promise<readonly Measure[]> {
  if (!existsSync(join(folder, files[0]))) return measureNothing();
  const data = await mkdtemp(join(tmpdir(), 'bench-units-'));
  const started = await startPostgres(data, { durable: true });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  const owner = openDatabase(started.value.url);
  try {
    const migrated = await migrate(started.value.url);
    if (!migrated.ok) throw new Error(JSON.stringify(migrated.refusal));
    return await measureOn(withReach(owner, reachEverywhere));
  } finally {
    await owner.destroy();
    await started.value.stop();
    await rm(data, { recursive: true });
  }
}

function measureNothing(): readonly Measure[] {
  console.error(`no units in ${folder} (BINH_YEN_UNITS); nothing measured`);
  return [];
}

async function measureOn(db: Database): Promise<readonly Measure[]> {
  const importing = await timeOf(() => importAll(db));
  const again = await timeOf(() => importAll(db));
  await sql`analyze unit`.execute(db);
  await times(db, search);
  const [ours, plain] = [await times(db, search), await times(db, scan)];
  return [
    { name: 'import of all 14,149 units', value: importing, unit: 'ms', limit: 5000 },
    { name: 'the same files again, nothing to do', value: again, unit: 'ms' },
    ...[0.5, 0.95].map((share) => ({
      name: `unit search p${share * 100}, all units loaded`,
      value: percentile(ours, share),
      unit: 'ms',
      limit: 30,
      baseline: { name: 'LIKE over every row', value: percentile(plain, share) },
    })),
  ];
}

async function importAll(db: Database): Promise<void> {
  const personId = await aPerson(db);
  const role = 'administrator';
  const actor: Actor = {
    personId,
    name: 'Ví Dụ',
    holdings: [{ role, siteId: null, from: today, to: null }],
  };
  const terms = { legalAct: 'Danh mục', wholeCountry: true, demo: false };
  const eras: readonly SnapshotTerms[] = [
    { ...terms, from: day('2020-01-01'), to: day('2025-06-30') },
    { ...terms, from: day('2025-07-01'), to: null },
  ];
  for (const [at, era] of eras.entries()) {
    const fileName = files[at] ?? '';
    const bytes = readFileSync(join(folder, fileName));
    const file = { bytes, fileName, fileRef: 'bench', commandId: newId<'command'>() };
    const done = await importSnapshot(db, actor, file, era);
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  }
}

async function aPerson(db: Database) {
  const id = newId<'person'>();
  const email = `${id}@example.invalid`;
  await db.insertInto('person').values({ id, name: 'Ví Dụ', username: id, email }).execute();
  return id;
}

type Search = (db: Database, text: string) => Promise<unknown>;

const search: Search = (db, text) => searchUnits(db, { text, on: today });

/** What it would be without words of its own: the folded name anywhere in every row. */
const scan: Search = (db, text) =>
  sql`select unit_id, name from unit where words like ${`%${text}%`} order by name limit 20`.execute(
    db,
  );

/** Every beginning of every wanted text, as a person typing asks for them. */
async function times(db: Database, ask: Search): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const text of wanted) {
      for (let end = 1; end <= text.length; end += 1) {
        all.push(await timeOf(() => ask(db, text.slice(0, end))));
      }
    }
  }
  return all;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
