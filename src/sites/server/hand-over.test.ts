// Handing over on a real database: one role ends, the other begins, and exactly what was taken on moves.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day } from '#ground/day.ts';
import { newId, type Id, type SiteId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor, Role } from '#people/person.ts';
import { openInvitation } from '#people/server/coming-in-commands.ts';
import { renewAccess } from '#people/server/invitation-commands.ts';
import { endRole } from '#people/server/role-commands.ts';
import { listHeldRoles, type HeldRole } from '#people/server/role-store.ts';
import { listHoldings } from '#people/server/store.ts';
import type { Duty } from '../site.ts';
import { doDuty, startStep } from './commands.ts';
import { listDuties } from './duty-store.ts';
import { handOverRole } from './hand-over-commands.ts';
import { findHandOver, listHandOvers } from './hand-over-store.ts';
import { giveBackDuty, takeDuty } from './holder-commands.ts';
import { listHolders } from './holder-store.ts';
import { aCommand, anActor, aSite, testDay as today } from './testing.ts';

let fresh: FreshDatabase;
let officer: Actor;
beforeAll(async () => {
  fresh = await freshDatabase();
  officer = await holder('provincial_officer', null);
});
afterAll(() => fresh.close());

async function holder(role: Role, siteId: SiteId | null): Promise<Actor> {
  const actor = await anActor(fresh, role, siteId);
  await fresh.owner
    .insertInto('role_holding')
    .values({
      holding_id: newId(),
      person_id: actor.personId,
      role,
      site_id: siteId,
      valid_from: '2026-01-01',
    })
    .execute();
  return { ...actor, holdings: await listHoldings(fresh.owner, actor.personId, today) };
}

async function atASite() {
  const siteId = await aSite(fresh);
  const [police, next] = [await holder('commune_police', siteId), await holder('viewer', siteId)];
  // Whose duties they are in the example does not matter here: now the police's.
  for (const table of ['duty', 'open_duty'] as const) {
    await fresh.owner
      .updateTable(table)
      .set({ role: 'commune_police' })
      .where('site_id', '=', siteId)
      .execute();
  }
  const duties = await listDuties(fresh.db, 'all', siteId);
  const [first, second, third] = duties;
  if (!first || !second || !third) throw new Error('too few duties in the example');
  return { siteId, police, next, first, second, third };
}
const roleOf = async ({ personId }: Actor): Promise<HeldRole> => {
  const [held] = await listHeldRoles(fresh.db, 'all', [personId]);
  if (!held) throw new Error('no role');
  return held;
};
const take = (actor: Actor, { siteId, dutyId }: Pick<Duty, 'siteId' | 'dutyId'>, on = today) =>
  takeDuty(fresh.db, actor, { siteId, dutyId, commandId: aCommand() }, on);
const holderOf = async (siteId: SiteId, dutyId: Id<'duty'>, on: Day = today) =>
  (await listHolders(fresh.db, 'all', siteId, on)).find((one) => one.dutyId === dutyId)?.personId;
const pass = async (from: Actor, to: Actor, onDay = today, actor = officer) =>
  handOverRole(
    fresh.db,
    actor,
    {
      commandId: aCommand(),
      holdingId: (await roleOf(from)).holdingId,
      toPerson: to.personId,
      onDay,
    },
    today,
  );
async function passed(from: Actor, to: Actor, onDay = today) {
  const outcome = await pass(from, to, onDay);
  if (!outcome.ok) throw new Error(outcome.refusal);
  const found = await findHandOver(
    fresh.db,
    { actor: officer, scope: 'all' },
    outcome.value.handOverId,
  );
  if (!found) throw new Error('not found');
  return found;
}
const rolesOn = async (actor: Actor, on: Day): Promise<readonly string[]> =>
  (await listHoldings(fresh.owner, actor.personId, on)).map(({ role }) => role);

