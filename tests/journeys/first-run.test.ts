// Five minutes after the first start: account, places, bodies, mail with its test, languages, a first invitation.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test, vi } from 'vitest';
import { installationWords } from '#installation/installation.words.ts';
import { mailPageWords } from '#installation/mail-page.words.ts';
import { placePageWords } from '#installation/place-page.words.ts';
import { peopleWords } from '#people/people.words.ts';
import { startMailServer } from '../mail-server.ts';
import { enrol, enrolment } from './authenticator.ts';
import { findBarriers, openPage, overflowOf } from './browser.ts';
import { startApp } from './running-app.ts';

const own = installationWords.vi;
const mail = mailPageWords.vi;
const place = placePageWords.vi;
const people = peopleWords.vi;
const first = { username: 'quan-tri-dau', password: 'đường dài mới biết ngựa hay' };
const patience = 200_000;

/** The one-time link as it is printed at the start. */
async function startEmpty() {
  const app = await startApp({ BINH_YEN_DEMO: 'no', BINH_YEN_LANG: 'vi' });
  onTestFinished(() => app.stop());
  const find = (): string | undefined => /\/setup\?token=\S+/.exec(app.said())?.[0];
  return { address: app.address, link: await vi.waitUntil(find, { timeout: 10_000 }) };
}

async function makeAdministrator(page: Page): Promise<void> {
  await page.getByLabel(people.name, { exact: true }).fill('Người Quản Trị Đầu');
  await page.getByLabel(people.username).fill(first.username);
  await page.getByLabel(people.password).fill(first.password);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: people.setupSave }).click();
  await page.getByText(people.setupDone).waitFor();
  await page.getByLabel(people.username).fill(first.username);
  await page.getByLabel(people.password).fill(first.password);
  await page.getByRole('button', { name: people.signIn, exact: true }).click();
  await page.waitForURL(`**${enrolment}`);
  await enrol(page);
  await page.goto('/staff/settings');
  await page.getByRole('heading', { name: own.title, level: 1 }).waitFor();
}

const goOn = (page: Page, step: keyof typeof own.step): Promise<void> =>
  page.getByRole('link', { name: own.next(own.step[step]) }).click();

const save = (page: Page): Promise<void> =>
  page.getByRole('button', { name: own.save, exact: true }).click();

/** Nothing is in the way of anybody, on a phone either. */
async function expectFits(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
}

test(
  'on a phone: from the printed link to places, bodies, mail that arrives, and the invitation page',
  async () => {
    const mailServer = await startMailServer();
    onTestFinished(() => mailServer.stop());
    const backup = mkdtempSync(join(tmpdir(), 'binh-yen-backup-'));
    onTestFinished(() => rmSync(backup, { recursive: true }));
    const { address, link } = await startEmpty();
    const page = await openPage(link, { address, size: 'phone' });
    await makeAdministrator(page);
    await page.getByText(own.leftOf(7, 7)).waitFor();
    await expectFits(page);

    await page.getByRole('link', { name: own.step.place }).click();
    await page.getByLabel(place.province).fill('Tỉnh Ví Dụ');
    await page.getByLabel(place.communes).fill('Xã Một Ví Dụ\nXã Hai Ví Dụ');
    await page.getByLabel(place.from).fill('2026-01-01');
    await page.getByLabel(place.legalAct).fill('Nghị quyết ví dụ');
    await save(page);
    await page.getByText(place.saved(3)).waitFor();
    await expectFits(page);

    await goOn(page, 'bodies');
    await page.getByRole('button', { name: place.makeAll(2) }).click();
    await page.getByText(place.noneLeft).waitFor();
    await expectFits(page);

    await page.goto('/staff/settings/languages');
    await save(page);
    await page.getByText(own.saved, { exact: true }).waitFor();
    await goOn(page, 'contact');

    await page.getByLabel(own.setting['contact.address']).fill('Xóm Ví Dụ');
    await page.getByLabel(own.setting['contact.telephone']).fill('0208 000 000');
    await save(page);
    await page.getByText(own.saved, { exact: true }).waitFor();
    await expectFits(page);
    await goOn(page, 'mail');

    await page.getByLabel(own.setting['mail.host']).fill('localhost');
    await page.getByLabel(own.setting['mail.security']).selectOption('none');
    await page.getByLabel(own.setting['mail.port']).fill(String(mailServer.port));
    await page.getByLabel(own.setting['mail.sender']).fill('binh-yen@example.com');
    await save(page);
    await page.getByText(own.saved, { exact: true }).waitFor();
    await page.getByLabel(mail.testTo).fill('nguoi-nhan@example.com');
    await page.getByRole('button', { name: mail.testSend }).click();
    await page.getByText(mail.testSent('nguoi-nhan@example.com')).waitFor();
    expect(mailServer.received.map(({ to }) => to)).toEqual([['nguoi-nhan@example.com']]);
    await expectFits(page);

    await page.goto('/staff/settings/backup');
    await page.getByLabel(own.setting['backup.folder']).fill(join(backup, 'nowhere'));
    await save(page);
    await page.getByText(own.refusal['folder missing']).waitFor();
    await page.getByLabel(own.setting['backup.folder']).fill(backup);
    await save(page);
    await goOn(page, 'people');

    await page.waitForURL('**/staff/people');
    await page.goto('/staff/settings');
    await page.getByText(own.leftOf(1, 7)).waitFor();
  },
  patience,
);

test(
  'a mail server that is not there is named as the reason, and the address stays in the form',
  async () => {
    const { address, link } = await startEmpty();
    const page = await openPage(link, { address });
    await makeAdministrator(page);
    await page.goto('/staff/settings/mail');
    await page.getByLabel(mail.testTo).fill('nguoi-nhan@example.com');
    await page.getByRole('button', { name: mail.testSend }).click();
    await page.getByText(mail.problem['not set']).waitFor();
    expect(await page.getByLabel(mail.testTo).inputValue()).toBe('nguoi-nhan@example.com');
    await page.getByLabel(own.setting['mail.host']).fill('khong-co.invalid');
    await page.getByLabel(own.setting['mail.sender']).fill('binh-yen@example.com');
    await page.getByLabel(own.setting['mail.user']).fill('binh-yen');
    await page.getByLabel(own.setting['mail.password']).fill('mật khẩu không ai được thấy');
    await save(page);
    await page.getByText(own.secretChanged).first().waitFor();
    expect(await page.content()).not.toContain('không ai được thấy');
    await page.getByLabel(mail.testTo).fill('nguoi-nhan@example.com');
    await page.getByRole('button', { name: mail.testSend }).click();
    await page.getByText(mail.problem['unknown host']).waitFor();
  },
  patience,
);
