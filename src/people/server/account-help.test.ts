// Helped in again by an administrator: for others, with a reason, once, and every session ends.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '../person.ts';
import { removeSecondFactors } from './second-factor-commands.ts';
import { enterWithPassword } from './sign-in-commands.ts';
import type { SignIn } from './sign-in.ts';
import {
  makeTestPerson,
  openTestSignIn,
  testBrowser,
  testPassword,
  testToday,
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

const actorWith = (role: 'administrator' | 'viewer'): Actor => ({
  personId: newId<'person'>(),
  name: 'Người Ví Dụ',
  holdings: [{ role, siteId: null, from: testToday, to: null }],
});
const administrator = actorWith('administrator');

async function enter({ username }: TestPerson) {
  const browser = testBrowser();
  const given = { username, password: testPassword, shared: false };
  const { step } = browser.take(await enterWithPassword(signIn, given, browser.from()));
  return {
    step,
    isKnown: async () => (await signIn.findPerson(browser.headers(), testToday)) !== undefined,
  };
}

/** Signed in, and then with a second factor whose telephone is lost. */
async function whoLostTheirPhone() {
  const person = await makeTestPerson(fresh, signIn);
  const session = await enter(person);
  const confirmed = { secret: 'sealed', confirmed_at: '2026-11-01T00:00:00Z' };
  await fresh.owner
    .insertInto('second_factor')
    .values({ person_id: person.personId, ...confirmed })
    .execute();
  const help = {
    personId: person.personId,
    commandId: newId<'command'>(),
    reason: 'Mất điện thoại, đã gặp trực tiếp',
  };
  const remove = (actor: Actor, changed: Partial<typeof help> = {}) =>
    removeSecondFactors(signIn, actor, { ...help, ...changed });
  return { person, session, help, remove };
}

test('only an administrator helps, never themselves, and says why', async () => {
  const { person, remove } = await whoLostTheirPhone();
  const own = { ...administrator, personId: person.personId };
  expect(await remove(actorWith('viewer'))).toMatchObject({ refusal: 'forbidden' });
  expect(await remove(own)).toMatchObject({ refusal: 'forbidden' });
  const silent = { reason: ' ' };
  expect(await remove(administrator, silent)).toMatchObject({ refusal: 'reason-missing' });
  expect((await enter(person)).step).toBe('second');
});

test('without the second factor the person comes in by the password; the record says who helped and why', async () => {
  const { person, session, help, remove } = await whoLostTheirPhone();
  expect(await remove(administrator)).toEqual({ ok: true, value: true });
  expect(await session.isKnown()).toBe(false);
  expect((await enter(person)).step).toBe('in');
  const rows = await fresh.owner
    .selectFrom('audit')
    .select(['command', 'person_id', 'after'])
    .where('record', '=', `person ${person.personId}`)
    .execute();
  expect(rows).toEqual([
    {
      command: 'remove second factors',
      person_id: administrator.personId,
      after: { reason: help.reason },
    },
  ]);
});

test('sent twice it is done once: whoever has come in again stays in', async () => {
  const { person, remove } = await whoLostTheirPhone();
  await remove(administrator);
  const again = await enter(person);
  expect(await remove(administrator)).toEqual({ ok: true, value: true });
  expect(await again.isKnown()).toBe(true);
  const other = { commandId: newId<'command'>() };
  expect(await remove(administrator, other)).toMatchObject({ refusal: 'no-factors' });
});
