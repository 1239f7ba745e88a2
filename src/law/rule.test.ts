// A rule is found by the day, and a value that no rule gives is refused, never guessed.

import { describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { exampleLaw, exampleRules } from './example-law.ts';
import {
  findRule,
  getClock,
  getDays,
  getHours,
  getLevels,
  getMeasure,
  getNumber,
  getShare,
  isUnverified,
  marks,
  reaches,
  ruleOn,
  rulesOn,
  type LegalRule,
  type RuleValue,
} from './rule.ts';

const [any] = exampleLaw;
const ruleWith = (value: RuleValue): LegalRule => {
  if (!any) throw new Error('no rule');
  return { ...any, key: 'privacy.view', value, validFrom: day('2026-01-01') };
};
const on = day('2026-11-23');

describe('which rule holds', () => {
  test('a paper of 2020 and one of today each find the rule of their day', () => {
    const levelsOn = (text: string) => getLevels(exampleRules(day(text)), 'territory.levels');
    expect(levelsOn('2020-05-06')).toMatchObject({ value: ['tinh', 'huyen', 'xa'] });
    expect(levelsOn('2025-06-30')).toMatchObject({ value: ['tinh', 'huyen', 'xa'] });
    expect(levelsOn('2025-07-01')).toMatchObject({ value: ['tinh', 'xa'] });
  });

  test('before its first day and after its last a rule does not hold', () => {
    const law = [{ ...ruleWith({ type: 'days', count: 10 }), validTo: day('2026-12-31') }];
    const found = (text: string) => ruleOn(law, 'privacy.view', day(text))?.value;
    expect(found('2025-12-31')).toBeUndefined();
    expect(found('2026-01-01')).toEqual({ type: 'days', count: 10 });
    expect(found('2026-12-31')).toEqual({ type: 'days', count: 10 });
    expect(found('2027-01-01')).toBeUndefined();
  });
});

describe('its value', () => {
  test('where no rule holds the answer is a refusal that names the key and the day', () => {
    const missing = { ok: false, refusal: { kind: 'no-rule', key: 'privacy.view', day: on } };
    expect(getDays(exampleRules(on), 'privacy.view')).toEqual(missing);
    expect(findRule(exampleRules(on), 'privacy.view')).toBeUndefined();
  });

  test('hours are not taken for days, nor a number for a share', () => {
    const rules = rulesOn([ruleWith({ type: 'hours', count: 72 })], on);
    expect(getHours(rules, 'privacy.view')).toMatchObject({ ok: true, value: 72 });
    expect(getDays(rules, 'privacy.view').ok).toBe(false);
    expect(getClock(rules, 'privacy.view')).toMatchObject({ value: { type: 'hours', count: 72 } });
    expect(getNumber(rules, 'privacy.view').ok).toBe(false);
    expect(getShare(rules, 'privacy.view').ok).toBe(false);
    expect(getMeasure(rules, 'privacy.view').ok).toBe(false);
  });

  test('whatever was not read in the text itself is unverified, what is our own is not', () => {
    expect(marks.filter((mark) => isUnverified({ mark }))).toEqual(['secondary', 'memory']);
  });
});

test.each([
  // 150 households: more than a half is 76, two thirds are 100.
  [{ numerator: 1, denominator: 2, strict: true }, 75, 150, false],
  [{ numerator: 1, denominator: 2, strict: true }, 76, 150, true],
  [{ numerator: 2, denominator: 3, strict: false }, 99, 150, false],
  [{ numerator: 2, denominator: 3, strict: false }, 100, 150, true],
  [{ numerator: 1, denominator: 1, strict: false }, 149, 150, false],
  [{ numerator: 1, denominator: 1, strict: false }, 150, 150, true],
])('a share is reached in whole numbers: %o by %i of %i is %s', (share, part, whole, expected) => {
  expect(reaches(share, part, whole)).toBe(expected);
});
