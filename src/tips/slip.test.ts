// A slip: its code stays on paper, its number is read however it is written.

import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { newId } from '#ground/id.ts';
import { recipientOf } from '#sealed/age.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import { readCode } from '#sealed/code.ts';
import { findHashOf, halvesOf } from '#sealed/halves.ts';
import { sheetInput } from './slip.input.ts';
import { newSlip, readSlipNumber, showSlipNumber, withoutCode } from './slip.ts';

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const sheet = { commandId: newId<'command'>(), unitId: newId<'unit'>() };

describe('a slip', () => {
  test('is bound to its code: whoever types the code back gets the halves it was made with', async () => {
    const slip = await newSlip(random);
    const code = readCode(slip.digits);
    if (!code.ok) throw new Error(code.refusal);
    const { find, open } = await halvesOf(code.value);
    expect(toBase64Url(findHashOf(find))).toBe(slip.findHash);
    expect(await recipientOf(open)).toBe(slip.answerRecipient);
    expect(readCode(slip.syllables)).toEqual(code);
  });

  test('goes to the server without its code, which is refused there', async () => {
    const slip = await newSlip(random);
    const { syllables, digits, ...rest } = slip;
    expect(withoutCode(slip)).toEqual(rest);
    expect(JSON.stringify(withoutCode(slip))).not.toContain(digits.slice(0, 7));
    expect(v.safeParse(sheetInput, { ...sheet, slips: [rest] }).success).toBe(true);
    expect(v.safeParse(sheetInput, { ...sheet, slips: [{ ...rest, syllables }] }).success).toBe(
      false,
    );
  });
});

describe('the number of a slip', () => {
  const numbers = fc.uint8Array({ minLength: 5, maxLength: 5 });

  test('is read back from what is shown, with O for 0 and l for 1, in small letters', async () => {
    const { slipNumber } = await newSlip(random);
    const written = showSlipNumber(slipNumber).toLowerCase();
    fc.assert(
      fc.property(numbers, fc.constantFrom('-', ' ', '.', ' - '), (_, gap) => {
        expect(readSlipNumber(written.replace(' ', gap))).toBe(slipNumber);
        expect(readSlipNumber(written.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(slipNumber);
      }),
    );
  });

  test.each(['', '1234', '123456789', 'ABCD EFGU', 'ông Ví Dụ'])('“%s” is none', (text) => {
    expect(readSlipNumber(text)).toBeUndefined();
  });
});
