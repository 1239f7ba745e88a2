// The second factor on the real database: on by a first code, asked for, used once, off again.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { inTransaction } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '../person.ts';
import { codeSlopes } from '../tries.ts';
import {
  confirmFirstCode,
  findAuthenticatorState,
  renewRecoveryCodes,
  startAuthenticator,
  turnOffAuthenticator,
} from './account-commands.ts';
import { codeAt, stepAt } from './sign-in-codes.ts';
import { enterWithCode, enterWithPassword, findSecondStep } from './sign-in-commands.ts';
import { requireSecondFactor } from './second-factor-commands.ts';
import type { SignIn, SignedIn } from './sign-in.ts';
import { insertHolding } from './store.ts';
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

const start = new Date('2026-11-23T02:00:00Z');
const later = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);

async function password(person: TestPerson, browser: TestBrowser, shared = false) {
  const given = { username: person.username, password: testPassword, shared };
  return browser.take(await enterWithPassword(signIn, given, browser.from({ now: new Date() })));
}
async function ownerOf(browser: TestBrowser): Promise<SignedIn> {
  const owner = await signIn.findPerson(browser.headers(), testToday);
  if (!owner) throw new Error('nobody is signed in');
  return owner;
}

/** Somebody with an authenticator; `code` is what it shows. */
async function withAuthenticator() {
  const person = await makeTestPerson(fresh, signIn);
  const browser = testBrowser();
  await password(person, browser);
  const owner = await ownerOf(browser);
  await startAuthenticator(signIn, owner, testPassword, new Date());
  const begun = await findAuthenticatorState(signIn, owner);
  if (begun.state !== 'begun') throw new Error(begun.state);
  const code = (now: Date): string => codeAt(begun.secret, stepAt(now));
  const on = await confirmFirstCode(signIn, owner, code(start), start);
  if (!on.ok) throw new Error(on.refusal.kind);
  return { person, browser, owner, code, codes: on.value };
}

const commandsOf = async ({ personId }: TestPerson) =>
  (
    await fresh.owner
      .selectFrom('audit')
      .select('command')
      .where('record', '=', `person ${personId}`)
      .orderBy('audit_id')
      .execute()
  ).map(({ command }) => command);

describe('turning it on', () => {
  it('counts for nothing before the first right code', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const browser = testBrowser();
    await password(person, browser);
    const owner = await ownerOf(browser);
    await startAuthenticator(signIn, owner, '', new Date());
    const wrong = await confirmFirstCode(signIn, owner, '000000', start);
    expect(wrong).toMatchObject({ refusal: { kind: 'wrong-code' } });
    expect(await password(person, testBrowser())).toMatchObject({ step: 'in' });
  });

  it('asks for the password again where the person signed in long ago', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const browser = testBrowser();
    await password(person, browser);
    const owner = { ...(await ownerOf(browser)), provedAt: new Date(0) };
    const begin = (typed: string) => startAuthenticator(signIn, owner, typed, new Date());
    expect(await begin('sai')).toMatchObject({ refusal: { kind: 'wrong-password' } });
    expect(await begin(testPassword)).toMatchObject({ ok: true });
  });

  it('gives ten recovery codes, makes this session strong, ends all others, and stands on record', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const [here, there] = [testBrowser(), testBrowser()];
    await password(person, here);
    await password(person, there);
    const owner = await ownerOf(here);
    await startAuthenticator(signIn, owner, '', new Date());
    const begun = await findAuthenticatorState(signIn, owner);
    if (begun.state !== 'begun') throw new Error(begun.state);
    const on = await confirmFirstCode(signIn, owner, codeAt(begun.secret, stepAt(start)), start);
    expect(on.ok && on.value.length).toBe(10);
    expect(await ownerOf(here)).toMatchObject({ strong: true });
    expect(await signIn.findPerson(there.headers(), testToday)).toBeUndefined();
    expect(await commandsOf(person)).toEqual(['begin second factor', 'turn on second factor']);
    const { secret } = await fresh.owner
      .selectFrom('second_factor')
      .select('secret')
      .where('person_id', '=', person.personId)
      .executeTakeFirstOrThrow();
    expect(secret).not.toContain(begun.secret);
  });
});

