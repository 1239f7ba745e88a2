// A new installation without the demo: the printed link makes the first administrator, who brings the others in.

import type { Page } from 'playwright-core';
import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import { activityScreenWords } from '#activities/activity-screens.words.ts';
import { peopleWords } from '#people/people.words.ts';
import { enrolment } from './authenticator.ts';
import { findBarriers, openPage } from './browser.ts';
import { addPerson } from './new-person.ts';
import { makeSite } from './own-site.ts';
import { startApp, type RunningApp } from './running-app.ts';
import { comeInWith } from './sign-in.ts';
import { sendForm } from './steps.ts';

const own = peopleWords.vi;
const first = { username: 'quan-tri-dau', password: 'mot-mat-khau-du-dai' };
/** Milliseconds: a start with an empty database is part of it. */
const patience = 200_000;

type Started = RunningApp & { readonly link: string };

/** An installation nobody has signed in to yet. */
async function startEmpty(): Promise<Started> {
  const app = await startApp({ BINH_YEN_DEMO: 'no', BINH_YEN_LANG: 'vi' });
  const find = (): string | undefined => /\/setup\?token=\S+/.exec(app.said())?.[0];
  const link = await vi.waitUntil(find, { timeout: 10_000 }).catch(async (error: unknown) => {
    await app.stop();
    throw error;
  });
  return { ...app, link };
}

let shared: Promise<Started> | undefined;
afterAll(async () => (await shared)?.stop());

/** Where an administrator was made already, by whichever journey came first. */
async function settled(): Promise<string> {
  shared ??= startEmpty().then(async (app) => {
    const page = await openPage(app.link, { address: app.address });
    await fillSetup(page, first.password);
    await page.getByText(own.setupDone).waitFor();
    return app;
  });
  return (await shared).address;
}

async function fillSetup(page: Page, password: string): Promise<void> {
  await page.getByLabel(own.name, { exact: true }).fill('Người Quản Trị Đầu');
  await page.getByLabel(own.username).fill(first.username);
  await page.getByLabel(own.password).fill(password);
  await page.getByRole('button', { name: own.setupSave }).click();
}

/** As the person behind the one-time link comes in. */
const administrator = async (path: string): Promise<Page> =>
  comeInWith(first, path, { address: await settled() });

test(
  'the printed link makes one administrator: a weak password is refused, the second use too; two-step sign-in comes first',
  async () => {
    const app = await startEmpty();
    onTestFinished(() => app.stop());
    const page = await openPage(app.link, { address: app.address });
    await fillSetup(page, 'ngan');
    expect(await page.getByRole('alert').innerText()).toBe(own.refusal['password-short']);
    expect(await page.getByLabel(own.name, { exact: true }).inputValue()).toBe(
      'Người Quản Trị Đầu',
    );
    expect(await page.getByLabel(own.username).inputValue()).toBe(first.username);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByLabel(own.password).fill(first.password);
    await page.getByRole('button', { name: own.setupSave }).click();
    await page.getByText(own.setupDone).waitFor();
    await page.getByLabel(own.username).fill(first.username);
    await page.getByLabel(own.password).fill(first.password);
    await page.getByRole('button', { name: own.signIn, exact: true }).click();
    await page.waitForURL(`**${enrolment}`);
    expect(await findBarriers(page)).toEqual([]);
    await page.goto('/staff/people');
    expect(new URL(page.url()).pathname).toBe(enrolment);

    await page.goto(app.link);
    expect(await page.getByText(own.refusal['link-used']).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: own.setupSave }).count()).toBe(0);
  },
  patience,
);

test(
  'without the demo nobody comes in by one click, and a wrong password is refused with the name kept',
  async () => {
    const page = await openPage('/sign-in', { address: await settled() });
    expect(await page.getByRole('heading', { name: own.demoTitle }).count()).toBe(0);
    await page.getByLabel(own.username).fill(first.username);
    await page.getByLabel(own.password).fill('khong-phai-mat-khau');
    await page.getByRole('button', { name: own.signIn, exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toBe(own.wrong);
    expect(await page.getByLabel(own.username).inputValue()).toBe(first.username);
  },
  patience,
);

test(
  'the administrator adds an officer, who comes in with the first password and changes it',
  async () => {
    const person = await addPerson(await administrator('/staff/people'), {
      role: 'provincial_officer',
    });
    const address = await settled();
    const page = await comeInWith(person, '/staff/account', { address });
    const changed = 'mat-khau-moi-cua-toi';
    await page.getByLabel(own.currentPassword).fill(person.password);
    await page.getByLabel(own.newPassword).fill(changed);
    await page.getByRole('button', { name: own.changePassword }).click();
    await page.getByText(own.changed).waitFor();

    const again = await comeInWith({ ...person, password: changed }, '/staff', { address });
    expect(await again.locator('summary').first().innerText()).toContain(person.name);
    const old = await openPage('/sign-in', { address });
    await old.getByLabel(own.username).fill(person.username);
    await old.getByLabel(own.password).fill(person.password);
    await old.getByRole('button', { name: own.signIn, exact: true }).click();
    expect(await old.getByRole('alert').innerText()).toBe(own.wrong);
  },
  patience,
);

test(
  'the administrator looks after accounts and does not record activities or read plans',
  async () => {
    const page = await administrator('/staff/people');
    const officer = await addPerson(page, { role: 'provincial_officer' });
    const desk = await comeInWith(officer, '/staff', { address: await settled() });
    const { path } = await makeSite(desk);

    await page.goto(path);
    expect(await page.getByRole('link', { name: activityScreenWords.vi.record }).count()).toBe(0);
    expect((await page.goto(`${path}/activities/new`))?.status()).toBe(403);
    expect((await page.goto('/staff/plans'))?.status()).toBe(403);
    const told = { kind: 'talk', day: '2020-01-01', place: 'x', commandId: crypto.randomUUID() };
    expect((await sendForm(page, `${path}/activities/new`, told)).status()).toBe(403);
    await desk.goto(`${path}/activities`);
    expect(await desk.getByText(activityScreenWords.vi.none).count()).toBe(1);
  },
  patience,
);
