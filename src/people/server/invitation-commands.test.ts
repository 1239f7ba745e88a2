// Invitations on a real database: a sheet lets one person in, once, and nothing of its code stays behind.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#ground/day.ts';
import { newId, type CommandId, type PersonId, type SiteId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { InvitationInput } from '../invitation.ts';
import type { Actor } from '../person.ts';
import { acceptInvitation, openInvitation, type AcceptInput } from './coming-in-commands.ts';
import { invite, renewAccess, renewSheet, revokeInvitation } from './invitation-commands.ts';
import { listOpenInvitations } from './invitation-store.ts';
import { letGo } from './role-commands.ts';
import { aPerson, aSiteRow, databaseOf, today } from './testing.ts';
import { findPersonByUsername, listHoldings } from './store.ts';

let fresh: FreshDatabase;
let administrator: Actor;
let siteId: SiteId;
beforeAll(async () => {
  fresh = await freshDatabase();
  administrator = await aPerson(fresh, 'administrator');
  siteId = await aSiteRow(fresh);
});
afterAll(() => fresh.close());

const signIn = { hash: (password: string) => Promise.resolve(`hash of ${password}`) };
const aCommand = (): CommandId => newId<'command'>();
let number = 0;
const asked = (changed: Partial<InvitationInput> = {}): InvitationInput => ({
  commandId: aCommand(),
  name: `Lý Thị Ví Dụ ${(number += 1)}`,
  role: 'core_member',
  siteId,
  unitId: null,
  from: today,
  ...changed,
});
const answers = (code: string, changed: Partial<AcceptInput> = {}): AcceptInput => ({
  commandId: aCommand(),
  code,
  username: `ly.vi.du.${(number += 1)}`,
  password: 'bốn quả khế chín vàng',
  email: '',
  ...changed,
});

async function invited(changed: Partial<InvitationInput> = {}, actor = administrator) {
  const made = await invite(fresh.db, actor, asked(changed), today);
  if (!made.ok) throw new Error(made.refusal);
  return made.value;
}
const accept = (input: AcceptInput, on = today) => acceptInvitation(fresh.db, signIn, input, on);
const renew = ({ personId }: Actor, actor = administrator, db = fresh.db) =>
  renewAccess(db, actor, { personId, commandId: aCommand() }, today);
const sessionsOf = async (personId: PersonId): Promise<number> =>
  (
    await fresh.owner
      .selectFrom('sign_in_session')
      .selectAll()
      .where('person_id', '=', personId)
      .execute()
  ).length;
const aSession = (personId: PersonId): Promise<unknown> =>
  fresh.owner
    .insertInto('sign_in_session')
    .values({ id: newId(), person_id: personId, token: newId(), expires_at: '2099-01-01' })
    .execute();

describe('a sheet', () => {
  test('lets the person in with the role they were invited for, from its day', async () => {
    const { code } = await invited({ from: addDays(today, 3) });
    const input = answers(code, { email: 'ly@vi-du.example' });
    const accepted = await accept(input);
    expect(accepted).toMatchObject({ ok: true, value: { username: input.username } });
    const personId = await findPersonByUsername(fresh.owner, input.username);
    expect(await listHoldings(fresh.owner, personId ?? newId(), addDays(today, 2))).toEqual([]);
    expect(await listHoldings(fresh.owner, personId ?? newId(), addDays(today, 3))).toMatchObject([
      { role: 'core_member', siteId, from: addDays(today, 3), to: null },
    ]);
  });

  test('used later than its first day gives the role from the day it was used', async () => {
    const { code } = await invited();
    const later = addDays(today, 5);
    const input = answers(code);
    await accept(input, later);
    const personId = await findPersonByUsername(fresh.owner, input.username);
    expect(await listHoldings(fresh.owner, personId ?? newId(), later)).toMatchObject([
      { from: later },
    ]);
  });

  test('works once: used, revoked, outdated and wrong codes are all answered alike', async () => {
    const [used, taken, old] = [await invited(), await invited(), await invited()];
    await accept(answers(used.code));
    await revokeInvitation(fresh.db, administrator, { ...taken, commandId: aCommand() });
    const wrong = { ok: false, refusal: 'code-wrong' };
    expect(await accept(answers(used.code))).toEqual(wrong);
    expect(await accept(answers(taken.code))).toEqual(wrong);
    expect(await accept(answers(old.code), addDays(old.until, 1))).toEqual(wrong);
    expect(await accept(answers('ABCD-EFGH-JKMN-PQRS'))).toEqual(wrong);
    for (const code of [used.code, taken.code, 'ABCD-EFGH-JKMN-PQRS', '']) {
      expect(await openInvitation(fresh.db, code, today)).toBeUndefined();
    }
    expect(await openInvitation(fresh.db, old.code, old.until)).toMatchObject({ isNew: true });
  });

  test('sent twice by a bad line makes one person', async () => {
    const { code } = await invited();
    const input = answers(code);
    const first = await accept(input);
    expect(await accept(input)).toEqual(first);
    const sheet = await invited();
    const both = answers(sheet.code);
    const [one, other] = await Promise.all([accept(both), accept(both)]);
    expect(one.ok).toBe(true);
    expect(other).toEqual(one);
  });

  test('is read however the code is typed, and its page suggests a user name nobody has', async () => {
    await aPerson(fresh, 'viewer', { siteId, username: 'do.van.vi.du' });
    const { code } = await invited({ name: 'Đỗ Văn Ví Dụ' });
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect(await openInvitation(fresh.db, typed, today)).toEqual({
      name: 'Đỗ Văn Ví Dụ',
      role: 'core_member',
      isNew: true,
      username: 'do.van.vi.du.2',
      email: '',
    });
  });

  test('leaves nothing from which its code could be found: not a row, not the record', async () => {
    const { code } = await invited();
    const plain = code.replaceAll('-', '');
    const { rows } = await sql<{ text: string }>`
      select invitation::text as text from invitation
      union all select audit::text from audit`.execute(fresh.owner);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ text }) => text.includes(code) || text.includes(plain))).toEqual([]);
  });

  test('asked for again with the same command is the same invitation with another code', async () => {
    const input = asked();
    const first = await invite(fresh.db, administrator, input, today);
    const again = await invite(fresh.db, administrator, input, today);
    if (!first.ok || !again.ok) throw new Error('not made');
    expect(again.value.invitationId).toBe(first.value.invitationId);
    expect(await openInvitation(fresh.db, first.value.code, today)).toBeUndefined();
    expect(await openInvitation(fresh.db, again.value.code, today)).toMatchObject({ isNew: true });
  });

  test('printed anew voids the paper that is out', async () => {
    const { code, invitationId } = await invited();
    const anew = await renewSheet(
      fresh.db,
      administrator,
      { invitationId, commandId: aCommand() },
      today,
    );
    expect(anew).toMatchObject({ ok: true, value: { isNew: true } });
    expect(await openInvitation(fresh.db, code, today)).toBeUndefined();
  });

  test.each([
    ['name-missing', { name: '  ' }],
    ['place-missing', { siteId: null }],
    ['from-past', { from: addDays(today, -1) }],
    ['until-wrong', { until: addDays(today, 61) }],
    ['until-wrong', { until: addDays(today, -1) }],
    ['email-wrong', { email: 'khong-phai-thu' }],
  ] as const)('is refused with %s', async (refusal, changed) => {
    expect(await invite(fresh.db, administrator, asked(changed), today)).toEqual(refused(refusal));
  });

  test.each([
    ['username-unfit', { username: 'có dấu' }],
    ['username-taken', { username: 'nguoi-co-san' }],
    ['email-wrong', { email: 'x@' }],
    ['email-taken', { email: 'nguoi-co-san@example.invalid' }],
    ['password-short', { password: 'ngắn' }],
    ['password-weak', { password: 'matkhau12345' }],
  ] as const)('stays open when its use is refused with %s', async (refusal, changed) => {
    await aPerson(fresh, 'viewer', { siteId, username: 'nguoi-co-san' }).catch(() => undefined);
    const { code } = await invited();
    expect(await accept(answers(code, changed))).toEqual(refused(refusal));
    expect(await openInvitation(fresh.db, code, today)).toMatchObject({ isNew: true });
  });
});

