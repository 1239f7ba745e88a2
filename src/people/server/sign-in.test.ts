// Signing in on the real database: names and passwords, sessions that begin, move on and end.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword as formerHash } from 'better-auth/crypto';
import { sql } from 'kysely';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { passwordSlopes } from '../tries.ts';
import { changePassword, endOwnSessions, nameOwnSession } from './account-commands.ts';
import { enterWithPassword } from './sign-in-commands.ts';
import { deviceCookie } from './sign-in-device.ts';
import { getCredential, listSessions } from './sign-in-store.ts';
import { longestMinutes } from '../session-life.ts';
import type { SignIn, SignedIn } from './sign-in.ts';
import { addDays } from '#ground/day.ts';
import { findId } from '#ground/id.ts';
import {
  makeTestPerson,
  openTestSignIn,
  testBrowser,
  testPassword,
  testToday,
  type TestBrowser,
  type TestPerson,
} from './signing-in/testing.ts';

let fresh: FreshDatabase;
let signIn: SignIn;
beforeAll(async () => {
  fresh = await freshDatabase();
  signIn = openTestSignIn(fresh);
});
afterAll(async () => {
  await signIn.end();
  await fresh.close();
});

const enter = async (
  { username }: Pick<TestPerson, 'username'>,
  { password = testPassword, shared = false, browser = testBrowser() } = {},
): Promise<TestBrowser> => {
  const given = { username, password, shared };
  browser.take(await enterWithPassword(signIn, given, browser.from()));
  return browser;
};
const whoIs = (browser: TestBrowser) => signIn.findPerson(browser.headers(), testToday);
async function ownerOf(browser: TestBrowser): Promise<SignedIn> {
  const owner = await whoIs(browser);
  if (!owner) throw new Error('nobody is signed in');
  return owner;
}
const auditOf = ({ personId }: TestPerson) =>
  fresh.owner
    .selectFrom('audit')
    .select(['command', 'record'])
    .where('person_id', '=', personId)
    .orderBy('audit_id')
    .execute();

describe('somebody with name and password', () => {
  it('is known afterwards, and is not once signed out', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const browser = await enter({ username: person.username.toUpperCase() });
    expect(await whoIs(browser)).toMatchObject({ personId: person.personId, strong: false });
    const removed = await signIn.close(browser.headers());
    expect(removed.some(({ name, maxAge }) => /session_token/.test(name) && maxAge === 0)).toBe(
      true,
    );
    expect(await whoIs(browser)).toBeUndefined();
  });

  it.each([
    ['a wrong password', 'sai mật khẩu', undefined],
    ['an unknown name', testPassword, 'khong.co.ai'],
    ['nothing', '', ''],
  ])('is answered the same with %s', async (_, password, name) => {
    const { username } = await makeTestPerson(fresh, signIn);
    const given = { username: name ?? username, password, shared: false };
    const entered = await enterWithPassword(signIn, given, testBrowser().from());
    expect(entered).toEqual({ step: 'wrong' });
  });

  it('whose password was hashed the former way comes in, and it is hashed anew', async () => {
    const person = await makeTestPerson(fresh, signIn);
    await fresh.owner
      .updateTable('sign_in_account')
      .set({ password: await formerHash(testPassword) })
      .where('person_id', '=', person.personId)
      .execute();
    expect(await whoIs(await enter(person))).toBeDefined();
    const { passwordHash } = await getCredential(signIn.as(null), person.personId);
    expect(passwordHash).toMatch(/^scrypt\$14\$8\$5\$/);
    expect(await whoIs(await enter(person))).toBeDefined();
    expect(await whoIs(await enter(person, { password: 'sai' }))).toBeUndefined();
  });
});

it('somebody who has left is told so with the right password alone, and no session begins', async () => {
  const person = await makeTestPerson(fresh, signIn);
  await fresh.owner
    .updateTable('role_holding')
    .set({ valid_from: addDays(testToday, -9), valid_to: addDays(testToday, -1) })
    .where('person_id', '=', person.personId)
    .execute();
  const typed = (password: string) =>
    enterWithPassword(
      signIn,
      { username: person.username, password, shared: false },
      testBrowser().from(),
    );
  expect(await typed('sai')).toEqual({ step: 'wrong' });
  expect(await typed(testPassword)).toEqual({ step: 'no-role' });
  expect(await listSessions(signIn.as(null), person.personId, new Date())).toEqual([]);
});

