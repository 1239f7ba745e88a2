// Signing in on the real database: names and passwords, sessions that begin, move on and end.

import { describe, expect, it } from 'vitest';
import { hashPassword as formerHash } from 'better-auth/crypto';
import { sql } from 'kysely';
import { addDays } from '#ground/day.ts';
import { passwordSlopes } from '../tries.ts';
import { changePassword } from './account-commands.ts';
import { enterWithPassword } from './sign-in-commands.ts';
import { deviceCookie } from './sign-in-device.ts';
import { getCredential, listSessions } from './sign-in-store.ts';
import {
  testBrowser,
  testPassword,
  testToday,
  useTestDoor,
  type TestBrowser,
} from './signing-in/testing.ts';

const { door, whoIs, newPerson, enter, ownerOf, commandsBy } = useTestDoor();

describe('somebody with name and password', () => {
  it('is known afterwards, and is not once signed out', async () => {
    const person = await newPerson();
    const browser = await enter({ username: person.username.toUpperCase() });
    expect(await whoIs(browser)).toMatchObject({ personId: person.personId, strong: false });
    const removed = await door().signIn.close(browser.headers());
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
    const { username } = await newPerson();
    const given = { username: name ?? username, password, shared: false };
    const entered = await enterWithPassword(door().signIn, given, testBrowser().from());
    expect(entered).toEqual({ step: 'wrong' });
  });

  it('whose password was hashed the former way comes in, and it is hashed anew', async () => {
    const person = await newPerson();
    await door()
      .fresh.owner.updateTable('sign_in_account')
      .set({ password: await formerHash(testPassword) })
      .where('person_id', '=', person.personId)
      .execute();
    expect(await whoIs(await enter(person))).toBeDefined();
    const { passwordHash } = await getCredential(door().signIn.as(null), person.personId);
    expect(passwordHash).toMatch(/^scrypt\$14\$8\$5\$/);
    expect(await whoIs(await enter(person))).toBeDefined();
    expect(await whoIs(await enter(person, { password: 'sai' }))).toBeUndefined();
  });
});

it('somebody who has left is told so with the right password alone, and no session begins', async () => {
  const person = await newPerson();
  await door()
    .fresh.owner.updateTable('role_holding')
    .set({ valid_from: addDays(testToday, -9), valid_to: addDays(testToday, -1) })
    .where('person_id', '=', person.personId)
    .execute();
  const typed = (password: string) =>
    enterWithPassword(
      door().signIn,
      { username: person.username, password, shared: false },
      testBrowser().from(),
    );
  expect(await typed('sai')).toEqual({ step: 'wrong' });
  expect(await typed(testPassword)).toEqual({ step: 'no-role' });
  expect(await listSessions(door().signIn.as(null), person.personId, new Date())).toEqual([]);
});

describe('wrong passwords', () => {
  // Time stands still: a slow machine must not give anybody their waiting for nothing.
  const there = { address: '192.0.2.77', now: new Date() };
  const wrongly = async (browser: TestBrowser, username: string, times: number) => {
    const given = { username, password: 'sai', shared: false };
    const answers = [];
    for (let at = 0; at < times; at += 1) {
      answers.push(await enterWithPassword(door().signIn, given, browser.from(there)));
    }
    return answers.map(({ step }) => step);
  };
  const enough = passwordSlopes.pair.free + 2;

  it('slow a stranger down, name or no name, while the owner’s own browser comes in at once', async () => {
    const person = await newPerson();
    const known = await enter(person);
    for (const name of [person.username, `khong-co-${person.username}`]) {
      expect((await wrongly(testBrowser(), name, enough)).at(-1)).toBe('wait');
    }
    const right = { username: person.username, password: testPassword, shared: false };
    const stranger = testBrowser().from(there);
    expect(await enterWithPassword(door().signIn, right, stranger)).toMatchObject({ step: 'wait' });
    const owner = known.from(there);
    expect(await enterWithPassword(door().signIn, right, owner)).toMatchObject({ step: 'in' });
  });

  it('many at once are many tries', async () => {
    const { username } = await newPerson();
    const given = { username, password: 'sai', shared: false };
    const from = testBrowser().from({ address: '192.0.2.78' });
    const all = await Promise.all(
      Array.from({ length: 8 }, () => enterWithPassword(door().signIn, given, from)),
    );
    expect(all.filter(({ step }) => step === 'wait').length).toBeGreaterThanOrEqual(3);
  });

  it('a device cookie of another name, or made up, helps nobody', async () => {
    const [mine, other] = [await newPerson(), await newPerson()];
    const browser = await enter(mine);
    await wrongly(browser, other.username, enough);
    expect(await wrongly(browser, other.username, 1)).toEqual(['wait']);
    const forged = testBrowser();
    forged.put({ name: deviceCookie, value: `${'a'.repeat(22)}.${'b'.repeat(24)}` });
    expect((await wrongly(forged, mine.username, enough)).at(-1)).toBe('wait');
  });

  it('leave no row anywhere: neither name nor address is kept', async () => {
    const { username } = await newPerson();
    await wrongly(testBrowser(), username, 2);
    const { rows } = await sql<{ found: string }>`
      SELECT query_to_xml('SELECT * FROM audit', true, false, '')::text
        || query_to_xml('SELECT * FROM sign_in_challenge', true, false, '')::text
        || query_to_xml('SELECT * FROM sign_in_session', true, false, '')::text AS found
    `.execute(door().fresh.owner);
    expect(rows[0]?.found).not.toContain('192.0.2.77');
    expect(rows[0]?.found).not.toContain(username);
  });
});

describe('a person', () => {
  it('changes the password, which ends every other session and leaves a row on the record', async () => {
    const person = await newPerson();
    const [here, elsewhere] = [await enter(person), await enter(person)];
    const owner = await ownerOf(here);
    const next = 'một đàn cò trắng bay qua núi';
    const change = (typed: { current: string; next: string }) =>
      changePassword(door().signIn, owner, { ...typed, words: ['Xã Đồng Chè'] }, new Date());
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
    expect(await commandsBy(person)).toEqual([
      { command: 'change password', record: `person ${person.personId}` },
    ]);
  });
});
