// The hotline: a call written while it is told, its code read back, sealed and gone; the roster shows its gaps.

import { expect, test } from 'vitest';
import { hotlineWords } from '#tips/hotline.words.ts';
import { findBarriers, overflowOf } from './browser.ts';
import { comeInAs } from './sign-in.ts';

const own = hotlineWords.vi;
/** Milliseconds. */
const patience = 120_000;
const told = 'Có người hẹn giao ma túy ở cổng chợ tối nay.';

test.each(['phone', 'desk'] as const)(
  'on a %s, a call is kept in the tab, its code is read back, and after sealing nothing is left',
  async (size) => {
    const page = await comeInAs('cong-an-xa', '/staff/hotline/call', { size });
    const fits = async () =>
      expect([await findBarriers(page), await overflowOf(page)]).toEqual([[], 0]);
    await page.getByLabel(own.sheet.what).fill(told);
    await fits();
    await page.reload();
    await expect.poll(() => page.getByLabel(own.sheet.what).inputValue()).toBe(told);

    const seal = page.getByRole('button', { name: own.sheet.seal, exact: true });
    await seal.click();
    await page.getByText(own.sheet.codeFirst).waitFor();
    const code = (await page.locator('ol li b').allInnerTexts()).join(' ');
    await page.getByLabel(own.sheet.back).fill(code);
    await page.getByText(own.sheet.same).waitFor();
    await seal.click();
    await page.getByRole('button', { name: own.sheet.next, exact: true }).waitFor();
    await fits();
    const left = await page.evaluate(
      () => document.body.innerText + JSON.stringify(sessionStorage),
    );
    expect(left).not.toContain('cổng chợ');
    expect(left).not.toContain(code);
  },
  patience,
);

test(
  'a shift fills its hours, the others are told as gaps; a missed call keeps no number in clear',
  async () => {
    const page = await comeInAs('cong-an-xa', '/staff/hotline');
    await page.getByText(own.gaps, { exact: true }).waitFor();
    await page.getByLabel(own.person).selectOption({ index: 1 });
    await page.getByLabel(own.fromHour).fill('6');
    await page.getByRole('button', { name: own.addShifts, exact: true }).click();
    await page.getByText(own.saved, { exact: true }).waitFor();
    await page.getByText('06:00–14:00').first().waitFor();

    await page.getByText(own.noteMissed, { exact: true }).click();
    await page.getByLabel(own.callback).fill('0900 000 000');
    await page.getByRole('button', { name: own.save, exact: true }).last().click();
    await page.getByText(own.hasNumber).waitFor();
    expect(await page.content()).not.toContain('0900 000');
    expect([await findBarriers(page), await overflowOf(page)]).toEqual([[], 0]);
  },
  patience,
);
