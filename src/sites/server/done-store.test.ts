// What a person finished today, on a real database.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#ground/day.ts';
import type { SiteId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { exampleLaw } from '#law/example-law.ts';
import { stepState } from '../step.ts';
import { addEvidence, closeStep, doDuty, reopenDuty, reopenStep } from './commands.ts';
import { listDutiesDone, listStepsDone } from './done-store.ts';
import { listDuties } from './duty-store.ts';
import { listSteps } from './step-store.ts';
import { aCommand, anActor, aSite, testDay } from './testing.ts';

let fresh: FreshDatabase;
let siteId: SiteId;
let officer: Actor;

beforeAll(async () => {
  fresh = await freshDatabase();
  siteId = await aSite(fresh);
  officer = await anActor(fresh, 'provincial_officer');
});
afterAll(() => fresh.close());

const told = (note = '') => ({ commandId: aCommand(), siteId, day: testDay, note });

test('a duty done today stands in the list of who did it, until it is taken up again', async () => {
  const [duty] = await listDuties(fresh.db, 'all', siteId);
  if (!duty) throw new Error('the example plan has no duty');
  const { dutyId, text } = duty;
  await doDuty(fresh.db, officer, { ...told(), dutyId }, testDay);
  const { personId } = officer;
  const found = [{ siteId, dutyId, text }];
  expect(await listDutiesDone(fresh.db, 'all', personId, testDay)).toEqual(found);
  expect(await listDutiesDone(fresh.db, [], personId, testDay)).toEqual([]);
  expect(await listDutiesDone(fresh.db, 'all', personId, addDays(testDay, 1))).toEqual([]);
  const other = await anActor(fresh, 'provincial_officer');
  expect(await listDutiesDone(fresh.db, 'all', other.personId, testDay)).toEqual([]);
  await reopenDuty(fresh.db, officer, { ...told('chưa đủ'), dutyId }, testDay);
  expect(await listDutiesDone(fresh.db, 'all', personId, testDay)).toEqual([]);
});

test('a step closed today stands in the list, until it is opened again', async () => {
  const [step] = await listSteps(fresh.db, 'all', [siteId]);
  if (!step) throw new Error('the example plan has no step');
  const { number, kind, text } = step;
  for (const { requirement } of stepState(step, [], testDay, exampleLaw).evidence) {
    const evidence = { requirement: requirement.key, file: null };
    await addEvidence(fresh.db, officer, { ...told('ở tủ hồ sơ'), number, ...evidence }, testDay);
  }
  await closeStep(fresh.db, officer, { ...told(), number }, testDay);
  const { personId } = officer;
  const found = [{ siteId, number, kind, text }];
  expect(await listStepsDone(fresh.db, 'all', personId, testDay)).toEqual(found);
  await reopenStep(fresh.db, officer, { ...told('thiếu chữ ký'), number }, testDay);
  expect(await listStepsDone(fresh.db, 'all', personId, testDay)).toEqual([]);
});