describe('wrong passwords', () => {
  // Time stands still: a slow machine must not give anybody their waiting for nothing.
  const there = { address: '192.0.2.77', now: new Date() };
  const wrongly = async (browser: TestBrowser, username: string, times: number) => {
    const given = { username, password: 'sai', shared: false };
    const answers = [];
    for (let at = 0; at < times; at += 1) {
      answers.push(await enterWithPassword(signIn, given, browser.from(there)));
    }
    return answers.map(({ step }) => step);
  };
  const enough = passwordSlopes.pair.free + 2;

  it('slow a stranger down, name or no name, while the owner’s own browser comes in at once', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const known = await enter(person);
    for (const name of [person.username, `khong-co-${person.username}`]) {
      expect((await wrongly(testBrowser(), name, enough)).at(-1)).toBe('wait');
    }
    const right = { username: person.username, password: testPassword, shared: false };
    const stranger = testBrowser().from(there);
    expect(await enterWithPassword(signIn, right, stranger)).toMatchObject({ step: 'wait' });
    const owner = known.from(there);
    expect(await enterWithPassword(signIn, right, owner)).toMatchObject({ step: 'in' });
  });

  it('many at once are many tries', async () => {
    const { username } = await makeTestPerson(fresh, signIn);
    const given = { username, password: 'sai', shared: false };
    const from = testBrowser().from({ address: '192.0.2.78' });
    const all = await Promise.all(
      Array.from({ length: 8 }, () => enterWithPassword(signIn, given, from)),
    );
    expect(all.filter(({ step }) => step === 'wait').length).toBeGreaterThanOrEqual(3);
  });

  it('a device cookie of another name, or made up, helps nobody', async () => {
    const [mine, other] = [
      await makeTestPerson(fresh, signIn),
      await makeTestPerson(fresh, signIn),
    ];
    const browser = await enter(mine);
    await wrongly(browser, other.username, enough);
    expect(await wrongly(browser, other.username, 1)).toEqual(['wait']);
    const forged = testBrowser();
    forged.put({ name: deviceCookie, value: `${'a'.repeat(22)}.${'b'.repeat(24)}` });
    expect((await wrongly(forged, mine.username, enough)).at(-1)).toBe('wait');
  });

  it('leave no row anywhere: neither name nor address is kept', async () => {
    const { username } = await makeTestPerson(fresh, signIn);
    await wrongly(testBrowser(), username, 2);
    const { rows } = await sql<{ found: string }>`
      SELECT query_to_xml('SELECT * FROM audit', true, false, '')::text
        || query_to_xml('SELECT * FROM sign_in_challenge', true, false, '')::text
        || query_to_xml('SELECT * FROM sign_in_session', true, false, '')::text AS found
    `.execute(fresh.owner);
    expect(rows[0]?.found).not.toContain('192.0.2.77');
    expect(rows[0]?.found).not.toContain(username);
  });
});

