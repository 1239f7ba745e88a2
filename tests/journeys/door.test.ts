// At the door for tips: told with script and without, sent once over a broken line, answered by its code.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { answerWords } from '#tips/door/answers.words.ts';
import { doorWords } from '#tips/door/door.words.ts';
import { sendingWords } from '#tips/door/sending.words.ts';
import {
  askForCode,
  beginReport,
  findDoor,
  tellAll,
  typeBack,
  untilReceived,
} from './at-the-door.ts';
import { openPage } from './browser.ts';
import { expectFit, unlock } from './rings.ts';
import { comeInAs } from './sign-in.ts';

const [own, sending, answers] = [doorWords.vi, sendingWords.vi, answerWords.vi];

const anyWhat = (): string => `Chuyện ví dụ số ${crypto.randomUUID().slice(0, 8)} ở đầu xóm.`;

/** How many tips of those words those on duty find, once the first lines of their list are open. */
async function countAtDesk(what: string, who: 'cong-an-xa' | 'truc-ban-tinh'): Promise<number> {
  const page = await comeInAs(who, '/staff/tips');
  await unlock(page);
  const rows = page.locator('main a[href^="/staff/tips/"]');
  const row = rows.filter({ hasText: what.slice(0, 23) });
  await row
    .or(rows.filter({ hasText: 'Chuyện ví dụ' }))
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  return row.count();
}

async function lookUp(page: Page, code: string): Promise<void> {
  await page.locator('#typed').fill(code);
  await page.locator('#ask button').click();
}

for (const size of ['phone', 'desk'] as const)
  test(`on a ${size}, a tip is told, its code typed back, and it lies with those on duty; every screen is fit`, async () => {
    const { path } = await findDoor();
    const page = await openPage(path, { size });
    await expectFit(page);
    await beginReport(page);
    await expectFit(page);
    await page.getByText(own.crimes.sell, { exact: true }).click();
    await page.locator('[name="detail-sell"]').fill('Hẹn qua điện thoại');
    const what = anyWhat();
    await page.locator('[name=what]').fill(what);
    await page.locator('summary', { hasText: own.identity }).click();
    await expectFit(page);
    const code = await askForCode(page);
    await expectFit(page);
    await typeBack(page, code);
    await untilReceived(page);
    await expectFit(page);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(await countAtDesk(what, 'cong-an-xa')).toBe(1);
  });

test('without script the page says first that the server seals, gives a code, and the code reads the state', async () => {
  const { path } = await findDoor();
  const page = await openPage(path, { size: 'phone', script: false });
  await expectFit(page);
  await page.getByText(own.crime, { exact: true }).click();
  await page.getByText(own.sealedLater).waitFor();
  const what = anyWhat();
  await page.locator('[name=what]').fill(what);
  await page.getByRole('button', { name: own.next }).click();
  const code = await page.locator('.code').innerText();
  await expectFit(page);
  await page.locator('[name=back]').fill('ba ba ba');
  await page.getByRole('button', { name: own.send }).click();
  await page.getByText(own.refusal['code-differs']).waitFor();
  expect(await page.locator('.code').innerText()).toBe(code);
  await page.locator('[name=back]').fill(code.toUpperCase());
  await page.getByRole('button', { name: own.send }).click();
  await untilReceived(page);
  await expectFit(page);
  await page.goto('/t/answers');
  await lookUp(page, code);
  await page.getByText(answers.states.received).waitFor();
  await page.locator('#text').fill('Hôm nay lại thấy.');
  await page.locator('#more button').click();
  await page.getByText(answers.sent).waitFor();
  await expectFit(page);
  expect(await countAtDesk(what, 'cong-an-xa')).toBe(1);
});

test('a line that drops while sending is waited for, and the tip is there once', async () => {
  const { path } = await findDoor();
  const page = await openPage(path);
  await beginReport(page);
  const what = anyWhat();
  await page.locator('[name=what]').fill(what);
  const code = await askForCode(page);
  let lost = 0;
  // The first letter arrives, but its answer does not; the second does not even leave.
  await page.route(`**${path}`, async (route) => {
    lost += 1;
    if (lost === 1) await route.fetch();
    if (lost <= 2) await route.abort('connectionreset');
    else await route.continue();
  });
  await typeBack(page, code);
  await page.getByText(sending.waiting).waitFor();
  await untilReceived(page);
  expect(lost).toBe(3);
  expect(await countAtDesk(what, 'cong-an-xa')).toBe(1);
});

