// Sending a form: its answer comes into view, and what was typed is never lost, whatever happens to the line.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { activityScreenWords } from '#activities/activity-screens.words.ts';
import { signInWords } from '#people/sign-in.words.ts';
import { uiWords } from '#ui/ui.words.ts';
import { addressOf, places } from './pages.ts';
import { comeInAs, visitAs } from './sign-in.ts';
import { fillActivity } from './steps.ts';

const own = uiWords.vi;
const { save, saved } = activityScreenWords.vi;
const told = { kind: 'visit', place: 'Nhà bà Ví Dụ', note: 'Một câu dài, gõ trên đường' } as const;

/** The form of a new activity at the demo's site, for somebody on a phone. */
async function newActivity(way: { readonly script?: boolean } = {}): Promise<Page> {
  const at = await addressOf({ name: '', at: 'demo:/activities/new' });
  return comeInAs('nong-cot', at, { size: 'phone', ...way });
}
const press = (page: Page) => page.getByRole('button', { name: save }).click();
const noteOf = (page: Page) => page.locator('[name=note]').inputValue();

/** What says what became of it, and whether somebody sees it without moving the page. */
const answerOf = (page: Page) => page.locator('main .notice[data-answer], .status .word').first();
const isSeen = (page: Page): Promise<boolean> =>
  answerOf(page).evaluate((answer) => {
    const { top, bottom } = answer.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });

test.each([true, false])(
  'an answer is in view and has the focus, script or not (%s)',
  async (script) => {
    const page = await newActivity({ script });
    await fillActivity(page, { ...told, place: ' ' });
    await press(page);
    await answerOf(page).waitFor();
    expect(await isSeen(page)).toBe(true);
    expect(await page.locator('.notice:focus').count()).toBe(1);
    expect(await noteOf(page)).toBe(told.note);
    await fillActivity(page, told);
    await press(page);
    await page.getByText(saved).waitFor();
    expect(await isSeen(page)).toBe(true);
  },
);

test('a field left out is named in the language of the page, and led to', async () => {
  const page = await newActivity();
  await page.locator('[name=participants]').fill('mười hai');
  await press(page);
  await page.getByText(own.field.choose).waitFor();
  expect(await page.getByText(own.field.notNumber('mười hai')).count()).toBe(1);
  expect(await page.locator('input[type=radio]:focus').count()).toBe(1);
});

test('without a line the form stays, says so, and is sent once when the line is back', async () => {
  const page = await newActivity();
  const place = `${told.place} ${Date.now()}`;
  await fillActivity(page, { ...told, place });
  await page.context().setOffline(true);
  await press(page);
  await page.getByText(own.sending.unsent).waitFor();
  expect(await isSeen(page)).toBe(true);
  expect(await noteOf(page)).toBe(told.note);
  await page.context().setOffline(false);
  await page.waitForURL(/saved=/);
  await page.goto(await addressOf({ name: '', at: 'demo:/activities' }));
  expect(await page.getByText(place).count()).toBe(1);
});

test('an answer lost on its way makes nothing twice', async () => {
  const page = await newActivity();
  const place = `${told.place} ${Date.now()}`;
  await fillActivity(page, { ...told, place });
  let lost = 0;
  await page.route('**/activities/new*', async (route) => {
    if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await press(page);
  await page.getByText(own.sending.unsent).waitFor();
  await page.getByRole('button', { name: own.sending.again }).click();
  await page.waitForURL(/saved=/);
  await page.goto(await addressOf({ name: '', at: 'demo:/activities' }));
  expect(await page.getByText(place).count()).toBe(1);
});

test('a session that ended in mid-form says so, and the form stands filled again', async () => {
  const page = await newActivity();
  await fillActivity(page, told);
  await page.context().clearCookies({ name: /session_token/ });
  await press(page);
  await page.getByText(signInWords.vi.ended).waitFor();
  await page.locator('button[value="nong-cot"]').click();
  await page.getByText(own.sending.refilled).waitFor();
  expect(await noteOf(page)).toBe(told.note);
  expect(await page.locator('input[value=visit]').isChecked()).toBe(true);
});

test('what somebody typed is nobody else’s, and is gone when they sign out', async () => {
  const page = await newActivity();
  await fillActivity(page, told);
  await page.locator('header summary').click();
  await page.getByRole('button', { name: own.signOut }).click();
  await page.waitForURL('/');
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
  expect(kept).not.toContain(told.place);
});

test('going back after saving finds an empty form', async () => {
  const page = await newActivity();
  await fillActivity(page, told);
  await press(page);
  await page.waitForURL(/saved=/);
  await page.goBack();
  await page.getByRole('button', { name: save }).waitFor();
  expect(await noteOf(page)).toBe('');
});

const staffPlaces = places.filter(({ at }) => !at.startsWith('/sign-in') && at !== '/');

test.each(staffPlaces)('without a line no form of $name loses what stands in it', async (place) => {
  const page = await visitAs(place.who, await addressOf(place), { size: 'phone' });
  const sent = page.locator('main form[method=post i]:not([data-sveltekit-reload])');
  await page.waitForLoadState('networkidle');
  for (let at = 0; at < (await sent.count()); at++) {
    await page.context().setOffline(true);
    await sent.nth(at).evaluate((form: HTMLFormElement) => {
      for (const field of form.elements) field.removeAttribute('required');
      form.requestSubmit();
    });
    const word = page.locator('.status .word');
    await word.waitFor();
    expect(await isSeen(page)).toBe(true);
    await page.context().setOffline(false);
    await page.reload();
    await page.waitForLoadState('networkidle');
  }
});