describe('the commune police', () => {
  test('invites members and viewers to its own sites, and nobody else anywhere', async () => {
    const police = await aPerson(fresh, 'commune_police', { siteId });
    const db = databaseOf(fresh, police);
    const other = await aSiteRow(fresh);
    const may = (changed: Partial<InvitationInput>) =>
      invite(db, police, asked(changed), today).then(({ ok }) => ok);
    expect(await may({ role: 'core_member' })).toBe(true);
    expect(await may({ role: 'viewer' })).toBe(true);
    expect(await may({ role: 'commune_police' })).toBe(false);
    expect(await may({ role: 'administrator', siteId: null })).toBe(false);
    expect(await may({ siteId: other })).toBe(false);
    const reader = { personId: police.personId, scope: [siteId] };
    const open = await listOpenInvitations(db, reader, today);
    expect(open.length).toBeGreaterThanOrEqual(2);
  });

  test('neither sees nor takes back what was printed for other sites', async () => {
    const police = await aPerson(fresh, 'commune_police', { siteId });
    const sheet = await invited({ siteId: await aSiteRow(fresh), name: 'Người Nơi Khác' });
    const db = databaseOf(fresh, police);
    const reader = { personId: police.personId, scope: [siteId] };
    const names = (await listOpenInvitations(db, reader, today)).map(({ name }) => name);
    expect(names).not.toContain('Người Nơi Khác');
    expect(await revokeInvitation(db, police, { ...sheet, commandId: aCommand() })).toEqual(
      refused('not-found'),
    );
  });

  test('lets its own members in again, but nobody who holds more elsewhere', async () => {
    const police = await aPerson(fresh, 'commune_police', { siteId });
    const db = databaseOf(fresh, police);
    const member = await aPerson(fresh, 'core_member', { siteId });
    const more = await aPerson(fresh, 'core_member', { siteId });
    await fresh.owner
      .insertInto('role_holding')
      .values({
        holding_id: newId(),
        person_id: more.personId,
        role: 'provincial_officer',
        valid_from: today,
      })
      .execute();
    expect(await renew(member, police, db)).toMatchObject({ ok: true });
    expect(await renew(more, police, db)).toEqual(refused('forbidden'));
  });
});

