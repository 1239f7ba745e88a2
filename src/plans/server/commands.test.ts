// Reading papers in on a real database: each paper once, and refusals leave nothing behind.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { newId, type PlanId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import type { FileRef, FileStore } from '#ground/server/files.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { aCommand, anActor, aSite } from '#sites/server/testing.ts';
import { examplePlan } from '#sites/testing.ts';
import type { Plan } from '../plan.ts';
import { correctPlan, getPlanReading, readInPlan, type ReadPlan } from './commands.ts';
import { listPlanReadings } from './store.ts';

let fresh: FreshDatabase;
let officer: Actor;

beforeAll(async () => {
  fresh = await freshDatabase();
  officer = await anActor(fresh, 'provincial_officer');
});
afterAll(() => fresh.close());

type CountingFiles = FileStore & { readonly kept: Uint8Array[] };
const countingFiles = (): CountingFiles => {
  const kept: Uint8Array[] = [];
  const putFile = (bytes: Uint8Array): Promise<FileRef> => {
    kept.push(bytes);
    return Promise.resolve('b'.repeat(64) as FileRef);
  };
  return { kept, putFile, getFile: () => Promise.reject(new Error('nothing is read back')) };
};

let papers = 0;
/** Every call is another paper: its own words, number and date. */
const aPaper = (): { readonly plan: Plan; readonly read: ReadPlan } => {
  papers += 1;
  const plan = { ...examplePlan, paper: { ...examplePlan.paper, number: `${papers}/KH-THU` } };
  return { plan, read: () => Promise.resolve(done({ plan, text: [`Kế hoạch thử ${papers}`] })) };
};
const aFile = () => ({
  commandId: aCommand(),
  fileName: 'C:\\giấy tờ\\kế hoạch.docx',
  bytes: new Uint8Array([1]),
});

const readIn = async (read: ReadPlan, actor = officer): Promise<PlanId> => {
  const outcome = await readInPlan(fresh.db, countingFiles(), actor, aFile(), read);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.planId;
};

test('a paper read in is kept with its file, its text and what was found', async () => {
  const { plan, read } = aPaper();
  const files = countingFiles();
  const outcome = await readInPlan(fresh.db, files, officer, aFile(), read);
  if (!outcome.ok) throw new Error(outcome.refusal);
  expect(outcome.value.already).toBe(false);
  expect(files.kept).toHaveLength(1);
  expect(await getPlanReading(fresh.db, officer, outcome.value.planId)).toMatchObject({
    value: {
      fileName: 'kế hoạch.docx',
      fileRef: 'b'.repeat(64),
      plan,
      asRead: plan,
      siteId: null,
      correctedAt: null,
    },
  });
});

test('the same command sent again finds what it made, without reading again', async () => {
  const { read } = aPaper();
  const file = aFile();
  const first = await readInPlan(fresh.db, countingFiles(), officer, file, read);
  const never: ReadPlan = () => Promise.reject(new Error('read again'));
  expect(await readInPlan(fresh.db, countingFiles(), officer, file, never)).toEqual(first);
});

test('the same words in another file are the same paper, and no second file is kept', async () => {
  const { plan, read } = aPaper();
  const planId = await readIn(read);
  const files = countingFiles();
  const pdf: ReadPlan = () =>
    Promise.resolve(
      done({
        plan: { ...plan, paper: { ...plan.paper, number: null } },
        text: ['1', `KẾ HOẠCH`, `thử ${papers}`],
      }),
    );
  expect(await readInPlan(fresh.db, files, officer, aFile(), pdf)).toEqual(
    done({ planId, already: true }),
  );
  expect(files.kept).toEqual([]);
});

test('another text under the same agency, number and date is the same paper', async () => {
  const { plan, read } = aPaper();
  const planId = await readIn(read);
  const scan: ReadPlan = () => Promise.resolve(done({ plan, text: ['chữ quét mờ'] }));
  expect(await readInPlan(fresh.db, countingFiles(), officer, aFile(), scan)).toEqual(
    done({ planId, already: true }),
  );
});

