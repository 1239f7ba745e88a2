// A code survives being typed by hand, and a mistyped one is noticed before anything is asked.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFrom, readCode } from './invitation-code.ts';

const code = fc.uint8Array({ minLength: 64, maxLength: 64 }).filter(isEnough).map(codeFrom);

/** So few fair bytes among so many never happen by themselves. */
function isEnough(random: Uint8Array): boolean {
  return random.filter((byte) => byte < 248).length >= 15;
}
const at = fc.nat(15);
const signsOf = (text: string): string[] => Array.from(text.replaceAll('-', ''));

test('it stands in groups of four, without letters that look like others', () => {
  fc.assert(
    fc.property(code, (one) => {
      expect(one).toMatch(/^[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){3}$/);
    }),
  );
});

test('it is read however it is typed: small, with spaces, without or with other lines', () => {
  fc.assert(
    fc.property(code, fc.constantFrom('', ' ', ' - ', '–', '.', '\t'), (one, between) => {
      expect(readCode(` ${one.toLowerCase().replaceAll('-', between)} `)).toBe(one);
    }),
  );
});

test('one wrong sign is noticed', () => {
  fc.assert(
    fc.property(
      code,
      at,
      fc.constantFrom(...Array.from('23456789ABCDEFGHJKMNPQRSTUVWXYZ')),
      (one, place, sign) => {
        const signs = signsOf(one);
        fc.pre(signs[place] !== sign);
        signs[place] = sign;
        expect(readCode(signs.join(''))).toBeUndefined();
      },
    ),
  );
});

test('two signs that changed places are noticed', () => {
  fc.assert(
    fc.property(code, at, at, (one, a, b) => {
      const signs = signsOf(one);
      const [first = '', second = ''] = [signs[a], signs[b]];
      fc.pre(first !== second);
      signs[a] = second;
      signs[b] = first;
      expect(readCode(signs.join(''))).toBeUndefined();
    }),
  );
});

test.each(['', 'ABCD', 'ABCD-EFGH-JKMN-PQR0', 'x'.repeat(10_000)])('%j is no code', (typed) => {
  expect(readCode(typed)).toBeUndefined();
});

test('too few random bytes are a failure, never a shorter code', () => {
  expect(() => codeFrom(new Uint8Array(10))).toThrow('random');
  expect(() => codeFrom(new Uint8Array(64).fill(250))).toThrow('random');
});
