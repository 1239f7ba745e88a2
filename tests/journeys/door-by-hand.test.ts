// The door for every hand: keyboard alone, on paper, a tab that closes, and nothing left on the device.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { doorWords } from '#tips/door/door.words.ts';
import { sendingWords } from '#tips/door/sending.words.ts';
import { caseWords } from '#tips/case.words.ts';
import { answerWords } from '#tips/door/answers.words.ts';
import {
  askForCode,
  beginReport,
  findDoor,
  tellAll,
  typeBack,
  untilReceived,
} from './at-the-door.ts';
import { openPage, overflowOf } from './browser.ts';
import { expectFit, unlock } from './rings.ts';
import { comeInAs } from './sign-in.ts';

const [own, sending, answers] = [doorWords.vi, sendingWords.vi, answerWords.vi];
const patience = 150_000;
const mostTabs = 60;
const anyWhat = (): string => `Kể bằng tay, số ${crypto.randomUUID().slice(0, 8)}, ở đầu xóm.`;

/** Everything a browser could keep for a page. */
const leftOf = (page: Page): Promise<unknown> =>
  page.evaluate(async () => ({
    kept: [document.cookie, localStorage.length, sessionStorage.length],
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
const nothing = { kept: ['', 0, 0], databases: [], caches: [], workers: 0 };

/** As far as what fits; whoever presses sees where they are. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    await page.keyboard.press('Tab');
    const at = await page.locator(':focus').evaluate((element, wanted) => {
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      const isShown = outlineStyle !== 'none' || boxShadow !== 'none';
      return { isShown, isThere: element.matches(wanted), says: element.textContent.slice(0, 40) };
    }, selector);
    expect(at).toMatchObject({ isShown: true });
    if (at.isThere) return;
  }
  throw new Error(`${mostTabs} times Tab did not lead to ${selector}`);
}

test('a tip is told without a mouse, and after it nothing is left on the device', async () => {
  const { path } = await findDoor();
  const page = await openPage(path);
  await tabTo(page, '[href="#report"]');
  await page.keyboard.press('Enter');
  await page.locator('#sealing').filter({ hasText: 'ngay trên máy này' }).waitFor();
  await tabTo(page, '[name=crime]');
  await page.keyboard.press('Space');
  expect(await page.locator('[name=crime]:checked').getAttribute('value')).toBe('sell');
  await tabTo(page, '[name=what]');
  await page.keyboard.type(anyWhat());
  await tabTo(page, '#tip > .button');
  await page.keyboard.press('Enter');
  const shown = page.locator('#syllables').filter({ hasText: /\w/ });
  await shown.waitFor();
  await tabTo(page, '#typed');
  await page.keyboard.type(await shown.innerText());
  await tabTo(page, '#back .button');
  await page.keyboard.press('Enter');
  await untilReceived(page);
  expect(await page.context().cookies()).toEqual([]);
  expect(await leftOf(page)).toEqual(nothing);
});

test('Esc twice leaves, and once does not', async () => {
  const { path } = await findDoor();
  const page = await openPage(path);
  await beginReport(page);
  await page.locator('[name=what]').fill(anyWhat());
  await page.locator('a.exit').evaluate((link) => link.setAttribute('href', '/'));
  await page.keyboard.press('Escape');
  await page.waitForTimeout(1_700);
  await page.keyboard.press('Escape');
  expect(new URL(page.url()).pathname).toBe(path);
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => url.pathname === '/');
  expect(await leftOf(page)).toEqual(nothing);
});

test('closing the tab loses what was typed; another tab never had it', async () => {
  const { path } = await findDoor();
  const page = await openPage(path);
  await beginReport(page);
  await page.locator('[name=what]').fill(anyWhat());
  const beside = await page.context().newPage();
  await beside.goto(`${path}#report`);
  await page.close();
  for (const again of [beside, await beside.context().newPage()]) {
    await again.goto(`${path}?again#report`);
    await again.locator('#files').waitFor();
    expect(await again.locator('[name=what]').inputValue()).toBe('');
  }
});

test.each(['phone', 'desk'] as const)(
  'on a %s, code and receipt can be printed: what is pressed is left out, the code is not',
  async (size) => {
    const { path } = await findDoor();
    const page = await openPage(path, { size });
    await beginReport(page);
    await page.locator('[name=what]').fill(anyWhat());
    const code = await askForCode(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#syllables').isVisible()).toBe(true);
    expect(await page.locator('#digits').isVisible()).toBe(true);
    expect(await page.locator('header, .button, #typed').locator('visible=true').count()).toBe(0);
    expect(await overflowOf(page)).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await typeBack(page, code);
    await untilReceived(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#when').isVisible()).toBe(true);
    expect(await page.locator('main').innerText()).not.toContain(code);
  },
);

test.each(['phone', 'desk'] as const)(
  'on a %s, what went wrong is said where it is, and every such screen is fit',
  async (size) => {
    const { path } = await findDoor();
    const page = await openPage(path, { size });
    await beginReport(page);
    await page.locator('[name=what]').fill(anyWhat());
    await page.route('**/keys?*', (route) => route.abort());
    const code = await askForCode(page);
    await typeBack(page, 'mot hai ba');
    await page.locator('#differs').filter({ hasText: /\w/ }).waitFor();
    await expectFit(page);
    await typeBack(page, code);
    await page.getByText(sending.waiting).waitFor();
    await expectFit(page);
    await page.unroute('**/keys?*');
    await page.route('**/keys?*', (route) => route.fulfill({ json: {} }));
    await page.getByText(sending.noRing).waitFor();
    expect(await page.locator('[name=what]').inputValue()).toContain('Kể bằng tay');
    await expectFit(page);
  },
  patience,
);

test(
  'what the desk answered is read with the code in digits, and the desk reads what is added',
  async () => {
    const { path } = await findDoor();
    const what = anyWhat();
    const page = await openPage(path, { size: 'phone' });
    await tellAll(page, what);
    const digits = await page.locator('#digits').textContent();
    const desk = await comeInAs('cong-an-xa', '/staff/tips');
    await unlock(desk);
    const cases = desk.locator('main a[href^="/staff/tips/"]');
    await cases.filter({ hasText: what.slice(0, 25) }).click();
    await desk.getByLabel(caseWords.vi.template).selectOption('received');
    await desk.getByRole('button', { name: caseWords.vi.sendAnswer, exact: true }).click();
    await desk.getByText(caseWords.vi.answered, { exact: true }).first().waitFor();

    await page.goto('/t/answers');
    await page.getByText(answers.openedHere).waitFor();
    await page.locator('#typed').fill(digits ?? '');
    await page.locator('#ask button').click();
    await page.locator('#letters .letter').waitFor();
    expect(await page.locator('#letters .letter').innerText()).toBe(
      caseWords.vi.templateText.received,
    );
    await expectFit(page);
    await page.locator('#text').fill('Hôm nay lại thấy xe ấy.');
    await page.locator('#more button').click();
    await page.getByText(sending.receivedMore).waitFor();
    await desk.reload();
    await unlock(desk).catch(() => undefined);
    await desk.getByText('Hôm nay lại thấy xe ấy.').waitFor();
    expect(await leftOf(page)).toEqual(nothing);
  },
  patience,
);

test('danger comes first at the door, before any form', async () => {
  const { path } = await findDoor();
  const page = await openPage(path, { size: 'phone', script: false });
  const first = page.locator('main .way').first();
  expect(await first.getAttribute('href')).toBe('tel:113');
  expect(await first.innerText()).toContain(own.now);
});
