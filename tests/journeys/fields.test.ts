// Days, times and files are given in the language of the page: typed, picked by keys, and without script.

import type { Locator, Page, Request } from 'playwright-core';
import { expect, test } from 'vitest';
import { keepingWords } from '#privacy/keeping.words.ts';
import { uiWords } from '#ui/ui.words.ts';
import { findBarriers, type Way } from './browser.ts';
import { visitAs } from './sign-in.ts';

const own = uiWords.vi;
const breach = keepingWords.vi.breach;

const keeper = (way: Way = {}): Promise<Page> =>
  visitAs('bao-ve-du-lieu', '/staff/privacy/breaches/new', way);
const dayOf = (page: Page): Locator => page.getByLabel(breach.foundDay);
const timeOf = (page: Page): Locator => page.getByLabel(breach.foundTime);
const opens = (page: Page): Locator => page.getByRole('button', { name: own.day.choose });

async function record(page: Page, day: string, time: string): Promise<string> {
  await dayOf(page).fill(day);
  await timeOf(page).fill(time);
  await page.getByLabel(breach.happened).fill('Ví dụ: mất một tập giấy');
  const sending = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: breach.save }).click();
  return bodyOf(await sending);
}

const bodyOf = (request: Request): string => request.postData() ?? '';

/** Where the keys stand: the day as it is read out. */
const stand = (page: Page): Promise<string | null> =>
  page.locator(':focus').getAttribute('aria-label');

test('a day and a time are typed as people write them, shown as usual, and sent as values', async () => {
  const page = await keeper();
  await dayOf(page).fill('2026-03-04');
  await dayOf(page).blur();
  expect(await dayOf(page).inputValue()).toBe('04/03/2026');
  const sent = await record(page, '5-3-26', '7h05');
  expect(new URLSearchParams(sent).get('day')).toBe('2026-03-05');
  await page.getByRole('heading', { name: breach.one('07:05 05/03/2026') }).waitFor();
});

test('without script the same is typed and understood, and what is refused stands as typed', async () => {
  const page = await keeper({ script: false });
  expect(await opens(page).count()).toBe(0);
  await record(page, '31/02/2026', '7h05');
  await page.getByRole('alert').waitFor();
  expect(await dayOf(page).inputValue()).toBe('31/02/2026');
  await record(page, '6.3.2026', '705');
  await page.getByRole('alert').waitFor();
  await record(page, '6.3.2026', '0705');
  await page.getByRole('heading', { name: breach.one('07:05 06/03/2026') }).waitFor();
});

test('what is no day, a day too late and no time are told in our own sentences', async () => {
  const page = await keeper();
  await dayOf(page).fill('31/2/2026');
  await timeOf(page).fill('25h');
  await timeOf(page).blur();
  await page.getByText(own.field.notDay('31/2/2026')).waitFor();
  await page.getByText(own.field.notTime('25h')).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await dayOf(page).fill('1/1/2199');
  await dayOf(page).blur();
  await page.getByText(/^Muộn nhất là \d\d\/\d\d\/\d{4}\.$/).waitFor();
});

test.each(['phone', 'desk'] as const)('on a %s a day is picked by keys alone', async (size) => {
  const page = await keeper({ size });
  await dayOf(page).fill('15/7/2026');
  await opens(page).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: own.day.choose }).waitFor();
  expect(await stand(page)).toBe('Thứ Tư, 15 tháng 7, 2026');
  expect(await findBarriers(page)).toEqual([]);
  for (const [key, day] of [
    ['ArrowRight', 'Thứ Năm, 16 tháng 7, 2026'],
    ['ArrowUp', 'Thứ Năm, 9 tháng 7, 2026'],
    ['Home', 'Thứ Hai, 6 tháng 7, 2026'],
    ['End', 'Chủ Nhật, 12 tháng 7, 2026'],
    ['PageUp', 'Thứ Sáu, 12 tháng 6, 2026'],
    ['Shift+PageUp', 'Thứ Năm, 12 tháng 6, 2025'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await stand(page)).toBe(day);
  }
  await page.keyboard.press('Escape');
  expect(await dayOf(page).inputValue()).toBe('15/07/2026');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await dayOf(page).inputValue()).toBe('22/07/2026');
  expect(await page.locator(':focus').innerText()).toContain(own.day.choose);
});

test('every button of the calendar takes a thumb, and the page is no wider for it', async () => {
  const page = await keeper({ size: 'phone' });
  await opens(page).tap();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: own.day.previousMonth }).tap();
  const sizes = await dialog
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  expect(sizes.length).toBeGreaterThan(30);
  expect(sizes.filter(({ width, height }) => width < 44 || height < 44)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('a chosen file is named with its size, in the language of the page', async () => {
  const page = await visitAs('cong-an-xa', '/staff/plans');
  const field = page.locator('input[type=file]');
  const box = page.locator('.control', { has: field });
  expect(await box.innerText()).toContain(own.file.other);
  const buffer = Buffer.alloc(1_300_000, ' ');
  await field.setInputFiles({ name: 'Kế hoạch.txt', mimeType: 'text/plain', buffer });
  await box.getByText('Kế hoạch.txt (1,24 MB)').waitFor();
  await field.focus();
  expect(await box.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
  expect(await findBarriers(page)).toEqual([]);
});
