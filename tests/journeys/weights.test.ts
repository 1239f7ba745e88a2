// What the first visit to a page costs on a bad line: requests, and bytes as they go over it.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './browser.ts';
import { bringIn } from './own-site.ts';
import { asText, writePlan } from './plan-on-paper.ts';
import { comeInAs } from './sign-in.ts';

type Weight = { readonly requests: number; readonly bytes: number };

/** With nothing kept by the browser from earlier pages. */
async function weigh(page: Page, path: string): Promise<Weight> {
  const line = await page.context().newCDPSession(page);
  const arrived: number[] = [];
  await line.send('Network.enable');
  await line.send('Network.setCacheDisabled', { cacheDisabled: true });
  line.on('Network.loadingFinished', ({ encodedDataLength }) => arrived.push(encodedDataLength));
  await page.goto(path, { waitUntil: 'networkidle' });
  await line.detach();
  return { requests: arrived.length, bytes: arrived.reduce((sum, each) => sum + each, 0) };
}

function expectAtMost(weight: Weight, most: Weight): void {
  expect(weight.requests, 'requests').toBeLessThanOrEqual(most.requests);
  expect(weight.bytes, 'bytes').toBeLessThanOrEqual(most.bytes);
}

const firstBelow = async (page: Page, list: string): Promise<string> => {
  const links = await page
    .locator(`main a[href^="${list}/"]`)
    .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
  return links.find((href) => /[0-9a-f-]{36}$/.test(href)) ?? '';
};

test('the front page weighs at most 14 KB', async () => {
  const page = await openPage('/privacy');
  expectAtMost(await weigh(page, '/'), { requests: 4, bytes: 14_000 });
});

test.each([
  { list: '/staff/sites', most: { requests: 15, bytes: 120_000 } },
  { list: '/staff/plans', most: { requests: 15, bytes: 80_000 } },
])('a page below $list comes quickly on a bad line', async ({ list, most }) => {
  const page = await comeInAs('can-bo-tinh', list);
  const path = await firstBelow(page, list);
  expect(path).not.toBe('');
  expectAtMost(await weigh(page, path), most);
});

test('a page of many forms does not grow heavier', async () => {
  const page = await comeInAs('can-bo-tinh', '/staff/plans');
  const path = await bringIn(page, asText(writePlan()));
  expectAtMost(await weigh(page, path), { requests: 36, bytes: 152_000 });
});
