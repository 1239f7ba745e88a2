// What is held of a person: they see it and take it, ask for it to be erased, and the officer answers; a breach is kept.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { answerWords } from '#privacy/answer.words.ts';
import { keepingWords } from '#privacy/keeping.words.ts';
import { mineWords } from '#privacy/mine.words.ts';
import { erasedName } from '#privacy/erased-name.ts';
import { requestWords } from '#privacy/request.words.ts';
import { peopleWords } from '#people/people.words.ts';
import { findBarriers, openPage, overflowOf } from './browser.ts';
import { addPerson } from './new-person.ts';
import { comeInAs, comeInWith } from './sign-in.ts';

const own = requestWords.vi;
const mine = mineWords.vi;
const breach = keepingWords.vi.breach;
const keeper = 'bao-ve-du-lieu';

/** Presses a step of the request that stands open, and waits until it is written down. */
async function step(page: Page, act: keyof typeof own.act, note?: string): Promise<void> {
  const form = page.locator('form').filter({ has: page.locator(`[name=kind][value=${act}]`) });
  if (note !== undefined) await form.locator('[name=note]').fill(note);
  await form.getByRole('button', { name: own.act[act] }).click();
  await page.locator('b', { hasText: own.event[act] }).last().waitFor();
}

test('somebody sees what is held, takes it, asks to be erased, and no longer has a name or a way in', async () => {
  const person = await addPerson(await comeInAs('quan-tri', '/staff/people'), {
    role: 'provincial_officer',
  });
  const theirs = await comeInWith(person, '/staff/account/data', { size: 'phone', script: false });
  await theirs.getByText(person.name, { exact: true }).first().waitFor();
  expect(await findBarriers(theirs)).toEqual([]);
  expect(await overflowOf(theirs)).toBe(0);
  const file = await theirs.request.get('/staff/account/data/data.json');
  expect(JSON.stringify(await file.json())).toContain(person.username);
  await theirs.getByRole('radio', { name: own.kind.erase }).check();
  await theirs.getByLabel(own.words).fill('Tôi thôi việc.');
  await theirs.getByRole('button', { name: mine.send }).click();
  await theirs.getByText(mine.sent).waitFor();
  await theirs.getByRole('heading', { name: mine.mine }).waitFor();

  const office = await comeInAs(keeper, '/staff/privacy');
  await office.getByRole('link', { name: person.name }).click();
  await step(office, 'acknowledged');
  await step(office, 'started');
  expect(await findBarriers(office)).toEqual([]);
  await office.getByLabel(answerWords.vi.understood).check();
  await office.getByRole('button', { name: answerWords.vi.erase, exact: true }).click();
  await office.locator('b', { hasText: own.event.erased }).waitFor();
  await step(office, 'done');
  await step(office, 'told', 'Gọi điện báo đã xóa');
  const page = await office.locator('main').innerText();
  expect(page).toContain(erasedName);
  expect(page).not.toContain(person.name);

  await theirs.goto('/staff/account/data');
  expect(new URL(theirs.url()).pathname).toBe('/sign-in');
  await theirs.getByLabel(peopleWords.vi.username).fill(person.username);
  await theirs.getByLabel(peopleWords.vi.password).fill(person.password);
  await theirs.getByRole('button', { name: peopleWords.vi.signIn, exact: true }).click();
  await theirs.getByText(peopleWords.vi.wrong).waitFor();
});

test('who has no account is written down with a name and a way to answer, and gets a copy on paper', async () => {
  const name = 'Người Không Tài Khoản Ví Dụ';
  const office = await comeInAs(keeper, '/staff/privacy/new', { script: false });
  await office.getByRole('radio', { name: own.came.in_person }).check();
  await office.getByRole('radio', { name: own.identity.known }).check();
  await office.getByRole('radio', { name: own.kind.view }).check();
  await office.getByLabel(own.name).fill(name);
  await office.getByRole('button', { name: own.save }).click();
  await office.getByText(own.refusal['answer-missing']).waitFor();
  expect(await office.getByLabel(own.name).inputValue()).toBe(name);
  await office.getByLabel(own.answerTo).fill('gặp tại trụ sở xã');
  await office.getByRole('button', { name: own.save }).click();
  await office.getByText(own.saved).waitFor();
  await office.getByRole('link', { name }).first().click();
  await step(office, 'acknowledged');
  await step(office, 'started');
  await office.getByRole('button', { name: answerWords.vi.handOut }).click();
  await office.getByRole('link', { name: answerWords.vi.print }).click();
  await office.getByRole('heading', { name: mine.exportTitle(name) }).waitFor();
  expect(await findBarriers(office)).toEqual([]);
});

test('a breach has its hours on the page and its notice on paper; an administrator sees nothing of it', async () => {
  const office = await comeInAs(keeper, '/staff/privacy/breaches/new', { script: false });
  await office.locator('[name=whose][value=member]').check();
  await office.getByLabel(breach.happened).fill(' ');
  await office.getByRole('button', { name: breach.save }).click();
  await office.locator('.notice[data-answer=error]').waitFor();
  expect(await office.locator('[name=whose]:checked').count()).toBe(1);
  await office.getByLabel(breach.happened).fill('Mất một máy dùng chung ở nhà văn hóa.');
  await office.getByRole('textbox', { name: breach.people }).fill('7');
  await office.getByRole('button', { name: breach.save }).click();
  await office.getByText(breach.left(71)).waitFor();
  await office.getByText(breach.toFind).waitFor();
  expect(await findBarriers(office)).toEqual([]);
  const address = new URL(office.url()).pathname;
  const notice = await office.request.get(`${address}/paper.docx`);
  expect(notice.headers()['content-type']).toContain('wordprocessingml');

  const other = await comeInAs('quan-tri', '/staff/record');
  expect(await other.locator('main').innerText()).not.toContain('sự cố');
  expect((await other.request.get(address)).status()).toBe(403);
});

test('everybody reads what is held and how to ask, without an account or script', async () => {
  const page = await openPage('/privacy', { size: 'phone', script: false });
  await page.getByRole('heading', { level: 1, name: mine.publicTitle }).waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/theo trí nhớ|chưa đối chiếu/i);
  await page.locator('summary', { hasText: mine.aboutMember }).click();
  expect(await page.locator('details[open]').innerText()).toContain('Số điện thoại');
  expect(await findBarriers(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
});
