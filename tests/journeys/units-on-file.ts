// Made-up units as a file that is brought in, and what is done with units on every page of theirs.

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { importWords } from '#places/import.words.ts';
import { findBarriers, overflowOf } from './browser.ts';
import type { BroughtFile } from './plan-on-paper.ts';

const own = importWords.vi;

const unitFile = (rows: readonly string[]): BroughtFile => ({
  name: 'don-vi.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['code,name,kind,parent_code', ...rows].join('\n')),
});

/** Ends where the page says what the file would do, or what is wrong with it. */
export async function lookAtFile(page: Page, rows: readonly string[], from: string): Promise<void> {
  const form = page.locator('form[action="?/snapshot"]');
  await form.getByLabel(own.file).setInputFiles(unitFile(rows));
  await form.getByLabel(own.from, { exact: true }).fill(from);
  await form.getByLabel(own.legalAct).fill('Nghị quyết ví dụ số 1');
  await form.getByRole('button', { name: own.preview }).click();
}

/** From the empty form to what was written. */
export async function bringInUnits(page: Page, rows: readonly string[], from: string) {
  await page.goto('/staff/places/import');
  await lookAtFile(page, rows, from);
  await page.getByRole('button', { name: own.confirm }).click();
  await page.getByText(own.doneSnapshot(rows.length, 0)).waitFor();
}

/** Typed without accents, taken from the list that opens once the page's script is awake. */
export async function pick(page: Page, label: string, typed: string, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  const option = page.getByRole('option', { name }).first();
  const opens = async (): Promise<boolean> => {
    await field.fill('');
    await field.pressSequentially(typed);
    return option.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(opens, { timeout: 20_000 }).toBe(true);
  await option.click();
}

/** Everybody can use the page as it stands, and nobody has to push it sideways. */
export async function expectOpenToAll(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
}
