// A second site in one hamlet on a real database: found by unit over a reform, by names, and two at once.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day } from '#ground/day.ts';
import type { SiteId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { findSitesBeyond } from '#people/server/glass-store.ts';
import { listSitesIn } from '#places/server/site-place-store.ts';
import { idOf, since, theReform } from '#places/server/testing.ts';
import type { Plan, PlanArea } from '#plans/plan.ts';
import { siteTitle } from '../names.ts';
import { examplePlan } from '../testing.ts';
import { createSite } from './commands.ts';
import { findSite, lockProgramme } from './store.ts';
import { aCommand, anActor, aPlan, testDay } from './testing.ts';

let fresh: FreshDatabase;
let officer: Actor;
let first: SiteId;

const aPlanAt = (number: string, area: Partial<PlanArea>, date: Day | null = since): Plan => ({
  ...examplePlan,
  paper: { ...examplePlan.paper, number, date },
  area: examplePlan.area && { ...examplePlan.area, ...area },
});
async function confirm(plan: Plan, besides: SiteId[] = []) {
  const planId = await aPlan(fresh, officer, plan);
  const input = { planId, commandId: aCommand(), calendar: 'plan' as const, besides };
  return createSite(fresh.db, officer, input, testDay);
}
async function made(plan: Plan, besides: SiteId[] = []): Promise<SiteId> {
  const outcome = await confirm(plan, besides);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.siteId;
}
/** All begin while the programme is locked, and go on only when each waits for it. */
async function atOnce<T>(begin: () => readonly Promise<T>[]): Promise<readonly T[]> {
  const { begun } = await fresh.owner.transaction().execute(async (tx) => {
    await lockProgramme(tx, examplePlan.programme?.name ?? '');
    const all = begin();
    await expect.poll(waitingForLocks, { interval: 10, timeout: 10_000 }).toBe(all.length);
    return { begun: Promise.all(all) };
  });
  return begun;
}
const waitingForLocks = async (): Promise<number> =>
  (
    await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(fresh.owner)
  ).rows.length;
const titleOf = async (siteId: SiteId): Promise<string> => {
  const site = await findSite(fresh.db, 'all', siteId);
  return site ? siteTitle(site) : '';
};

const old = aPlanAt('12/KH-PV05', { commune: 'xã Bản Ngoại' }, addDays(since, -400));
const later = aPlanAt('13/KH-PV05', { hamlet: 'Xom Pho', district: null });

beforeAll(async () => {
  fresh = await freshDatabase();
  officer = await anActor(fresh, 'provincial_officer');
  await theReform(fresh, officer);
  first = await made(old);
});
afterAll(() => fresh.close());

test('a hamlet that another commune took over since is still the hamlet the first site stands in', async () => {
  expect(await confirm(later)).toMatchObject({
    ok: false,
    refusal: {
      besides: [
        {
          siteId: first,
          title: 'Xóm Phố, xã Phú Thịnh',
          planNumber: '12/KH-PV05',
          step: { number: 1, kind: 'survey' },
        },
      ],
    },
  });
});

test('whoever knows of the first makes the second; the choice is on record, and both are told apart everywhere', async () => {
  const second = await made(later, [first]);
  const { after } = await fresh.owner
    .selectFrom('audit')
    .where('site_id', '=', second)
    .where('command', '=', 'create site')
    .select('after')
    .executeTakeFirstOrThrow();
  expect(after).toMatchObject({ besides: [first] });
  expect(await titleOf(first)).toBe('Xóm Phố (12/KH-PV05)');
  expect(await titleOf(second)).toBe('Xom Pho (13/KH-PV05)');
  const commune = await idOf(fresh, 'xã Phú Thịnh', since);
  const here = await listSitesIn(fresh.db, 'all', [commune]);
  expect(here.map(({ toldBy }) => toldBy)).toEqual(
    expect.arrayContaining(['12/KH-PV05', '13/KH-PV05']),
  );
  const stranger = fresh.reaching({ personId: officer.personId, sites: [] });
  const beyond = await findSitesBeyond(stranger, 'xom pho');
  expect(beyond.map(({ toldBy }) => toldBy)).toEqual(
    expect.arrayContaining(['12/KH-PV05', '13/KH-PV05']),
  );
});

test('a plan older than the reform finds what newer plans made', async () => {
  const before = { commune: 'xã Bản Ngoại' };
  const found = async (area: Partial<PlanArea>): Promise<unknown> => {
    const outcome = await confirm(aPlanAt('7/KH', area, addDays(since, -30)));
    return outcome.ok ? [] : outcome.refusal;
  };
  expect(await found(before)).toMatchObject({
    besides: [{ planNumber: '12/KH-PV05' }, { planNumber: '13/KH-PV05' }],
  });
  await made(aPlanAt('8/KH', { hamlet: 'xóm Suối', district: null }));
  expect(await found({ ...before, hamlet: 'xóm Suối' })).toMatchObject({
    besides: [{ planNumber: '8/KH' }],
  });
});

test('where no unit is known the names decide, however they are typed', async () => {
  const nowhere = { commune: 'xã Đâu Đó', district: null, province: 'tỉnh Lam Sơn' };
  const there = await made(aPlanAt('1/KH', nowhere));
  expect(await confirm(aPlanAt('2/KH', { ...nowhere, hamlet: 'Xóm  Phó' }))).toMatchObject({
    refusal: { besides: [{ siteId: there }] },
  });
  await made(aPlanAt('3/KH', { ...nowhere, hamlet: 'xóm Đình' }));
  expect(await titleOf(there)).toBe('Xóm Phố');
});

test('a site of another programme is no matter', async () => {
  const programme = examplePlan.programme && {
    ...examplePlan.programme,
    name: 'Cổng trường an toàn',
  };
  const own = await made({ ...aPlanAt('4/KH', { district: null }), programme });
  expect(await titleOf(own)).toBe('Xóm Phố');
});

test('of two plans of one hamlet confirmed at once one makes its site and the other is told of it', async () => {
  const hamlet = { hamlet: 'xóm Đồng Thời', commune: 'xã Đâu Đó', district: null };
  const both = await atOnce(() => ['5/KH', '6/KH'].map((n) => confirm(aPlanAt(n, hamlet))));
  const [site] = both.flatMap((one) => (one.ok ? [one.value.siteId] : []));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { besides: [{ siteId: site }] } });
});
