// Somebody signs in with more than a password: a code, a passkey, on a shared computer; and after many wrong tries.

import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { peopleWords } from '#people/people.words.ts';
import { signInWords } from '#people/sign-in.words.ts';
import { codeFor } from './authenticator.ts';
import { findBarriers, openPage, overflowOf, type Way } from './browser.ts';
import { startApp, type RunningApp } from './running-app.ts';
import { arriveAt, type DemoPerson } from './sign-in.ts';

const own = signInWords.vi;
const { signIn, username, password } = peopleWords.vi;
const administrator = { username: 'quan-tri-dau', password: 'bay con trau gam co doi che' };

/** An installation of these journeys alone: what they turn on stays out of everybody else's way. */
let started: Promise<RunningApp> | undefined;
const installation = (): Promise<RunningApp> => (started ??= startApp({ BINH_YEN_LANG: 'vi' }));
afterAll(async () => (await started)?.stop());
/** Milliseconds: the first of them starts the installation. */
const patience = 200_000;

/** Browsers offer passkeys at a name, not at an address of digits. */
const byName = async (): Promise<string> =>
  (await installation()).address.replace('127.0.0.1', 'localhost');

const enterAs = async (page: Page, person: DemoPerson): Promise<void> => {
  await page.locator(`button[value="${person}"]`).click();
};

const signOut = async (page: Page): Promise<void> => {
  const { origin } = new URL(page.url());
  await page.request.post(`${origin}/sign-out`, { headers: { origin } });
};

const fits = async (page: Page): Promise<void> => {
  expect(await overflowOf(page)).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
};

test.each<Way>([{ script: true }, { script: false }])(
  'on a phone (%o) a second factor is turned on, asked for, and a recovery code helps out',
  async ({ script = true }) => {
    const person = script ? 'nong-cot' : 'nguoi-xem';
    const { address } = await installation();
    const page = await openPage('/sign-in?next=/staff/account/second-factor', {
      address,
      script,
      size: 'phone',
    });
    await enterAs(page, person);
    await arriveAt(page, '/staff/account/second-factor');
    await page.getByRole('button', { name: own.authenticator.start }).click();
    const code = page.getByRole('textbox', { name: own.authenticator.code });
    await fits(page);
    const key = await page.locator('code').innerText();
    await code.fill('000000');
    await page.getByRole('button', { name: own.authenticator.turnOn, exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toBe(own.refusal['wrong-code']);
    await code.fill(codeFor(key));
    await page.getByRole('button', { name: own.authenticator.turnOn, exact: true }).click();
    await page.getByText(own.authenticator.codesTitle).waitFor();
    await fits(page);
    const recovery = await page.locator('ol code').allInnerTexts();
    expect(recovery.length).toBe(10);

    await signOut(page);
    await page.goto('/sign-in');
    await enterAs(page, person);
    await page.getByRole('heading', { name: own.second.title }).waitFor();
    await fits(page);
    await page.getByLabel(own.second.code).fill(recovery[0] ?? '');
    await page.getByRole('button', { name: own.second.go }).click();
    await arriveAt(page, '/staff');
  },
  patience,
);

test(
  'a passkey is added, signs in without a name or a password, and is removed',
  async () => {
    const page = await openPage('/sign-in?next=/staff/account', { address: await byName() });
    const tools = await page.context().newCDPSession(page);
    await tools.send('WebAuthn.enable');
    await tools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await enterAs(page, 'cong-an-xa');
    await arriveAt(page, '/staff/account');
    await page.getByLabel(own.account.passkeyName).fill('Máy ở trụ sở');
    await page.getByRole('button', { name: own.account.passkeyAdd }).click();
    await page.getByText(own.account.passkeyAdded).waitFor();
    await fits(page);

    await signOut(page);
    await page.goto('/sign-in?next=/staff/account');
    await page.waitForLoadState('networkidle');
    // Another tab is asked something newer: the older one is told so, and its next try succeeds.
    const newer = await page.context().newPage();
    await newer.goto('/sign-in');
    await newer.waitForLoadState('networkidle');
    const askedAnew = page.waitForResponse('**/sign-in/passkey');
    await page.getByRole('button', { name: own.passkey }).click();
    await page.getByText(own.passkeyAgain).waitFor();
    await newer.close();
    await askedAnew;
    await page.waitForLoadState('networkidle');
    // The line is gone between the tap and the device: what is asked was there before.
    await page.route('**/sign-in/passkey', (route) => route.abort());
    await page.getByRole('button', { name: own.passkey }).click();
    await arriveAt(page, '/staff/account');
    await page.getByRole('button', { name: `${own.account.passkeyRemove}: Máy ở trụ sở` }).click();
    await page.getByText(own.account.passkeyRemoved).waitFor();
    expect(await page.getByText(own.account.passkeyNone).isVisible()).toBe(true);
  },
  patience,
);

test(
  'on a shared computer nothing outlives the browser, and the session is seen and ended from elsewhere',
  async () => {
    const { address, said } = await installation();
    const link = /\/setup\?token=\S+/.exec(said())?.[0] ?? '';
    const page = await openPage(link, { address });
    await page.getByLabel(peopleWords.vi.name, { exact: true }).fill('Người Quản Trị Đầu');
    await page.getByLabel(username).fill(administrator.username);
    await page.getByLabel(password).fill(administrator.password);
    await page.getByRole('button', { name: peopleWords.vi.setupSave }).click();
    await page.getByText(peopleWords.vi.setupDone).waitFor();

    await page.goto('/sign-in');
    await fill(page, administrator);
    await page.getByLabel(own.shared).check();
    await page.getByRole('button', { name: signIn, exact: true }).click();
    await arriveAt(page, '/staff/account/second-factor');
    const cookies = await page.context().cookies();
    expect(cookies.filter(({ expires }) => expires > 0)).toEqual([]);

    const home = await openPage('/sign-in?next=/staff/account', { address });
    await fill(home, administrator);
    await home.getByRole('button', { name: signIn, exact: true }).click();
    await arriveAt(home, '/staff/account');
    expect(await home.getByText(own.account.sharedComputer).count()).toBe(1);
    await home.getByRole('button', { name: own.account.end, exact: true }).click();
    await home.getByText(own.account.ended(1)).waitFor();
    await page.goto('/staff/account');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  },
  patience,
);

const fill = async (page: Page, typed: typeof administrator): Promise<void> => {
  await page.getByLabel(username).fill(typed.username);
  await page.getByLabel(password).fill(typed.password);
};

test(
  'after many wrong passwords the page says how long to wait, whether there is such a name or not',
  async () => {
    const { address } = await installation();
    const page = await openPage('/sign-in', { address, script: false });
    const typed = { username: 'khong-co-ai', password: 'sai' };
    const says = async (): Promise<string> => {
      await fill(page, typed);
      await page.getByRole('button', { name: signIn, exact: true }).click();
      return page.getByRole('alert').innerText();
    };
    // On a slow machine the first waits are over before the next answer: they grow, so one shows.
    const answers: string[] = [];
    while (answers.length < 14 && (answers.at(-1) ?? peopleWords.vi.wrong) === peopleWords.vi.wrong)
      answers.push(await says());
    expect(answers.length).toBeGreaterThan(4);
    const waits = Array.from({ length: 60 }, (_, second) => own.wait(second + 1));
    expect(waits).toContain(answers.at(-1));
    expect(await page.getByLabel(username).inputValue()).toBe(typed.username);
    await fits(page);
  },
  patience,
);
