// Roles on a real database: given, ended, all ended; never one's own, never the last administrator's.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#ground/day.ts';
import { newId, type CommandId, type PersonId, type SiteId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '../person.ts';
import { openInvitation } from './coming-in-commands.ts';
import { invite, renewAccess } from './invitation-commands.ts';
import { findPerson } from './people-store.ts';
import { endRole, giveRole, letGo } from './role-commands.ts';
import { listHeldRoles, type HeldRole } from './role-store.ts';
import { findActor } from './standing-in-store.ts';
import { listHoldings } from './store.ts';
import { aPerson, aSiteRow, databaseOf, today } from './testing.ts';

let fresh: FreshDatabase;
let administrator: Actor;
let siteId: SiteId;
beforeAll(async () => {
  fresh = await freshDatabase();
  siteId = await aSiteRow(fresh);
});
afterAll(() => fresh.close());
beforeAll(async () => {
  administrator = await aPerson(fresh, 'administrator');
});

const commandId = (): CommandId => newId<'command'>();
const yesterday = addDays(today, -1);

async function roleOf({ personId }: Pick<Actor, 'personId'>): Promise<HeldRole> {
  const [first] = await listHeldRoles(fresh.db, 'all', [personId]);
  if (!first) throw new Error('no role');
  return first;
}
const rolesOn = async (personId: PersonId, on = today): Promise<readonly string[]> =>
  (await listHoldings(fresh.owner, personId, on)).map(({ role }) => role);
const sessions = (personId: PersonId) =>
  fresh.owner
    .selectFrom('sign_in_session')
    .select('id')
    .where('person_id', '=', personId)
    .execute();
const aSession = (personId: PersonId): Promise<unknown> =>
  fresh.owner
    .insertInto('sign_in_session')
    .values({ id: newId(), person_id: personId, token: newId(), expires_at: '2099-01-01' })
    .execute();
const audited = (personId: PersonId) =>
  fresh.owner
    .selectFrom('audit')
    .select(['command', 'before', 'after'])
    .where('record', '=', `person ${personId}`)
    .orderBy('audit_id')
    .execute();
const end = (actor: Actor, held: HeldRole, lastDay = yesterday) =>
  endRole(
    databaseOf(fresh, actor),
    actor,
    { commandId: commandId(), holdingId: held.holdingId, lastDay },
    today,
  );

describe('a role', () => {
  test('is given from a day to a day, once for each command', async () => {
    const viewer = await aPerson(fresh, 'viewer', { siteId });
    const input = {
      commandId: commandId(),
      personId: viewer.personId,
      role: 'core_member' as const,
      siteId,
      unitId: null,
      from: addDays(today, 2),
      to: addDays(today, 9),
    };
    const first = await giveRole(fresh.db, administrator, input, today);
    expect(await giveRole(fresh.db, administrator, input, today)).toEqual(first);
    expect(await rolesOn(viewer.personId, addDays(today, 1))).toEqual(['viewer']);
    expect(await rolesOn(viewer.personId, addDays(today, 9))).toEqual(['viewer', 'core_member']);
    expect(await rolesOn(viewer.personId, addDays(today, 10))).toEqual(['viewer']);
    expect(await audited(viewer.personId)).toMatchObject([
      { command: 'give role', after: { role: 'core_member', from: '2026-05-22' } },
    ]);
  });

  test('ends on a day and leaves the person signed in until then', async () => {
    const viewer = await aPerson(fresh, 'viewer', { siteId });
    await aSession(viewer.personId);
    expect(await end(administrator, await roleOf(viewer), addDays(today, 3))).toEqual(done(true));
    expect(await rolesOn(viewer.personId, addDays(today, 3))).toEqual(['viewer']);
    expect(await rolesOn(viewer.personId, addDays(today, 4))).toEqual([]);
    expect(await sessions(viewer.personId)).toHaveLength(1);
    expect(await audited(viewer.personId)).toMatchObject([
      { command: 'end role', before: { role: 'viewer', to: null }, after: { to: '2026-05-23' } },
    ]);
  });

  test('ends at once, with every session', async () => {
    const viewer = await aPerson(fresh, 'viewer', { siteId });
    await aSession(viewer.personId);
    expect(await end(administrator, await roleOf(viewer))).toEqual(done(true));
    expect(await rolesOn(viewer.personId)).toEqual([]);
    expect(await sessions(viewer.personId)).toEqual([]);
  });

  test('is never one’s own to give or to end', async () => {
    const own = { ...administrator, commandId: commandId(), from: today, to: null };
    const gift = { ...own, role: 'viewer' as const, siteId, unitId: null };
    expect(await giveRole(fresh.db, administrator, gift, today)).toEqual(refused('own'));
    expect(await end(administrator, await roleOf(administrator))).toEqual(refused('own'));
    const member = await aPerson(fresh, 'viewer', { siteId });
    const forAnother = { ...administrator, actingFor: member };
    expect(await end(forAnother, await roleOf(member))).toEqual(refused('own'));
  });

  test('of a site is ended by the police of that site, and by no other', async () => {
    const [here, there] = [
      await aPerson(fresh, 'commune_police', { siteId }),
      await aPerson(fresh, 'commune_police', { siteId: await aSiteRow(fresh) }),
    ];
    const member = await aPerson(fresh, 'core_member', { siteId });
    const held = await roleOf(member);
    expect(await end(there, held)).toEqual(refused('not-found'));
    expect(await end(here, await roleOf(there))).toEqual(refused('not-found'));
    expect(await end(here, held)).toEqual(done(true));
  });
});

describe('the last administrator', () => {
  test('cannot be ended; two who end each other leave one', async () => {
    const alone = await freshDatabase();
    const [one, other] = [
      await aPerson(alone, 'administrator'),
      await aPerson(alone, 'administrator'),
    ];
    const ends = async (actor: Actor, whom: Actor) => {
      const [held] = await listHeldRoles(alone.db, 'all', [whom.personId]);
      const input = {
        commandId: commandId(),
        holdingId: held?.holdingId ?? newId(),
        lastDay: yesterday,
      };
      return endRole(
        alone.reaching({ personId: actor.personId, sites: 'all' }),
        actor,
        input,
        today,
      );
    };
    const outcomes = await Promise.all([ends(one, other), ends(other, one)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual(refused('last-administrator'));
    const { personId } = (await rolesIn(alone, one)) ? one : other;
    const someone = await aPerson(alone, 'administrator', { name: 'Chưa Quen Việc' });
    await alone.owner
      .updateTable('role_holding')
      .set({ valid_to: addDays(today, 5) })
      .where('person_id', '=', someone.personId)
      .execute();
    const leaving = { commandId: commandId(), personId };
    expect(await letGo(alone.db, someone, leaving, today)).toEqual(refused('last-administrator'));
    await alone.close();
  });

  const rolesIn = async (of: FreshDatabase, { personId }: Actor): Promise<boolean> =>
    (await listHoldings(of.owner, personId, today)).length > 0;
});

describe('somebody who leaves', () => {
  test('loses every role and session at once, and keeps their name on record', async () => {
    const leaving = await aPerson(fresh, 'core_member', { siteId, name: 'Vi Thị Ví Dụ' });
    const { personId } = leaving;
    const gift = { commandId: commandId(), personId, siteId, unitId: null };
    const ahead = { role: 'viewer' as const, from: addDays(today, 5), to: null };
    await giveRole(fresh.db, administrator, { ...gift, ...ahead }, today);
    await aSession(personId);
    const input = { commandId: commandId(), personId };
    expect(await letGo(fresh.db, administrator, input, today)).toEqual(done(true));
    expect(await letGo(fresh.db, administrator, input, today)).toEqual(done(true));
    expect(await sessions(personId)).toEqual([]);
    expect(await findActor(fresh.db, leaving, undefined, addDays(today, 5))).toBeUndefined();
    expect(await findPerson(fresh.db, 'all', personId)).toMatchObject({ name: 'Vi Thị Ví Dụ' });
    const ended = (await audited(personId)).filter(({ command }) => command === 'end role');
    expect(ended).toHaveLength(2);
  });

  test('takes along the sheets they had printed, for others and for themselves', async () => {
    const police = await aPerson(fresh, 'commune_police', { siteId });
    const sheet = { commandId: commandId(), name: 'Lý Thị Ví Dụ', unitId: null, from: today };
    const made = await invite(fresh.db, police, { ...sheet, role: 'viewer', siteId }, today);
    const { personId } = police;
    const own = await renewAccess(
      fresh.db,
      administrator,
      { commandId: commandId(), personId },
      today,
    );
    if (!made.ok || !own.ok) throw new Error('not made');
    await letGo(fresh.db, administrator, { commandId: commandId(), personId }, today);
    for (const { code } of [made.value, own.value]) {
      expect(await openInvitation(fresh.db, code, today)).toBeUndefined();
    }
  });

  test('can be given a role again, and then comes in again', async () => {
    const back = await aPerson(fresh, 'core_member', { siteId });
    const { personId } = back;
    await letGo(fresh.db, administrator, { commandId: commandId(), personId }, today);
    expect(await findActor(fresh.db, back, undefined, today)).toBeUndefined();
    const gift = { commandId: commandId(), personId, siteId, unitId: null, from: today, to: null };
    const given = await giveRole(fresh.db, administrator, { ...gift, role: 'core_member' }, today);
    expect(given.ok).toBe(true);
    expect(await findActor(fresh.db, back, undefined, today)).toMatchObject({ personId });
  });

  test('is not let go by the police of one site while holding more elsewhere', async () => {
    const police = await aPerson(fresh, 'commune_police', { siteId });
    const member = await aPerson(fresh, 'core_member', { siteId });
    const { personId } = member;
    const elsewhere = await aSiteRow(fresh);
    const gift = { commandId: commandId(), personId, siteId: elsewhere, unitId: null };
    const more = { ...gift, role: 'viewer' as const, from: today, to: null };
    await giveRole(fresh.db, administrator, more, today);
    const input = { commandId: commandId(), personId };
    const db = databaseOf(fresh, police);
    expect(await letGo(db, police, input, today)).toEqual(refused('forbidden'));
  });
});
