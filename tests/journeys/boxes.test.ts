// A tip box from the register to the minutes: two people with sign-ins of their own, each letter sealed at once.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { boxWords } from '#tips/box.words.ts';
import { hotlineWords } from '#tips/hotline.words.ts';
import { findBarriers, overflowOf } from './browser.ts';
import { comeInAs } from './sign-in.ts';

const own = boxWords.vi;
/** Milliseconds: sealing takes its time, and two people take turns. */
const patience = 150_000;
const boxAt = /\/staff\/boxes\/[0-9a-f-]{36}$/;

async function expectFit(page: Page): Promise<void> {
  expect([await findBarriers(page), await overflowOf(page)]).toEqual([[], 0]);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function addBox(page: Page, place: string): Promise<void> {
  await page.goto('/staff/boxes/new');
  await page.getByLabel(own.place).fill(place);
  await page.getByLabel(own.sealNumber).fill('NP 0001');
  await chooseBoth(page);
  await expectFit(page);
  await press(page, own.add);
  await page.waitForURL(boxAt);
}

/** The two of the commune’s police, whose key rings the demo has. */
async function chooseBoth(page: Page): Promise<void> {
  for (const [label, name] of [
    [own.firstKey, police.first],
    [own.secondKey, police.second],
  ] as const)
    await page.getByLabel(label).selectOption({ label: name });
}

const police = { first: '', second: '' };

/** As the pages say them. */
async function learnNames(first: Page, second: Page): Promise<void> {
  police.first = await nameIn(first);
  police.second = await nameIn(second);
}
/** As the menu of their own says it. */
const nameIn = async (page: Page): Promise<string> =>
  ((await page.locator('summary b').first().textContent()) ?? '').trim();

test(
  'two keyholders open a box, count, seal each letter and close it; minutes come out as PDF',
  async () => {
    const first = await comeInAs('cong-an-xa', '/staff/boxes', { size: 'phone' });
    const second = await comeInAs('cong-an-xa-2', '/staff/boxes');
    await expectFit(first);
    await learnNames(first, second);
    await addBox(first, 'Cổng nhà văn hóa xóm Ví Dụ');
    await expectFit(first);
    const boxPath = new URL(first.url()).pathname;

    await first.getByLabel(own.second).selectOption({ label: police.second });
    await first.getByLabel(own.sealFound).fill('np-0001');
    await first.getByLabel(own.whole).check();
    await press(first, own.begin);
    await first.getByText(own.sealState.whole).waitFor();
    await expectFit(first);
    await first.getByText(own.presence, { exact: true }).waitFor();

    const openingPath = new URL(first.url()).pathname;
    await second.goto('/staff');
    await second.getByText(own.waitsForYou(police.first)).click();
    await second.waitForURL((url) => url.pathname === openingPath);
    await press(second, own.confirm);

    await first.goto(openingPath);
    await first.getByLabel(own.letters).fill('2');
    await press(first, own.save);
    await first.getByText(own.letter(1, 2)).waitFor();
    await expectFit(first);
    await first.getByLabel(own.text).fill('Tối nào cũng có người lạ vào ngôi nhà cuối xóm.');
    await press(first, own.sealLetter);
    await first.getByText(own.sealed(1)).waitFor();
    expect(await first.content()).not.toContain('ngôi nhà cuối xóm');

    await first.getByText(own.asideHow).click();
    await first.getByLabel(own.setAside, { exact: true }).fill('1');
    await first.getByLabel(own.setAsideReason).fill('tờ quảng cáo');
    await first.getByLabel(own.newSeal).fill('NP 0001');
    await first.getByLabel(own.handedTo).fill('Trực ban Công an xã Ví Dụ');
    await press(first, own.close);
    await first.getByText(own.refusal['seal-same']).waitFor();
    await expect.poll(() => first.getByLabel(own.setAsideReason).inputValue()).toBe('tờ quảng cáo');
    await first.getByLabel(own.newSeal).fill('NP 0002');
    await press(first, own.close);
    await first.getByText(own.closed, { exact: true }).waitFor();
    await expectFit(first);

    const minutes = await first.request.get(`${openingPath}/minutes.pdf`);
    expect([minutes.status(), minutes.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await second.goto(boxPath);
    await second.getByText(own.seal('NP 0002')).waitFor();
  },
  patience,
);

test(
  'code slips are made and registered, and a letter with a coupon is bound to its code',
  async () => {
    const slips = hotlineWords.vi.slips;
    const page = await comeInAs('cong-an-xa', '/staff/boxes/slips');
    await press(page, slips.make);
    await page.getByText(slips.once).waitFor();
    expect(await page.locator('article').count()).toBe(6);
    await expectFit(page);
    const number = await page.locator('.number').first().innerText();
    expect(number).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{4}$/);
    await page.reload();
    expect(await page.locator('article').count()).toBe(0);
  },
  patience,
);
