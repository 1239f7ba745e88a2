// Who may see what of a site, and what the application may never change, on a real database.

import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Scope } from '#people/person.ts';
import { examplePlan } from '../testing.ts';
import { dutyState } from '../duty.ts';
import { delayDuty, delayStep, doDuty, enterIndicator, reopenDuty, startStep } from './commands.ts';
import { findDuty, listDuties, listDutiesDue, listDutyEvents } from './duty-store.ts';
import { listIndicatorEntries, listIndicators } from './indicator-store.ts';
import { listStepEvents, listSteps, listStepsDue } from './step-store.ts';
import { findSite, listFigures, listRecipients, listResources, listSitesInScope } from './store.ts';
import { aCommand, anActor, aSite, testDay } from './testing.ts';

const farDay = day('2030-01-01');
const hamlets = ['xóm An', 'xóm Bình', 'xóm Chợ'];

let fresh: FreshDatabase;
let siteId: SiteId;
let other: SiteId;

beforeAll(async () => {
  fresh = await freshDatabase();
  siteId = await aSite(fresh);
  other = await aSite(fresh);
  const officer = await anActor(fresh, 'provincial_officer');
  const [duty] = await listDuties(fresh.db, 'all', siteId);
  const indicators = await listIndicators(fresh.db, 'all', siteId);
  const [indicator] = indicators;
  if (!duty || !indicator) throw new Error('an empty site');
  const told = { siteId, commandId: aCommand(), day: testDay, note: '' };
  await startStep(fresh.db, officer, { ...told, number: 1 }, testDay);
  await doDuty(fresh.db, officer, { ...told, dutyId: duty.dutyId }, testDay);
  const { indicatorId } = indicator;
  await enterIndicator(
    fresh.db,
    officer,
    { ...told, indicatorId, month: testDay, value: 1 },
    testDay,
  );
});
afterAll(() => fresh.close());

/** Every read of the sites, each about the same site. */
const reads: Readonly<Record<string, (scope: Scope) => Promise<unknown>>> = {
  findSite: (scope) => findSite(fresh.db, scope, siteId),
  listFigures: (scope) => listFigures(fresh.db, scope, siteId),
  listResources: (scope) => listResources(fresh.db, scope, siteId),
  listRecipients: (scope) => listRecipients(fresh.db, scope, siteId),
  listSteps: (scope) => listSteps(fresh.db, scope, [siteId]),
  listStepEvents: (scope) => listStepEvents(fresh.db, scope, [siteId]),
  listStepsDue: async (scope) =>
    (await listStepsDue(fresh.db, scope, farDay)).filter((step) => step.siteId === siteId),
  listDuties: (scope) => listDuties(fresh.db, scope, siteId),
  listDutiesDue: async (scope) =>
    (await listDutiesDue(fresh.db, scope, ['provincial_officer'], farDay)).filter(
      (duty) => duty.siteId === siteId,
    ),
  findDuty: async (scope) => {
    const [duty] = await listDuties(fresh.db, 'all', siteId);
    return duty && findDuty(fresh.db, scope, siteId, duty.dutyId);
  },
  listDutyEvents: async (scope) =>
    listDutyEvents(fresh.db, scope, await listDuties(fresh.db, 'all', siteId)),
  listIndicators: (scope) => listIndicators(fresh.db, scope, siteId),
  listIndicatorEntries: (scope) => listIndicatorEntries(fresh.db, scope, siteId),
};

const isNothing = (found: unknown): boolean =>
  found === undefined || (Array.isArray(found) && found.length === 0);

test.each(Object.entries(reads))(
  '%s shows a site to whose scope holds it, and to no one else',
  async (_, read) => {
    expect(isNothing(await read('all'))).toBe(false);
    expect(await read([siteId])).toEqual(await read('all'));
    expect(isNothing(await read([other]))).toBe(true);
    expect(isNothing(await read([]))).toBe(true);
  },
);

test('sites come by place, page by page, each once', async () => {
  const { area } = examplePlan;
  if (!area) throw new Error('the example lost its area');
  const made = [];
  for (const hamlet of hamlets.toReversed()) {
    made.push(await aSite(fresh, { ...examplePlan, area: { ...area, hamlet } }));
  }
  const first = await listSitesInScope(fresh.db, made, { limit: 2 });
  expect(first.map(({ hamlet }) => hamlet)).toEqual(['xóm An', 'xóm Bình']);
  const last = first.at(-1);
  if (!last) throw new Error('an empty page');
  const second = await listSitesInScope(fresh.db, made, { limit: 2, after: last });
  expect(second.map(({ hamlet }) => hamlet)).toEqual(['xóm Chợ']);
  expect(await listSitesInScope(fresh.db, [])).toEqual([]);
});

test('duties due are of the asked roles, until the asked day, and what is kept up', async () => {
  const all = await listDuties(fresh.db, 'all', other);
  const until = day('2026-06-30');
  const due = await listDutiesDue(fresh.db, [other], ['provincial_officer', 'core_member'], until);
  const expected = all.filter(
    (duty) => duty.role !== 'commune_police' && (duty.due === null || duty.due <= until),
  );
  expect(due).toEqual(expected);
  expect(due.map((one) => one.due)).toEqual(['2026-05-31', '2026-06-30', null]);
});

