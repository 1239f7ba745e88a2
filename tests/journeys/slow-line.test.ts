// On a slow line people type before the script is there: what they typed stays, on every first page.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { invitationWords } from '#people/invitation.words.ts';
import { peopleWords } from '#people/people.words.ts';
import { invite } from './new-person.ts';
import { comeInAs, visitAs, type DemoPerson } from './sign-in.ts';

/** The page as it is before its script, and what lets the script come and start. */
async function withoutScriptYet(
  path: string,
  who?: DemoPerson,
): Promise<{ page: Page; start: () => Promise<void> }> {
  const page = await visitAs(who, '/privacy', { size: 'phone' });
  const arrived = Promise.withResolvers<undefined>();
  const scripts = page.waitForEvent('requestfinished', (one) => one.resourceType() === 'script');
  await page.route('**/*.js', async (route) => {
    await arrived.promise;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  const start = async () => {
    arrived.resolve(undefined);
    await scripts;
    await page.waitForLoadState('networkidle');
  };
  return { page, start };
}

test('the user name and password of somebody who signs in stay', async () => {
  const { username, password } = peopleWords.vi;
  const { page, start } = await withoutScriptYet('/sign-in');
  await page.getByLabel(username).fill('nguoi-thu');
  await page.getByLabel(password).fill('bốn quả khế');
  await start();
  expect(await page.getByLabel(username).inputValue()).toBe('nguoi-thu');
  expect(await page.getByLabel(password).inputValue()).toBe('bốn quả khế');
});

test('the user name somebody invited chooses instead of the one proposed stays', async () => {
  const { enter } = invitationWords.vi;
  const office = await comeInAs('quan-tri', '/staff/people');
  const { code } = await invite(office, { role: 'administrator' });
  const { page, start } = await withoutScriptYet(`/invitation?code=${code}`);
  const name = page.getByLabel(enter.username);
  expect(await name.inputValue()).not.toBe('');
  await name.fill('tu-chon-lay');
  await page.getByLabel(enter.password).fill('bốn quả khế');
  await start();
  expect(await name.inputValue()).toBe('tu-chon-lay');
  expect(await page.getByLabel(enter.password).inputValue()).toBe('bốn quả khế');
});

test('what somebody unfolded stays open', async () => {
  const { page, start } = await withoutScriptYet('/staff/account/data', 'nong-cot');
  const folded = page.locator('details:not([open]):has(dl)').first();
  const summary = await folded.locator('summary').innerText();
  await folded.locator('summary').tap();
  await start();
  const same = page.locator('details:has(dl)').filter({ hasText: summary.split('\n')[0] ?? '' });
  expect(await same.first().getAttribute('open')).toBe('');
});
