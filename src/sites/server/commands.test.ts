// The commands of a site on a real database: once each, in order, on record, and never around a rule.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { newId, type CommandId, type SiteId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { findPlanReading } from '#plans/server/store.ts';
import { exampleLaw } from '#law/example-law.ts';
import { requirementsOf } from '../requirement.ts';
import { currentStep, stepState, type StepState } from '../step.ts';
import { examplePlan } from '../testing.ts';
import {
  addEvidence,
  closeStep,
  delayDuty,
  delayStep,
  doDuty,
  enterIndicator,
  reopenDuty,
  reopenStep,
  startStep,
} from './commands.ts';
import { listDuties, listDutiesDue, listDutyEvents } from './duty-store.ts';
import { listIndicatorEntries, listIndicators } from './indicator-store.ts';
import { listStepEvents, listSteps, listStepsDue } from './step-store.ts';
import { findSite, listFigures, listRecipients, listResources, listSitesInScope } from './store.ts';
import { aCommand, anActor, aPlan, aSite, makeKnowingly, testDay } from './testing.ts';

let fresh: FreshDatabase;
let officer: Actor;
let siteId: SiteId;

beforeAll(async () => {
  fresh = await freshDatabase();
  officer = await anActor(fresh, 'provincial_officer');
  siteId = await aSite(fresh);
});
afterAll(() => fresh.close());

const stateOf = async (number: number, of = siteId): Promise<StepState> => {
  const one = (await listSteps(fresh.db, 'all', [of])).find((step) => step.number === number);
  if (!one) throw new Error('no such step');
  return stepState(one, await listStepEvents(fresh.db, 'all', [of]), testDay, exampleLaw);
};

const told = (number: number, of = siteId, commandId: CommandId = aCommand()) => ({
  siteId: of,
  commandId,
  number,
  day: testDay,
  note: '',
});

async function proveAll(number: number, of: SiteId): Promise<void> {
  for (const key of (await stateOf(number, of)).missing) {
    const input = { ...told(number, of), requirement: key, note: 'trong tủ hồ sơ', file: null };
    expect(await addEvidence(fresh.db, officer, input, testDay)).toMatchObject({ ok: true });
  }
}

test('a site stands with everything its plan gives', async () => {
  expect(await findSite(fresh.db, 'all', siteId)).toMatchObject({
    programme: 'Phòng, chống tội phạm về ma túy',
    hamlet: 'xóm Phố',
    commune: 'xã Phú Thịnh',
    district: null,
    province: 'tỉnh Thái Nguyên',
    plannedFrom: '2026-05-01',
    baselineOn: testDay,
    demo: false,
  });
  const steps = await listSteps(fresh.db, 'all', [siteId]);
  expect(steps.map(({ number, kind }) => [number, kind])).toEqual([
    [1, 'survey'],
    [2, 'core_meeting'],
    [3, 'prepare'],
    [4, 'assembly'],
    [5, 'launch'],
    [6, 'operate'],
  ]);
  expect(steps[0]).toMatchObject({ due: '2026-05-31', lines: [41, 41] });
  const figures = await listFigures(fresh.db, 'all', siteId);
  expect(figures.map(({ value }) => value)).toEqual([1222, 150, 34, 8, 7, 5]);
  expect(await listResources(fresh.db, 'all', siteId)).toEqual([
    { kind: 'means', text: 'Phương tiện tự túc' },
    { kind: 'funding', text: 'Kinh phí phong trào' },
  ]);
  expect(await listRecipients(fresh.db, 'all', siteId)).toEqual([
    { name: 'Công an xã', purpose: 'thực hiện' },
  ]);
  const indicators = await listIndicators(fresh.db, 'all', siteId);
  expect(indicators[0]).toMatchObject({ key: 'households_committed', baseline: 0, target: 150 });
});

