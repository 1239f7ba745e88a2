// Whoever's roles others change hears of it by mail, once for each change, and nobody else does.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays } from '#ground/day.ts';
import { newId, type CommandId, type SiteId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '../person.ts';
import { endRole, giveRole, letGo } from './role-commands.ts';
import { listHeldRoles } from './role-store.ts';
import { aPerson, aSiteRow, today } from './testing.ts';

let fresh: FreshDatabase;
let siteId: SiteId;
let administrator: Actor;
let member: Actor;
beforeAll(async () => {
  fresh = await freshDatabase();
  siteId = await aSiteRow(fresh);
  administrator = await withAddress('administrator');
});
afterAll(() => fresh.close());
beforeEach(async () => {
  member = await withAddress('viewer');
});

async function withAddress(role: 'administrator' | 'viewer'): Promise<Actor> {
  const actor = await aPerson(fresh, role, { siteId });
  await fresh.owner
    .updateTable('person')
    .set({ email: `${actor.personId}@vi-du.example` })
    .where('id', '=', actor.personId)
    .execute();
  return actor;
}
const commandId = (): CommandId => newId<'command'>();
const mailsTo = async ({ personId }: Actor): Promise<readonly string[]> => {
  const rows = await fresh.owner
    .selectFrom('mail')
    .select('kind')
    .where('person_id', '=', personId)
    .execute();
  return rows.map(({ kind }) => kind);
};

test('a role that is given', async () => {
  const input = {
    commandId: commandId(),
    personId: member.personId,
    role: 'core_member' as const,
    siteId,
    unitId: null,
    from: today,
    to: null,
  };
  expect((await giveRole(fresh.db, administrator, input, today)).ok).toBe(true);
  expect((await giveRole(fresh.db, administrator, input, today)).ok).toBe(true);
  expect(await mailsTo(member)).toEqual(['security notice']);
});

test('a role that ends', async () => {
  const [held] = await listHeldRoles(fresh.db, 'all', [member.personId]);
  if (!held) throw new Error('no role');
  const input = { commandId: commandId(), holdingId: held.holdingId, lastDay: addDays(today, 3) };
  expect((await endRole(fresh.db, administrator, input, today)).ok).toBe(true);
  expect((await endRole(fresh.db, administrator, input, today)).ok).toBe(true);
  expect(await mailsTo(member)).toEqual(['security notice']);
});

test('all roles that end with one’s leaving, in one mail', async () => {
  const input = { commandId: commandId(), personId: member.personId };
  expect((await letGo(fresh.db, administrator, input, today)).ok).toBe(true);
  expect((await letGo(fresh.db, administrator, input, today)).ok).toBe(true);
  expect(await mailsTo(member)).toEqual(['security notice']);
});

test('what is refused is told to nobody', async () => {
  const [held] = await listHeldRoles(fresh.db, 'all', [member.personId]);
  if (!held) throw new Error('no role');
  const late = { commandId: commandId(), holdingId: held.holdingId, lastDay: addDays(today, -9) };
  expect((await endRole(fresh.db, administrator, late, today)).ok).toBe(false);
  expect(await mailsTo(member)).toEqual([]);
  expect(await mailsTo(administrator)).toEqual([]);
});
