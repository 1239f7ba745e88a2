// Somebody comes in: one click for each role of the demo, as on the page for signing in.

import type { Page } from 'playwright-core';
import { peopleWords } from '#people/people.words.ts';
import { signInWords } from '#people/sign-in.words.ts';
import { enrol, enrolment } from './authenticator.ts';
import { openPage, type Known, type Way } from './browser.ts';

export type DemoPerson =
  'can-bo-tinh' | 'quan-tri' | 'bao-ve-du-lieu' | 'cong-an-xa' | 'nong-cot' | 'nguoi-xem';

/** A page of that person, at the place asked for. */
export async function comeInAs(person: DemoPerson, path = '/staff', way: Way = {}): Promise<Page> {
  const page = await openPage(doorTo(path), way);
  await page.locator(`button[value="${person}"]`).click();
  await arriveAt(page, path);
  return page;
}

/** The same with a name and a password of one's own. */
export async function comeInWith(
  { username, password }: { readonly username: string; readonly password: string },
  path = '/staff',
  way: Way = {},
): Promise<Page> {
  const own = peopleWords.vi;
  const page = await openPage(doorTo(path), way);
  await page.getByLabel(own.username).fill(username);
  await page.getByLabel(own.password).fill(password);
  await page.getByRole('button', { name: own.signIn, exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
  await passSecondStep(page, username, path);
  await arriveAt(page, path);
  return page;
}

const recovery = new Map<string, string[]>();

/** Where the role asks for it: turned on the first time, passed by a recovery code from then on. */
async function passSecondStep(page: Page, username: string, path: string): Promise<void> {
  const { pathname, origin } = new URL(page.url());
  const kept = `${origin} ${username}`;
  if (pathname === '/sign-in/code') {
    const { code, go } = signInWords.vi.second;
    await page.getByLabel(code).fill(recovery.get(kept)?.shift() ?? '');
    await page.getByRole('button', { name: go }).click();
  } else if (pathname === enrolment && path !== enrolment) {
    recovery.set(kept, await enrol(page));
    await page.goto(path);
  }
}

const known = new Map<DemoPerson, Promise<Known>>();

/** The same page for somebody who came in earlier on this device; without a person, for a passer-by. */
export async function visitAs(
  person: DemoPerson | undefined,
  path: string,
  way: Way = {},
): Promise<Page> {
  if (!person) return openPage(path, way);
  const before =
    known.get(person) ?? comeInAs(person).then((page) => page.context().storageState());
  known.set(person, before);
  return openPage(path, { ...way, known: await before });
}

export const arriveAt = (page: Page, path: string): Promise<void> =>
  page.waitForURL(({ pathname, search }) => pathname + search === path);

const doorTo = (path: string): string => `/sign-in?next=${encodeURIComponent(path)}`;
