// Checks and reviews never run out; a site of record has none, and nothing else to do.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMonths, day } from '#ground/day.ts';
import type { SiteId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { examplePlan } from '../testing.ts';
import { startStep } from './commands.ts';
import { listDuties, listDutiesDue } from './duty-store.ts';
import { makeAheadEverywhere } from './make-ahead.ts';
import { listSteps, listStepsDue } from './step-store.ts';
import { aCommand, anActor, aPlan, aSite, makeKnowingly, testDay } from './testing.ts';
import { dutyRoles } from '../site.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const checksOf = async (siteId: SiteId) =>
  (await listDuties(fresh.db, 'all', siteId)).filter(({ kind }) => kind === 'check');

test('the next checks are made ahead once each, however often the job runs', async () => {
  const siteId = await aSite(fresh);
  const first = await checksOf(siteId);
  const later = addMonths(testDay, 5);
  await Promise.all([makeAheadEverywhere(fresh.db, later), makeAheadEverywhere(fresh.db, later)]);
  await makeAheadEverywhere(fresh.db, later);
  const second = await checksOf(siteId);
  expect(second.length).toBeGreaterThan(first.length);
  expect(new Set(second.map(({ due }) => due)).size).toBe(second.length);
  expect(second.at(-1)?.due?.slice(0, 7)).toBe(addMonths(later, 11).slice(0, 7));
  expect(second.slice(0, first.length)).toEqual(first);
});

test('what came due while nothing was made stays unmade, and the rhythm goes on', async () => {
  const siteId = await aSite(fresh);
  const before = await checksOf(siteId);
  const decadeOn = addMonths(testDay, 120);
  await makeAheadEverywhere(fresh.db, decadeOn);
  const made = (await checksOf(siteId)).slice(before.length);
  expect(made.length).toBeGreaterThanOrEqual(12);
  expect(made.every(({ due }) => due !== null && due >= decadeOn)).toBe(true);
});

test('a site of record is on nobody’s list, is never made ahead for, and takes nothing in', async () => {
  const officer = await anActor(fresh, 'provincial_officer');
  const planId = await aPlan(fresh, officer, examplePlan);
  const input = { planId, calendar: 'record' as const };
  const today = day('2027-01-15');
  const made = await makeKnowingly(fresh.db, officer, input, today);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const { siteId } = made.value;
  await makeAheadEverywhere(fresh.db, day('2040-01-01'));
  const far = day('2050-01-01');
  expect(await listDutiesDue(fresh.db, [siteId], dutyRoles, far)).toEqual([]);
  expect(await listStepsDue(fresh.db, [siteId], far)).toEqual([]);
  expect(await checksOf(siteId)).toEqual([]);
  const [step] = await listSteps(fresh.db, 'all', [siteId]);
  expect(step).toMatchObject({ due: null, inPlan: { due: '2026-05-31' } });
  const police = await anActor(fresh, 'commune_police', siteId);
  const told = { siteId, commandId: aCommand(), number: 1, day: today, note: '' };
  expect(await startStep(fresh.db, police, told, today)).toEqual({
    ok: false,
    refusal: 'forbidden',
  });
});

test('what was chosen is asked for, kept and on the record', async () => {
  const officer = await anActor(fresh, 'provincial_officer');
  const planId = await aPlan(fresh, officer, examplePlan);
  const today = day('2027-01-15');
  const unsaid = { planId, calendar: null };
  expect(await makeKnowingly(fresh.db, officer, unsaid, today)).toEqual({
    ok: false,
    refusal: 'calendar-unsaid',
  });
  const made = await makeKnowingly(fresh.db, officer, { ...unsaid, calendar: 'shift' }, today);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const site = await fresh.owner
    .selectFrom('site')
    .where('site_id', '=', made.value.siteId)
    .select(['calendar', 'planned_from', 'plan_from'])
    .executeTakeFirst();
  expect(site).toEqual({ calendar: 'shift', planned_from: today, plan_from: '2026-05-01' });
  const { after } = await fresh.owner
    .selectFrom('audit')
    .where('site_id', '=', made.value.siteId)
    .where('command', '=', 'create site')
    .select('after')
    .executeTakeFirstOrThrow();
  expect(after).toMatchObject({ calendar: 'shift' });
});
