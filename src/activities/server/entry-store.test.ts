// Single entries on a real database: photos and corrections are found within their own site only.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import type { Id, SiteId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { aCommand, anActor, aSite } from '#sites/server/testing.ts';
import { correctActivity, recordActivity } from './commands.ts';
import { findCorrection, findPhoto, listActivitiesOfDay } from './entry-store.ts';

const today = day('2026-11-23');
const photo = { fileRef: 'd'.repeat(64), mediaType: 'image/png' } as const;
let fresh: FreshDatabase;
let siteId: SiteId;
let otherSite: SiteId;
let member: Actor;

beforeAll(async () => {
  fresh = await freshDatabase();
  siteId = await aSite(fresh);
  otherSite = await aSite(fresh);
  member = await anActor(fresh, 'core_member', siteId);
});
afterAll(() => fresh.close());

const told = {
  kind: 'patrol',
  day: today,
  place: 'Đường liên xóm',
  participants: null,
  note: '',
} as const;

async function record(photos: readonly (typeof photo)[] = []): Promise<Id<'activity'>> {
  const input = { ...told, siteId, commandId: aCommand(), photos: [...photos] };
  const kept = await recordActivity(fresh.db, member, input, today);
  if (!kept.ok) throw new Error(kept.refusal);
  return kept.value.activityId;
}

test('a photo is found at the site whose record holds it, and nowhere else', async () => {
  const activityId = await record([photo]);
  const found = { activityId, kind: 'patrol', day: today, mediaType: 'image/png' };
  expect(await findPhoto(fresh.db, 'all', siteId, photo.fileRef)).toEqual(found);
  expect(await findPhoto(fresh.db, 'all', otherSite, photo.fileRef)).toBeUndefined();
  expect(await findPhoto(fresh.db, [otherSite], siteId, photo.fileRef)).toBeUndefined();
  expect(await findPhoto(fresh.db, 'all', siteId, 'e'.repeat(64))).toBeUndefined();
});

test('an entry leads to the one that corrects it; the list of the day holds only that one', async () => {
  const replaces = await record();
  expect(await findCorrection(fresh.db, [siteId], siteId, replaces)).toBeUndefined();
  const input = { ...told, siteId, commandId: aCommand(), photos: [], replaces };
  const kept = await correctActivity(fresh.db, member, input, today);
  if (!kept.ok) throw new Error(kept.refusal);
  expect(await findCorrection(fresh.db, [siteId], siteId, replaces)).toEqual(kept.value);
  const ofDay = await listActivitiesOfDay(fresh.db, [siteId], member.personId, today);
  const ids = ofDay.map(({ activityId }) => activityId);
  expect(ids).toContain(kept.value.activityId);
  expect(ids).not.toContain(replaces);
});

test('the list of the day is the person’s own, of that day, in their scope', async () => {
  await record();
  const another = await anActor(fresh, 'core_member', siteId);
  expect(await listActivitiesOfDay(fresh.db, [siteId], another.personId, today)).toEqual([]);
  expect(await listActivitiesOfDay(fresh.db, [otherSite], member.personId, today)).toEqual([]);
  const yesterday = day('2026-11-22');
  expect(await listActivitiesOfDay(fresh.db, 'all', member.personId, yesterday)).toEqual([]);
});