describe('a session', () => {
  it('keeps neither address nor browser of who signed in', async () => {
    await enter(await makeTestPerson(fresh, signIn));
    const rows = await fresh.owner
      .selectFrom('sign_in_session')
      .select(['ip_address', 'user_agent'])
      .execute();
    expect(rows.every((row) => !row.ip_address && !row.user_agent)).toBe(true);
  });

  it('made up by somebody else is nobody', async () => {
    const browser = testBrowser();
    browser.put({ name: 'binh-yen.session_token', value: 'abc.def' });
    expect(await whoIs(browser)).toBeUndefined();
  });

  const expiresIn = async ({ personId }: TestPerson): Promise<number> => {
    const { expires_at: at } = await fresh.owner
      .selectFrom('sign_in_session')
      .select('expires_at')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    return Math.round((new Date(at).getTime() - Date.now()) / 60_000);
  };
  const setEnd = (person: TestPerson, minutes: number) =>
    fresh.owner
      .updateTable('sign_in_session')
      .set({ expires_at: new Date(Date.now() + minutes * 60_000).toISOString() })
      .where('person_id', '=', person.personId)
      .execute();

  it('on a shared computer ends with the browser and after half an hour, and remembers no device', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const given = { username: person.username, password: testPassword, shared: true };
    const entered = await enterWithPassword(signIn, given, testBrowser().from());
    if (entered.step !== 'in') throw new Error(entered.step);
    expect(entered.cookies.map(({ name }) => name)).not.toContain(deviceCookie);
    expect(entered.cookies.every(({ maxAge }) => maxAge === undefined)).toBe(true);
    expect(await expiresIn(person)).toBe(30);
  });

  it('moves on while it is used, and is nobody’s once its time is over', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const browser = await enter(person, { shared: true });
    await setEnd(person, 5);
    expect(await whoIs(browser)).toBeDefined();
    expect(await expiresIn(person)).toBe(30);
    await setEnd(person, -1);
    expect(await whoIs(browser)).toBeUndefined();
  });

  it('ends when this browser signs in again, and those of other browsers do not', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const [here, there] = [await enter(person), await enter(person)];
    const before = here.headers();
    const given = { username: person.username, password: testPassword, shared: false };
    here.take(await enterWithPassword(signIn, given, here.from()));
    expect(await signIn.findPerson(before, testToday)).toBeUndefined();
    expect([(await whoIs(here))?.personId, (await whoIs(there))?.personId]).toEqual([
      person.personId,
      person.personId,
    ]);
  });

  it('does not move on past its absolute end', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const browser = await enter(person);
    const begun = new Date(Date.now() - (longestMinutes.own - 120) * 60_000).toISOString();
    await fresh.owner
      .updateTable('sign_in_session')
      .set({ created_at: begun })
      .where('person_id', '=', person.personId)
      .execute();
    await setEnd(person, 5);
    expect(await whoIs(browser)).toBeDefined();
    expect(await expiresIn(person)).toBe(120);
  });

  it('is listed with the name its person gave it, and ended one by one or all others at once', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const [here, there, third] = [await enter(person), await enter(person), await enter(person)];
    const [mine, theirs] = [await ownerOf(here), await ownerOf(there)];
    const sessionId = findId<'session'>(mine.sessionId);
    const other = findId<'session'>(theirs.sessionId);
    if (!sessionId || !other) throw new Error('no ids');
    await nameOwnSession(signIn, mine, { sessionId, name: ' Máy  ở nhà ' });
    const listed = await listSessions(signIn.as(null), person.personId, new Date());
    const names = listed.map(({ deviceName }) => deviceName);
    expect(names).toEqual(expect.arrayContaining(['Máy ở nhà', null, null]));
    expect(await endOwnSessions(signIn, mine, other)).toEqual({ ok: true, value: 1 });
    expect([await whoIs(there), (await whoIs(third))?.personId]).toEqual([
      undefined,
      person.personId,
    ]);
    expect(await endOwnSessions(signIn, mine, undefined)).toEqual({ ok: true, value: 1 });
    expect([(await whoIs(here))?.personId, await whoIs(third)]).toEqual([
      person.personId,
      undefined,
    ]);
    expect((await auditOf(person)).map(({ command }) => command)).toEqual([
      'name session',
      'end session',
      'end session',
    ]);
  });

  it('of somebody else cannot be named or ended by changing its id', async () => {
    const [a, b] = [
      await ownerOf(await enter(await makeTestPerson(fresh, signIn))),
      await ownerOf(await enter(await makeTestPerson(fresh, signIn))),
    ];
    const theirs = findId<'session'>(b.sessionId);
    if (!theirs) throw new Error('no id');
    expect(await endOwnSessions(signIn, a, theirs)).toMatchObject({ ok: false });
    expect(await nameOwnSession(signIn, a, { sessionId: theirs, name: 'x' })).toMatchObject({
      ok: false,
    });
  });
});

describe('a person', () => {
  it('changes the password, which ends every other session and leaves a row on the record', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const [here, elsewhere] = [await enter(person), await enter(person)];
    const owner = await ownerOf(here);
    const next = 'một đàn cò trắng bay qua núi';
    const change = (typed: { current: string; next: string }) =>
      changePassword(signIn, owner, { ...typed, words: ['Xã Đồng Chè'] }, new Date());
    expect(await change({ current: 'sai', next })).toMatchObject({
      refusal: { kind: 'wrong-password' },
    });
    for (const [tried, kind] of [
      ['ngắn', 'password-short'],
      ['dongche1990', 'password-weak'],
      ['lythividu1', 'password-weak'],
    ] as const) {
      expect(await change({ current: testPassword, next: tried })).toMatchObject({
        refusal: { kind },
      });
    }
    expect(await change({ current: testPassword, next })).toEqual({ ok: true, value: true });
    expect([(await whoIs(here))?.personId, await whoIs(elsewhere)]).toEqual([
      person.personId,
      undefined,
    ]);
    expect(await whoIs(await enter(person))).toBeUndefined();
    expect(await whoIs(await enter(person, { password: next }))).toBeDefined();
    expect(await auditOf(person)).toEqual([
      { command: 'change password', record: `person ${person.personId}` },
    ]);
  });
});
