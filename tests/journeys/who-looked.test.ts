// Somebody asks the record: who changed this, who looked at it; and closes it for the paper.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { commandWords } from '#record/commands.words.ts';
import { recordWords } from '#record/record.words.ts';
import { findBarriers, overflowOf } from './browser.ts';
import { makeSite } from './own-site.ts';
import { comeInAs } from './sign-in.ts';
import { givePaper } from './steps.ts';

const own = recordWords.vi;
const said = commandWords.vi;

const entries = (page: Page) => page.locator('main li:has(details)');
const theirs = (page: Page, command: string) => entries(page).filter({ hasText: command });

test('an officer asks who changed a step, and sees before and after, and the time of the device', async () => {
  const page = await comeInAs('can-bo-tinh', '/staff', { size: 'phone' });
  const { path } = await makeSite(page);
  await page.goto(`${path}/steps/1`);
  await givePaper(page, 'Bản giấy ở nhà văn hóa');
  await page.getByRole('link', { name: own.whoChanged }).click();
  await page.getByRole('heading', { name: `${own.title}: Bước 1` }).waitFor();
  const entry = theirs(page, said['add evidence']).first();
  await entry.getByText(own.details).click();
  await entry.getByText('Bản giấy ở nhà văn hóa').waitFor();
  await entry.getByText(/Giờ trên máy người dùng/).waitFor();
  expect(await overflowOf(page)).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
  await entry.getByRole('link', { name: 'Bước 1' }).click();
  await page.waitForURL(`**${path}/steps/1`);
});

test('who opened a plan and took its file away is there to be asked, also by those who may not read it', async () => {
  const page = await comeInAs('can-bo-tinh');
  const { planPath } = await makeSite(page);
  await page.request.get(`${planPath}/original`);
  await page.goto(planPath);
  await page.getByRole('link', { name: own.whoLooked }).click();
  await theirs(page, said['download record']).first().waitFor();
  const asked = new URL(page.url());

  const administrator = await comeInAs('quan-tri', '/staff/record');
  await administrator.goto(asked.pathname + asked.search);
  const taken = theirs(administrator, said['download record']).first();
  await taken.getByText(own.details).click();
  await taken.getByText(own.withheld).waitFor();
  expect(await administrator.request.get(planPath).then((answer) => answer.status())).toBe(403);
});

test('that somebody asked the record is on record too', async () => {
  const page = await comeInAs('quan-tri', '/staff/record');
  await page.getByText(own.filter.title, { exact: true }).click();
  await page.getByLabel(own.filter.kind, { exact: true }).selectOption('view');
  await page.getByLabel(own.filter.word).selectOption('audit');
  await page.getByRole('button', { name: own.filter.show }).click();
  await theirs(page, said['view audit']).first().waitFor();
  const file = await page.request.get(`/staff/record/export.csv${new URL(page.url()).search}`);
  expect(await file.text()).toContain('view audit,audit,');
});

test('a core member sees their own doings and nobody else’s, whatever they ask', async () => {
  const page = await comeInAs('nong-cot', '/staff/record', { script: false });
  await page.getByText(own.hintOwn).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  const name = (await page.locator('summary b').first().textContent()) ?? '';
  const lines = await entries(page).locator('.who').allTextContents();
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => !line.includes(name))).toEqual([]);
  await page.goto('/staff/record?record=plan&kind=view');
  await page.getByText(own.none).waitFor();
  expect((await page.request.get('/staff/record/closings')).status()).toBe(403);
});

test('the record is closed, and its value stands on a paper for two to sign', async () => {
  const page = await comeInAs('can-bo-tinh', '/staff/record/closings', { script: false });
  await page.getByRole('button', { name: own.closing.now }).click();
  await page.getByText(/Đã khóa sổ lần thứ/).waitFor();
  const groups = await page.locator('main table td').allTextContents();
  expect(groups.join('')).toMatch(/^[0-9a-f]{64}$/);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('link', { name: own.closing.print }).click();
  const paper = page.locator('article.paper');
  await paper.getByText('Người khóa sổ').waitFor();
  expect((await paper.innerText()).replace(/\s/g, '')).toContain(groups.slice(0, 4).join(''));
});
