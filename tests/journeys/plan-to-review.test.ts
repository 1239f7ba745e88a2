// A provincial officer's way from the signed paper to the issued review.

import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import type { Locator, Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { expect, test } from 'vitest';
import { correctionWords } from '#plans/correction.words.ts';
import { editorWords } from '#reports/editor.words.ts';
import { siteWords } from '#sites/sites.words.ts';
import { workWords } from '#sites/work.words.ts';
import { bringIn, confirmPlan, makeSite } from './own-site.ts';
import { asText, asWord, writePlan } from './plan-on-paper.ts';
import { comeInAs } from './sign-in.ts';
import { draftReview, givePaper, recordActivity, sendForm, signAs } from './steps.ts';

const plans = correctionWords.vi;
const reviews = editorWords.vi;

test('an officer reads a paper in, sees where each field comes from, corrects one and makes the site', async () => {
  const page = await comeInAs('can-bo-tinh');
  const plan = writePlan();
  await bringIn(page, await asWord(plan));

  const hamlet = page.getByLabel(plans.field.hamlet);
  expect(await hamlet.inputValue()).toContain(plan.hamlet);
  await lightUp(page, hamlet);
  expect(await litText(page)).toContain(plan.hamlet);

  const commune = page.getByLabel(plans.field.commune);
  await commune.fill('Suối Bạc Mới');
  await confirmPlan(page);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(plan.hamlet);
  expect(await page.locator('main header').first().innerText()).toContain('Suối Bạc Mới');
});

test('the same paper brought in again, as another kind of file, is recognised and makes nothing', async () => {
  const page = await comeInAs('can-bo-tinh');
  const plan = writePlan();
  const first = await bringIn(page, await asWord(plan));
  const again = await bringIn(page, asText(plan));
  expect(again).toBe(first);
  expect(await page.getByRole('status').allInnerTexts()).toContain(plans.already);

  await confirmPlan(page);
  const third = await bringIn(page, asText(plan));
  expect(`${third}/correct`).toBe(first);
  expect(await page.getByRole('button', { name: plans.confirm }).count()).toBe(0);
  await page.goto('/staff/plans');
  expect(await page.getByRole('cell', { name: plan.number, exact: true }).count()).toBe(1);
});

test('a step is closed once its papers are there, and not before', async () => {
  const page = await comeInAs('can-bo-tinh');
  const { path } = await makeSite(page);
  const own = workWords.vi.stepPage;
  const { survey_report, working_minutes, core_candidates } = siteWords.vi.requirement;
  await page.goto(`${path}/steps/1`);
  expect(await page.getByText(own.closeWhen).isVisible()).toBe(true);
  expect(await closeDirectly(page, `${path}/steps/1`)).toContain(
    siteWords.vi.refusal.evidenceMissing(
      [survey_report, working_minutes, core_candidates].join('; '),
    ),
  );

  await givePaper(page, 'Báo cáo số 3, tủ hồ sơ mô hình');
  await givePaper(page, 'Biên bản ngày họp, kẹp trong sổ');
  expect(await page.getByRole('button', { name: own.close }).count()).toBe(0);
  await givePaper(page, 'Danh sách lưu ở nhà văn hóa');
  await page.getByRole('button', { name: own.close }).click();
  await page.getByText(workWords.vi.happened.closed).first().waitFor();
  expect(await page.getByRole('button', { name: own.close }).count()).toBe(0);
  await page.goto(path);
  expect(await page.locator('main').innerText()).toContain('Đang ở bước 2');
});

test('a review is drafted from the records, edited, issued with its number, and taken away as PDF and Word', async () => {
  const page = await comeInAs('can-bo-tinh');
  const { path } = await makeSite(page);
  const told = { place: 'Sân kho cũ', participants: 41, note: 'Nói về ma túy' };
  await recordActivity(page, path, { kind: 'talk', ...told });
  const review = await draftReview(page, path);

  const opening = page.locator('article a', { hasText: '41 lượt người' }).first();
  await opening.click();
  const panel = page.locator('#chosen');
  await panel.getByRole('link', { name: 'Sân kho cũ' }).first().waitFor();
  const edited = 'Bà con xóm đã cùng nghe nói chuyện về ma túy, 41 lượt người dự.';
  await panel.getByLabel(reviews.text, { exact: true }).first().fill(edited);
  await panel.getByRole('button', { name: reviews.save }).click();
  await page.locator('article').getByText(edited).waitFor();

  await signAs(page, 'Người Ký Ví Dụ');
  await page.getByRole('button', { name: reviews.issue, exact: true }).click();
  await page.getByText(/Đã ban hành số 01\//).waitFor();
  for (const name of [reviews.save, reviews.remove, reviews.redraft, reviews.issue])
    expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
  expect(await editDirectly(page, review)).toContain(reviews.refusal['already-issued']);

  expectPaper(await textOfPdf(page), edited);
  expectPaper(await textOfWord(page), edited);
});

/** The page answers to a focus once its script is awake. */
async function lightUp(page: Page, field: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await field.blur();
      await field.focus();
      return page.locator('.paper-lines .lit').count();
    })
    .toBeGreaterThan(0);
}

const litText = async (page: Page): Promise<string> =>
  (await page.locator('.paper-lines .lit').allInnerTexts()).join(' ');

/** As a page opened long ago would still ask for it. */
async function closeDirectly(page: Page, step: string): Promise<string> {
  const today = await page.locator('[name=day]').first().inputValue();
  const form = { commandId: crypto.randomUUID(), day: today, note: '' };
  return (await sendForm(page, `${step}?/close`, form)).text();
}

const editDirectly = async (page: Page, review: string): Promise<string> =>
  (
    await sendForm(page, `${review}?/edit`, { kind: 'subject', subject: 'Khác', version: '1' })
  ).text();

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  return readFile(await (await arriving).path());
}

async function textOfPdf(page: Page): Promise<string> {
  const bytes = new Uint8Array(await downloaded(page, reviews.pdf));
  return (await extractText(bytes, { mergePages: true })).text;
}

const textOfWord = async (page: Page): Promise<string> =>
  (await mammoth.extractRawText({ buffer: await downloaded(page, reviews.docx) })).value;

function expectPaper(text: string, edited: string): void {
  const plain = text.replace(/\s+/g, ' ');
  expect(plain).toContain('BÁO CÁO');
  expect(plain).toContain(edited);
  expect(plain).toMatch(/Số: ?01\/BC/);
  expect(plain).toContain('./.');
}