test('two people reading one paper in at once keep it once', async () => {
  const { read } = aPaper();
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => readInPlan(fresh.db, countingFiles(), officer, aFile(), read)),
  );
  const values = outcomes.flatMap((one) => (one.ok ? [one.value] : []));
  expect(new Set(values.map(({ planId }) => planId)).size).toBe(1);
  expect(values.filter(({ already }) => !already)).toHaveLength(1);
});

test('a paper that cannot be read leaves nothing behind', async () => {
  const files = countingFiles();
  const reader = { personId: officer.personId, scope: 'all' as const };
  const before = await listPlanReadings(fresh.db, reader);
  const scan: ReadPlan = () => Promise.resolve(refused('scan-without-text'));
  expect(await readInPlan(fresh.db, files, officer, aFile(), scan)).toEqual(
    refused('scan-without-text'),
  );
  expect(files.kept).toEqual([]);
  expect(await listPlanReadings(fresh.db, reader)).toEqual(before);
});

test('a correction changes the plan, not what was read, and says on record what changed', async () => {
  const { plan, read } = aPaper();
  const planId = await readIn(read);
  const corrected = { ...plan, programme: { lines: [3, 3] as const, name: 'Tên khác' } };
  expect(await correctPlan(fresh.db, officer, planId, corrected)).toEqual(done({ planId }));
  const reading = await getPlanReading(fresh.db, officer, planId);
  expect(reading).toMatchObject({ value: { plan: corrected, asRead: plan } });
  expect(reading).not.toMatchObject({ value: { correctedAt: null } });
  const [audit] = await fresh.owner
    .selectFrom('audit')
    .where('record', '=', `plan ${planId}`)
    .where('command', '=', 'correct plan')
    .select(['before', 'after', 'person_id'])
    .execute();
  expect(audit).toEqual({
    before: { programme: plan.programme },
    after: { programme: corrected.programme },
    person_id: officer.personId,
  });
});

test('a correction that changes nothing leaves the plan and the record as they were', async () => {
  const { plan, read } = aPaper();
  const planId = await readIn(read);
  expect(await correctPlan(fresh.db, officer, planId, plan)).toEqual(done({ planId }));
  expect(await getPlanReading(fresh.db, officer, planId)).toMatchObject({
    value: { correctedAt: null },
  });
  const audit = await fresh.owner
    .selectFrom('audit')
    .where('record', '=', `plan ${planId}`)
    .select('command')
    .execute();
  expect(audit).toEqual([{ command: 'read plan' }]);
});

test('a correction cannot make it a paper that is there already', async () => {
  const first = aPaper();
  const taken = await readIn(first.read);
  const second = aPaper();
  const planId = await readIn(second.read);
  expect(await correctPlan(fresh.db, officer, planId, first.plan)).toEqual(
    refused({ samePaper: taken }),
  );
  const renumbered = { ...second.plan, paper: { ...second.plan.paper, date: day('2026-05-09') } };
  expect(await correctPlan(fresh.db, officer, planId, renumbered)).toEqual(done({ planId }));
});

test('once a site stands the plan is not corrected any more', async () => {
  const siteId = await aSite(fresh);
  const { plan_id: planId } = await fresh.owner
    .selectFrom('site')
    .where('site_id', '=', siteId)
    .select('plan_id')
    .$narrowType<{ plan_id: PlanId }>()
    .executeTakeFirstOrThrow();
  expect(await correctPlan(fresh.db, officer, planId, examplePlan)).toEqual(refused('has-site'));
});

test('commune police see the papers they read in and those of their site, no others', async () => {
  const siteId = await aSite(fresh);
  const police = await anActor(fresh, 'commune_police', siteId);
  const own = await readIn(aPaper().read, police);
  const foreign = await readIn(aPaper().read);
  expect(await getPlanReading(fresh.db, police, own)).toMatchObject({ ok: true });
  expect(await getPlanReading(fresh.db, police, foreign)).toEqual(refused('not-found'));
  expect(await correctPlan(fresh.db, police, foreign, examplePlan)).toEqual(refused('not-found'));
  const listed = await listPlanReadings(fresh.db, { personId: police.personId, scope: [siteId] });
  expect(listed.map((one) => one.siteId)).toEqual([null, siteId]);
  expect(await getPlanReading(fresh.db, officer, newId<'plan'>())).toEqual(refused('not-found'));
});
