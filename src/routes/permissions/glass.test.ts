// Breaking the glass, from the reason typed to the end: who sees what, and how PostgreSQL shuts it again.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import type { Database } from '#ground/server/db.ts';
import { reachEverywhere } from '#ground/server/reach.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { BreakInput } from '#people/glass.input.ts';
import type { OpeningId } from '#people/glass.ts';
import { may, reachOf, scopeOf } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { breakGlass, endGlass, lookThroughGlass, seeGlass } from '#people/server/glass-commands.ts';
import { countUnseenOpenings, findSitesBeyond, listOpenings } from '#people/server/glass-store.ts';
import { findSite, listSitesInScope } from '#sites/server/store.ts';
import { listSteps } from '#sites/server/step-store.ts';
import {
  databaseOf,
  holder,
  twoCommunes,
  type TwoCommunes,
} from '../../../tests/permissions/people-of-two-communes.ts';

let fresh: FreshDatabase;
let places: TwoCommunes;
let police: Actor;
beforeAll(async () => {
  fresh = await freshDatabase();
  places = await twoCommunes(fresh);
  police = await holder(fresh, 'commune_police', { unitId: places.communes.own });
});
afterAll(() => fresh.close());

const timeZone = 'Asia/Ho_Chi_Minh';
const at = (hours = 0): { readonly now: Instant; readonly timeZone: string } => ({
  now: new Date(Date.now() + hours * 3_600_000).toISOString() as Instant,
  timeZone,
});
const asked = (changed: Partial<BreakInput> = {}): BreakInput => ({
  commandId: newId<'command'>(),
  siteId: places.foreign,
  caseKey: 'danger',
  reason: 'Đám cháy lan từ xóm bên, cần biết ai trực đêm nay',
  hours: 2,
  ...changed,
});
const page = { page: '/staff/sites/[site]', params: {} };

/** The person and the database as hooks would hand them to a page of the foreign site. */
async function looking(actor: Actor, now = at()): Promise<{ actor: Actor; db: Database }> {
  const seen = { siteId: places.foreign, ...page };
  const through = await lookThroughGlass(databaseOf(fresh, actor), actor, seen, now);
  const glass = through.holdings.find((holding) => holding.glass)?.glass?.openingId;
  return { actor: through, db: databaseOf(fresh, through, glass ? { glass } : {}) };
}

async function broken(actor: Actor, changed: Partial<BreakInput> = {}): Promise<OpeningId> {
  const outcome = await breakGlass(databaseOf(fresh, actor), actor, asked(changed), at());
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.openingId;
}

const someone = (): Promise<Actor> =>
  holder(fresh, 'commune_police', { unitId: places.communes.own });

test('a site of the same commune is reached anyway, one of another commune is not', async () => {
  const db = databaseOf(fresh, police);
  const outcome = await breakGlass(db, police, asked({ siteId: places.neighbour }), at());
  expect(outcome).toEqual(refused('already-reached'));
  expect((await findSitesBeyond(db, 'xóm')).map(({ siteId }) => siteId)).toEqual([places.foreign]);
  expect(await findSitesBeyond(fresh.reaching(reachEverywhere), 'xóm')).toEqual([]);
});

test('a site that is not there is not found', async () => {
  const nowhere = asked({ siteId: newId<'site'>() });
  expect(await breakGlass(databaseOf(fresh, police), police, nowhere, at())).toEqual(
    refused('not-found'),
  );
});