test('two people confirming one plan at once make one site', async () => {
  const planId = await aPlan(fresh, officer);
  const colleague = await anActor(fresh, 'provincial_officer');
  const made = await Promise.all(
    [officer, colleague, officer].map((actor) =>
      makeKnowingly(fresh.db, actor, { planId, calendar: null }),
    ),
  );
  const sites = made.flatMap((one) => (one.ok ? [one.value] : []));
  expect(new Set(sites.map((one) => one.siteId)).size).toBe(1);
  expect(sites.filter((one) => !one.already)).toHaveLength(1);
  const { n } = await fresh.owner
    .selectFrom('site')
    .where('plan_id', '=', planId)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  expect(n).toBe(1);
  const reader = { personId: officer.personId, scope: 'all' as const };
  expect((await findPlanReading(fresh.db, reader, planId))?.siteId).toBe(sites[0]?.siteId);
});

test('a plan that lacks its hamlet makes no site and leaves nothing behind', async () => {
  const planId = await aPlan(fresh, officer, { ...examplePlan, area: null });
  const before = await listSitesInScope(fresh.db, 'all');
  expect(await makeKnowingly(fresh.db, officer, { planId, calendar: null })).toEqual({
    ok: false,
    refusal: { missingParts: ['hamlet', 'commune', 'province'] },
  });
  expect(await listSitesInScope(fresh.db, 'all')).toHaveLength(before.length);
});

test('a step goes from waiting to closed only with all its papers, and can be taken up again', async () => {
  const own = await aSite(fresh);
  expect((await stateOf(1, own)).status).toBe('waiting');
  expect(await startStep(fresh.db, officer, told(1, own), testDay)).toMatchObject({ ok: true });
  expect(await closeStep(fresh.db, officer, told(1, own), testDay)).toEqual({
    ok: false,
    refusal: { missingEvidence: ['survey_report', 'working_minutes', 'core_candidates'] },
  });
  await proveAll(1, own);
  expect(await closeStep(fresh.db, officer, told(1, own), testDay)).toMatchObject({ ok: true });
  expect(await stateOf(1, own)).toMatchObject({ status: 'closed', closedOn: testDay });
  const steps = await listSteps(fresh.db, 'all', [own]);
  const events = await listStepEvents(fresh.db, 'all', [own]);
  expect(
    currentStep(steps.map((one) => stepState(one, events, testDay, exampleLaw)))?.step.number,
  ).toBe(2);
  const due = await listStepsDue(fresh.db, [own], day('2026-06-30'));
  expect(due.map(({ number }) => number)).toEqual([2, 3, 4, 5]);
  const again = { ...told(1, own), note: 'thiếu chữ ký' };
  expect(await reopenStep(fresh.db, officer, again, testDay)).toMatchObject({ ok: true });
  expect((await stateOf(1, own)).status).toBe('running');
});

test('the same command sent again, even at once, happens once and answers the same', async () => {
  const own = await aSite(fresh);
  const input = told(2, own);
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => startStep(fresh.db, officer, input, testDay)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(await listStepEvents(fresh.db, 'all', [own])).toHaveLength(1);
  const audit = await fresh.owner
    .selectFrom('audit')
    .where('site_id', '=', own)
    .where('command', '=', 'start step')
    .select(['record', 'person_id'])
    .execute();
  expect(audit).toEqual([{ record: 'step 2', person_id: officer.personId }]);
});

test('two people closing one step at once close it once', async () => {
  const own = await aSite(fresh);
  await proveAll(1, own);
  const answers = await Promise.all(
    [1, 2].map(() => closeStep(fresh.db, officer, told(1, own), testDay)),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, refusal: 'already-closed' });
});

test('events of one step are recorded at different instants, in the order they were decided', async () => {
  const own = await aSite(fresh);
  await proveAll(3, own);
  const events = await listStepEvents(fresh.db, 'all', [own]);
  expect(new Set(events.map(({ recordedAt }) => recordedAt)).size).toBe(events.length);
  expect(events.map((one) => (one.kind === 'evidenced' ? one.requirement : ''))).toEqual(
    requirementsOf('prepare', testDay, exampleLaw).map(({ key }) => key),
  );
});

