// An authenticator in a person's hand, and how they turn two-step sign-in on where their role asks for it.

import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { signInWords } from '#people/sign-in.words.ts';

export const enrolment = '/staff/account/second-factor';

/** What it shows at a time for the key a person typed into it (RFC 6238). */
export function codeFor(key: string, at = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(key.replace(/\s/g, ''), (letter) =>
    letters.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const from = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** On the page a person was led to; ends with the recovery codes, which it gives back. */
export async function enrol(page: Page, at = Date.now()): Promise<string[]> {
  const own = signInWords.vi.authenticator;
  await page.getByRole('button', { name: own.start }).click();
  const key = await page.locator('code').innerText();
  await page.getByRole('textbox', { name: own.code }).fill(codeFor(key, at));
  await page.getByRole('button', { name: own.turnOn, exact: true }).click();
  await page.getByText(own.codesTitle).waitFor();
  return page.locator('ol code').allInnerTexts();
}
