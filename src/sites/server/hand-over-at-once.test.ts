// Two who change the same role at the same moment: one after the other, and what has ended stays so.

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, type Day } from '#ground/day.ts';
import { newId, type CommandId, type SiteId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { endRole, letGo } from '#people/server/role-commands.ts';
import { listHeldRoles, type HeldRole } from '#people/server/role-store.ts';
import { listHoldings } from '#people/server/store.ts';
import { aPerson, aSiteRow, today } from '#people/server/testing.ts';
import { handOverRole } from './hand-over-commands.ts';

let fresh: FreshDatabase;
let siteId: SiteId;
let administrator: Actor;
let police: Actor;
let held: HeldRole;
beforeAll(async () => {
  fresh = await freshDatabase();
  administrator = await aPerson(fresh, 'administrator');
});
afterAll(() => fresh.close());
beforeEach(async () => {
  siteId = await aSiteRow(fresh);
  police = await aPerson(fresh, 'commune_police', { siteId });
  const [first] = await listHeldRoles(fresh.db, 'all', [police.personId]);
  if (!first) throw new Error('no role');
  held = first;
});

const commandId = (): CommandId => newId<'command'>();
const yesterday = addDays(today, -1);
const ahead = addDays(today, 5);
const pass = ({ personId }: Actor, onDay = ahead) =>
  handOverRole(
    fresh.db,
    administrator,
    { commandId: commandId(), holdingId: held.holdingId, toPerson: personId, onDay },
    today,
  );
const rolesOn = async ({ personId }: Actor, on: Day): Promise<readonly string[]> =>
  (await listHoldings(fresh.owner, personId, on)).map(({ role }) => role);
const aViewer = (): Promise<Actor> => aPerson(fresh, 'viewer', { siteId });

/** Both begin while the role is locked, and go on only when both wait for it. */
async function atOnce<A, B>(first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> {
  const begun = await fresh.owner.transaction().execute(async (tx) => {
    await sql`select from role_holding where holding_id = ${held.holdingId} for update`.execute(tx);
    const one = first();
    await expect.poll(waitingForLocks, { interval: 10, timeout: 10_000 }).toBe(1);
    const both = Promise.all([one, second()]);
    await expect.poll(waitingForLocks, { interval: 10, timeout: 10_000 }).toBe(2);
    return { both };
  });
  return begun.both;
}
const waitingForLocks = async (): Promise<number> =>
  (
    await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(fresh.owner)
  ).rows.length;

test('a role handed over to two people goes to the first of them', async () => {
  const [next, other] = [await aViewer(), await aViewer()];
  const [first, second] = await atOnce(
    () => pass(next),
    () => pass(other),
  );
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual(refused('ended-already'));
  expect(await rolesOn(next, ahead)).toEqual(['viewer', 'commune_police']);
  expect(await rolesOn(other, ahead)).toEqual(['viewer']);
});

test('a role that was handed over for a day ahead is not handed over to another before', async () => {
  expect(await pass(await aViewer())).toMatchObject({ ok: true });
  expect(await pass(await aViewer(), addDays(today, 3))).toEqual(refused('ended-already'));
});

test('a role ended at once does not come back with a hand-over for a day ahead', async () => {
  const next = await aViewer();
  const end = { commandId: commandId(), holdingId: held.holdingId, lastDay: yesterday };
  const outcomes = await atOnce(
    () => endRole(fresh.db, administrator, end, today),
    () => pass(next),
  );
  expect(outcomes).toEqual([done(true), refused('ended-already')]);
  expect(await rolesOn(police, today)).toEqual([]);
});

test('nor does one of somebody who is let go', async () => {
  const next = await aViewer();
  const leaving = { commandId: commandId(), personId: police.personId };
  const outcomes = await atOnce(
    () => letGo(fresh.db, administrator, leaving, today),
    () => pass(next),
  );
  expect(outcomes).toEqual([done(true), refused('ended-already')]);
  expect(await rolesOn(police, today)).toEqual([]);
});
