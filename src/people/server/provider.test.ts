// The province's identity provider: against a real OpenID Connect server, on this machine alone.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '../person.ts';
import {
  comeBackFromProvider,
  expectAtProvider,
  leaveForProvider,
  proveBeforeTying,
  untieProvider,
} from './provider-commands.ts';
import { enterWithPassword } from './sign-in-commands.ts';
import type { SignIn, SignedIn } from './sign-in.ts';
import {
  makeTestPerson,
  openTestSignIn,
  testBrowser,
  testPassword,
  testToday,
  type TestBrowser,
  type TestPerson,
} from './signing-in/testing.ts';
import {
  answerAt,
  origin,
  providerAt,
  settingFor,
  signInThere,
  type There,
} from './signing-in/provider/testing.ts';

let fresh: FreshDatabase;
let server: Server;
let issuer: string;
let signIn: SignIn;
/** Who signs in there next, and by what the provider says it knew them. */
let there: There = { sub: 'nobody', username: 'nobody', amr: ['pwd'] };

beforeAll(async () => {
  fresh = await freshDatabase();
  server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  issuer = `http://127.0.0.1:${address.port}`;
  const provider = providerAt(issuer, () => there);
  answer = (request, response) => answerAt(provider, there, request, response);
  signIn = openTestSignIn(fresh, { origin, provider: settingFor(issuer) });
});
afterAll(async () => {
  await signIn.end();
  server.close();
  await fresh.close();
});

let answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function leave(browser: TestBrowser, tie?: SignedIn): Promise<string> {
  const going = { next: '/staff/sites', shared: false, ...(tie && { tie }) };
  const left = await leaveForProvider(signIn, going, browser.from());
  if (!left.ok) throw new Error(left.refusal);
  browser.put(left.value.cookie);
  return left.value.address;
}

async function goAndComeBack(browser: TestBrowser, tie?: SignedIn) {
  const query = await signInThere(await leave(browser, tie));
  const back = await comeBackFromProvider(signIn, query, tie, browser.from());
  if (back.ok && back.value.kind === 'entered') browser.take(back.value.entered);
  return { back, query };
}

async function signedIn(person: { readonly username: string }) {
  const browser = testBrowser(origin);
  const given = { username: person.username, password: testPassword, shared: false };
  browser.take(await enterWithPassword(signIn, given, browser.from()));
  return { browser, owner: await ownerOf(browser) };
}
async function ownerOf(browser: TestBrowser): Promise<SignedIn> {
  const owner = await signIn.findPerson(browser.headers(), testToday);
  if (!owner) throw new Error('nobody is signed in');
  return owner;
}

const administrator: Actor = {
  personId: newId<'person'>(),
  name: 'Người Ví Dụ',
  holdings: [{ role: 'administrator', siteId: null, from: testToday, to: null }],
};
const helping = ({ personId }: TestPerson, name: string) => ({
  personId,
  name,
  commandId: newId<'command'>(),
  reason: 'Gặp trực tiếp tại trụ sở',
});
const linkOf = ({ personId }: TestPerson) =>
  fresh.owner
    .selectFrom('provider_link')
    .select(['subject', 'expected_name'])
    .where('person_id', '=', personId)
    .executeTakeFirst();