test('a page that is reloaded keeps what was typed; reloaded while sending it goes on, once', async () => {
  const { path } = await findDoor();
  const page = await openPage(path);
  await beginReport(page);
  const what = anyWhat();
  await page.locator('[name=what]').fill(what);
  await page.getByLabel(own.officialYes).check();
  await page.getByLabel(own.officialNo, { exact: true }).check();
  await page.reload();
  await page.locator('#report').waitFor();
  expect(await page.locator('[name=what]').inputValue()).toBe(what);
  const code = await askForCode(page);
  await page.context().setOffline(true);
  await typeBack(page, code);
  await page.getByText(sending.waiting).waitFor();
  await page.context().setOffline(false);
  await untilReceived(page);
  expect(await countAtDesk(what, 'cong-an-xa')).toBe(1);
});

test('pressed twice, a tip is there once', async () => {
  const { path } = await findDoor();
  const page = await openPage(path);
  await beginReport(page);
  const what = anyWhat();
  await page.locator('[name=what]').fill(what);
  const code = await askForCode(page);
  await page.locator('#typed').fill(code);
  await page.getByRole('button', { name: own.send, exact: true }).dblclick();
  await untilReceived(page);
  expect(await countAtDesk(what, 'cong-an-xa')).toBe(1);
});

test('a wrong word of the code is named with the one that is meant; another code is not taken', async () => {
  const { path } = await findDoor();
  const page = await openPage(path, { size: 'phone' });
  await beginReport(page);
  await page.locator('[name=what]').fill(anyWhat());
  const words = (await askForCode(page)).split(/\s+/);
  await typeBack(page, ['xyzt', ...words.slice(1)].join(' '));
  await page.getByText('“xyzt” chưa đúng').waitFor();
  await typeBack(page, words.slice(1).join(' '));
  await page.getByText(sending.trouble['too-short']).waitFor();
  const [first = '', second = '', ...rest] = words;
  if (first !== second) await typeBack(page, [second, first, ...rest].join(' '));
  await page.locator('#differs').filter({ hasText: /\w/ }).waitFor();
  await expectFit(page);
});

test('what concerns an officer goes to the province; the commune has no such row', async () => {
  const { path } = await findDoor();
  const page = await openPage(path, { size: 'phone' });
  await beginReport(page);
  await page.getByLabel(own.officialYes).check();
  await page.getByText(own.sealedProvince).waitFor();
  const what = anyWhat();
  await page.locator('[name=what]').fill(what);
  const code = await askForCode(page);
  await page.locator('#to').filter({ hasText: 'Công an tỉnh' }).waitFor();
  await typeBack(page, code);
  await untilReceived(page);
  expect(await countAtDesk(what, 'truc-ban-tinh')).toBe(1);
  expect(await countAtDesk(what, 'cong-an-xa')).toBe(0);
});

test('leaving quickly empties the page, and going back does not bring back what was typed', async () => {
  const { path } = await findDoor();
  const page = await openPage(path);
  await beginReport(page);
  await page.locator('[name=what]').fill(anyWhat());
  await page.route('https://vi.wikipedia.org/**', (route) => route.abort());
  const href = await page.locator('a.exit').getAttribute('href');
  expect(href).toContain('wikipedia.org');
  // No journey leaves the house: the same press, with another page to go to.
  await page.locator('a.exit').evaluate((link) => link.setAttribute('href', '/'));
  await page.locator('a.exit').click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto(path);
  expect(await page.locator('[name=what]').inputValue()).toBe('');
});

test('with the code, in words or in digits, the sender reads what was answered and adds more', async () => {
  const { path } = await findDoor();
  const page = await openPage(path, { size: 'phone' });
  const code = await tellAll(page, anyWhat());
  await page.goto('/t/answers');
  await page.getByText(answers.openedHere).waitFor();
  await expectFit(page);
  await lookUp(page, 'mot hai ba');
  await page.getByText(sending.trouble['too-short']).waitFor();
  await lookUp(page, code);
  await page.getByText(answers.states.received).waitFor();
  await page.locator('#text').fill('Hôm nay lại thấy.');
  await page.locator('#more button').click();
  await page.getByText(sending.receivedMore).waitFor();
  await expectFit(page);
});
