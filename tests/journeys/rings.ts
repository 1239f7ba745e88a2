// What people do with keys and rings, again and again: make a key, open it, admit, make and read back parts.

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoPassphrase } from '#demo/demo-keys.ts';
import { keysWords } from '#sealed/keys.words.ts';
import { ringWords } from '#sealed/ring.words.ts';
import { findBarriers, overflowOf } from './browser.ts';

export { demoPassphrase };

export const keysPage = '/staff/keys';
/** Of the keys that journeys make. */
export const newPassphrase = 'chín con trâu ăn cỏ ven sông';

const own = keysWords.vi;
const ring = ringWords.vi;

/** Fit for everybody, on a telephone too. */
export async function expectFit(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
}

/** On a page that asks for the passphrase; ends where what was sealed can be opened. */
export async function unlock(page: Page, passphrase: string = demoPassphrase): Promise<void> {
  await page.getByLabel(own.passphrase, { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: own.unlock.submit, exact: true }).click();
  await page.getByText(own.unlock.open, { exact: true }).waitFor();
}

/** Ends with the number that stands on the page. */
export async function makeKey(page: Page): Promise<string> {
  await page.getByLabel(own.passphrase, { exact: true }).fill(newPassphrase);
  await page.getByLabel(own.again, { exact: true }).fill(newPassphrase);
  await page.getByRole('button', { name: own.make, exact: true }).click();
  await page.getByText(own.made, { exact: true }).waitFor();
  return numberOf(page);
}

/** Of one's own key, on its page. */
export const numberOf = (page: Page): Promise<string> =>
  page.locator('.number').first().innerText();

/** The ring that is listed with these words. */
export async function openRingPage(page: Page, is: string): Promise<void> {
  await page.goto(keysPage);
  await page.getByRole('link', { name: is, exact: true }).click();
  await page.waitForURL(/\/staff\/keys\/[0-9a-f-]{36}$/);
}

export async function admit(page: Page, name: string, number: string): Promise<void> {
  await page.getByLabel(ring.whom).selectOption({ label: name });
  await page.getByLabel(ring.theirNumber).fill(number);
  await page.getByRole('button', { name: ring.admitSubmit, exact: true }).click();
}

/** Whose key holds a part, and the number they read out. */
export type Holder = { readonly name: string; readonly number: string };

/** The ceremony as far as everything is read back; the printed parts, as their holders take them away. */
export async function makeParts(
  page: Page,
  { need, holders }: { readonly need: number; readonly holders: readonly (Holder | undefined)[] },
): Promise<readonly string[]> {
  await page.getByLabel(ring.ceremony.of).fill(String(holders.length));
  await page.getByLabel(ring.ceremony.need).fill(String(need));
  for (const [at, holder] of holders.entries()) {
    if (!holder) continue;
    await page.getByLabel(ring.ceremony.holder(at + 1)).selectOption({ label: holder.name });
  }
  await page.getByRole('button', { name: ring.ceremony.make, exact: true }).click();
  await page.locator('[name=back-1]').waitFor();
  const printed = await page.locator('.part').allInnerTexts();
  await expectFit(page);
  const unread = [...printed];
  for (const [at, holder] of holders.entries()) {
    const said = holder?.number ?? unread.shift()?.replace(/\s/g, '').slice(-4) ?? '';
    await page.locator(`[name=back-${at + 1}]`).fill(said);
  }
  return printed;
}

const threeOnPaper = { need: 2, holders: [undefined, undefined, undefined] };

/** The recovery key of an open ring made anew. */
export async function renewParts(
  page: Page,
  plan: Parameters<typeof makeParts>[1] = threeOnPaper,
): Promise<readonly string[]> {
  await page.getByText(ring.ceremony.renewTitle, { exact: true }).click();
  const parts = await makeParts(page, plan);
  await page.getByRole('button', { name: ring.ceremony.renewFinish, exact: true }).click();
  await page.getByText(ring.recovery.renewed, { exact: true }).waitFor();
  return parts;
}

/** From the ring's page; ends where the parts are put together. */
export async function callForParts(page: Page, passphrase: string): Promise<void> {
  await page.getByRole('link', { name: ring.recovery.call, exact: true }).click();
  await page.waitForURL(/\/recovery$/);
  await page.getByLabel(ring.recovery.reason).fill('Không còn ai ở đơn vị mở được khóa');
  await page.getByRole('button', { name: ring.recovery.callSubmit, exact: true }).click();
  await unlock(page, passphrase);
}
