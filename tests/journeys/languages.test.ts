// Who reads English finds every page in English, and the switch leaves them where they are.

import { expect, test } from 'vitest';
import { overflowOf } from './browser.ts';
import { saysOf, sentencesOnlyIn } from './language-of-page.ts';
import { addressOf, places } from './pages.ts';
import { arriveAt, comeInAs, visitAs } from './sign-in.ts';

test.each(places)('who chose English reads $name in English', async (place) => {
  const way = { language: 'en', size: 'phone' } as const;
  const page = await visitAs(place.who, await addressOf(place), way);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect((await saysOf(page)).filter(sentencesOnlyIn('vi'))).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
});

test('the switch keeps the place, what was asked for there, and holds on the next page', async () => {
  const page = await comeInAs('nong-cot', '/staff');
  const start = await addressOf({ name: 'activities', who: 'nong-cot', at: 'demo:/activities' });
  const path = `${start}?to=2026-06-01`;
  await page.goto(path);
  await page.locator('header summary').click();
  await page.getByRole('button', { name: 'English' }).click();
  await arriveAt(page, path);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Activities');
  await page.goto('/staff');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});
