// From the printed sheet to the last day: invited, come in on a phone, at work, handed over, gone.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { invitationWords } from '#people/invitation.words.ts';
import { rolesWords } from '#people/roles.words.ts';
import { standingInWords } from '#people/standing-in.words.ts';
import { holderWords } from '#sites/holder.words.ts';
import { findBarriers, openPage, overflowOf } from './browser.ts';
import { addPerson, invite, takeUp } from './new-person.ts';
import { makeSite } from './own-site.ts';
import { arriveAt, comeInAs, comeInWith } from './sign-in.ts';

const roles = rolesWords.vi;
const standing = standingInWords.vi;

/** The page of a person, found in the list by name. */
async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto(`/staff/people?standing=all&q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** The first duty of the police at a site; undefined where another role has them all. */
async function takeDuty(page: Page, path: string): Promise<string> {
  await page.goto(`${path}/duties`);
  const links = page.locator('main a[href*="/duties/"]');
  const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  for (const duty of paths) {
    await page.goto(duty);
    const take = page.getByRole('button', { name: holderWords.vi.take });
    if ((await take.count()) === 0) continue;
    await take.click();
    await page.getByRole('button', { name: holderWords.vi.giveBack }).waitFor();
    return duty;
  }
  throw new Error('no duty of this role');
}

test('invited, in on a phone without script, at work, handed over with what was taken on, gone', async () => {
  const { path } = await makeSite(await comeInAs('can-bo-tinh'));
  const office = await comeInAs('quan-tri', '/staff/people');
  const sheet = await invite(office, { role: 'commune_police', path });
  expect(await findBarriers(office)).toEqual([]);
  const next = await addPerson(office, { role: 'viewer', path });

  const phone = await takeUp(sheet.code, { size: 'phone', script: false });
  expect(await overflowOf(phone)).toBe(0);
  const duty = await takeDuty(phone, path);

  await openPerson(office, sheet.name);
  await office.getByRole('link', { name: roles.handOver }).click();
  await office.getByLabel(roles.hand.findTo).fill(next.name);
  await office.getByRole('button', { name: roles.find, exact: true }).click();
  await office.waitForURL(/q=/);
  await office.getByLabel(roles.hand.to, { exact: true }).selectOption({ index: 1 });
  await office.getByRole('button', { name: roles.hand.submit, exact: true }).click();
  await office.getByRole('heading', { name: roles.minutes.title }).waitFor();
  const minutes = await office.locator('main').innerText();
  expect(minutes).toContain(sheet.name);
  expect(minutes).toContain(next.name);
  expect(await office.getByRole('table', { name: roles.minutes.duties }).count()).toBe(1);
  expect(await findBarriers(office)).toEqual([]);

  await phone.goto(duty);
  expect(new URL(phone.url()).pathname).toBe('/sign-in');
  const taken = await comeInWith(next, duty);
  await taken.locator('main').getByText(next.name).waitFor();
  expect(await taken.getByRole('button', { name: holderWords.vi.giveBack }).count()).toBe(1);

  await openPerson(office, next.name);
  await office.locator('summary', { hasText: roles.leave }).click();
  await office.getByRole('button', { name: roles.leave, exact: true }).click();
  await office.getByText(roles.left).waitFor();
  await taken.goto(duty);
  expect(new URL(taken.url()).pathname).toBe('/sign-in');
});

test('a sheet works once, and one taken back opens nothing; both are answered alike', async () => {
  const office = await comeInAs('quan-tri', '/staff/people');
  const [used, back] = [
    await invite(office, { role: 'provincial_officer' }),
    await invite(office, { role: 'provincial_officer' }),
  ];
  await takeUp(used.code);
  await office.goto('/staff/people/invitations');
  const row = office.getByRole('row').filter({ hasText: back.name });
  await row.getByRole('button', { name: invitationWords.vi.revoke }).click();
  await office.getByText(invitationWords.vi.revoked).waitFor();
  for (const { code, name } of [used, back]) {
    const page = await openPage(`/invitation?code=${code}`, { size: 'phone' });
    expect(await page.getByRole('alert').innerText()).toBe(invitationWords.vi.enter.wrong);
    expect(await page.locator('main').innerText()).not.toContain(name);
    expect(await findBarriers(page)).toEqual([]);
  }
});

test('somebody who forgot the password comes in again with a new sheet, to the same records', async () => {
  const { path } = await makeSite(await comeInAs('can-bo-tinh'));
  const office = await comeInAs('quan-tri', '/staff/people');
  const person = await addPerson(office, { role: 'core_member', path });
  const before = await comeInWith(person);
  await openPerson(office, person.name);
  await office.locator('summary', { hasText: roles.renew }).click();
  await office.getByRole('button', { name: roles.renew, exact: true }).click();
  const code = await office.locator('.letters').innerText();
  await before.goto('/staff');
  expect(new URL(before.url()).pathname).toBe('/sign-in');
  const again = await takeUp(code, { size: 'phone' });
  await again.goto('/staff/sites');
  expect(await again.locator(`a[href="${path}"]`).count()).toBe(1);
});

test('while somebody is away another does their work, says so on every page, and it is seen', async () => {
  const { path } = await makeSite(await comeInAs('can-bo-tinh'));
  const office = await comeInAs('quan-tri', '/staff/people');
  const police = await addPerson(office, { role: 'commune_police', path });
  const member = await addPerson(office, { role: 'core_member', path });

  const away = await comeInWith(police, '/staff/standing-in');
  await away.locator('summary', { hasText: standing.name }).click();
  await away.getByLabel(standing.who).selectOption({ label: member.name });
  await away.getByLabel(standing.reason).fill('Đi học');
  await away.getByRole('button', { name: standing.submit }).click();
  await away.getByText(standing.saved).waitFor();
  expect(await findBarriers(away)).toEqual([]);

  const page = await comeInWith(member, '/staff', { size: 'phone' });
  await page.locator('header summary').click();
  await page.getByRole('button', { name: standing.onMenu(police.name) }).click();
  await page.getByText(standing.banner(police.name)).waitFor();
  expect(await overflowOf(page)).toBe(0);
  await takeDuty(page, path);
  expect(await page.getByText(standing.banner(police.name)).count()).toBe(1);
  await page.getByRole('button', { name: standing.off }).click();
  await arriveAt(page, '/staff');
  expect(await page.getByText(standing.banner(police.name)).count()).toBe(0);

  await away.goto('/staff/standing-in');
  const done = away.getByRole('table', { name: standing.doneFor });
  expect(await done.innerText()).toContain(member.name);
});