describe('while it is open', () => {
  test('the site is seen, read only, and nothing of it but its work', async () => {
    const actor = await someone();
    await broken(actor);
    const through = await looking(actor);
    expect(may(through.actor, 'view site', places.foreign)).toBe(true);
    expect(may(through.actor, 'view roster', places.foreign)).toBe(false);
    const scope = scopeOf(through.actor, 'view site');
    expect(await findSite(through.db, scope, places.foreign)).toBeDefined();
    expect(await listSteps(through.db, scope, [places.foreign])).not.toEqual([]);
    const own = sql`site_id = ${places.foreign}::uuid`;
    const changed = await sql`UPDATE plan_reading SET corrected_at = now() WHERE ${own}`.execute(
      through.db,
    );
    expect(changed.numAffectedRows).toBe(0n);
    for (const shut of ['plan_reading', 'role_holding'])
      expect(
        (await sql`SELECT FROM ${sql.table(shut)} WHERE ${own}`.execute(through.db)).rows,
      ).toEqual([]);
    await expect(
      sql`INSERT INTO open_step (site_id, number) SELECT ${places.foreign}, 99`.execute(through.db),
    ).rejects.toThrow('row-level security');
    expect(
      (await sql`DELETE FROM open_step WHERE ${own}`.execute(through.db)).numAffectedRows,
    ).toBe(0n);
  });

  test('only pages of that very site pass it: lists and other requests stay as they were', async () => {
    const actor = await someone();
    await broken(actor);
    const db = databaseOf(fresh, actor);
    expect(await findSite(db, 'all', places.foreign)).toBeUndefined();
    expect(await listSitesInScope(db, 'all')).toHaveLength(2);
    expect(reachOf((await looking(actor)).actor)).toEqual(reachOf(actor));
  });

  test('each page looked at is on the record of that site, before it is read', async () => {
    const actor = await someone();
    const openingId = await broken(actor);
    await looking(actor);
    const { rows } = await sql<{ command: string; kind: string }>`
      SELECT command, kind FROM audit
      WHERE site_id = ${places.foreign} AND record = ${`glass ${openingId}`} ORDER BY audit_id`.execute(
      fresh.owner,
    );
    expect(rows).toEqual([
      { command: 'break glass', kind: 'change' },
      { command: 'look through glass', kind: 'view' },
    ]);
  });

  test('nobody else gets anything by its id', async () => {
    const openingId = await broken(await someone());
    const other = await someone();
    const db = databaseOf(fresh, other, { glass: openingId });
    expect(await findSite(db, 'all', places.foreign)).toBeUndefined();
    expect((await looking(other)).actor).toEqual(other);
  });

  test('one at a time, and the same command again is the same opening', async () => {
    const actor = await someone();
    const db = databaseOf(fresh, actor);
    const input = asked();
    const first = await breakGlass(db, actor, input, at());
    expect(await breakGlass(db, actor, input, at())).toEqual(first);
    expect(await breakGlass(db, actor, asked(), at())).toEqual(refused('another-open'));
    const both = [asked(), asked()].map((one) => breakGlass(db, actor, one, at(3)));
    expect((await Promise.all(both)).filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('when it is over', () => {
  test('by hand, at once, for whoever broke it', async () => {
    const actor = await someone();
    const openingId = await broken(actor);
    const input = { commandId: newId<'command'>(), siteId: places.foreign, openingId };
    const before = await looking(actor);
    const db = databaseOf(fresh, actor);
    expect(await endGlass(db, actor, input, at(0.001))).toEqual(done({ openingId }));
    expect(await findSite(before.db, 'all', places.foreign)).toBeUndefined();
    expect((await looking(actor, at(0.002))).actor).toEqual(actor);
    expect(await endGlass(db, actor, input, at(0.003))).toEqual(refused('not-open'));
  });

  test('a superior ends it too; a stranger does not even find it', async () => {
    const openingId = await broken(await someone());
    const input = { commandId: newId<'command'>(), siteId: places.foreign, openingId };
    const stranger = await someone();
    expect(await endGlass(databaseOf(fresh, stranger), stranger, input, at(0.001))).toEqual(
      refused('not-found'),
    );
    const officer = await holder(fresh, 'provincial_officer', { siteId: places.own });
    expect(await endGlass(databaseOf(fresh, officer), officer, input, at(0.001))).toMatchObject({
      ok: true,
    });
  });

  test('PostgreSQL shuts it by its own clock, however it was opened and whatever is asked', async () => {
    const actor = await someone();
    const hours = fc.integer({ min: 1, max: 72 });
    // Quarters past the hour: never at the very moment of beginning or end.
    const startedAgo = fc.integer({ min: -2, max: 100 }).map((whole) => whole + 0.25);
    await fc.assert(
      fc.asyncProperty(hours, startedAgo, fc.boolean(), async (lasts, ago, ended) => {
        const openingId: OpeningId = newId<'opening'>();
        const opened = Date.now() - ago * 3_600_000;
        const instant = (ms: number): string => new Date(ms).toISOString();
        await fresh.owner
          .insertInto('glass_opening')
          .values({
            site_id: places.foreign,
            opening_id: openingId,
            command_id: newId(),
            person_id: actor.personId,
            case_key: 'danger',
            case_from: '2020-01-01',
            hamlet: 'Xóm Ví Dụ',
            commune: 'An Ví Dụ',
            reason: 'Lý do đủ dài để ai đọc cũng hiểu',
            opened_at: instant(opened),
            ends_at: instant(opened + lasts * 3_600_000),
            ...(ended && { ended_at: instant(opened), ended_by: actor.personId }),
          })
          .execute();
        const db = databaseOf(fresh, actor, { glass: openingId });
        const isOpen = !ended && ago > 0 && ago < lasts;
        expect((await findSite(db, 'all', places.foreign)) !== undefined).toBe(isOpen);
      }),
      { numRuns: 40 },
    );
  });

  test('no opening of more than three days can be written', async () => {
    const days = sql`
      INSERT INTO glass_opening SELECT site_id, gen_random_uuid(), gen_random_uuid(), person_id,
        case_key, case_from, hamlet, commune, reason, now(), now() + interval '73 hours'
      FROM glass_opening LIMIT 1`;
    await expect(days.execute(fresh.owner)).rejects.toThrow('check constraint');
  });
});

describe('who is told', () => {
  test('the people of that site, the superior and the person themselves; nobody else', async () => {
    const actor = await someone();
    const openingId = await broken(actor);
    const told = async (onlooker: Actor): Promise<boolean> => {
      const scope = scopeOf(onlooker, 'view glass');
      const db = databaseOf(fresh, onlooker);
      const shown = await listOpenings(db, { personId: onlooker.personId, scope });
      return shown.some((one) => one.openingId === openingId);
    };
    const there = { siteId: places.foreign };
    const here = { siteId: places.neighbour };
    expect(await told(actor)).toBe(true);
    expect(await told(await holder(fresh, 'viewer', there))).toBe(true);
    expect(await told(await holder(fresh, 'core_member', there))).toBe(true);
    expect(
      await told(await holder(fresh, 'commune_police', { unitId: places.communes.other })),
    ).toBe(true);
    expect(await told(await holder(fresh, 'provincial_officer', here))).toBe(true);
    expect(await told(await holder(fresh, 'core_member', here))).toBe(false);
    expect(await told(await someone())).toBe(false);
    expect(await told(await holder(fresh, 'administrator', here))).toBe(false);
  });

  test('a superior says once that they have seen it; counts follow who may know', async () => {
    const officer = await holder(fresh, 'provincial_officer', { siteId: places.own });
    const db = databaseOf(fresh, officer);
    const unseen = (): Promise<number> =>
      countUnseenOpenings(db, scopeOf(officer, 'oversee glass'));
    const before = await unseen();
    const actor = await someone();
    const openingId = await broken(actor);
    expect(await unseen()).toBe(before + 1);
    const seen = (remark: string) => ({
      commandId: newId<'command'>(),
      siteId: places.foreign,
      openingId,
      remark,
    });
    expect(await seeGlass(db, officer, seen(' Đã gọi hỏi  lại '))).toEqual(done({ openingId }));
    expect(await seeGlass(db, officer, seen('khác'))).toEqual(done({ openingId }));
    expect(await unseen()).toBe(before);
    const [shown] = await listOpenings(databaseOf(fresh, actor), {
      personId: actor.personId,
      scope: [],
    });
    expect(shown?.seen.map(({ remark }) => remark)).toEqual(['Đã gọi hỏi lại']);
    expect(await countUnseenOpenings(db, [])).toBe(0);
    expect(await countUnseenOpenings(databaseOf(fresh, police), 'all')).toBe(0);
  });
});
