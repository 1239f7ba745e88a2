// What is sensitive beyond its place: lists, searches and counts differ by who may see it, in the query itself.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { appendView } from '#ground/server/audit.ts';
import type { Database } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { peopleScope } from '#people/giving.ts';
import { scopeOf } from '#people/may.ts';
import { roles, type Actor, type Role } from '#people/person.ts';
import { breakGlass } from '#people/server/glass-commands.ts';
import { countUnseenOpenings, listOpenings } from '#people/server/glass-store.ts';
import { listPeople, searchPeople } from '#people/server/people-store.ts';
import { listBreaches } from '#privacy/server/breach-store.ts';
import { listRequests } from '#privacy/server/request-store.ts';
import { closedWordsFor } from '#record/entry.ts';
import { listEntries } from '#record/server/store.ts';
import { listHouseholds, listMembers } from '#rosters/server/store.ts';
import { testDay as today } from '#sites/server/testing.ts';
import {
  aColleague,
  databaseOf,
  holder,
  privacyRecords,
  twoCommunes,
  type TwoCommunes,
} from '../../../tests/permissions/people-of-two-communes.ts';
import { fillSite } from '../../../tests/permissions/records-of-a-site.ts';

let fresh: FreshDatabase;
let places: TwoCommunes;
let atTheSite: Readonly<Record<Role, Actor>>;
let elsewhere: Readonly<Record<Role, Actor>>;

beforeAll(async () => {
  fresh = await freshDatabase();
  places = await twoCommunes(fresh);
  const officer = await holder(fresh, 'provincial_officer', {});
  await fillSite(fresh, places.foreign, officer);
  await privacyRecords(fresh);
  await aColleague(fresh, places.foreign);
  const breaker = await holder(fresh, 'commune_police', { siteId: places.own });
  const input = {
    siteId: places.foreign,
    commandId: newId<'command'>(),
    caseKey: 'danger',
    reason: 'Đám cháy lan từ xóm bên, cần biết ai trực đêm nay',
    hours: 2,
  };
  const now = new Date().toISOString() as Instant;
  const timeZone = 'Asia/Ho_Chi_Minh';
  const broken = await breakGlass(databaseOf(fresh, breaker), breaker, input, { now, timeZone });
  if (!broken.ok) throw new Error(broken.refusal);
  const { personId } = officer;
  await appendView(databaseOf(fresh, officer), {
    siteId: places.foreign,
    personId,
    record: 'roster',
  });
  atTheSite = await everyRole(places.foreign);
  elsewhere = await everyRole(places.own);
});
afterAll(() => fresh.close());

async function everyRole(siteId: TwoCommunes['own']): Promise<Readonly<Record<Role, Actor>>> {
  const all = roles.map(async (role) => [role, await holder(fresh, role, { siteId })] as const);
  return Object.fromEntries(await Promise.all(all)) as Readonly<Record<Role, Actor>>;
}

type Count = (db: Database, actor: Actor) => Promise<number>;
const entries = async (db: Database, actor: Actor, word: string) => {
  const reader = {
    personId: actor.personId,
    scope: scopeOf(actor, 'view audit'),
    closedWords: closedWordsFor(actor),
    timeZone: 'Asia/Ho_Chi_Minh',
  };
  const found = await listEntries(db, reader, {}, { limit: 200 });
  return found.entries.filter(({ record }) => record.startsWith(word));
};

/** How many of each a person counts. */
const counts: Readonly<Record<string, Count>> = {
  'households of a site': async (db, actor) =>
    (await listHouseholds(db, scopeOf(actor, 'view roster'), places.foreign)).length,
  'members of a site': async (db, actor) =>
    (await listMembers(db, scopeOf(actor, 'view roster'), places.foreign)).length,
  'openings beyond reach': async (db, { personId, ...actor }) =>
    (await listOpenings(db, { personId, scope: scopeOf({ personId, ...actor }, 'view glass') }))
      .length,
  'openings nobody has looked at': (db, actor) =>
    countUnseenOpenings(db, scopeOf(actor, 'oversee glass')),
  'requests about personal data': async (db) => (await listRequests(db)).length,
  breaches: async (db) => (await listBreaches(db, 10)).length,
  'who looked at a roster': async (db, actor) => (await entries(db, actor, 'roster')).length,
  'people of a site, in the list': async (db, actor) =>
    (
      await listPeople(
        db,
        { scope: peopleScope(actor), query: '', standing: 'all', siteId: places.foreign, today },
        1,
      )
    ).total,
  'people of a site, searched': async (db, actor) =>
    (await searchPeople(db, { scope: peopleScope(actor), query: 'core', today }, 50)).length > 0
      ? 1
      : 0,
};

/** Written by hand: who counts any, at that site and with the same role elsewhere. */
const expected: Readonly<Record<string, readonly [there: string, elsewhere: string]>> = {
  //                                 admin province data police core viewer
  'households of a site': [
    '-     y        -    y      y    -',
    '-     y        -    -      -    -',
  ],
  'members of a site': ['-     y        -    y      y    -', '-     y        -    -      -    -'],
  'openings beyond reach': [
    '-     y        y    y      y    y',
    '-     y        y    -      -    -',
  ],
  'openings nobody has looked at': [
    '-     y        -    -      -    -',
    '-     y        -    -      -    -',
  ],
  'requests about personal data': [
    '-     -        y    -      -    -',
    '-     -        y    -      -    -',
  ],
  breaches: ['-     -        y    -      -    -', '-     -        y    -      -    -'],
  'who looked at a roster': [
    'y     y        y    -      -    -',
    'y     y        y    -      -    -',
  ],
  'people of a site, in the list': [
    'y     y        -    y      -    -',
    'y     y        -    -      -    -',
  ],
  'people of a site, searched': [
    'y     y        -    y      -    -',
    'y     y        -    y      -    -',
  ],
};

const cases = Object.entries(counts).map(([what, count]) => ({ what, count }));

describe('who may not see it counts none of it', () => {
  test.each(cases)('$what', async ({ what, count }) => {
    for (const [at, people] of [atTheSite, elsewhere].entries()) {
      const seen = await Promise.all(
        roles.map(async (role) => {
          const actor = people[role];
          return (await count(databaseOf(fresh, actor), actor)) > 0 ? 'y' : '-';
        }),
      );
      expect(seen.join(' ')).toBe(expected[what]?.[at === 0 ? 0 : 1].trim().replace(/\s+/g, ' '));
    }
  });
});

test('the record says that a glass was broken, and why only to whoever may know', async () => {
  const reasons = async (actor: Actor): Promise<readonly boolean[]> =>
    (await entries(databaseOf(fresh, actor), actor, 'glass')).map(({ after }) => Boolean(after));
  expect(await reasons(atTheSite.provincial_officer)).toEqual([true]);
  expect(await reasons(atTheSite.administrator)).toEqual([false]);
  expect(await reasons(atTheSite.viewer)).toEqual([]);
});
