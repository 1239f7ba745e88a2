// What the record costs: an append beside an insert without one, and how fast its chains are checked.

import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { insertActivity } from '#activities/server/store.ts';
import { day } from '#ground/day.ts';
import { newId, type PersonId, type SiteId } from '#ground/id.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { linkPending, openLinker } from '#ground/server/audit-linker.ts';
import { verifyChains } from '#ground/server/audit-verify.ts';
import { inTransaction, openDatabase, withReach, type Database } from '#ground/server/db.ts';
import { ensureLogins, loginUrl } from '#ground/server/logins.ts';
import { migrate } from '#ground/server/migrate.ts';
import { startPostgres } from '#ground/server/postgres.ts';
import { reachEverywhere } from '#ground/server/reach.ts';
import { anActor, aSite } from '#sites/server/testing.ts';
import type { Measure } from '../scripts/measure.ts';

const writers = 50;
const rounds = 7;
const perRound = 2_000;
const chains = 20;
const rowsToCheck = 300_000;

type Rig = { readonly db: Database; readonly owner: Database };

/** On a database of its own, whose commits are durable as the product's are. */
export async function measure(): Promise<readonly Measure[]> {
  const data = await realpath(await mkdtemp(join(tmpdir(), 'binh-yen-bench-')));
  const postgres = await startPostgres(data);
  if (!postgres.ok) throw new Error(JSON.stringify(postgres.refusal));
  const { url } = postgres.value;
  await migrate(url);
  await ensureLogins(url, 'bench');
  const application = openDatabase(loginUrl(url, 'binh_yen_app', 'bench'), { connections: 32 });
  const rig = { db: withReach(application, reachEverywhere), owner: openDatabase(url) };
  try {
    return [await measureAppend(rig), await measureVerify(rig)];
  } finally {
    await Promise.all([application.destroy(), rig.owner.destroy()]);
    await postgres.value.stop();
    await rm(data, { recursive: true });
  }
}

/** The two take turns, with the linker at work: what the machine does meanwhile hits both. */
async function measureAppend(rig: Rig): Promise<Measure> {
  const scene = await arrange(rig);
  const { db } = rig;
  const linker = openLinker(db);
  const [without, recorded]: [number[], number[]] = [[], []];
  await round(db, scene, true);
  for (let turn = 0; turn < rounds; turn += 1) {
    without.push(await round(db, scene, false));
    recorded.push(await round(db, scene, true));
  }
  await linker.stop();
  const baseline = median(without);
  return {
    name: `an activity inserted with its audit row, ${writers} writers of one site`,
    value: median(recorded),
    unit: 'ms',
    limit: Number((2 * baseline).toPrecision(3)),
    baseline: { name: 'without', value: baseline },
  };
}

type Scene = { readonly siteId: SiteId; readonly personId: PersonId };

async function arrange(rig: Rig): Promise<Scene> {
  const fresh = { ...rig, url: '', reaching: () => rig.db, close: () => Promise.resolve() };
  const { personId } = await anActor(fresh, 'provincial_officer');
  return { siteId: await aSite(fresh), personId };
}

/** Milliseconds for each command, all writers at work. */
async function round(db: Database, scene: Scene, recorded: boolean): Promise<number> {
  const begun = performance.now();
  const each = perRound / writers;
  await Promise.all(Array.from({ length: writers }, () => write(db, scene, each, recorded)));
  return (performance.now() - begun) / perRound;
}

const talk = {
  kind: 'talk',
  day: day('2026-11-23'),
  place: 'Nhà văn hóa',
  participants: 40,
  note: '',
  photos: [],
} as const;

async function write(
  db: Database,
  { siteId, personId }: Scene,
  times: number,
  recorded: boolean,
): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const by = { siteId, personId, commandId: newId<'command'>(), replaces: null };
    await inTransaction(db, async (tx) => {
      const id = await insertActivity(tx, talk, by);
      if (!recorded) return;
      await appendAudit(tx, {
        siteId,
        personId,
        command: 'record activity',
        record: `activity ${id}`,
        after: talk,
      });
    });
  }
}

async function measureVerify({ db, owner }: Rig): Promise<Measure> {
  await sql`
    WITH written AS (
      INSERT INTO audit (site_id, person_id, command, record, before, after)
      SELECT ('00000000-0000-4000-8000-' || lpad((row % ${chains})::text, 12, '0'))::uuid,
        gen_random_uuid(), 'close step', 'activity ' || gen_random_uuid(),
        '{"status": "running"}', '{"kind": "closed", "day": "2026-11-23", "note": "Họp xóm"}'
      FROM generate_series(1, ${rowsToCheck}) AS row
      RETURNING audit_id
    )
    INSERT INTO audit_pending SELECT audit_id FROM written`.execute(owner);
  const begunLinking = performance.now();
  const linked = await linkPending(db);
  const linking = performance.now() - begunLinking;
  await sql`ANALYZE`.execute(owner);
  const begun = performance.now();
  const { rows, breaks, waiting } = await verifyChains(owner);
  const seconds = (performance.now() - begun) / 1000;
  if (breaks.length > 0 || waiting > 0 || rows < rowsToCheck) throw new Error('not verified');
  return {
    name: `chains checked, milliseconds for 100,000 rows of ${rows}`,
    value: Math.round((seconds * 1000 * 100_000) / rows),
    unit: 'ms',
    limit: 1000,
    baseline: { name: 'linking them', value: Math.round((linking * 100_000) / linked) },
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
