// Somebody tries the demo: one click with the address the start printed, and nothing without it.

import { expect, inject, test } from 'vitest';
import { peopleWords } from '#people/people.words.ts';
import { findBarriers, openPage } from './browser.ts';
import { arriveAt } from './sign-in.ts';

const own = peopleWords.vi;

test.each([true, false])(
  'the printed address opens the door, which stays one click (script: %s)',
  async (script) => {
    const printed = `/sign-in?next=%2Fstaff%2Fsites&demo=${inject('demoKey')}`;
    const page = await openPage(printed, { script, knowsDemo: false });
    expect(page.url()).not.toContain('demo=');
    await page.locator('button[value="nong-cot"]').click();
    await arriveAt(page, '/staff/sites');
    await page.context().clearCookies({ name: /session_token/ });
    await page.goto('/staff');
    await page.locator('button[value="nguoi-xem"]').click();
    await arriveAt(page, '/staff');
  },
);

test.each(['/sign-in', '/sign-in?demo=not-the-key'])(
  'without the key %s says where its address is, and takes no form',
  async (path) => {
    const page = await openPage(path, { knowsDemo: false });
    await page.getByText(own.demoLocked).waitFor();
    expect(await page.locator('button[name="username"]').count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    const form = { username: 'quan-tri', next: '/staff' };
    const origin = inject('address');
    await page.request.post('/sign-in?/demo', { form, headers: { origin } });
    await page.goto('/staff');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  },
);