test('a delay moves the expected day and keeps its reason', async () => {
  const own = await aSite(fresh);
  const later = { ...told(1, own), day: day('2026-06-10'), note: 'mưa lũ' };
  expect(await delayStep(fresh.db, officer, later, testDay)).toMatchObject({ ok: true });
  const state = await stateOf(1, own);
  expect(state.expected).toBe('2026-06-10');
  expect(state.delays.map(({ note }) => note)).toEqual(['mưa lũ']);
});

test('a duty is done once, delayed with a reason, and leaves the list of what is due', async () => {
  const own = await aSite(fresh);
  const duties = await listDuties(fresh.db, 'all', own);
  const duty = duties.find(({ kind }) => kind === 'duty');
  if (!duty) throw new Error('no duty');
  const police = await anActor(fresh, 'commune_police', own);
  const input = { siteId: own, dutyId: duty.dutyId, commandId: aCommand(), day: testDay, note: '' };
  const isListed = async (): Promise<boolean> => {
    const due = await listDutiesDue(fresh.db, [own], ['commune_police'], day('2026-12-31'));
    return due.some(({ dutyId }) => dutyId === duty.dutyId);
  };
  const later = { ...input, day: addDays(testDay, 40), note: 'chờ dự thảo', commandId: aCommand() };
  expect(await delayDuty(fresh.db, police, later, testDay)).toMatchObject({ ok: true });
  expect(await isListed()).toBe(true);
  const first = await doDuty(fresh.db, police, input, testDay);
  expect(first).toMatchObject({ ok: true });
  expect(await doDuty(fresh.db, police, input, testDay)).toEqual(first);
  const second = { ...input, commandId: aCommand() };
  expect(await doDuty(fresh.db, police, second, testDay)).toEqual({
    ok: false,
    refusal: 'already-done',
  });
  expect(await isListed()).toBe(false);
  const again = { ...input, commandId: aCommand(), note: 'làm lại' };
  expect(await reopenDuty(fresh.db, police, again, testDay)).toMatchObject({ ok: true });
  expect(await isListed()).toBe(true);
  expect(await listDutyEvents(fresh.db, 'all', [duty])).toHaveLength(3);
});

test('a corrected month has two entries, and the latest counts', async () => {
  const own = await aSite(fresh);
  const indicators = await listIndicators(fresh.db, 'all', own);
  const indicator = indicators.find(({ key }) => key === 'households_committed');
  if (!indicator) throw new Error('no indicator');
  const { indicatorId } = indicator;
  for (const value of [120, 132]) {
    const input = {
      siteId: own,
      indicatorId,
      commandId: aCommand(),
      month: testDay,
      value,
      note: '',
    };
    expect(await enterIndicator(fresh.db, officer, input, testDay)).toMatchObject({ ok: true });
  }
  const entries = await listIndicatorEntries(fresh.db, 'all', own);
  expect(entries.map(({ month, value }) => [month, value])).toEqual([
    ['2026-05-01', 120],
    ['2026-05-01', 132],
  ]);
});

test('another site’s step, duty or indicator is not found under this site', async () => {
  const other = await aSite(fresh);
  const [duty] = await listDuties(fresh.db, 'all', other);
  const [indicator] = await listIndicators(fresh.db, 'all', other);
  if (!duty || !indicator) throw new Error('an empty site');
  const wrong = { siteId, commandId: aCommand(), day: testDay, note: '' };
  expect(await doDuty(fresh.db, officer, { ...wrong, dutyId: duty.dutyId }, testDay)).toEqual({
    ok: false,
    refusal: 'not-found',
  });
  const entry = { ...wrong, indicatorId: indicator.indicatorId, month: testDay, value: 1 };
  expect(await enterIndicator(fresh.db, officer, entry, testDay)).toEqual({
    ok: false,
    refusal: 'not-found',
  });
  expect(
    await startStep(fresh.db, officer, { ...told(99), commandId: aCommand() }, testDay),
  ).toEqual({ ok: false, refusal: 'not-found' });
  expect(await startStep(fresh.db, officer, told(1, newId<'site'>()), testDay)).toEqual({
    ok: false,
    refusal: 'not-found',
  });
});
