// The first ring of a unit, from the page that says there is none to the sheets in their holders' hands.

import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { placesWords } from '#places/places.words.ts';
import { keysWords } from '#sealed/keys.words.ts';
import { ringWords } from '#sealed/ring.words.ts';
import { addPerson } from './new-person.ts';
import { makeSite } from './own-site.ts';
import { expectFit, keysPage, makeKey, makeParts } from './rings.ts';
import { startApp } from './running-app.ts';
import { comeInAs, comeInWith } from './sign-in.ts';
import { bringInUnits, pick } from './units-on-file.ts';

const own = keysWords.vi;
const ring = ringWords.vi;
const units = ['96,Tỉnh Lam Sơn,tinh,', '960,Huyện Đồi Chè,huyen,96', '96001,Xã Suối Bạc,xa,960'];

/** A site in a commune that has nobody on duty yet. */
async function siteElsewhere(page: Page): Promise<string> {
  await bringInUnits(page, units, '2020-01-01');
  const { path } = await makeSite(page);
  const { place } = placesWords.vi;
  await page.getByRole('link', { name: place.title }).click();
  await pick(page, place.unit, 'xa suoi bac', 'Xã Suối Bạc, huyện Đồi Chè');
  await page.getByRole('button', { name: place.do, exact: true }).click();
  await page.getByText(place.done).waitFor();
  return path;
}

test(
  'the first of a unit’s people opens its ring, when every sheet has been read back',
  { timeout: 300_000 },
  async () => {
    const app = await startApp();
    onTestFinished(() => app.stop());
    const { address } = app;
    const path = await siteElsewhere(await comeInAs('can-bo-tinh', '/staff', { address }));
    const administrator = await comeInAs('quan-tri', '/staff', { address });
    const person = await addPerson(administrator, { role: 'commune_police', path });

    const page = await comeInWith(person, keysPage, { address, size: 'phone' });
    await page.getByText(`${own.notOpened}. ${own.needKey}`).waitFor();
    await makeKey(page);
    await page.getByRole('link', { name: own.openIt }).click();
    await page.waitForURL(/\/keys\/new/);
    await expectFit(page);
    const holders = Array.from({ length: 4 }, () => undefined);
    const parts = await makeParts(page, { need: 3, holders });
    expect(parts).toHaveLength(4);
    await expectFit(page);
    const finish = page.getByRole('button', { name: ring.ceremony.finish, exact: true });
    const last = await page.locator('[name=back-4]').inputValue();
    await page.locator('[name=back-4]').fill('0000');
    await finish.click();
    await page.getByText(ring.ceremony.backWrong(4)).waitFor();
    await page.locator('[name=back-4]').fill(last.toLowerCase());
    await finish.click();
    await page.waitForURL(/\/staff\/keys\/[0-9a-f-]{36}$/);
    const text = await page.locator('main').innerText();
    expect(text).toContain(person.name);
    expect(text).toContain('Xã Suối Bạc');
    expect(text).toMatch(/4 mảnh, cần 3 mảnh/);
    await expectFit(page);
    await page.goto(keysPage);
    await page.getByRole('link', { name: own.inIt, exact: true }).waitFor();
  },
);
