// What a sender does at the door, again and again: find it, tell, copy the code, send.

import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { newId } from '#ground/id.ts';
import { doorWords } from '#tips/door/door.words.ts';
import type { Ring } from '#tips/door/seal-tip.ts';
import { comeInAs } from './sign-in.ts';

const own = doorWords.vi;

export type DoorOf = { readonly path: string; readonly commune: Ring; readonly province: Ring };

let found: Promise<DoorOf> | undefined;

/** Of the demo's commune, whose police are on duty. */
export const findDoor = (): Promise<DoorOf> => (found ??= lookForDoor());

async function lookForDoor(): Promise<DoorOf> {
  const page = await comeInAs('cong-an-xa', '/staff/bodies?q=phu');
  for (const link of await page.locator('main a[href^="/staff/bodies/"]').all()) {
    const path = `/t/${(await link.getAttribute('href'))?.split('/')[3] ?? ''}`;
    const knocked = await fetch(`${inject('address')}${path}/keys?command=${newId()}`);
    if (!knocked.ok) continue;
    const { commune, province } = (await knocked.json()) as Partial<DoorOf>;
    if (commune && province) return { path, commune, province };
  }
  throw new Error('nobody is on duty at any commune of the demo');
}

/** From the first choice to the form; ends where the page seals on this device. */
export async function beginReport(page: Page): Promise<void> {
  await page.getByText(own.crime, { exact: true }).click();
  await page.locator('#sealing').filter({ hasText: 'ngay trên máy này' }).waitFor();
}

/** Ends with the code as it stands on the page. */
export async function askForCode(page: Page): Promise<string> {
  await page.getByRole('button', { name: own.next }).click();
  const code = page.locator('#syllables').filter({ hasText: /\w/ });
  await code.waitFor();
  return code.innerText();
}

export async function typeBack(page: Page, code: string): Promise<void> {
  await page.locator('#typed').fill(code);
  await page.getByRole('button', { name: own.send, exact: true }).click();
}

export const untilReceived = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: own.received }).waitFor();

/** Of a whole tip; ends with its code. */
export async function tellAll(page: Page, what: string): Promise<string> {
  await beginReport(page);
  await page.locator('[name=what]').fill(what);
  const code = await askForCode(page);
  await typeBack(page, code);
  await untilReceived(page);
  return code;
}
