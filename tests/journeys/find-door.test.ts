// The way in without an address: the front page, a commune's name without accents, and what hangs and rings there.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { contactWords } from '#help/contact.words.ts';
import { helpDoorWords } from '#help/door/help-door.words.ts';
import { boxWords } from '#tips/box.words.ts';
import { doorWords } from '#tips/door/door.words.ts';
import { findDoorWords } from '#tips/door/find-door.words.ts';
import { hotlineWords } from '#tips/hotline.words.ts';
import { findDoor } from './at-the-door.ts';
import { openPage } from './browser.ts';
import { expectFit } from './rings.ts';
import { comeInAs } from './sign-in.ts';

const [own, door] = [findDoorWords.vi, doorWords.vi];

const search = async (page: Page, text: string): Promise<void> => {
  await page.locator('[name=q]').fill(text);
  await page.getByRole('button', { name: own.search, exact: true }).click();
};

test.each([
  { size: 'phone', script: false, at: '/t', title: own.tips },
  { size: 'desk', script: true, at: '/t', title: own.tips },
  { size: 'phone', script: false, at: '/h', title: own.help },
  { size: 'desk', script: true, at: '/h', title: own.help },
] as const)(
  'from the front page on a $size (script: $script), $at is found by a name without accents',
  async ({ size, script, at, title }) => {
    const page = await openPage('/', { size, script });
    await page.locator(`main a[href="${at}"]`).click();
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    expect(await page.locator('main a').first().getAttribute('href')).toBe(
      at === '/t' ? 'tel:113' : 'tel:115',
    );
    await expectFit(page);
    await search(page, 'khong co noi nay');
    await page.getByText(own.none('khong co noi nay')).waitFor();
    expect(await page.locator('[name=q]').inputValue()).toBe('khong co noi nay');
    await expectFit(page);
    await search(page, 'phu thinh');
    await page.getByRole('heading', { name: own.found('phu thinh') }).waitFor();
    await expectFit(page);
    await page.getByRole('link', { name: /^Xã Phú Thịnh/ }).click();
    const { path } = await findDoor();
    await page.waitForURL((url) => url.pathname === path.replace('/t', at));
  },
);

test('a hamlet with a site leads to the site’s own door, in either language', async () => {
  const page = await openPage('/t?language=en', { size: 'phone' });
  await page.locator('[name=q]').fill('xom pho');
  await page.getByRole('button', { name: findDoorWords.en.search, exact: true }).click();
  await page.getByRole('link', { name: /^Xóm Phố/ }).click();
  const title = page.getByRole('heading', { level: 1 });
  expect(await title.innerText()).toBe(doorWords.en.heading('Xóm Phố'));
});

test('the door tells the hotline and where boxes hang, and of a box nothing else', async () => {
  const police = await comeInAs('cong-an-xa', '/staff/hotline');
  await police.getByText(hotlineWords.vi.setNumber, { exact: true }).click();
  await police.locator('[name=phone]').fill('0208 386 0000');
  await police.locator('[name=source]').fill('Thông báo ví dụ số 1');
  await police.locator('form[action="?/number"] button').click();
  await police.getByText(hotlineWords.vi.saved, { exact: true }).waitFor();
  await police.goto('/staff/boxes/new');
  const place = `Cổng trường Ví Dụ ${crypto.randomUUID().slice(0, 4)}`;
  await police.getByLabel(boxWords.vi.place).fill(place);
  await police.getByLabel(boxWords.vi.sealNumber).fill('NP 7391');
  const holders = await Promise.all(
    [boxWords.vi.firstKey, boxWords.vi.secondKey].map((label, at) =>
      police.getByLabel(label).selectOption({ index: at + 1 }),
    ),
  );
  const names = await police.locator('option:checked').allInnerTexts();
  expect(holders.flat().every(Boolean)).toBe(true);
  await police.getByRole('button', { name: boxWords.vi.add, exact: true }).click();
  await police.waitForURL(/\/staff\/boxes\/[0-9a-f-]{36}$/);

  const { path } = await findDoor();
  const page = await openPage(path, { size: 'phone', script: false });
  await page.locator('summary', { hasText: door.other }).click();
  await page.getByText(place).waitFor();
  const phone = page.locator('a[href="tel:02083860000"]');
  expect(await phone.innerText()).toBe('0208 386 0000');
  await page.getByText(door.untried).waitFor();
  await expectFit(page);
  const told = await page.content();
  expect(['NP 7391', 'NP 0001', ...names].filter((secret) => told.includes(secret))).toEqual([]);
});

test('the helpers set their telephone; the door of help tells it with the day it was tried', async () => {
  const said = contactWords.vi;
  const helper = await comeInAs('nguoi-giup-do', '/staff/help/contact');
  await helper.getByLabel(said.phone).fill('không có');
  await helper.getByLabel(said.source).fill('Biển của trạm');
  await helper.getByRole('button', { name: said.save }).click();
  await helper.getByText(said.refusal.invalid).waitFor();
  expect(await helper.getByLabel(said.phone).inputValue()).toBe('không có');
  await expectFit(helper);
  await helper.getByLabel(said.phone).fill('0208 386 1111');
  await helper.getByRole('button', { name: said.save }).click();
  await helper.getByText(said.now('0208 386 1111')).waitFor();
  await expectFit(helper);
  const { path } = await findDoor();
  const page = await openPage(path.replace('/t', '/h'), { size: 'phone', script: false });
  await page.locator('summary', { hasText: helpDoorWords.vi.numbers }).click();
  expect(await page.locator('a[href="tel:02083861111"]').innerText()).toBe('0208 386 1111');
  await page.getByText(`Theo Biển của trạm; ${helpDoorWords.vi.untried}`).waitFor();
  await expectFit(page);
});