describe('a new way in', () => {
  test('ends every session, sets another password, and keeps the person and the roles', async () => {
    const member = await aPerson(fresh, 'core_member', { siteId, username: 'quen-mat-khau' });
    await aSession(member.personId);
    const made = await renew(member);
    if (!made.ok) throw new Error(made.refusal);
    expect(await sessionsOf(member.personId)).toBe(0);
    await aSession(member.personId);
    const accepted = await accept(answers(made.value.code, { username: 'khac-han' }));
    expect(accepted).toEqual(done({ personId: member.personId, username: 'quen-mat-khau' }));
    expect(await sessionsOf(member.personId)).toBe(0);
    const accounts = await fresh.owner
      .selectFrom('sign_in_account')
      .select(['password', 'provider_id'])
      .where('person_id', '=', member.personId)
      .execute();
    expect(accounts).toEqual([
      { password: 'hash of bốn quả khế chín vàng', provider_id: 'credential' },
    ]);
    expect(await listHoldings(fresh.owner, member.personId, today)).toHaveLength(1);
  });

  test('is never one’s own, and never for somebody who has left', async () => {
    const gone = await aPerson(fresh, 'core_member', { siteId });
    await letGo(fresh.db, administrator, { personId: gone.personId, commandId: aCommand() }, today);
    expect(await renew(gone)).toEqual(refused('left'));
    expect(await renew(administrator)).toEqual(refused('own'));
  });

  test('made again voids the sheet made before', async () => {
    const member = await aPerson(fresh, 'core_member', { siteId });
    const [first, second] = [await renew(member), await renew(member)];
    if (!first.ok || !second.ok) throw new Error('not made');
    expect(await openInvitation(fresh.db, first.value.code, today)).toBeUndefined();
    expect(await openInvitation(fresh.db, second.value.code, today)).toMatchObject({
      isNew: false,
    });
  });
});

test('the application cannot set a password without an open sheet for that very account', async () => {
  const member = await aPerson(fresh, 'core_member', { siteId });
  const { invitationId } = await invited();
  const renewed = (id: string) =>
    sql<{ done: boolean }>`select renew_password(${id}, 'x') as done`
      .execute(fresh.db)
      .then(({ rows }) => rows[0]?.done);
  expect(await renewed(invitationId)).toBe(false);
  expect(await renewed(newId())).toBe(false);
  await expect(
    fresh.db
      .updateTable('sign_in_account')
      .set({ password: 'x' })
      .where('person_id', '=', member.personId)
      .execute(),
  ).rejects.toThrow('permission denied');
});
