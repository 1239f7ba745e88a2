// Who must show more than a password, and from which day on.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { roles, type Role } from './person.ts';
import {
  digitsOf,
  graceOf,
  heldAs,
  recoveryLetters,
  secondFactorNeed,
  secondWays,
  type Held,
} from './second-factor.ts';

const today = day('2026-11-23');
const rule = {
  role: 'commune_police',
  needsSecondFactor: true,
  since: day('2026-11-01'),
  graceUntil: day('2026-11-23'),
} as const;

const at = (...roles: readonly Role[]): readonly Held[] =>
  roles.map((role) => ({ role, byDefault: false }));

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
    expect(secondFactorNeed(rules, at(...held), on)).toBe(need);
  });

  const siteId = 'a site';
  it.each([
    ['now', { role: 'administrator', siteId: null }, false],
    ['now', { role: 'viewer', siteId: null }, false],
    ['none', { role: 'commune_police', siteId }, false],
    ['none', { role: 'administrator', siteId: null }, true],
  ] as const)(
    'where no rule is made is needed beyond one site: %s for %o (demo: %s)',
    (...given) => {
      const [need, holding, isDemo] = given;
      expect(secondFactorNeed([], [heldAs(holding, isDemo)], today)).toBe(need);
    },
  );

  it('an administrator decides otherwise for the role, and the others keep their default', () => {
    const free = { ...rule, needsSecondFactor: false };
    const police = heldAs({ role: 'commune_police', siteId: null }, false);
    const viewer = heldAs({ role: 'viewer', siteId: null }, false);
    expect(secondFactorNeed([free], [police], today)).toBe('none');
    expect(secondFactorNeed([rule], [police], today)).toBe('soon');
    expect(secondFactorNeed([free], [police, viewer], today)).toBe('now');
  });

  it('may be missing until the earliest grace of the roles held is over', () => {
    const later = { ...rule, role: 'viewer' as const, graceUntil: addDays(today, 9) };
    expect(graceOf([later, rule], at('viewer', 'commune_police'), today)).toBe(today);
    expect(graceOf([later, rule], at('viewer'), today)).toBe(later.graceUntil);
    expect(graceOf([rule], at('commune_police'), addDays(today, 1))).toBeUndefined();
  });

  it('once needed stays needed on every later day', () => {
    fc.assert(
      fc.property(fc.subarray([...roles]), fc.nat(400), fc.nat(400), (held, a, b) => {
        const [first, later] = [Math.min(a, b), Math.max(a, b)];
        const order = ['none', 'soon', 'now'];
        const need = (days: number) =>
          order.indexOf(secondFactorNeed([rule], at(...held), addDays(rule.since, days)));
        expect(need(later)).toBeGreaterThanOrEqual(need(first));
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
