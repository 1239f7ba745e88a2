// A role comes to need a second factor: its holder is led to turn it on before anything else, and then works.

import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { peopleWords } from '#people/people.words.ts';
import { roleRuleWords } from '#people/role-rule.words.ts';
import { signInWords } from '#people/sign-in.words.ts';
import { enrol, enrolment } from './authenticator.ts';
import { findBarriers, openPage, overflowOf } from './browser.ts';
import { letADayPass, startDatedApp, today } from './dated-app.ts';
import { arriveAt, comeInAs } from './sign-in.ts';

const own = signInWords.vi;
/** Milliseconds: it starts an installation of its own. */
const patience = 200_000;
const aDay = 86_400_000;

async function needFrom(page: Page, role: string): Promise<void> {
  const { need, grace, save, saved } = roleRuleWords.vi;
  const form = page.locator('form', { has: page.locator(`input[value="${role}"]`) });
  await form.getByLabel(need).check();
  await form.getByLabel(grace).fill(today());
  await form.getByRole('button', { name: save }).click();
  await page.getByText(saved, { exact: true }).waitFor();
}

test(
  'an administrator sets the rule; after its grace a core member enrols first, then works',
  async () => {
    const app = await startDatedApp();
    onTestFinished(() => app.stop());
    const { address } = app;
    await needFrom(await comeInAs('quan-tri', '/staff/role-rules', { address }), 'core_member');
    const before = await comeInAs('nong-cot', '/staff/sites', { address });
    await letADayPass(app);
    await before.goto('/staff/sites');
    expect(new URL(before.url()).pathname).toBe(enrolment);

    const page = await openPage('/sign-in', { address, size: 'phone' });
    await page.locator('button[value="nong-cot"]').click();
    await arriveAt(page, enrolment);
    await page.getByText(own.authenticator.required).waitFor();
    expect([await overflowOf(page), await findBarriers(page)]).toEqual([0, []]);
    await enrol(page, Date.now() + aDay);
    await page.goto('/staff/sites');
    expect(new URL(page.url()).pathname).toBe('/staff/sites');
  },
  patience,
);

test('a link on somebody else’s page does not begin to tie an account to the provider', async () => {
  const page = await comeInAs('nguoi-xem', '/staff/account');
  const leadsTo = async (site: string): Promise<string | undefined> => {
    const headers = { 'sec-fetch-site': site };
    const asked = { headers, maxRedirects: 0 };
    const answer = await page.request.get('/staff/account/provider', asked);
    return answer.headers()['location'];
  };
  expect(await leadsTo('cross-site')).toBe('/staff/account?provider=over');
  expect(await leadsTo('same-origin')).toBe('/staff/account?provider=no-provider');
  expect(await page.getByText(peopleWords.vi.account).count()).toBeGreaterThan(0);
});
