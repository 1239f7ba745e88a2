// At a public address the people of the demo are nobody, whatever session they hold.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import {
  makeTestPerson,
  openTestSignIn,
  testBrowser,
  testPassword,
  testToday,
} from './signing-in/testing.ts';
import { enterWithPassword } from './sign-in-commands.ts';
import type { SignIn } from './sign-in.ts';

let fresh: FreshDatabase;
const opened: SignIn[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  opened.push(openTestSignIn(fresh), openTestSignIn(fresh, { shutsDemoOut: true }));
});
afterAll(async () => {
  await Promise.all(opened.map((one) => one.end()));
  await fresh.close();
});

test.each([
  [true, [true, false]],
  [false, [true, true]],
])(
  'a session of somebody of the demo (%s) counts here, and at a public address: %o',
  async (demo, counts) => {
    const [here] = opened;
    if (!here) throw new Error('opened above');
    const { personId, username } = await makeTestPerson(fresh, here);
    await fresh.owner.updateTable('person').set({ demo }).where('id', '=', personId).execute();
    const browser = testBrowser();
    const given = { username, password: testPassword, shared: false };
    browser.take(await enterWithPassword(here, given, browser.from()));
    const found = await Promise.all(
      opened.map(async (one) => (await one.findPerson(browser.headers(), testToday)) !== undefined),
    );
    expect(found).toEqual(counts);
  },
);