test('steps due are those planned until the asked day, not what is kept up', async () => {
  const due = await listStepsDue(fresh.db, [other], addDays(day('2026-06-30'), -1));
  expect(due.map(({ number }) => number)).toEqual([1]);
});

test('the work of other sites takes no place in a list with an end', async () => {
  for (const own of [siteId, other]) {
    const duties = await listDutiesDue(fresh.db, [own], ['provincial_officer'], farDay, 1);
    expect(duties.map((duty) => duty.siteId)).toEqual([own]);
    const steps = await listStepsDue(fresh.db, [own], farDay, 1);
    expect(steps.map((step) => step.siteId)).toEqual([own]);
  }
});

test('the list of what is open says the same as the events, for every duty and step', async () => {
  const officer = await anActor(fresh, 'provincial_officer');
  const own = await aSite(fresh);
  const all = await listDuties(fresh.db, 'all', own);
  const told = () => ({ siteId: own, commandId: aCommand(), day: testDay, note: 'vì' });
  for (const [at, { dutyId }] of all.entries()) {
    const input = () => ({ ...told(), dutyId });
    const later = { ...input(), day: addDays(testDay, 400 + at) };
    if (at % 2 === 0) await delayDuty(fresh.db, officer, later, testDay);
    if (at % 3 === 0) await doDuty(fresh.db, officer, input(), testDay);
    if (at % 6 === 0) await reopenDuty(fresh.db, officer, input(), testDay);
  }
  const delayed = { ...told(), number: 2, day: day('2026-09-01') };
  await delayStep(fresh.db, officer, delayed, testDay);
  expect(all.length).toBeGreaterThan(6);
  const events = await listDutyEvents(fresh.db, 'all', all);
  const open = all
    .map((duty) => dutyState(duty, events, testDay))
    .filter(({ status }) => status !== 'done');
  const kept = await fresh.owner
    .selectFrom('open_duty')
    .where('site_id', '=', own)
    .select(['duty_id', 'expected'])
    .execute();
  const byId = (a: readonly unknown[], b: readonly unknown[]): number =>
    String(a[0]) < String(b[0]) ? -1 : 1;
  expect(kept.map((one) => [one.duty_id, one.expected]).toSorted(byId)).toEqual(
    open.map(({ duty, expected }) => [duty.dutyId, expected]).toSorted(byId),
  );
  const due = await listStepsDue(fresh.db, [own], day('2026-08-31'));
  expect(due.map(({ number }) => number)).toEqual([1, 3, 4, 5]);
});

test('what was open before the tables stood is found again by its migration', async () => {
  const kept = async () => ({
    duties: await fresh.owner.selectFrom('open_duty').selectAll().orderBy('duty_id').execute(),
    steps: await fresh.owner
      .selectFrom('open_step')
      .selectAll()
      .orderBy('site_id')
      .orderBy('number')
      .execute(),
  });
  const before = await kept();
  const migration = readFileSync('db/migrations/0004-open-work.sql', 'utf8');
  const backfills = migration.match(/INSERT INTO [^;]+;/g) ?? [];
  expect(backfills).toHaveLength(2);
  await sql`truncate open_duty, open_step`.execute(fresh.owner);
  for (const backfill of backfills) await sql.raw(backfill).execute(fresh.owner);
  expect(await kept()).toEqual(before);
});

const frozen = [
  'audit',
  'site',
  'baseline_figure',
  'step',
  'step_event',
  'duty',
  'duty_event',
  'indicator',
  'indicator_entry',
  'activity',
  'activity_photo',
] as const;

test.each(frozen)('the application can neither change, remove nor empty %s', async (table) => {
  const column = sql.ref(table === 'audit' ? 'person_id' : 'site_id');
  const statements = [
    sql`update ${sql.table(table)} set ${column} = ${newId()}`,
    sql`delete from ${sql.table(table)}`,
    sql`truncate ${sql.table(table)} cascade`,
  ];
  for (const statement of statements) {
    await expect(statement.execute(fresh.db)).rejects.toThrow(/permission denied/);
  }
});

test('what the reader found cannot be changed either, only the corrected plan beside it', async () => {
  const change = sql`update plan_reading set as_read = '{}'`.execute(fresh.db);
  await expect(change).rejects.toThrow(/permission denied/);
});

test('the database itself refuses evidence that proves nothing, and a month that is a day', async () => {
  const event = sql`insert into step_event (site_id, event_id, command_id, number, kind, day, recorded_by)
    select site_id, ${newId()}, ${newId()}, 1, 'evidenced', now(), created_by from site
    where site_id = ${siteId}`;
  await expect(event.execute(fresh.db)).rejects.toThrow(/check constraint/);
  const entry = sql`insert into indicator_entry
      (site_id, entry_id, command_id, indicator_id, month, value, recorded_by)
    select site_id, ${newId()}, ${newId()}, indicator_id, '2026-05-20', 1, created_by
    from indicator join site using (site_id) where site_id = ${siteId}`;
  await expect(entry.execute(fresh.db)).rejects.toThrow(/check constraint/);
});
