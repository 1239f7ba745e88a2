// Every page there is, on a phone and on a desk, by day and by night: for everybody, and never pushed sideways.

import { expect, test } from 'vitest';
import { findBarriers, findFaintText, overflowOf, sizes, type Size } from './browser.ts';
import { saysOf, sentencesOnlyIn } from './language-of-page.ts';
import { addressOf, places } from './pages.ts';
import { visitAs } from './sign-in.ts';

const cases = (Object.keys(sizes) as Size[]).flatMap((size) =>
  places.map((place) => ({ ...place, size, place })),
);

test.each(cases)('on a $size everybody can use $name', async ({ place, who, size }) => {
  const page = await visitAs(who, await addressOf(place), { size });
  expect(await page.title()).toMatch(/Bình Yên/);
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(await overflowOf(page)).toBe(0);
  expect((await saysOf(page)).filter(sentencesOnlyIn('en'))).toEqual([]);
  expect(await findBarriers(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findFaintText(page)).toEqual([]);
});
