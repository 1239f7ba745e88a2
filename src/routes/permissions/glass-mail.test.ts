// That a site was opened beyond reach is told by mail to the people of that site.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { breakGlass } from '#people/server/glass-commands.ts';
import {
  databaseOf,
  holder,
  twoCommunes,
  type TwoCommunes,
} from '../../../tests/permissions/people-of-two-communes.ts';

let fresh: FreshDatabase;
let places: TwoCommunes;
beforeAll(async () => {
  fresh = await freshDatabase();
  places = await twoCommunes(fresh);
});
afterAll(() => fresh.close());

test('those with a role there are told, once, and nobody whose role is elsewhere or over', async () => {
  const withAddress = async (...at: Parameters<typeof holder>): Promise<Actor> => {
    const told = await holder(...at);
    await sql`UPDATE person SET email = id || '@vi-du.example' WHERE id = ${told.personId}`.execute(
      fresh.owner,
    );
    return told;
  };
  const there = { siteId: places.foreign };
  const [actor, member, ofCommune, gone, elsewhere, officer] = [
    await withAddress(fresh, 'commune_police', { unitId: places.communes.own }),
    await withAddress(fresh, 'core_member', there),
    await withAddress(fresh, 'commune_police', { unitId: places.communes.other }),
    await withAddress(fresh, 'viewer', there),
    await withAddress(fresh, 'core_member', { siteId: places.neighbour }),
    await withAddress(fresh, 'provincial_officer', {}),
  ];
  await fresh.owner
    .updateTable('role_holding')
    .set({ valid_to: '2024-06-30' })
    .where('person_id', '=', gone.personId)
    .execute();
  const input = {
    commandId: newId<'command'>(),
    siteId: places.foreign,
    caseKey: 'danger',
    reason: 'Đám cháy lan từ xóm bên, cần biết ai trực đêm nay',
    hours: 2,
  };
  const now = { now: new Date().toISOString() as Instant, timeZone: 'Asia/Ho_Chi_Minh' };
  for (const once of [input, input]) await breakGlass(databaseOf(fresh, actor), actor, once, now);
  const everybody = [actor, member, ofCommune, gone, elsewhere, officer];
  const { rows } = await sql<{ person_id: string; kind: string }>`
    SELECT person_id, kind FROM mail
    WHERE person_id = ANY (${everybody.map(({ personId }) => personId)})`.execute(fresh.owner);
  const kind = 'security notice';
  const expected = [member, ofCommune].map(({ personId }) => ({ person_id: personId, kind }));
  expect(rows).toHaveLength(2);
  expect(rows).toEqual(expect.arrayContaining(expected));
  const ofStranger = sql`SELECT people_of_opened_site(${places.foreign}, '2026-05-20')`;
  expect((await ofStranger.execute(databaseOf(fresh, elsewhere))).rows).toEqual([]);
});
