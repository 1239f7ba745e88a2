// What a person does again and again at a site: give the papers of a step, record something, draft a review.

import type { APIResponse, Page } from 'playwright-core';
import { activityScreenWords } from '#activities/activity-screens.words.ts';
import { activityWords } from '#activities/activity.words.ts';
import type { ActivityKind } from '#activities/activity.ts';
import { editorWords } from '#reports/editor.words.ts';
import { workWords } from '#sites/work.words.ts';

type Told = {
  readonly kind: ActivityKind;
  readonly place: string;
  readonly participants: number;
  readonly note: string;
};

/** From the empty form to the list it then stands in. */
export async function recordActivity(page: Page, site: string, told: Told): Promise<void> {
  await page.goto(`${site}/activities/new`);
  await fillActivity(page, told);
  await page.getByRole('button', { name: activityScreenWords.vi.save }).click();
  await page.waitForURL(/\/activities\?saved=/);
}

export async function fillActivity(page: Page, told: Partial<Told>): Promise<void> {
  const { field, kind } = activityWords.vi;
  if (told.kind) await page.getByRole('radio', { name: kind[told.kind], exact: true }).check();
  if (told.participants !== undefined)
    await page.getByLabel(field.participants).fill(String(told.participants));
  if (told.place !== undefined) await page.getByLabel(field.place).fill(told.place);
  if (told.note !== undefined) await page.getByLabel(field.note).fill(told.note);
}

/** Says of the first paper that is missing where it is kept; its form stands open already. */
export async function givePaper(page: Page, note: string): Promise<void> {
  const form = page.locator('details[open] form').filter({ has: page.locator('[name=file]') });
  await form.getByLabel(workWords.vi.form.whereKept).fill(note);
  await form.getByRole('button', { name: workWords.vi.form.save }).click();
  await page.getByText(note).first().waitFor();
}

/** Ends in the editor of the new draft. */
export async function draftReview(page: Page, site: string): Promise<string> {
  await page.goto(`${site}/reviews`);
  await page.getByRole('button', { name: editorWords.vi.draft }).click();
  await page.waitForURL(/\/reviews\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Writes the name of who signs into the foot of a draft. */
export async function signAs(page: Page, name: string): Promise<void> {
  const own = editorWords.vi;
  await page.getByText(own.frame, { exact: true }).click();
  await page.getByLabel(own.signature.name).fill(name);
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.locator('[name=kind][value=signature]').click();
  await answered;
  await page.waitForLoadState('networkidle');
}

/** Ends on the page of what was issued. */
export async function issueReview(page: Page): Promise<void> {
  await signAs(page, 'Người Ký Ví Dụ');
  await page.getByRole('button', { name: editorWords.vi.issue, exact: true }).click();
  await page.getByText(/Đã ban hành số/).waitFor();
}

/** What a page no longer offers, or never did, asked for all the same. */
export const sendForm = (
  page: Page,
  path: string,
  form: Readonly<Record<string, string>> = {},
): Promise<APIResponse> =>
  page.request.post(path, {
    multipart: form,
    headers: { origin: new URL(page.url()).origin, accept: 'text/html' },
    maxRedirects: 0,
  });
