// An old computer on which no script runs: everything is done by plain forms and links.

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { activityScreenWords } from '#activities/activity-screens.words.ts';
import { correctionWords } from '#plans/correction.words.ts';
import { editorWords } from '#reports/editor.words.ts';
import { uiWords } from '#ui/ui.words.ts';
import { findBarriers } from './browser.ts';
import { bringIn, confirmPlan, makeSite } from './own-site.ts';
import { asText, writePlan } from './plan-on-paper.ts';
import { comeInAs } from './sign-in.ts';
import { draftReview, fillActivity, givePaper, recordActivity, signAs } from './steps.ts';

const reviews = editorWords.vi;
const officer = (): Promise<Page> => comeInAs('can-bo-tinh', '/staff', { script: false });

test('without script a paper is read in, corrected and made a site', async () => {
  const page = await officer();
  const plan = writePlan();
  const path = await bringIn(page, asText(plan));
  await page.getByLabel(correctionWords.vi.field.commune).fill('Suối Bạc Mới');
  await page.getByRole('button', { name: correctionWords.vi.save }).click();
  await page.getByText(correctionWords.vi.savedNow).waitFor();
  expect(new URL(page.url()).pathname).toBe(path);
  expect(await page.getByLabel(correctionWords.vi.field.commune).inputValue()).toBe('Suối Bạc Mới');
  expect(await findBarriers(page)).toEqual([]);
  await confirmPlan(page);
  expect(await page.locator('main').innerText()).toContain('Suối Bạc Mới');
});

test('without script an activity is recorded, and one that is refused keeps what was typed', async () => {
  const page = await officer();
  const { path } = await makeSite(page);
  const told = { place: 'Nhà ông trưởng xóm', participants: 12, note: 'Thăm và tặng sách' };
  await page.goto(`${path}/activities/new`);
  await fillActivity(page, { kind: 'visit', ...told, place: ' ' });
  await page.getByRole('button', { name: activityScreenWords.vi.save }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.locator('[name=participants]').inputValue()).toBe('12');
  expect(await page.locator('[name=note]').inputValue()).toBe(told.note);
  await recordActivity(page, path, { kind: 'visit', ...told });
  expect(await page.getByText(told.place).count()).toBe(1);
});

test('without script each wrong field says what is wrong, and what was typed stays', async () => {
  const page = await officer();
  const { path } = await makeSite(page);
  await page.goto(`${path}/activities/new`);
  await fillActivity(page, {
    kind: 'visit',
    place: 'Sân kho',
    participants: 200_000,
    note: 'Thăm',
  });
  // The browser takes a blank for a day that is filled in.
  await page.locator('[name=day]').fill(' ');
  await page.getByRole('button', { name: activityScreenWords.vi.save }).click();
  const say = uiWords.vi.field;
  await page.getByText(say.notWhole('200000', '0', '100.000')).waitFor();
  expect(await page.locator('#participants-error').innerText()).toContain('“200000”');
  expect(await page.locator('#day-error').innerText()).toContain(say.missing);
  expect(await page.locator('[name=participants]').inputValue()).toBe('200000');
  expect(await page.locator('[name=place]').inputValue()).toBe('Sân kho');
  expect(await page.locator('[name=note]').inputValue()).toBe('Thăm');
  expect(await findBarriers(page)).toEqual([]);
});

test('without script the papers of a step are given', async () => {
  const page = await officer();
  const { path } = await makeSite(page);
  await page.goto(`${path}/steps/1`);
  await givePaper(page, 'Báo cáo khảo sát, tủ số 2');
  await givePaper(page, 'Biên bản làm việc, tủ số 2');
  expect(await page.getByText('tủ số 2').count()).toBeGreaterThanOrEqual(2);
});

test('without script a review is drafted, a sentence reworded, and the paper issued', async () => {
  const page = await officer();
  const { path } = await makeSite(page);
  const told = { place: 'Sân kho', participants: 19, note: '' };
  await recordActivity(page, path, { kind: 'talk', ...told });
  await draftReview(page, path);
  await page.locator('article a', { hasText: '19 lượt người' }).first().click();
  const edited = 'Đã có 19 lượt người nghe nói chuyện.';
  await page.locator('#chosen').getByLabel(reviews.text, { exact: true }).first().fill(edited);
  await page.getByRole('button', { name: reviews.save }).click();
  expect(await page.locator('article').innerText()).toContain(edited);
  await signAs(page, 'Người Ký Ví Dụ');
  await page.getByRole('button', { name: reviews.issue, exact: true }).click();
  await page.getByText(/Đã ban hành số 01\//).waitFor();
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: reviews.pdf }).click();
  const pdf = await readFile(await (await arriving).path());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});