describe('whoever signs in at the provider', () => {
  it('without an account here is told so, and none is made', async () => {
    there = { sub: 'stranger', username: 'stranger', amr: ['pwd'] };
    const before = await fresh.owner.selectFrom('person').select('id').execute();
    const { back } = await goAndComeBack(testBrowser(origin));
    expect(back).toEqual({ ok: false, refusal: 'unknown-person' });
    expect(await fresh.owner.selectFrom('person').select('id').execute()).toEqual(before);
  });

  it('comes in as the person who tied the account here, and no longer once it is untied', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const { browser, owner } = await signedIn(person);
    there = { sub: `sub-${person.username}`, username: 'whoever', amr: ['pwd'] };
    expect((await goAndComeBack(browser, owner)).back).toMatchObject({ value: { kind: 'tied' } });
    const later = testBrowser(origin);
    const { back } = await goAndComeBack(later);
    expect(back).toMatchObject({ value: { kind: 'entered', next: '/staff/sites' } });
    expect(await ownerOf(later)).toMatchObject({ personId: person.personId, strong: false });
    const longAgo = { ...(await ownerOf(later)), provedAt: new Date(0) };
    const untie = (typed: string) => untieProvider(signIn, longAgo, typed, new Date());
    expect(await untie('sai')).toMatchObject({ refusal: { kind: 'wrong-password' } });
    expect(await untie(testPassword)).toEqual({ ok: true, value: true });
    expect((await goAndComeBack(testBrowser(origin))).back).toMatchObject({
      refusal: 'unknown-person',
    });
    const audit = await fresh.owner
      .selectFrom('audit')
      .select('command')
      .where('person_id', '=', person.personId)
      .orderBy('audit_id')
      .execute();
    expect(audit.map(({ command }) => command)).toEqual(['tie provider', 'untie provider']);
  });

  it('comes in by the user name an administrator wrote down, tied from then on to the person, not the name', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const name = `Can.Bo.${person.username}`;
    const nobody = { ...administrator, holdings: [] };
    const expected = helping(person, name);
    expect(await expectAtProvider(signIn, nobody, expected)).toMatchObject({
      refusal: 'forbidden',
    });
    expect(await expectAtProvider(signIn, administrator, expected)).toMatchObject({ ok: true });
    there = { sub: `first-${person.username}`, username: name.toLowerCase(), amr: ['pwd'] };
    const browser = testBrowser(origin);
    expect((await goAndComeBack(browser)).back).toMatchObject({ value: { kind: 'entered' } });
    expect(await ownerOf(browser)).toMatchObject({ personId: person.personId });
    // Somebody else who is later given the same user name there is not this person.
    there = { ...there, sub: `second-${person.username}` };
    expect((await goAndComeBack(testBrowser(origin))).back).toMatchObject({
      refusal: 'unknown-person',
    });
    there = { sub: `first-${person.username}`, username: 'renamed', amr: ['pwd'] };
    expect((await goAndComeBack(testBrowser(origin))).back).toMatchObject({ ok: true });
  });

  it('is strong where the provider says that it asked for two factors', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const { browser, owner } = await signedIn(person);
    there = { sub: `mfa-${person.username}`, username: 'x', amr: ['pwd', 'mfa'] };
    await goAndComeBack(browser, owner);
    const later = testBrowser(origin);
    await goAndComeBack(later);
    expect(await ownerOf(later)).toMatchObject({ strong: true });
  });

  it('cannot be tied to a second account here', async () => {
    const [one, two] = [
      await signedIn(await makeTestPerson(fresh, signIn)),
      await signedIn(await makeTestPerson(fresh, signIn)),
    ];
    there = { sub: 'the same', username: 'x', amr: ['pwd'] };
    expect((await goAndComeBack(one.browser, one.owner)).back).toMatchObject({ ok: true });
    expect((await goAndComeBack(two.browser, two.owner)).back).toMatchObject({ refusal: 'taken' });
  });
});