describe('taking on a duty', () => {
  test('puts one’s name beside it, once, and nobody takes what another has', async () => {
    const { siteId, police, first } = await atASite();
    const input = { siteId, dutyId: first.dutyId, commandId: aCommand() };
    expect(await takeDuty(fresh.db, police, input, today)).toEqual(done(true));
    expect(await takeDuty(fresh.db, police, input, today)).toEqual(done(true));
    expect(await take(police, first)).toEqual(done(true));
    expect(await holderOf(siteId, first.dutyId)).toBe(police.personId);
    const other = await holder('commune_police', siteId);
    expect(await take(other, first)).toEqual(refused('taken'));
  });

  test('is for duties of one’s own role that are not done', async () => {
    const { siteId, police, first } = await atASite();
    const core = await holder('core_member', siteId);
    expect(await take(core, first)).toEqual(refused('not-yours'));
    const told = { siteId, dutyId: first.dutyId, commandId: aCommand(), day: today, note: '' };
    await doDuty(fresh.db, police, told, today);
    expect(await take(police, first)).toEqual(refused('already-done'));
  });

  test('while standing in puts the name of the one who is away', async () => {
    const { siteId, police, next, first } = await atASite();
    const { personId, name } = police;
    const acting = { ...next, holdings: police.holdings, actingFor: { personId, name } };
    expect(await take(acting, first)).toEqual(done(true));
    expect(await holderOf(siteId, first.dutyId)).toBe(personId);
  });

  test('is given back, and then free for another', async () => {
    const { siteId, police, first } = await atASite();
    await take(police, first);
    const input = { siteId, dutyId: first.dutyId, commandId: aCommand() };
    expect(await giveBackDuty(fresh.db, police, input, today)).toEqual(done(true));
    expect(await holderOf(siteId, first.dutyId)).toBeUndefined();
    const other = await holder('commune_police', siteId);
    expect(await take(other, first)).toEqual(done(true));
  });

  test('ends with the role by which it was taken', async () => {
    const { siteId, police, first } = await atASite();
    await take(police, first);
    const { holdingId } = await roleOf(police);
    const end = { commandId: aCommand(), holdingId, lastDay: addDays(today, 2) };
    const administrator = await holder('administrator', null);
    expect(await endRole(fresh.db, administrator, end, today)).toEqual(done(true));
    expect(await holderOf(siteId, first.dutyId, addDays(today, 2))).toBe(police.personId);
    expect(await holderOf(siteId, first.dutyId, addDays(today, 3))).toBeUndefined();
  });
});

