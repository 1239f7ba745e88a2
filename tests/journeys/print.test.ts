// Somebody prints: what is for pressing stays on the screen, what is for reading goes on the sheet.

import type { Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { expect, test } from 'vitest';
import { editorWords } from '#reports/editor.words.ts';
import { staffWords } from '#routes/staff/staff.words.ts';
import { uiWords } from '#ui/ui.words.ts';
import { workspaceWords } from '#sites/workspace.words.ts';
import { makeSite } from './own-site.ts';
import { comeInAs } from './sign-in.ts';
import { draftReview, issueReview, recordActivity } from './steps.ts';

/** As Chromium puts the page on A4, the words of every sheet. */
async function printed(page: Page): Promise<readonly string[]> {
  const pdf = await page.pdf({ format: 'A4' });
  const { text } = await extractText(new Uint8Array(pdf));
  return text.map((sheet) => sheet.replace(/\s+/g, ' ').normalize('NFC'));
}

const ofTheScreen: readonly string[] = [
  uiWords.vi.skipToContent,
  uiWords.vi.signOut,
  uiWords.vi.otherLanguage,
  staffWords.vi.sites,
  workspaceWords.vi.tabs.overview,
  workspaceWords.vi.recordResult,
  workspaceWords.vi.overview.allIndicators,
  editorWords.vi.backToEditor,
];

test('a site is printed without anything to press', async () => {
  const page = await comeInAs('can-bo-tinh');
  const { plan, path } = await makeSite(page);
  await recordActivity(page, path, { kind: 'talk', place: 'Sân kho', participants: 8, note: '' });
  await page.goto(path);
  const text = (await printed(page)).join(' ');
  expect(text).toContain(plan.hamlet);
  expect(text).toContain('Sân kho');
  expect(ofTheScreen.filter((word) => text.includes(word))).toEqual([]);
});

test('an issued review is printed as the paper alone', async () => {
  const page = await comeInAs('can-bo-tinh');
  const { path } = await makeSite(page);
  await recordActivity(page, path, { kind: 'talk', place: 'Sân kho', participants: 8, note: '' });
  const review = await draftReview(page, path);
  await issueReview(page);
  await page.goto(`${review}/print`);
  const sheets = await printed(page);
  expect(sheets[0]).toMatch(/^\s*CÔNG AN TỈNH LAM SƠN/);
  expect(sheets[0]).toContain('Số: 01/BC');
  expect(sheets.at(-1)).toContain('Người Ký Ví Dụ');
  expect(ofTheScreen.filter((word) => sheets.join(' ').includes(word))).toEqual([]);
});
