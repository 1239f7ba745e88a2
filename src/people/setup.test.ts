// What the first administrator may be called, and how long the password must be.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideSetup } from './setup.ts';

const good = { name: ' Lý  Thị Ví Dụ ', username: 'Ly.Vi-Du', password: 'một câu dài' };

describe('the first administrator', () => {
  it('is taken with a tidied name, a lower-case user name and the password as typed', () => {
    expect(decideSetup(good, 10)).toEqual({
      ok: true,
      value: { name: 'Lý Thị Ví Dụ', username: 'ly.vi-du', password: 'một câu dài' },
    });
  });

  it.each([
    ['name-missing', { ...good, name: '   ' }],
    ['name-missing', { ...good, name: 'a'.repeat(121) }],
    ['username-unfit', { ...good, username: 'ab' }],
    ['username-unfit', { ...good, username: 'lý thị' }],
    ['username-unfit', { ...good, username: '.abc' }],
    ['password-short', { ...good, password: '123456789' }],
  ])('is refused with %s', (refusal, input) => {
    expect(decideSetup(input, 10)).toEqual({ ok: false, refusal });
  });

  it('counts characters of a password, not bytes or halves of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (password) => {
        const accepted = decideSetup({ ...good, password }, 10).ok;
        expect(accepted).toBe(Array.from(password).length >= 10);
      }),
    );
  });
});
