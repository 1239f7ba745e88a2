// Signing in on the real database: the first administrator, sessions that begin and end.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#ground/day.ts';
import { inTransaction } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { newId } from '#ground/id.ts';
import type { Actor } from '../person.ts';
import { mostTries } from '../tries.ts';
import { addPerson, endRole, offerSetup, setUpAdministrator } from './commands.ts';
import { openSignIn, type SessionCookie, type SignIn } from './sign-in.ts';
import { insertPerson, listHoldings, listPeople } from './store.ts';

let fresh: FreshDatabase;
let signIn: SignIn;
const today = day('2026-11-23');
const password = 'mật khẩu đủ dài';

beforeAll(async () => {
  fresh = await freshDatabase();
  signIn = openSignIn({
    databaseUrl: fresh.url,
    origin: 'http://127.0.0.1:4000',
    secret: 'x'.repeat(64),
  });
});
afterAll(async () => {
  await signIn.end();
  await fresh.close();
});

const headersWith = (cookies: readonly SessionCookie[]): Headers =>
  new Headers({ cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') });

async function setUp(username: string) {
  const token = (await offerSetup(fresh.db)) ?? 'none';
  const input = { token, name: 'Lý Thị Ví Dụ', username, password };
  return { token, made: await setUpAdministrator(fresh.db, signIn, input, today) };
}

describe('the first administrator', () => {
  it('is made once, from the newest link only', async () => {
    const older = await offerSetup(fresh.db);
    const { token, made } = await setUp('quan.tri');
    expect(made.ok).toBe(true);
    const again = { name: 'Người Khác', username: 'khac', password };
    for (const used of [older ?? '', token]) {
      expect(
        await setUpAdministrator(fresh.db, signIn, { ...again, token: used }, today),
      ).toMatchObject({ ok: false, refusal: 'link-used' });
    }
    expect(await offerSetup(fresh.db)).toBeUndefined();
    if (!made.ok) throw new Error(made.refusal);
    expect(await listHoldings(fresh.db, made.value, today)).toMatchObject([
      { role: 'administrator', siteId: null, from: today, to: null },
    ]);
    const audit = await fresh.db.selectFrom('audit').select('command').execute();
    expect(audit).toEqual([{ command: 'set up administrator' }]);
  });

  it('signs in with name and password, is known afterwards, and is not once signed out', async () => {
    const cookies = await signIn.open('Quan.Tri', password);
    const headers = headersWith(cookies ?? []);
    expect(await signIn.findPerson(headers)).toMatchObject({ name: 'Lý Thị Ví Dụ' });
    const removed = await signIn.close(headers);
    expect(removed.every(({ maxAge }) => maxAge === 0)).toBe(true);
    expect(await signIn.findPerson(headers)).toBeUndefined();
  });

  it.each([
    ['quan.tri', 'sai mật khẩu'],
    ['khong.co', password],
    ['', ''],
  ])('is not let in as %s with another password', async (username, tried) => {
    expect(await signIn.open(username, tried)).toBeUndefined();
  });
});

describe('a session', () => {
  it('ends by itself when its time is over', async () => {
    const headers = headersWith((await signIn.open('quan.tri', password)) ?? []);
    expect(await signIn.findPerson(headers)).toBeDefined();
    await fresh.owner
      .updateTable('sign_in_session')
      .set({ expires_at: new Date(Date.now() - 1000).toISOString() })
      .execute();
    expect(await signIn.findPerson(headers)).toBeUndefined();
  });

  it('keeps neither address nor browser of who signed in', async () => {
    await signIn.open('quan.tri', password);
    const rows = await fresh.owner
      .selectFrom('sign_in_session')
      .select(['ip_address', 'user_agent'])
      .execute();
    expect(rows.every((row) => !row.ip_address && !row.user_agent)).toBe(true);
  });

  it('made up by somebody else is nobody', async () => {
    const forged = [{ name: 'binh-yen.session_token', value: 'abc.def', maxAge: 60 }];
    expect(await signIn.findPerson(headersWith(forged))).toBeUndefined();
  });
});

describe('an administrator', () => {
  const administrator: Actor = {
    personId: newId<'person'>(),
    name: 'Lý Thị Ví Dụ',
    holdings: [{ role: 'administrator', siteId: null, from: today, to: null }],
  };
  const officer = { name: 'Cán Bộ Ví Dụ', username: 'can.bo', siteId: null } as const;

  it('gives a new person a role and a first password that works, and ends both at once', async () => {
    const input = { ...officer, role: 'provincial_officer' as const };
    const added = await addPerson(fresh.db, signIn, administrator, input, today);
    if (!added.ok) throw new Error(added.refusal);
    const cookies = await signIn.open('can.bo', added.value.password);
    const headers = headersWith(cookies ?? []);
    const person = await signIn.findPerson(headers);
    expect(person?.name).toBe('Cán Bộ Ví Dụ');
    const held = (await listPeople(fresh.db, today)).find(({ username }) => username === 'can.bo');
    if (!held) throw new Error('the new person has no role');
    expect(await endRole(fresh.db, administrator, held.holdingId, today)).toMatchObject({
      ok: true,
    });
    expect(await signIn.findPerson(headers)).toBeUndefined();
    expect(await listHoldings(fresh.db, held.personId, today)).toEqual([]);
    const { record, before } = await fresh.db
      .selectFrom('audit')
      .select(['record', 'before'])
      .where('command', '=', 'end role')
      .executeTakeFirstOrThrow();
    expect({ record, before }).toEqual({
      record: `person ${held.personId}`,
      before: { role: 'provincial_officer' },
    });
  });

  it.each([
    ['site-missing', { ...officer, username: 'moi', role: 'core_member' }],
    ['username-taken', { ...officer, username: 'Quan.Tri', role: 'provincial_officer' }],
    ['name-missing', { ...officer, name: ' ', role: 'provincial_officer' }],
    ['username-unfit', { ...officer, username: 'cán bộ', role: 'provincial_officer' }],
  ] as const)('is refused with %s', async (refusal, input) => {
    expect(await addPerson(fresh.db, signIn, administrator, input, today)).toEqual({
      ok: false,
      refusal,
    });
  });

  it('cannot end their own role, and nobody else can invite', async () => {
    const mine = (await listPeople(fresh.db, today)).find(
      ({ username }) => username === 'quan.tri',
    );
    if (!mine) throw new Error('no administrator');
    const me = { ...administrator, personId: mine.personId };
    expect(await endRole(fresh.db, me, mine.holdingId, today)).toMatchObject({
      refusal: 'not-found',
    });
    const stranger: Actor = { ...administrator, holdings: [] };
    const input = { ...officer, role: 'viewer' as const };
    expect(await addPerson(fresh.db, signIn, stranger, input, today)).toMatchObject({
      refusal: 'forbidden',
    });
    expect(await endRole(fresh.db, stranger, mine.holdingId, today)).toMatchObject({
      refusal: 'forbidden',
    });
  });
});

it('a name tried too often must wait, whatever is typed then', async () => {
  const tries = Array.from({ length: mostTries }, () => signIn.open('doan.mo', 'sai'));
  expect((await Promise.all(tries)).some(Boolean)).toBe(false);
  expect([signIn.mustWait('Doan.Mo'), signIn.mustWait('quan.tri')]).toEqual([true, false]);
  const person = { personId: newId<'person'>(), name: 'Ví Dụ', username: 'doan.mo', demo: false };
  const passwordHash = await signIn.hash(password);
  await inTransaction(fresh.db, (tx) => insertPerson(tx, { ...person, passwordHash }));
  expect(await signIn.open('doan.mo', password)).toBeUndefined();
});

describe('a person', () => {
  it('changes the password, which signs out every other device', async () => {
    const here = headersWith((await signIn.open('quan.tri', password)) ?? []);
    const elsewhere = headersWith((await signIn.open('quan.tri', password)) ?? []);
    expect(await signIn.changePassword(here, 'sai hoàn toàn', 'mật khẩu thứ hai')).toBe(false);
    expect(await signIn.changePassword(here, password, 'mật khẩu thứ hai')).toBe(true);
    expect(await signIn.findPerson(here)).toBeDefined();
    expect(await signIn.findPerson(elsewhere)).toBeUndefined();
    expect(await signIn.open('quan.tri', password)).toBeUndefined();
    expect(await signIn.open('quan.tri', 'mật khẩu thứ hai')).toBeDefined();
  });
});

it('the audit can be added to and read by the application, never changed', async () => {
  for (const statement of [
    'UPDATE audit SET command = $$x$$',
    'DELETE FROM audit',
    'TRUNCATE audit',
  ]) {
    await expect(sql.raw(statement).execute(fresh.db)).rejects.toThrow('permission denied');
  }
});