describe('a role that is handed over', () => {
  test('moves to the other person on its day, with the open duties taken on and no others', async () => {
    const { siteId, police, next, first, second, third } = await atASite();
    await take(police, first);
    await take(police, second);
    const told = { siteId, dutyId: second.dutyId, commandId: aCommand(), day: today, note: '' };
    await doDuty(fresh.db, police, told, today);
    const step = { siteId, number: 1, commandId: aCommand(), day: today, note: '' };
    await startStep(fresh.db, police, step, today);
    const { moved, fromName, toName } = await passed(police, next);
    expect(moved).toMatchObject([
      { kind: 'duty', siteId, dutyId: first.dutyId, text: first.text },
      { kind: 'step', siteId, number: 1 },
    ]);
    expect([fromName, toName]).toEqual([police.name, next.name]);
    expect(await rolesOn(police, today)).toEqual([]);
    expect(await rolesOn(next, today)).toEqual(['viewer', 'commune_police']);
    expect(await holderOf(siteId, first.dutyId)).toBe(next.personId);
    expect(await holderOf(siteId, third.dutyId)).toBeUndefined();
  });

  test('on a day ahead happens on that day by itself', async () => {
    const { siteId, police, next, first } = await atASite();
    await take(police, first);
    const onDay = addDays(today, 10);
    await passed(police, next, onDay);
    const dayBefore = addDays(today, 9);
    expect(await rolesOn(police, dayBefore)).toEqual(['commune_police']);
    expect(await rolesOn(next, dayBefore)).toEqual(['viewer']);
    expect(await holderOf(siteId, first.dutyId, dayBefore)).toBe(police.personId);
    expect(await rolesOn(police, onDay)).toEqual([]);
    expect(await rolesOn(next, onDay)).toEqual(['viewer', 'commune_police']);
    expect(await holderOf(siteId, first.dutyId, onDay)).toBe(next.personId);
  });

  test('signs the first person out where it is today, and not where it lies ahead', async () => {
    for (const [ahead, left] of [
      [0, 0],
      [3, 1],
    ] as const) {
      const { police, next } = await atASite();
      const session = { id: newId(), person_id: police.personId, token: newId() };
      await fresh.owner
        .insertInto('sign_in_session')
        .values({ ...session, expires_at: '2099-01-01' })
        .execute();
      await passed(police, next, addDays(today, ahead));
      const open = await fresh.owner
        .selectFrom('sign_in_session')
        .select('id')
        .where('person_id', '=', police.personId)
        .execute();
      expect(open).toHaveLength(left);
    }
  });

  test('stands on the record of both, with exactly what moved', async () => {
    const { siteId, police, next, first } = await atASite();
    await take(police, first);
    const { handOverId } = await passed(police, next);
    const rows = await fresh.owner
      .selectFrom('audit')
      .select(['record', 'before', 'after'])
      .where('command', '=', 'hand over role')
      .where('site_id', '=', siteId)
      .orderBy('audit_id')
      .execute();
    const moved = [{ siteId, dutyId: first.dutyId }];
    expect(rows).toMatchObject([
      { record: `person ${police.personId}`, after: { toPerson: next.personId, moved } },
      { record: `person ${next.personId}`, after: { fromPerson: police.personId, handOverId } },
    ]);
    expect(await listHandOvers(fresh.db, next.personId)).toHaveLength(1);
  });

  test('sent twice moves once', async () => {
    const { police, next } = await atASite();
    const { holdingId } = await roleOf(police);
    const input = { commandId: aCommand(), holdingId, toPerson: next.personId, onDay: today };
    const first = await handOverRole(fresh.db, officer, input, today);
    expect(await handOverRole(fresh.db, officer, input, today)).toEqual(first);
    expect(await rolesOn(next, today)).toEqual(['viewer', 'commune_police']);
  });

  test('passes to one person only, however many pass it on at the same moment', async () => {
    const { siteId, police, next } = await atASite();
    const others = [next, ...(await Promise.all([1, 2, 3].map(() => holder('viewer', siteId))))];
    const outcomes = await Promise.all(others.map((to) => pass(police, to)));
    expect(outcomes.filter(({ ok }) => ok).length).toBe(1);
    const held = await Promise.all(others.map((to) => rolesOn(to, today)));
    expect(held.flat().filter((role) => role === 'commune_police').length).toBe(1);
  });

  test.each([
    ['same-person', (at: Site) => pass(at.police, at.police)],
    ['from-past', (at: Site) => pass(at.police, at.next, addDays(today, -1))],
    ['own', (at: Site) => pass(at.police, officer)],
    ['not-found', (at: Site) => pass(at.police, { ...at.next, personId: newId<'person'>() })],
    ['forbidden', (at: Site) => pass(at.police, at.next, today, at.police)],
  ] as const)('is refused with %s', async (refusal, attempt) => {
    expect(await attempt(await atASite())).toEqual(refused(refusal));
  });

  test('is told by mail to both, once', async () => {
    const { police, next } = await atASite();
    const both = [police.personId, next.personId];
    for (const id of both)
      await fresh.owner
        .updateTable('person')
        .set({ email: `${id}@vi-du.example` })
        .where('id', '=', id)
        .execute();
    expect(await pass(police, next)).toMatchObject({ ok: true });
    const mails = await fresh.owner
      .selectFrom('mail')
      .select('person_id')
      .where('person_id', 'in', both)
      .execute();
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map(({ person_id }) => person_id))).toEqual(new Set<string | null>(both));
  });

  test('voids the sheets that let the second person in again as who they were', async () => {
    const { police, next } = await atASite();
    const renewal = { commandId: aCommand(), personId: next.personId };
    const administrator = await holder('administrator', null);
    const made = await renewAccess(fresh.db, administrator, renewal, today);
    if (!made.ok) throw new Error(made.refusal);
    const opened = () => openInvitation(fresh.db, made.value.code, today);
    expect(await opened()).toBeDefined();
    await passed(police, next);
    expect(await opened()).toBeUndefined();
  });

  test('of an administrator is an administrator’s matter', async () => {
    const administrator = await holder('administrator', null);
    const { next } = await atASite();
    expect(await pass(administrator, next)).toEqual(refused('forbidden'));
    const other = await holder('administrator', null);
    expect(await pass(administrator, next, today, other)).toMatchObject({ ok: true });
  });
});
type Site = Awaited<ReturnType<typeof atASite>>;
