// Asking for help: with script and without, answered, a file kept with consent, read by its code and withdrawn.

import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { newId } from '#ground/id.ts';
import { helpAnswerWords } from '#help/door/help-answers.words.ts';
import { helpDoorWords } from '#help/door/help-door.words.ts';
import { helpWords } from '#help/help.words.ts';
import { openPage } from './browser.ts';
import { expectFit, unlock } from './rings.ts';
import { comeInAs } from './sign-in.ts';

const [door, answers, own] = [helpDoorWords.vi, helpAnswerWords.vi, helpWords.vi];
const need = 'Em trai tôi muốn cai, không biết bắt đầu từ đâu.';
const reply = 'Mời bạn đến trạm y tế sáng thứ Ba.';

/** The commune whose helpers hold a key. */
async function findDoor(): Promise<string> {
  const page = await comeInAs('nguoi-giup-do', '/staff/bodies?q=phu');
  const links = await page.locator('main a[href^="/staff/bodies/"]').all();
  for (const link of links) {
    const path = `/h/${(await link.getAttribute('href'))?.split('/')[3] ?? ''}`;
    const knocked = await fetch(`${inject('address')}${path}/keys?command=${newId()}`);
    if (knocked.ok && 'own' in ((await knocked.json()) as object)) return path;
  }
  throw new Error('no helper holds a key in the demo');
}

/** Ends with the code. */
async function askWithScript(path: string): Promise<string> {
  const page = await openPage(path, { size: 'phone' });
  await expectFit(page);
  await page.getByText(door.write, { exact: true }).click();
  await page.getByText(/ngay trên máy này/).waitFor();
  await page.locator('[name=what]').fill(need);
  await expectFit(page);
  await page.getByRole('button', { name: door.next }).click();
  await page.locator('#syllables').filter({ hasText: /\w/ }).waitFor();
  const code = await page.locator('#syllables').innerText();
  await page.locator('#typed').fill(code);
  await page.getByRole('button', { name: door.send }).click();
  await page.getByRole('heading', { name: door.received }).waitFor();
  await expectFit(page);
  return code;
}

/** Whether the list says of a request that nobody has opened it. */
async function isUnread(page: Page, path: string): Promise<boolean> {
  await page.goto('/staff/help');
  const row = page.locator(`main a[href="${path}"]`);
  return (await row.innerText()).includes(own.unread('').trim());
}

/** It counts as read once its text is open, not when its page is looked at. */
async function expectReadOnlyOnceOpen(page: Page): Promise<void> {
  const link = page.locator('main a[href^="/staff/help/"]').first();
  const path = (await link.getAttribute('href')) ?? '';
  await page.goto(path);
  expect(await isUnread(page, path)).toBe(true);
  await page.goto(path);
  await unlock(page);
  await page.getByText(need).waitFor();
  expect(await isUnread(page, path)).toBe(false);
  await page.goto(path);
}

async function takeAndAnswer(page: Page): Promise<void> {
  await unlock(page);
  await page.getByText(need).waitFor();
  await page.getByRole('button', { name: own.take }).click();
  await page.getByText(own.taken).waitFor();
  await unlock(page);
  await page.locator('#answer').fill(reply);
  await page.getByRole('button', { name: own.sendAnswer }).click();
  await page.getByText(own.answered).waitFor();
  await expectFit(page);
}

async function keepFile(page: Page): Promise<void> {
  await page.getByRole('link', { name: own.begin }).click();
  await page.locator('#called').fill('Chị Ví Dụ');
  await expectFit(page);
  await page.getByRole('button', { name: own.make }).click();
  await page.waitForURL(/\/staff\/help\/support\/[0-9a-f-]{36}$/);
  await page.locator('#plan').fill('Đi khám ở trạm, rồi gặp tư vấn.');
  await page.getByRole('button', { name: own.save }).click();
  await page.getByText(own.saved, { exact: true }).waitFor();
  await expectFit(page);
}

test('help is asked for and answered; a file is kept with consent, read by its code, and withdrawn', async () => {
  const path = await findDoor();
  const code = await askWithScript(path);
  const page = await comeInAs('nguoi-giup-do', '/staff/help');
  await expectFit(page);
  await expectReadOnlyOnceOpen(page);
  await takeAndAnswer(page);
  await keepFile(page);

  const asker = await openPage('/h/answers', { size: 'phone' });
  await asker.getByText(answers.openedHere).waitFor();
  await asker.locator('#typed').fill(code);
  await asker.locator('#ask button').click();
  await asker.getByText(reply).waitFor();
  await asker.getByText('Đi khám ở trạm').waitFor();
  await expectFit(asker);
  await asker.getByRole('button', { name: answers.withdraw }).click();
  await asker.getByText(answers.withdrawn).waitFor();
  await page.goto('/staff/help');
  await page.getByText(own.noFiles).waitFor();
});

test('without script the server says first that it seals on arrival, and the code reads the answer', async () => {
  const path = await findDoor();
  const page = await openPage(path, { size: 'phone', script: false });
  await page.getByText(door.write, { exact: true }).click();
  await page.getByText(door.sealedLater).waitFor();
  await page.locator('[name=what]').fill('Xin chỗ chữa cho con.');
  await page.getByRole('button', { name: door.next }).click();
  const code = await page.locator('.code').innerText();
  await page.locator('[name=back]').fill(code);
  await page.getByRole('button', { name: door.send }).click();
  await page.getByRole('heading', { name: door.received }).waitFor();
  await page.goto('/h/answers');
  await page.locator('#typed').fill(code);
  await page.locator('#ask button').click();
  await page.getByText(answers.standing.waiting).waitFor();
  await page.locator('#text').fill('Cháu 17 tuổi.');
  await page.getByRole('button', { name: answers.send }).click();
  await page.getByText(answers.sent).waitFor();
  await expectFit(page);
  expect(await page.locator('#file').isVisible()).toBe(false);
});

test('work that is noted wrongly is handed back as it was typed', async () => {
  const page = await comeInAs('nguoi-giup-do', '/staff/help/work', { size: 'phone' });
  await page.locator('#hours').fill('99999');
  await page.locator('#times').fill('7');
  await page.getByRole('button', { name: own.record, exact: true }).click();
  await page.getByText(own.refusal.invalid).waitFor();
  const kept = [
    await page.locator('#hours').inputValue(),
    await page.locator('#times').inputValue(),
  ];
  expect(kept).toEqual(['99999', '7']);
  await expectFit(page);
});

test('the police see neither the place of help nor a request', async () => {
  const page = await comeInAs('cong-an-xa', '/staff');
  expect(await page.getByRole('link', { name: own.title, exact: true }).count()).toBe(0);
  const answer = await page.request.get('/staff/help');
  expect(answer.status()).toBe(403);
});
