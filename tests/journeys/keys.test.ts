// A colleague's key from the first day on duty to the last: made, admitted, taken out, and brought back by parts on paper.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { keysWords } from '#sealed/keys.words.ts';
import { ringWords } from '#sealed/ring.words.ts';
import { openPage, type Way } from './browser.ts';
import { addPerson, type NewPerson } from './new-person.ts';
import { addressOf } from './pages.ts';
import {
  admit,
  callForParts,
  demoPassphrase,
  expectFit,
  keysPage,
  makeKey,
  newPassphrase,
  numberOf,
  openRingPage,
  renewParts,
  unlock,
  type Holder,
} from './rings.ts';
import { comeInAs, comeInWith } from './sign-in.ts';

const own = keysWords.vi;
const ring = ringWords.vi;
const patience = 180_000;

/** One of the commune police, at the demo's site. */
async function someoneNew(): Promise<NewPerson> {
  const path = await addressOf({ name: 'the site of the demo', at: 'demo:' });
  const page = await comeInAs('quan-tri', '/staff/sites');
  return addPerson(page, { role: 'commune_police', path });
}

async function takeOut(page: Page, name: string): Promise<void> {
  await page.getByLabel(name).check();
  await page.getByRole('button', { name: ring.turnSubmit, exact: true }).click();
  await page.getByText(ring.turned, { exact: true }).waitFor();
}

async function recoverWith(page: Page, parts: readonly string[]): Promise<void> {
  await callForParts(page, newPassphrase);
  const finish = page.getByRole('button', { name: ring.recovery.finish, exact: true });
  await page.getByLabel(`${ring.recovery.open} · 1`).fill(parts[0] ?? '');
  await finish.click();
  await page.getByText(ring.recovery.tooFew(1, 2)).waitFor();
  await page.getByLabel(`${ring.recovery.open} · 2`).fill((parts[2] ?? '').toLowerCase());
  await expectFit(page);
  await finish.click();
}

/** A keyholder's part: refused for a number the caller did not read out, given for theirs. */
async function givePart(page: Page, caller: Holder, passphrase: string): Promise<void> {
  await page.getByRole('link', { name: caller.name }).click();
  await page.waitForURL(/\/recovery$/);
  await unlock(page, passphrase);
  const said = page.getByLabel(ring.ceremony.theirNumber(caller.name));
  const give = page.getByRole('button', { name: ring.recovery.give });
  await said.fill('0000 0000 0000 0000');
  await give.click();
  await page.getByText(ring.numberDiffers).waitFor();
  await expectFit(page);
  await said.fill(caller.number);
  await give.click();
  await page.getByText(ring.recovery.given, { exact: true }).waitFor();
  expect(await said.count()).toBe(0);
}

/** On a telephone of their own, with a key; ends on their page of keys. */
async function someoneWithKey(): Promise<{ readonly page: Page; readonly holder: Holder }> {
  const person = await someoneNew();
  const page = await comeInWith(person, keysPage, { size: 'phone' });
  return { page, holder: { name: person.name, number: await makeKey(page) } };
}

test(
  'a colleague makes a key, is admitted, is taken out, and opens the ring again with two of three parts',
  { timeout: patience },
  async () => {
    const person = await someoneNew();
    const way: Way = { size: 'phone' };
    const theirs = await comeInWith(person, keysPage, way);
    await expectFit(theirs);
    const number = await makeKey(theirs);
    await expectFit(theirs);

    const page = await comeInAs('cong-an-xa', keysPage);
    await openRingPage(page, own.inIt);
    await unlock(page, demoPassphrase);
    await admit(page, person.name, '0000 0000 0000 0000');
    await page.getByText(ring.numberDiffers).waitFor();
    await admit(page, person.name, number);
    await page.getByText(ring.admitted, { exact: true }).waitFor();
    await openRingPage(theirs, own.inIt);

    const parts = await renewParts(page);
    expect(parts).toHaveLength(3);
    await takeOut(page, person.name);
    await expectFit(page);

    await openRingPage(theirs, own.notInIt);
    await recoverWith(theirs, parts);
    await theirs.getByText(ring.recovery.done).waitFor();
    await openRingPage(theirs, own.inIt);
  },
);

test(
  'parts sealed to two colleagues’ keys open the ring again for a third, with nothing on paper',
  { timeout: patience },
  async () => {
    const [first, caller] = [await someoneWithKey(), await someoneWithKey()];
    const second = await comeInAs('cong-an-xa-2', keysPage, { size: 'phone' });
    const holder = { name: 'Triệu Thị Minh Họa', number: await numberOf(second) };

    const page = await comeInAs('cong-an-xa', keysPage, { size: 'phone' });
    await openRingPage(page, own.inIt);
    await unlock(page);
    expect(await renewParts(page, { need: 2, holders: [holder, first.holder] })).toEqual([]);
    expect(await page.locator('main').innerText()).toContain(
      `${ring.recovery.part(1)}: ${holder.name}`,
    );

    await openRingPage(caller.page, own.notInIt);
    await callForParts(caller.page, newPassphrase);
    await openRingPage(second, own.inIt);
    await givePart(second, caller.holder, demoPassphrase);
    await openRingPage(first.page, own.notInIt);
    await givePart(first.page, caller.holder, newPassphrase);

    await caller.page.reload();
    await unlock(caller.page, newPassphrase);
    await caller.page.getByText(ring.recovery.have(2, 2)).waitFor();
    await expectFit(caller.page);
    await caller.page.getByRole('button', { name: ring.recovery.finish, exact: true }).click();
    await caller.page.getByText(ring.recovery.done).waitFor();
    await openRingPage(caller.page, own.inIt);
  },
);

test(
  'another passphrase opens the key, and the old one no longer does',
  { timeout: patience },
  async () => {
    const { page, holder } = await someoneWithKey();
    const another = 'mười hai bến nước trong xanh';
    const change = page.locator('form[action="?/change"]');
    await page.getByText(own.change, { exact: true }).first().click();
    await change.getByLabel(own.current, { exact: true }).fill(`${newPassphrase} khác`);
    await change.getByLabel(own.fresh, { exact: true }).fill(another);
    await change.getByLabel(own.again, { exact: true }).fill(another);
    await change.getByRole('button', { name: own.changeSubmit }).click();
    await change.getByText(own.unlock.wrong).waitFor();
    await expectFit(page);
    await change.getByLabel(own.current, { exact: true }).fill(newPassphrase);
    await change.getByRole('button', { name: own.changeSubmit }).click();
    await page.getByText(own.changed, { exact: true }).waitFor();
    expect(await numberOf(page)).toBe(holder.number);

    const colleague = await comeInAs('cong-an-xa', keysPage);
    await openRingPage(colleague, own.inIt);
    await unlock(colleague);
    await admit(colleague, holder.name, holder.number);
    await colleague.getByText(ring.admitted, { exact: true }).waitFor();
    await openRingPage(page, own.inIt);
    await page.reload();
    await page.getByLabel(own.passphrase, { exact: true }).fill(newPassphrase);
    await page.getByRole('button', { name: own.unlock.submit, exact: true }).click();
    await page.getByText(own.unlock.wrong).waitFor();
    await unlock(page, another);
  },
);

test('without script the page of keys says that it needs one', async () => {
  const page = await comeInAs('cong-an-xa', keysPage, { script: false });
  expect(await page.locator('main noscript').allInnerTexts()).toContain(own.noScript);
  await expectFit(page);
});

test('the page for signing in says that everybody can open the keys of the demo', async () => {
  const page = await openPage('/sign-in');
  expect(await page.locator('main').innerText()).toContain(demoPassphrase);
});
