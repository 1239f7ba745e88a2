// Passkeys on the real database, with an authenticator made of real keys, CBOR and signatures.

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { addPasskey, askForNewPasskey, removeOwnPasskey } from './passkey-commands.ts';
import { listPasskeys } from './second-factor-store.ts';
import {
  askForPasskey,
  enterWithPasskey,
  enterWithPassword,
  findSecondStep,
} from './sign-in-commands.ts';
import type { SignIn, SignedIn } from './sign-in.ts';
import {
  makeTestPerson,
  openTestSignIn,
  testBrowser,
  testPasskey,
  testPassword,
  testToday,
  type PasskeyBehaviour,
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

async function signedIn(): Promise<{ person: TestPerson; browser: TestBrowser; owner: SignedIn }> {
  const person = await makeTestPerson(fresh, signIn);
  const browser = testBrowser();
  const given = { username: person.username, password: testPassword, shared: false };
  browser.take(await enterWithPassword(signIn, given, browser.from()));
  return { person, browser, owner: await ownerOf(browser) };
}
async function ownerOf(browser: TestBrowser): Promise<SignedIn> {
  const owner = await signIn.findPerson(browser.headers(), testToday);
  if (!owner) throw new Error('nobody is signed in');
  return owner;
}

async function add(
  owner: SignedIn,
  browser: TestBrowser,
  device = testPasskey(),
  how: PasskeyBehaviour = {},
) {
  const asked = await askForNewPasskey(signIn, owner, '', browser.from());
  if (!asked.ok) throw new Error(asked.refusal.kind);
  browser.put(asked.value.cookie);
  const answer = device.make(asked.value.options, how);
  return addPasskey(signIn, owner, { name: 'Điện thoại', answer }, browser.from());
}

async function withPasskey() {
  const made = await signedIn();
  const device = testPasskey();
  expect(await add(made.owner, made.browser, device)).toMatchObject({ ok: true });
  return { ...made, device };
}

async function come(
  device: ReturnType<typeof testPasskey>,
  how: PasskeyBehaviour = {},
  browser = testBrowser(),
) {
  const asked = await askForPasskey(signIn, undefined, browser.from());
  if (!asked) throw new Error('no passkeys here');
  browser.put(asked.cookie);
  const given = { answer: device.use(asked.options, how), shared: false };
  const entered = browser.take(await enterWithPasskey(signIn, given, browser.from()));
  return { browser, entered, given };
}

describe('a passkey', () => {
  it('is added under a name, ends every other session, and stands on record', async () => {
    const { person, browser, owner } = await signedIn();
    const elsewhere = testBrowser();
    const given = { username: person.username, password: testPassword, shared: false };
    elsewhere.take(await enterWithPassword(signIn, given, elsewhere.from()));
    expect(await add(owner, browser)).toMatchObject({ ok: true });
    expect(await listPasskeys(signIn.as(null), person.personId)).toMatchObject([
      { name: 'Điện thoại', counter: 0, transports: ['internal'] },
    ]);
    expect(await ownerOf(browser)).toMatchObject({ strong: true });
    expect(await signIn.findPerson(elsewhere.headers(), testToday)).toBeUndefined();
    const audit = await fresh.owner
      .selectFrom('audit')
      .select('command')
      .where('person_id', '=', person.personId)
      .execute();
    expect(audit).toEqual([{ command: 'add passkey' }]);
  });

  it.each<[string, PasskeyBehaviour]>([
    ['made for another site', { origin: 'https://example.org' }],
    ['bound to another name', { rpId: 'example.org' }],
    ['made without verifying its user', { flags: 1 }],
    ['made for another question', { challenge: randomBytes(32).toString('base64url') }],
  ])('%s is refused', async (_, how) => {
    const { person, browser, owner } = await signedIn();
    expect(await add(owner, browser, testPasskey(), how)).toMatchObject({
      refusal: { kind: 'passkey-unfit' },
    });
    expect(await listPasskeys(signIn.as(null), person.personId)).toEqual([]);
  });

  it('needs the password again where the person signed in long ago', async () => {
    const { browser, owner } = await signedIn();
    const old = { ...owner, provedAt: new Date(0) };
    expect(await askForNewPasskey(signIn, old, 'sai', browser.from())).toMatchObject({
      refusal: { kind: 'wrong-password' },
    });
    expect(await askForNewPasskey(signIn, old, testPassword, browser.from())).toMatchObject({
      ok: true,
    });
  });

  it('is not offered where the address is one of digits, or without https', () => {
    const at = (origin: string) =>
      openTestSignIn(fresh, { origin }).passkeysFor(new URL('http://10.1.1.1/x'));
    expect([at('http://10.1.1.1:4000'), at('http://binhyen.example')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(at('https://binhyen.example')).toBeDefined();
  });
});

describe('signing in with a passkey', () => {
  it('needs no name, counts as two factors, and works again with the next question', async () => {
    const { person, device } = await withPasskey();
    for (const counter of [1, 2]) {
      const { browser, entered } = await come(device, { counter });
      expect(entered.step).toBe('in');
      expect(await ownerOf(browser)).toMatchObject({ personId: person.personId, strong: true });
    }
    const [kept] = await listPasskeys(signIn.as(null), person.personId);
    expect(kept).toMatchObject({ counter: 2, usedOn: testToday });
  });

  it('with a name asks for that person’s passkeys, and for one that never was of an unknown name', async () => {
    const { person, device } = await withPasskey();
    const asked = async (name: string) =>
      (await askForPasskey(signIn, name, testBrowser().from()))?.options.allowCredentials?.map(
        ({ id }) => id,
      );
    expect(await asked(person.username)).toEqual([device.id]);
    const [none, again] = [await asked('khong.co'), await asked('khong.co')];
    expect(none).toEqual(again);
    expect(none?.[0]).toHaveLength(device.id.length);
  });

  it('is refused to a stolen answer: each question counts once, in its own browser', async () => {
    const { device } = await withPasskey();
    const { browser, given } = await come(device, { counter: 1 });
    expect(await enterWithPasskey(signIn, given, browser.from())).toEqual({ step: 'again' });
    expect(await enterWithPasskey(signIn, given, testBrowser().from())).toEqual({ step: 'again' });
  });

  it.each<[string, PasskeyBehaviour]>([
    ['from another site', { origin: 'https://example.org' }],
    ['for another name', { rpId: 'example.org' }],
    ['without a verified user', { flags: 1 }],
    [
      'signed by another key',
      { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey },
    ],
  ])('is refused to an answer %s', async (_, how) => {
    const { device } = await withPasskey();
    expect((await come(device, how)).entered).toEqual({ step: 'wrong' });
  });

  it('says to try again where an older question was answered, and leaves the newer one open', async () => {
    const { device } = await withPasskey();
    const challenge = randomBytes(32).toString('base64url');
    const { browser, entered } = await come(device, { challenge });
    expect(entered).toEqual({ step: 'again' });
    const nonsense = { answer: '{}', shared: false };
    expect(await enterWithPasskey(signIn, nonsense, browser.from())).toEqual({ step: 'wrong' });
  });

  it('is refused where the device counts backwards: somebody copied it', async () => {
    const { device } = await withPasskey();
    expect((await come(device, { counter: 7 })).entered.step).toBe('in');
    expect((await come(device, { counter: 6 })).entered).toEqual({ step: 'wrong' });
  });

  it('is refused to nonsense and to a passkey nobody added', async () => {
    const browser = testBrowser();
    const asked = await askForPasskey(signIn, undefined, browser.from());
    if (!asked) throw new Error('no passkeys here');
    browser.put(asked.cookie);
    const nonsense = { answer: '{"id":"../x"}', shared: false };
    expect(await enterWithPasskey(signIn, nonsense, browser.from())).toEqual({ step: 'wrong' });
    expect((await come(testPasskey())).entered).toEqual({ step: 'wrong' });
  });
});

describe('removing a passkey', () => {
  it('needs the password, or having just shown who one is; then it opens nothing', async () => {
    const { person, browser, device } = await withPasskey();
    const [kept] = await listPasskeys(signIn.as(null), person.personId);
    if (!kept) throw new Error('no passkey');
    const owner = { ...(await ownerOf(browser)), provedAt: new Date(0) };
    const remove = (password: string) =>
      removeOwnPasskey(signIn, owner, { passkeyId: kept.passkeyId, password }, new Date());
    expect(await remove('')).toMatchObject({ refusal: { kind: 'wrong-password' } });
    expect(await remove(testPassword)).toMatchObject({ ok: true });
    expect(await remove(testPassword)).toMatchObject({ refusal: { kind: 'not-found' } });
    expect((await come(device)).entered).toEqual({ step: 'wrong' });
  });

  it('of somebody else is not possible by its id', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    const [kept] = await listPasskeys(signIn.as(null), theirs.person.personId);
    const passkeyId = kept?.passkeyId ?? newId<'passkey'>();
    const owner = await ownerOf(mine.browser);
    const given = { passkeyId, password: testPassword };
    expect(await removeOwnPasskey(signIn, owner, given, new Date())).toMatchObject({
      refusal: { kind: 'not-found' },
    });
    expect((await come(theirs.device)).entered.step).toBe('in');
  });
});

it('a role that needs two factors is met by the passkey alone, after the password too', async () => {
  const { person, device } = await withPasskey();
  const holding = {
    holding_id: newId<'holding'>(),
    person_id: person.personId,
    role: 'provincial_officer',
    valid_from: testToday,
  };
  await fresh.owner.insertInto('role_holding').values(holding).execute();
  const rule = {
    rule_id: newId<'rule'>(),
    command_id: newId<'command'>(),
    role: 'provincial_officer',
    needs_second_factor: true,
    since: testToday,
    grace_until: testToday,
    made_by: person.personId,
  };
  await fresh.owner.insertInto('role_rule').values(rule).execute();
  const browser = testBrowser();
  const given = { username: person.username, password: testPassword, shared: true };
  const entered = browser.take(await enterWithPassword(signIn, given, browser.from()));
  expect(entered).toMatchObject({ step: 'second', ways: ['passkey'] });
  expect(await findSecondStep(signIn, browser.from())).toEqual(['passkey']);
  const stranger = await withPasskey();
  expect((await come(stranger.device, {}, browser)).entered).toEqual({ step: 'wrong' });
  expect((await come(device, {}, browser)).entered.step).toBe('in');
  expect(await ownerOf(browser)).toMatchObject({ personId: person.personId, shared: true });
});
