// The daily notice to those on duty: at its hour, to a real mailbox, the same with a tip and without; and who is told where it fails.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test, vi } from 'vitest';
import { installationWords } from '#installation/installation.words.ts';
import { answerWords } from '#privacy/answer.words.ts';
import { mineWords } from '#privacy/mine.words.ts';
import { requestWords } from '#privacy/request.words.ts';
import { noticeHour } from '#tips/duty-notice.ts';
import { dutyWords, noticeWords } from '#tips/duty.words.ts';
import { startMailServer } from '../mail-server.ts';
import { tellAll } from './at-the-door.ts';
import { findBarriers, openPage, overflowOf } from './browser.ts';
import { startApp, type RunningApp } from './running-app.ts';
import { comeInAs } from './sign-in.ts';

const own = dutyWords.vi;
const setting = installationWords.vi;
const request = requestWords.vi;
const mailbox = 'nguoi-truc@example.com';
const page = '/staff/notices';
const patience = 300_000;

const hour = 3_600_000;
const [atHour = 0, atMinute = 0] = noticeHour.split(':').map(Number);
/** Milliseconds after midnight. */
const noticeAt = atHour * hour + atMinute * 60_000;

/** A zone in which the hour of the notice was less than an hour ago. */
function zoneAfterNotice(): number {
  const zones = Array.from({ length: 24 }, (_, place) => place - 11);
  const found = zones.find((ahead) => sinceNotice(ahead) < hour);
  if (found === undefined) throw new Error('every hour has its zone');
  return found;
}

/** Milliseconds since it was that hour so far ahead of UTC. */
const sinceNotice = (ahead: number): number =>
  (Date.now() + ahead * hour + 24 * hour - noticeAt) % (24 * hour);

