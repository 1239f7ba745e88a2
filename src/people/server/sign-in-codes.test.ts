// Codes of an authenticator by the vectors of the standard, recovery codes, and how both are kept.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  authenticatorAddress,
  codeAt,
  findStep,
  newRecoveryCodes,
  newSecret,
  sealsFrom,
  stepAt,
} from './sign-in-codes.ts';

/** The secret of RFC 6238, appendix B, '12345678901234567890' in base32. */
const standard = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a code', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i seconds is the one of RFC 6238', (seconds, code) => {
    expect(codeAt(standard, stepAt(new Date(seconds * 1000)))).toBe(code);
  });

  it('counts half a minute early or late, and never twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 2_000_000_000 }),
        fc.integer({ min: -2, max: 2 }),
        (at, off) => {
          const now = new Date(at * 1000);
          const step = stepAt(now) + off;
          const code = codeAt(standard, step);
          const found = findStep(standard, code, now, 0);
          expect(found).toBe(Math.abs(off) <= 1 ? step : undefined);
          expect(findStep(standard, code, now, Math.max(step, stepAt(now) + 1))).toBeUndefined();
        },
      ),
      { numRuns: 50 },
    );
  });

  it('of another secret is none', () => {
    const now = new Date('2026-11-23T01:00:00Z');
    expect(findStep(newSecret(), codeAt(standard, stepAt(now)), now, 0)).toBeUndefined();
  });

  it('is asked of an authenticator by an address it can read', () => {
    const address = new URL(authenticatorAddress(standard, 'can.bo'));
    expect(address.protocol + address.host).toBe('otpauth:totp');
    expect(address.searchParams.get('secret')).toBe(standard);
    expect(decodeURIComponent(address.pathname)).toBe('/Bình Yên:can.bo');
  });
});

describe('what is kept', () => {
  const [seals, others] = [sealsFrom('a'.repeat(64)), sealsFrom('b'.repeat(64))];

  it('of a secret opens with this installation’s secret only, and not once it was changed', () => {
    const sealed = seals.seal(standard);
    expect(sealed).not.toContain(standard);
    expect(seals.open(sealed)).toBe(standard);
    expect(() => others.open(sealed)).toThrow('does not open');
    expect(() => seals.open(`${sealed.slice(0, -6)}AAAAA=`)).toThrow('does not open');
  });

  it('of recovery codes is a hash of its own for each person, however the code is typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    expect(codes.every((code) => /^[a-z2-9]{5}-[a-z2-9]{5}$/.test(code))).toBe(true);
    const [code = ''] = codes;
    const hash = seals.hashRecoveryCode('a', code);
    expect(hash).toBe(seals.hashRecoveryCode('a', code.toUpperCase().replace('-', ' ')));
    expect(hash).not.toBe(seals.hashRecoveryCode('b', code));
    expect(hash).not.toBe(others.hashRecoveryCode('a', code));
  });
});
