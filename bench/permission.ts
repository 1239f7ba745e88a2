// What a question of permission costs, and what PostgreSQL's own wall costs a query.

import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { day } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import { openDatabase, withReach, type Database } from '#ground/server/db.ts';
import { ensureLogins, loginUrl } from '#ground/server/logins.ts';
import { migrate } from '#ground/server/migrate.ts';
import { startPostgres } from '#ground/server/postgres.ts';
import { may, reachOf, scopeOf } from '#people/may.ts';
import type { Actor, RoleHolding } from '#people/person.ts';
import type { Measure } from '../scripts/measure.ts';

const communeSites = 40;
const sitesInAll = 400;
const activitiesOfEach = 60;
const rounds = 9;
const perRound = 200;

export async function measure(): Promise<readonly Measure[]> {
  const actor = officerOfACommune();
  return [askPermission(actor), await measureWall(actor)];
}

/** Three roles at once: a whole commune, a hamlet elsewhere, and a look through a glass. */
function officerOfACommune(): Actor {
  const from = day('2026-01-01');
  const siteIds = Array.from({ length: communeSites }, () => newId<'site'>());
  const holdings: readonly RoleHolding[] = [
    { role: 'viewer', siteId: newId<'site'>(), from, to: null },
    {
      role: 'commune_police',
      siteId: null,
      commune: { unitId: newId<'unit'>(), siteIds },
      from,
      to: null,
    },
    { role: 'core_member', siteId: newId<'site'>(), from, to: null },
  ];
  return { personId: newId<'person'>(), name: 'Trần Thị Ví Dụ', holdings };
}

/** As a route asks: whether at this site, and at which sites a list may look. */
function askPermission(actor: Actor): Measure {
  const scope = scopeOf(actor, 'do duty');
  const sites = scope === 'all' ? [] : scope;
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (let at = 0; at < 10_000; at += 1) {
      const site = sites[at % sites.length];
      if (!may(actor, 'do duty', site) || scopeOf(actor, 'view site').length === 0) {
        throw new Error('they may');
      }
    }
    return (performance.now() - start) / 10;
  });
  return {
    name: `may + scopeOf with three roles, one in a commune of ${communeSites} sites`,
    value: median(times),
    unit: 'µs',
    limit: 50,
  };
}

async function measureWall(actor: Actor): Promise<Measure> {
  const data = await realpath(await mkdtemp(join(tmpdir(), 'binh-yen-bench-')));
  const postgres = await startPostgres(data);
  if (!postgres.ok) throw new Error(JSON.stringify(postgres.refusal));
  const { url } = postgres.value;
  await migrate(url);
  await ensureLogins(url, 'bench');
  const owner = openDatabase(url, { connections: 1 });
  const application = openDatabase(loginUrl(url, 'binh_yen_app', 'bench'), { connections: 1 });
  try {
    const scope = reachOf(actor);
    await fill(owner, scope === 'all' ? [] : scope);
    return await compareQueries(owner, application, actor);
  } finally {
    await Promise.all([application.destroy(), owner.destroy()]);
    await postgres.value.stop();
    await rm(data, { recursive: true });
  }
}

/** The two take turns, so that what the machine does meanwhile hits both. */
async function compareQueries(
  owner: Database,
  application: Database,
  actor: Actor,
): Promise<Measure> {
  const scope = reachOf(actor);
  const [site] = scope === 'all' ? [] : scope;
  const limited = withReach(application, { personId: actor.personId, sites: scope });
  const list = (db: Database): Promise<unknown> =>
    sql`SELECT activity_id, kind, day, place, note FROM activity
      WHERE site_id = ${site} AND site_id = ANY (${scope}::uuid[])
      ORDER BY day DESC LIMIT 50`.execute(db);
  const [without, walled]: [number[], number[]] = [[], []];
  await round(() => list(limited));
  for (let turn = 0; turn < rounds; turn += 1) {
    // The owner of the tables is under no policy, and sets no reach.
    without.push(await round(() => list(owner)));
    walled.push(await round(() => list(limited)));
  }
  return {
    name: 'a list of 50 activities with its reach set and checked by PostgreSQL',
    value: median(walled),
    unit: 'µs',
    baseline: { name: 'the same query without', value: median(without) },
  };
}

async function round(query: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let at = 0; at < perRound; at += 1) await query();
  return ((performance.now() - start) * 1_000) / perRound;
}

/** Only what the query reads: rules that tie a site to its plan and people are left out. */
async function fill(owner: Database, own: readonly SiteId[]): Promise<void> {
  await sql`SET session_replication_role = replica`.execute(owner);
  const others = Array.from({ length: sitesInAll - own.length }, () => newId<'site'>());
  await sql`
    INSERT INTO activity
      (site_id, activity_id, command_id, kind, day, place, participants, note, recorded_by)
    SELECT site_id, gen_random_uuid(), gen_random_uuid(), 'talk', date '2026-01-01' + number,
      'Nhà văn hóa', 20, 'ghi chú', gen_random_uuid()
    FROM unnest(${[...own, ...others]}::uuid[]) AS site_id,
      generate_series(1, ${activitiesOfEach}::int) AS number`.execute(owner);
  await sql`ANALYZE activity`.execute(owner);
}

const median = (values: readonly number[]): number =>
  Number((values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toPrecision(3));
