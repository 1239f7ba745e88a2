// A passer-by opens the front page: on any screen, without script, and with whatever aids they use.

import { expect, test } from 'vitest';
import { findBarriers, openPage, overflowOf, sizes, type Size } from './browser.ts';

const ways = (Object.keys(sizes) as Size[]).flatMap((size) =>
  [true, false].map((script) => ({ size, script })),
);

test.each(ways)('the front page opens on a $size, script: $script', async (way) => {
  const page = await openPage('/', way);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toBe('');
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
  expect(await overflowOf(page)).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
});
