// Who must show more than a password, and from which day on.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { roles } from './person.ts';
import {
  digitsOf,
  graceOf,
  recoveryLetters,
  secondFactorNeed,
  secondWays,
} from './second-factor.ts';

const today = day('2026-11-23');
const rule = {
  role: 'commune_police',
  needsSecondFactor: true,
  since: day('2026-11-01'),
  graceUntil: day('2026-11-23'),
} as const;

describe('a second factor', () => {
  it.each([
    ['none', [], ['commune_police'], today],
    ['none', [rule], ['viewer'], today],
    ['none', [rule], [], today],
    ['soon', [rule], ['viewer', 'commune_police'], today],
    ['now', [rule], ['commune_police'], addDays(today, 1)],
    ['none', [{ ...rule, since: addDays(today, 1) }], ['commune_police'], today],
    ['none', [{ ...rule, needsSecondFactor: false }], ['commune_police'], addDays(today, 9)],
    [
      'now',
      [rule, { ...rule, role: 'viewer' as const, graceUntil: addDays(today, 30) }],
      ['commune_police', 'viewer'],
      addDays(today, 1),
    ],
  ] as const)('is needed: %s', (need, rules, held, on) => {
    expect(secondFactorNeed(rules, held, on)).toBe(need);
  });

  it('may be missing until the earliest grace of the roles held is over', () => {
    const later = { ...rule, role: 'viewer' as const, graceUntil: addDays(today, 9) };
    expect(graceOf([later, rule], ['viewer', 'commune_police'], today)).toBe(today);
    expect(graceOf([later, rule], ['viewer'], today)).toBe(later.graceUntil);
    expect(graceOf([rule], ['commune_police'], addDays(today, 1))).toBeUndefined();
  });

  it('once needed stays needed on every later day', () => {
    fc.assert(
      fc.property(fc.subarray([...roles]), fc.nat(400), fc.nat(400), (held, a, b) => {
        const [first, later] = [Math.min(a, b), Math.max(a, b)];
        const order = ['none', 'soon', 'now'];
        const at = (days: number) =>
          order.indexOf(secondFactorNeed([rule], held, addDays(rule.since, days)));
        expect(at(later)).toBeGreaterThanOrEqual(at(first));
      }),
    );
  });

  it.each([
    [['code', 'passkey'], { authenticator: true, passkeys: true }, 'none'],
    [['code'], { authenticator: true, passkeys: false }, 'now'],
    [[], { authenticator: false, passkeys: true }, 'none'],
    [['passkey'], { authenticator: false, passkeys: true }, 'soon'],
    [[], { authenticator: false, passkeys: false }, 'now'],
  ] as const)('is asked for by %j', (ways, has, need) => {
    expect(secondWays(has, need)).toEqual(ways);
  });
});

it('codes are read with or without spaces, recovery codes in capitals and without the dash', () => {
  expect([digitsOf('123 456'), digitsOf('12345'), digitsOf('abcde-fghjk')]).toEqual([
    '123456',
    undefined,
    undefined,
  ]);
  expect(recoveryLetters(' ABCDE fghjk')).toBe(recoveryLetters('abcde-fghjk'));
});
