// Somebody is invited and comes in by the printed sheet, as far as a password of their own.

import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { invitationWords } from '#people/invitation.words.ts';
import type { Role } from '#people/person.ts';
import { openPage, type Way } from './browser.ts';

type Wanted = {
  readonly role: Role;
  /** '/staff/sites/…' of the site the role is for; without one the whole province. */
  readonly path?: string;
};
export type NewPerson = {
  readonly name: string;
  readonly username: string;
  readonly password: string;
};

const own = invitationWords.vi;
const password = 'bốn quả khế chín vàng';

/** Ends on the printed sheet, with the code that stands on it. */
export async function invite(
  page: Page,
  { role, path }: Wanted,
): Promise<{ readonly name: string; readonly code: string }> {
  const name = `Người Thử ${randomInt(1_000_000)}`;
  await page.goto('/staff/people/invite');
  await page.getByLabel(own.name, { exact: true }).fill(name);
  await page.getByLabel(own.role, { exact: true }).selectOption(role);
  if (path) await page.getByLabel(own.site).selectOption(path.split('/').at(-1) ?? '');
  await page.getByRole('button', { name: own.make }).click();
  const code = await page.locator('.letters').innerText();
  return { name, code };
}

/** On a device of the person's own, with the code in the square; ends where they are led. */
export async function takeUp(
  code: string,
  { username, ...way }: Way & { readonly username?: string } = {},
): Promise<Page> {
  const page = await openPage(`/invitation?code=${code}`, way);
  if (username) {
    // One is proposed there; emptied first, since the starting script may undo a selection.
    await page.getByLabel(own.enter.username).clear();
    await page.getByLabel(own.enter.username).fill(username);
  }
  await page.getByLabel(own.enter.password).fill(password);
  await page.getByRole('button', { name: own.enter.submit }).click();
  await page.waitForURL(/\/staff/);
  return page;
}

/** Both, for whoever only needs somebody of a role; `page` is an administrator's. */
export async function addPerson(page: Page, wanted: Wanted): Promise<NewPerson> {
  const { name, code } = await invite(page, wanted);
  const username = `nguoi-thu-${name.split(' ').at(-1) ?? ''}`;
  const theirs = await takeUp(code, { username, address: new URL(page.url()).origin });
  await theirs.context().close();
  return { name, username, password };
}
