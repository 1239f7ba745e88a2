// Somebody works without a mouse: Tab, the arrows, Space and Enter are enough, and it shows where they are.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { activityScreenWords } from '#activities/activity-screens.words.ts';
import { activityWords } from '#activities/activity.words.ts';
import { peopleWords } from '#people/people.words.ts';
import { uiWords } from '#ui/ui.words.ts';
import { findBarriers, openPage, type Size } from './browser.ts';
import { addPerson } from './new-person.ts';
import { makeSite } from './own-site.ts';
import { arriveAt, comeInAs } from './sign-in.ts';

const mostTabs = 60;

/** As far as the control with that name; the one who presses sees which control has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const at = await nameOf(focused);
    expect({ at, shown: await isShown(focused) }).toEqual({ at, shown: true });
    if (at.startsWith(name)) return;
  }
  throw new Error(`${mostTabs} times Tab did not lead to “${name}”`);
}

type Focused = ReturnType<Page['locator']>;

const nameOf = (focused: Focused): Promise<string> =>
  focused.evaluate((element) => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const text = labels.map(({ innerText }) => innerText).join(' ') || element.textContent;
    return text.trim();
  });

/** An outline or a shadow around it, or around the card it stands in. */
const isShown = (focused: Focused): Promise<boolean> =>
  focused.evaluate((element) =>
    [element, element.closest('label')].some((one) => {
      if (!one) return false;
      // A link whose whole line is pressed is outlined by what it lays over the line.
      const looks = [getComputedStyle(one), getComputedStyle(one, '::after')];
      return looks.some(
        ({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none',
      );
    }),
  );

test('a core member signs in, records an activity and signs out, all by keyboard', async () => {
  const { path } = await makeSite(await comeInAs('can-bo-tinh'));
  const office = await comeInAs('quan-tri', '/staff/people');
  const person = await addPerson(office, { role: 'core_member', path });
  const page = await openPage('/sign-in');
  await tabTo(page, peopleWords.vi.username);
  await page.keyboard.type(person.username);
  await tabTo(page, peopleWords.vi.password);
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');
  await arriveAt(page, '/staff');

  await tabTo(page, activityScreenWords.vi.record);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${path}/activities/new`);
  const { kind, field } = activityWords.vi;
  await tabTo(page, kind.talk);
  await page.keyboard.press('ArrowDown');
  await tabTo(page, field.participants);
  await page.keyboard.type('9');
  await tabTo(page, field.place);
  await page.keyboard.type('Nhà văn hóa');
  await tabTo(page, activityScreenWords.vi.save);
  await page.keyboard.press('Space');
  await page.getByText(activityScreenWords.vi.saved).waitFor();
  const line = page.getByRole('listitem').filter({ hasText: 'Nhà văn hóa' });
  expect(await line.innerText()).toContain(kind.meeting);

  await tabTo(page, uiWords.vi.account);
  await page.keyboard.press('Enter');
  await tabTo(page, uiWords.vi.signOut);
  await page.keyboard.press('Enter');
  await arriveAt(page, '/');
});

test('the first Tab of a page leads past its bars to what it is about', async () => {
  const page = await comeInAs('nong-cot', '/staff/sites');
  await tabTo(page, uiWords.vi.skipToContent);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = page.locator('main :focus');
  expect(await inside.count()).toBe(1);
});

test.each<Size>(['phone', 'desk'])(
  'the account menu opens on a %s, holds no barrier, and closes by Escape',
  async (size) => {
    const page = await comeInAs('nguoi-xem', '/staff', { size });
    const menu = page.locator('header details');
    await menu.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('button', { name: uiWords.vi.signOut }).isVisible()).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: uiWords.vi.signOut }).isVisible()).toBe(false);
  },
);