describe('a tie', () => {
  it('is begun only by whoever has just shown who they are', async () => {
    const { browser, owner } = await signedIn(await makeTestPerson(fresh, signIn));
    const tie = { ...owner, provedAt: new Date(Date.now() - 11 * 60_000) };
    const going = { next: '/staff/account', shared: false, tie };
    expect(await leaveForProvider(signIn, going, browser.from())).toEqual({
      ok: false,
      refusal: 'over',
    });
    const prove = (typed: string) => proveBeforeTying(signIn, tie, typed, new Date());
    expect(await prove('sai')).toMatchObject({ refusal: { kind: 'wrong-password' } });
    expect(await prove(testPassword)).toEqual({ ok: true, value: true });
    const proved = { ...going, tie: await ownerOf(browser) };
    expect(await leaveForProvider(signIn, proved, browser.from())).toMatchObject({ ok: true });
  });

  it('that is refused leaves the one that was there', async () => {
    const [one, two] = [await makeTestPerson(fresh, signIn), await makeTestPerson(fresh, signIn)];
    for (const person of [one, two]) {
      const { browser, owner } = await signedIn(person);
      there = { sub: `kept-${person.username}`, username: 'x', amr: ['pwd'] };
      await goAndComeBack(browser, owner);
    }
    const kept = await linkOf(two);
    const { browser, owner } = await signedIn(two);
    there = { sub: `kept-${one.username}`, username: 'x', amr: ['pwd'] };
    expect((await goAndComeBack(browser, owner)).back).toMatchObject({ refusal: 'taken' });
    expect(await linkOf(two)).toEqual(kept);
    const name = `ten-${one.username}`;
    expect(await expectAtProvider(signIn, administrator, helping(one, name))).toMatchObject({
      ok: true,
    });
    expect(await expectAtProvider(signIn, administrator, helping(two, name))).toMatchObject({
      refusal: 'taken',
    });
    expect(await linkOf(two)).toEqual(kept);
  });

  it('an administrator prepares ends the person’s sessions; sent again it undoes nothing', async () => {
    const person = await makeTestPerson(fresh, signIn);
    const { browser } = await signedIn(person);
    const help = helping(person, `lai-${person.username}`);
    const expectIt = () => expectAtProvider(signIn, administrator, help);
    expect(await expectIt()).toEqual({ ok: true, value: true });
    expect(await signIn.findPerson(browser.headers(), testToday)).toBeUndefined();
    there = { sub: `lai-${person.username}`, username: help.name, amr: ['pwd'] };
    const later = testBrowser(origin);
    await goAndComeBack(later);
    expect(await expectIt()).toEqual({ ok: true, value: true });
    expect(await linkOf(person)).toMatchObject({ subject: there.sub });
    expect(await ownerOf(later)).toMatchObject({ personId: person.personId });
  });
});

describe('the way back', () => {
  it('counts once, in the browser that left, with the state it left with', async () => {
    there = { sub: 'traveller', username: 'x', amr: ['pwd'] };
    const browser = testBrowser(origin);
    const query = await signInThere(await leave(browser));
    const other = testBrowser(origin);
    await leave(other);
    const come = (from: TestBrowser) => comeBackFromProvider(signIn, query, undefined, from.from());
    expect(await come(testBrowser(origin))).toMatchObject({ refusal: 'over' });
    expect(await come(other)).toMatchObject({ refusal: 'over' });
    expect(await come(browser)).toMatchObject({ refusal: 'unknown-person' });
    expect(await come(browser)).toMatchObject({ refusal: 'over' });
  });

  it('is refused with a code of another sign-in: its nonce and verifier are not ours', async () => {
    there = { sub: 'thief', username: 'x', amr: ['pwd'] };
    const [victim, thief] = [testBrowser(origin), testBrowser(origin)];
    const stolen = await signInThere(await leave(thief));
    const address = new URL(await leave(victim));
    const mixed = new URLSearchParams({
      code: stolen.get('code') ?? '',
      state: address.searchParams.get('state') ?? '',
    });
    const back = await comeBackFromProvider(signIn, mixed, undefined, victim.from());
    expect(back).toMatchObject({ refusal: 'provider-refused' });
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
    expect(address.searchParams.get('nonce')).toBeTruthy();
  });

  it('ties nothing once the person who left has signed out', async () => {
    const { browser, owner } = await signedIn(await makeTestPerson(fresh, signIn));
    there = { sub: 'gone', username: 'x', amr: ['pwd'] };
    const query = await signInThere(await leave(browser, owner));
    const back = await comeBackFromProvider(signIn, query, undefined, browser.from());
    expect(back).toMatchObject({ refusal: 'over' });
  });
});

describe('a provider', () => {
  it('that cannot be reached keeps nobody from starting, and is asked again', async () => {
    const silent = openTestSignIn(fresh, { origin, provider: settingFor('http://127.0.0.1:9') });
    const going = { next: '/staff', shared: false };
    const left = await leaveForProvider(silent, going, testBrowser(origin).from());
    expect(left).toEqual({ ok: false, refusal: 'provider-silent' });
    await silent.end();
  });

  it('that calls itself by another name than the one set is not trusted', async () => {
    const other = openTestSignIn(fresh, {
      origin,
      provider: settingFor(issuer.replace('127.0.0.1', 'localhost')),
    });
    const left = await leaveForProvider(
      other,
      { next: '/staff', shared: false },
      testBrowser(origin).from(),
    );
    expect(left).toEqual({ ok: false, refusal: 'provider-silent' });
    await other.end();
  });
});
