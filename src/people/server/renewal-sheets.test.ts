// Renewal sheets on a real database: none outlives what it was made for, whoever printed it.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays } from '#ground/day.ts';
import { newId, type CommandId, type SiteId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '../person.ts';
import { acceptInvitation, openInvitation } from './coming-in-commands.ts';
import { renewAccess, renewSheet, type SheetMade } from './invitation-commands.ts';
import { giveRole, letGo } from './role-commands.ts';
import { aPerson, aSiteRow, databaseOf, today } from './testing.ts';

let fresh: FreshDatabase;
let administrator: Actor;
let siteId: SiteId;
let police: Actor;
let member: Actor;
beforeAll(async () => {
  fresh = await freshDatabase();
  administrator = await aPerson(fresh, 'administrator');
  siteId = await aSiteRow(fresh);
});
afterAll(() => fresh.close());
beforeEach(async () => {
  police = await aPerson(fresh, 'commune_police', { siteId });
  member = await aPerson(fresh, 'core_member', { siteId });
});

const commandId = (): CommandId => newId<'command'>();
async function renewed(actor: Actor, whom = member): Promise<SheetMade> {
  const input = { commandId: commandId(), personId: whom.personId };
  const made = await renewAccess(databaseOf(fresh, actor), actor, input, today);
  if (!made.ok) throw new Error(made.refusal);
  return made.value;
}
const isOpen = async ({ code }: SheetMade): Promise<boolean> =>
  (await openInvitation(fresh.db, code, today)) !== undefined;
const give = (role: 'administrator' | 'viewer', { personId }: Actor) =>
  giveRole(
    fresh.db,
    administrator,
    {
      commandId: commandId(),
      personId,
      role,
      siteId: role === 'viewer' ? siteId : null,
      unitId: null,
      from: addDays(today, 1),
      to: null,
    },
    today,
  );
const signIn = { hash: (password: string) => Promise.resolve(`hash of ${password}`) };
const accept = ({ code }: SheetMade) =>
  acceptInvitation(
    fresh.db,
    signIn,
    { commandId: commandId(), code, username: '', password: 'bốn quả khế chín vàng', email: '' },
    today,
  );

test('a new code is given only by whoever might still let that person in again', async () => {
  const { invitationId } = await renewed(police);
  const anew = () =>
    renewSheet(databaseOf(fresh, police), police, { invitationId, commandId: commandId() }, today);
  expect(await anew()).toMatchObject({ ok: true, value: { isNew: false } });
  await fresh.owner
    .insertInto('role_holding')
    .values({
      holding_id: newId(),
      person_id: member.personId,
      role: 'administrator',
      valid_from: today,
    })
    .execute();
  expect(await anew()).toEqual(refused('not-found'));
});

test('the sheet of a second officer voids the first one’s, which that one cannot see', async () => {
  const other = await aPerson(fresh, 'commune_police', { siteId });
  const [first, second] = [await renewed(police), await renewed(other)];
  expect([await isOpen(first), await isOpen(second)]).toEqual([false, true]);
});

test('a new password voids every other sheet of that account', async () => {
  const [first, second] = [await renewed(police), await renewed(administrator)];
  // As two made at the same moment would leave it.
  await fresh.owner
    .updateTable('invitation')
    .set({ revoked_at: null })
    .where('invitation_id', '=', first.invitationId)
    .execute();
  expect(await accept(second)).toMatchObject({ ok: true });
  expect(await isOpen(first)).toBe(false);
});

test('a new password is told by mail, once', async () => {
  const { personId } = member;
  await fresh.owner
    .updateTable('person')
    .set({ email: `${personId}@vi-du.example` })
    .where('id', '=', personId)
    .execute();
  const sheet = await renewed(police);
  expect((await accept(sheet)).ok).toBe(true);
  expect((await accept(sheet)).ok).toBe(false);
  const mails = await fresh.owner
    .selectFrom('mail')
    .select('kind')
    .where('person_id', '=', personId)
    .execute();
  expect(mails).toEqual([{ kind: 'security notice' }]);
});

test('a further role voids the sheets that are out', async () => {
  const sheet = await renewed(police);
  expect(await give('administrator', member)).toMatchObject({ ok: true });
  expect(await isOpen(sheet)).toBe(false);
});

test('whoever is let go by one officer keeps no sheet another had printed', async () => {
  const other = await aPerson(fresh, 'commune_police', { siteId });
  const sheet = await renewed(other);
  const input = { commandId: commandId(), personId: member.personId };
  expect((await letGo(databaseOf(fresh, police), police, input, today)).ok).toBe(true);
  expect(await isOpen(sheet)).toBe(false);
});