describe('signing in with it', () => {
  it('leads from the password to the code, and the code in; both are used up', async () => {
    const { person, code } = await withAuthenticator();
    const browser = testBrowser();
    expect(await password(person, browser)).toMatchObject({ step: 'second', ways: ['code'] });
    expect(await signIn.findPerson(browser.headers(), testToday)).toBeUndefined();
    const now = later(60);
    const again = new Map(browser.cookies);
    expect(await findSecondStep(signIn, browser.from({ now }))).toEqual(['code']);
    const entered = browser.take(await enterWithCode(signIn, code(now), browser.from({ now })));
    expect(entered.step).toBe('in');
    expect(await ownerOf(browser)).toMatchObject({ personId: person.personId, strong: true });
    const replay = testBrowser();
    for (const [name, value] of again) replay.put({ name, value });
    expect(await enterWithCode(signIn, code(later(90)), replay.from({ now: later(90) }))).toEqual({
      step: 'over',
    });
    const fourth = testBrowser();
    await password(person, fourth);
    expect(await enterWithCode(signIn, code(now), fourth.from({ now }))).toEqual({ step: 'wrong' });
  });

  it('a code alone opens nothing, nor does one after ten minutes', async () => {
    const { person, code } = await withAuthenticator();
    expect(await enterWithCode(signIn, code(start), testBrowser().from())).toEqual({
      step: 'over',
    });
    const browser = testBrowser();
    await password(person, browser);
    const late = new Date(Date.now() + 11 * 60_000);
    expect(await enterWithCode(signIn, code(late), browser.from({ now: late }))).toEqual({
      step: 'over',
    });
  });

  it('a recovery code works once, and the record says so', async () => {
    const { person, codes } = await withAuthenticator();
    const [first = ''] = codes;
    const useIt = async () => {
      const browser = testBrowser();
      await password(person, browser);
      return (await enterWithCode(signIn, first.toUpperCase(), browser.from())).step;
    };
    expect([await useIt(), await useIt()]).toEqual(['in', 'wrong']);
    expect(await commandsOf(person)).toContain('use recovery code');
  });

  it('a recovery code used twice at the same moment lets one in', async () => {
    const { person, codes } = await withAuthenticator();
    const browsers = [testBrowser(), testBrowser(), testBrowser()];
    for (const browser of browsers) await password(person, browser);
    const all = await Promise.all(
      browsers.map((browser) => enterWithCode(signIn, codes[1] ?? '', browser.from())),
    );
    expect(all.filter(({ step }) => step === 'in').length).toBe(1);
  });

  it('wrong codes slow down, and the right one must wait too', async () => {
    const { person, code } = await withAuthenticator();
    const browser = testBrowser();
    await password(person, browser);
    const now = later(600);
    const stranger = testBrowser();
    for (const [name, value] of browser.cookies) stranger.put({ name, value });
    for (let at = 0; at <= codeSlopes.pair.free; at += 1) {
      const from = stranger.from({ now, address: '192.0.2.50' });
      expect(await enterWithCode(signIn, '000000', from)).toEqual({ step: 'wrong' });
    }
    expect(
      await enterWithCode(signIn, code(now), stranger.from({ now, address: '192.0.2.50' })),
    ).toEqual({
      step: 'wait',
      seconds: 1,
    });
  });
});

describe('turning it off', () => {
  it('needs both the password and a code', async () => {
    const { person, owner, code } = await withAuthenticator();
    const off = (typed: { password: string; code: string }, now: Date) =>
      turnOffAuthenticator(signIn, owner, typed, now);
    const now = later(120);
    expect(await off({ password: 'sai', code: code(now) }, now)).toMatchObject({
      refusal: { kind: 'wrong-password' },
    });
    expect(await off({ password: testPassword, code: '000000' }, now)).toMatchObject({
      refusal: { kind: 'wrong-code' },
    });
    expect(await off({ password: testPassword, code: code(now) }, now)).toMatchObject({ ok: true });
    expect(await password(person, testBrowser())).toMatchObject({ step: 'in' });
    expect(await commandsOf(person)).toContain('turn off second factor');
  });

  it('or asking for new recovery codes makes the old ones worthless', async () => {
    const { person, owner, code, codes } = await withAuthenticator();
    const now = later(120);
    const renewed = await renewRecoveryCodes(signIn, owner, code(now), now);
    expect(renewed.ok && renewed.value).not.toEqual(codes);
    const browser = testBrowser();
    await password(person, browser);
    expect(await enterWithCode(signIn, codes[0] ?? '', browser.from())).toEqual({ step: 'wrong' });
  });
});

const actorWith = (role: 'administrator' | 'viewer'): Actor => ({
  personId: newId<'person'>(),
  name: 'Người Ví Dụ',
  holdings: [{ role, siteId: null, from: testToday, to: null }],
});

describe('a role that needs a second factor', () => {
  it('leads its holder to enrol at once, or where an administrator gave a grace, after that', async () => {
    const administrator = await makeTestPerson(fresh, signIn);
    const person = await makeTestPerson(fresh, signIn);
    const holding = {
      role: 'provincial_officer',
      siteId: null,
      from: testToday,
      to: null,
    } as const;
    await inTransaction(fresh.db, (tx) => insertHolding(tx, person.personId, holding));
    const browser = testBrowser();
    await password(person, browser);
    const mustEnrol = async (days: number) =>
      (await signIn.findPerson(browser.headers(), addDays(testToday, days)))?.mustEnrol;
    expect(await mustEnrol(0)).toBe(true);

    const actor = { ...actorWith('administrator'), personId: administrator.personId };
    const rule = {
      role: 'provincial_officer',
      needsSecondFactor: true,
      graceUntil: addDays(testToday, 3),
      commandId: newId<'command'>(),
    } as const;
    const require = (input: Parameters<typeof requireSecondFactor>[2], by: Actor) =>
      requireSecondFactor(fresh.db, by, input, testToday);
    expect(await require(rule, actorWith('viewer'))).toMatchObject({ refusal: 'forbidden' });
    const past = { ...rule, graceUntil: addDays(testToday, -1) };
    expect(await require(past, actor)).toMatchObject({ refusal: 'grace-over' });
    expect([await require(rule, actor), await require(rule, actor)]).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    const rows = await fresh.owner.selectFrom('role_rule').selectAll().execute();
    expect(rows.length).toBe(1);

    expect([await mustEnrol(0), await mustEnrol(3), await mustEnrol(4)]).toEqual([
      false,
      false,
      true,
    ]);
    const not = { ...rule, needsSecondFactor: false, commandId: newId<'command'>() };
    await require(not, actor);
    expect(await mustEnrol(4)).toBe(false);
    await require({ ...rule, commandId: newId<'command'>() }, actor);
    const owner = await ownerOf(browser);
    await startAuthenticator(signIn, owner, '', new Date());
    const begun = await findAuthenticatorState(signIn, owner);
    if (begun.state !== 'begun') throw new Error(begun.state);
    await confirmFirstCode(signIn, owner, codeAt(begun.secret, stepAt(start)), start);
    expect(await mustEnrol(4)).toBe(false);
  });
});
