// The administrator gives somebody an account; the first password is shown once and taken along.

import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { peopleWords } from '#people/people.words.ts';
import type { Role } from '#people/person.ts';

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

const own = peopleWords.vi;

/** Ends on the page of people. */
export async function addPerson(page: Page, { role, path }: Wanted): Promise<NewPerson> {
  const username = `nguoi-thu-${randomInt(1_000_000)}`;
  const name = `Người Thử ${username.split('-').at(-1) ?? ''}`;
  await page.goto('/staff/people');
  await page.getByLabel(own.name, { exact: true }).fill(name);
  await page.getByLabel(own.username, { exact: true }).fill(username);
  await page.getByLabel(own.roleLabel, { exact: true }).selectOption(role);
  if (path) await page.getByLabel(own.siteLabel).selectOption(path.split('/').at(-1) ?? '');
  await page.getByRole('button', { name: own.add }).click();
  const said = await page.getByText(own.added(username, '')).innerText();
  return { name, username, password: said.slice(own.added(username, '').length).trim() };
}
