// Activities on a real database: recorded once, corrected beside, counted by month.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, type Day } from '#ground/day.ts';
import { newId, type Id, type SiteId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { aCommand, anActor, aSite } from '#sites/server/testing.ts';
import type { ActivityInput } from '../activity.input.ts';
import { correctActivity, recordActivity } from './commands.ts';
import { countByMonth, findActivity, listActivities, listVersions } from './store.ts';

const today = day('2026-11-23');
const year = { from: day('2026-01-01'), to: day('2026-12-31') };
const photo = { fileRef: 'c'.repeat(64), mediaType: 'image/jpeg' } as const;

let fresh: FreshDatabase;
let siteId: SiteId;
let member: Actor;

beforeAll(async () => {
  fresh = await freshDatabase();
  siteId = await aSite(fresh);
  member = await anActor(fresh, 'core_member', siteId);
});
afterAll(() => fresh.close());

const told = (changes: Partial<ActivityInput> = {}): ActivityInput => ({
  commandId: aCommand(),
  siteId,
  kind: 'talk',
  day: today,
  place: 'Nhà văn hóa',
  participants: 40,
  note: '',
  photos: [],
  ...changes,
});

async function record(
  changes: Partial<ActivityInput> = {},
  actor = member,
): Promise<Id<'activity'>> {
  const outcome = await recordActivity(fresh.db, actor, told(changes), today);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.activityId;
}

test('an activity is kept with its photos in order and who recorded it', async () => {
  const second = { ...photo, fileRef: 'd'.repeat(64) };
  const activityId = await record({ photos: [photo, second], participants: null });
  expect(await findActivity(fresh.db, [siteId], siteId, activityId)).toMatchObject({
    siteId,
    kind: 'talk',
    day: today,
    participants: null,
    photos: [photo, second],
    replaces: null,
    recordedByName: 'core_member',
  });
});

test('the same command sent again, even at once, records once', async () => {
  const input = told({ place: 'một lần' });
  const answers = await Promise.all(
    [1, 2, 3, 4, 5, 6].map(() => recordActivity(fresh.db, member, input, today)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const listed = await listActivities(fresh.db, 'all', siteId);
  expect(listed.filter(({ place }) => place === 'một lần')).toHaveLength(1);
});

test('a correction counts instead of the entry it corrects, which stays to be seen', async () => {
  const own = await aSite(fresh);
  const officer = await anActor(fresh, 'provincial_officer');
  const first = await record({ siteId: own, participants: 4 }, officer);
  const correction = { ...told({ siteId: own, participants: 40 }), replaces: first };
  const corrected = await correctActivity(fresh.db, officer, correction, today);
  if (!corrected.ok) throw new Error(corrected.refusal);
  expect(await correctActivity(fresh.db, officer, correction, today)).toEqual(corrected);
  const again = { ...correction, commandId: aCommand() };
  expect(await correctActivity(fresh.db, officer, again, today)).toEqual(
    refused('already-corrected'),
  );
  const { activityId } = corrected.value;
  const listed = await listActivities(fresh.db, 'all', own);
  expect(listed.map((one) => one.activityId)).toEqual([activityId]);
  const versions = await listVersions(fresh.db, 'all', own, activityId);
  expect(versions.map(({ participants }) => participants)).toEqual([40, 4]);
  expect(await countByMonth(fresh.db, 'all', own, year)).toEqual([
    { kind: 'talk', month: '2026-11-01', activities: 1, participants: 40 },
  ]);
});

test('two people correcting one entry at once correct it once', async () => {
  const replaces = await record();
  const answers = await Promise.all(
    [1, 2, 3, 4, 5, 6].map(() => correctActivity(fresh.db, member, { ...told(), replaces }, today)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual(refused('already-corrected'));
});

test('an entry of another site is not found under this one', async () => {
  const other = await aSite(fresh);
  const officer = await anActor(fresh, 'provincial_officer');
  const replaces = await record({ siteId: other }, officer);
  expect(await correctActivity(fresh.db, member, { ...told(), replaces }, today)).toEqual(
    refused('not-found'),
  );
  const nowhere = told({ siteId: newId<'site'>() });
  expect(await recordActivity(fresh.db, officer, nowhere, today)).toEqual(refused('not-found'));
});

test('a refused activity is not kept', async () => {
  const own = await aSite(fresh);
  const officer = await anActor(fresh, 'provincial_officer');
  const tomorrow = told({ siteId: own, day: day('2026-11-24') });
  expect(await recordActivity(fresh.db, officer, tomorrow, today)).toEqual(refused('in-future'));
  expect(await listActivities(fresh.db, 'all', own)).toEqual([]);
});

test('lists are by period and kind, the latest day first, and months count what falls in them', async () => {
  const own = await aSite(fresh);
  const officer = await anActor(fresh, 'provincial_officer');
  const days: readonly Day[] = [
    day('2026-09-30'),
    day('2026-10-01'),
    day('2026-10-31'),
    day('2026-11-01'),
  ];
  for (const on of days) await record({ siteId: own, day: on, participants: null }, officer);
  await record({ siteId: own, day: day('2026-10-15'), kind: 'patrol', participants: 5 }, officer);
  const october = { from: day('2026-10-01'), to: day('2026-10-31') };
  const listed = await listActivities(fresh.db, 'all', own, { period: october, kinds: ['talk'] });
  expect(listed.map((one) => one.day)).toEqual(['2026-10-31', '2026-10-01']);
  expect(await countByMonth(fresh.db, 'all', own, october)).toEqual([
    { kind: 'patrol', month: '2026-10-01', activities: 1, participants: 5 },
    { kind: 'talk', month: '2026-10-01', activities: 2, participants: 0 },
  ]);
});

test('whose scope does not hold the site sees nothing of it', async () => {
  const activityId = await record();
  const other = await aSite(fresh);
  expect(await listActivities(fresh.db, [other], siteId)).toEqual([]);
  expect(await listActivities(fresh.db, [], siteId)).toEqual([]);
  expect(await findActivity(fresh.db, [other], siteId, activityId)).toBeUndefined();
  expect(await listVersions(fresh.db, [other], siteId, activityId)).toEqual([]);
  expect(await countByMonth(fresh.db, [other], siteId, year)).toEqual([]);
  expect(done(await listActivities(fresh.db, [siteId], siteId))).not.toEqual(done([]));
});