/** The signs of these names are the other way round. */
const nameOf = (ahead: number): string => `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;

async function start(env: NodeJS.ProcessEnv): Promise<RunningApp> {
  const app = await startApp(env);
  onTestFinished(() => app.stop());
  return app;
}

async function setMailServer({ address }: RunningApp, port: number): Promise<void> {
  const office = await comeInAs('quan-tri', '/staff/settings/mail', { address });
  await office.getByLabel(setting.setting['mail.host']).fill('localhost');
  await office.getByLabel(setting.setting['mail.security']).selectOption('none');
  await office.getByLabel(setting.setting['mail.port']).fill(String(port));
  await office.getByLabel(setting.setting['mail.sender']).fill('binh-yen@example.com');
  await office.getByRole('button', { name: setting.save, exact: true }).click();
  await office.getByText(setting.saved, { exact: true }).waitFor();
}

/** Asked for by the person, entered by whoever looks after personal data. */
async function giveMailbox({ address }: RunningApp): Promise<void> {
  const theirs = await comeInAs('cong-an-xa', '/staff/account/data', { address });
  await theirs.getByRole('radio', { name: request.kind.correct }).check();
  await theirs.getByLabel(request.words).fill('Xin ghi địa chỉ thư của tôi.');
  await theirs.getByRole('button', { name: mineWords.vi.send }).click();
  await theirs.getByText(mineWords.vi.sent).waitFor();
  const office = await comeInAs('bao-ve-du-lieu', '/staff/privacy', { address });
  await office.locator('main a[href^="/staff/privacy/"]', { hasText: 'Ví Dụ' }).first().click();
  for (const act of ['acknowledged', 'started'] as const) {
    await office.getByRole('button', { name: request.act[act] }).click();
    await office.locator('b', { hasText: request.event[act] }).last().waitFor();
  }
  await office.getByRole('radio', { name: answerWords.vi.correctOption.email }).check();
  await office.getByLabel(answerWords.vi.correctAfter).fill(mailbox);
  await office.getByRole('button', { name: answerWords.vi.correct, exact: true }).click();
  await office.locator('b', { hasText: request.event.corrected }).last().waitFor();
}

async function tellTip({ address }: RunningApp): Promise<void> {
  const door = await openPage('/t?q=phu+thinh', { address });
  await door.locator('main a[href^="/t/"]').first().click();
  await tellAll(door, 'Có người bán ma túy gần chợ, nói để thử');
}

async function askAgain(desk: Page): Promise<void> {
  await desk.goto(page);
  await desk.getByRole('button', { name: own.again, exact: true }).click();
  await desk.getByText(own.askedAgain, { exact: true }).waitFor();
}

async function expectFit(of: Page): Promise<void> {
  expect(await findBarriers(of)).toEqual([]);
  expect(await overflowOf(of)).toBe(0);
}

test(
  'it comes at its hour to a real mailbox, with a tip the same as without, and whoever it does not reach is named on Today',
  { timeout: patience },
  async () => {
    let isRefusing = false;
    const onRecipient = () => (isRefusing ? 550 : undefined);
    const mailServer = await startMailServer({ onRecipient });
    onTestFinished(() => mailServer.stop());
    const mails = (count: number) =>
      vi.waitUntil(() => mailServer.received.length === count, { timeout: 120_000 });
    const data = mkdtempSync(join(tmpdir(), 'binh-yen-duty-'));
    onTestFinished(() => rmSync(data, { recursive: true, force: true, maxRetries: 20 }));
    const ahead = zoneAfterNotice();
    const env = { BINH_YEN_DATA: data, BINH_YEN_TIME_ZONE: nameOf(ahead) };
    const before = await start(env);
    await setMailServer(before, mailServer.port);
    await giveMailbox(before);
    await before.stop();
    expect(mailServer.received).toEqual([]);

    const clock = pathToFileURL(join(import.meta.dirname, 'clock.ts')).href;
    const app = await start({
      ...env,
      NODE_OPTIONS: `--import=${clock}`,
      CLOCK_AHEAD: String(-sinceNotice(ahead) - 40_000),
    });
    await mails(1);
    const desk = await comeInAs('cong-an-xa', page, { address: app.address, size: 'phone' });
    await desk.getByText(`${own.way.mail}: ${own.reached.sent}`).waitFor();
    await expectFit(desk);

    await tellTip(app);
    await askAgain(desk);
    await mails(2);
    const [bare, withTip] = mailServer.received;
    expect(withTip?.to).toEqual([mailbox]);
    expect(withTip?.text).toBe(bare?.text);
    expect(withTip?.raw.length).toBe(bare?.raw.length);
    expect(bare?.text.replaceAll(app.address, '').replaceAll(before.address, '')).not.toMatch(/\d/);

    isRefusing = true;
    await askAgain(desk);
    const refused = `${own.way.mail}: ${own.reached.failed}, ${own.problem.recipient}`;
    await vi.waitFor(
      async () => {
        await desk.goto(page);
        expect(await desk.locator('main').innerText()).toContain(refused);
      },
      { timeout: 30_000, interval: 500 },
    );
    await desk.goto('/staff');
    await desk.getByText(own.today.own, { exact: true }).waitFor();
    await expectFit(desk);
    const office = await comeInAs('quan-tri', '/staff', { address: app.address });
    const told = office.locator('main a', { hasText: own.today.notReached('') });
    await told.filter({ hasText: 'Ví Dụ' }).first().waitFor();
    expect(await office.locator('main').innerText()).not.toContain(own.today.unread);
  },
);

/** The maker of the browser is out of reach of tests: it says yes, and gives an address of its kind. */
async function withPushService(of: Page, endpoint: string): Promise<void> {
  await of.context().grantPermissions(['notifications']);
  await of.addInitScript((given) => {
    PushManager.prototype.subscribe = () =>
      Promise.resolve({ endpoint: given } as PushSubscription);
  }, endpoint);
}

/** As a push service does, empty; what the browser then shows. */
async function pushed(of: Page): Promise<readonly { title: string; body: string }[]> {
  const line = await of.context().newCDPSession(of);
  const known = new Promise<string>((resolve) => {
    line.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first) resolve(first.registrationId);
    });
  });
  await line.send('ServiceWorker.enable');
  const { origin } = new URL(of.url());
  const registrationId = await known;
  await line.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: '' });
  const shown = () =>
    of.evaluate(async () => {
      const registered = await navigator.serviceWorker.getRegistration('/staff/');
      const notes = (await registered?.getNotifications()) ?? [];
      return notes.map(({ title, body }) => ({ title, body }));
    });
  return vi.waitUntil(async () => {
    const notes = await shown();
    return notes.length > 0 && notes;
  });
}

test('a device is switched on with script, shows one fixed sentence when pushed to, and is switched off without script', async () => {
  const desk = await comeInAs('cong-an-xa', '/staff', { size: 'phone' });
  await withPushService(desk, 'https://fcm.googleapis.com/fcm/send/vi-du');
  await desk.goto(page);
  await expectFit(desk);
  await desk.getByRole('button', { name: own.turnOn, exact: true }).click();
  await desk.getByText(own.turnedOn, { exact: true }).waitFor();
  await desk.getByText('fcm.googleapis.com').waitFor();
  expect(await pushed(desk)).toEqual([noticeWords.vi]);
  const scopes = await desk.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  );
  expect(scopes).toEqual(['/staff/']);

  const plain = await comeInAs('cong-an-xa', page, { script: false });
  expect(await plain.content()).toContain(own.needsScript);
  expect(await plain.getByRole('button', { name: own.turnOn }).count()).toBe(0);
  await plain.getByRole('button', { name: own.turnOff, exact: true }).click();
  await plain.getByText(own.turnedOff, { exact: true }).waitFor();
  await plain.getByText(own.noDevices, { exact: true }).waitFor();
});

test('a browser that says no leaves a reason, and nobody but those on duty opens the page', async () => {
  const desk = await comeInAs('truc-ban-tinh', '/staff');
  await desk.addInitScript(() => {
    Notification.requestPermission = () => Promise.resolve('denied');
  });
  await desk.goto(page);
  await desk.getByRole('button', { name: own.turnOn, exact: true }).click();
  await desk.getByText(own.trouble.denied).waitFor();
  const other = await comeInAs('nong-cot', '/staff');
  expect((await other.request.get(page)).status()).toBe(403);
});
