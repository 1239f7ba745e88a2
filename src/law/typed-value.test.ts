// A rule's value goes into its fields and comes back the same; what cannot be meant is refused.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyKinds } from '#places/body.ts';
import { levels } from '#places/unit.ts';
import type { RuleValue } from './rule.ts';
import { fieldsOf, valueTyped } from './typed-value.ts';

/** As a form reads numbers: a comma before decimals, nothing typed is null. */
const readNumber = (text: string | undefined): number | null | undefined => {
  if (!text) return null;
  const value = Number(text.replace(',', '.'));
  return Number.isNaN(value) ? undefined : value;
};

const count = fc.nat(999);
const decimal = fc.nat(9999).map((hundredths) => hundredths / 100);
const yearDay = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const anyValue: fc.Arbitrary<RuleValue> = fc.oneof(
  fc.record({ type: fc.constantFrom('hours', 'days', 'working_days', 'months'), count }),
  fc.record({
    type: fc.constant('share'),
    numerator: count,
    denominator: count,
    strict: fc.boolean(),
  }),
  fc.record({ type: fc.constant('number'), number: count }),
  fc.record({
    type: fc.constant('measure'),
    unit: fc.constantFrom('mm', 'pt', 'part'),
    least: decimal,
    most: fc.option(decimal),
    taken: decimal,
  }),
  fc.tuple(yearDay, yearDay, fc.constantFrom(-1, 0)).map(([from, to, year]) => ({
    type: 'window' as const,
    from: { year, day: from },
    to: { year: 0 as const, day: to },
  })),
  fc.record({
    type: fc.constant('levels'),
    levels: fc.subarray([...levels], { minLength: 1 }),
  }),
  fc.record({
    type: fc.constant('authority'),
    body: fc.constantFrom(...bodyKinds),
    level: fc.constantFrom(...levels),
  }),
);

describe('a value in a form', () => {
  test('comes back as it went in', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(valueTyped(value, fieldsOf(value), readNumber)).toEqual({ ok: true, value });
      }),
    );
  });

  test.each([
    [
      { type: 'days', count: 3 },
      { count: 'ba', clock: 'days' },
    ],
    [
      { type: 'days', count: 3 },
      { count: '3', clock: 'weeks' },
    ],
    [
      { type: 'days', count: 3 },
      { count: '2,5', clock: 'days' },
    ],
    [{ type: 'levels', levels: ['xa'] }, {}],
    [{ type: 'text', text: 'Mẫu 01' }, { text: '  ' }],
    [
      { type: 'window', from: { year: 0, day: '01-01' }, to: { year: 0, day: '03-31' } },
      { windowFrom: '1/1', windowTo: '31/2' },
    ],
  ] as const)('%o may not become %o', (like, typed) => {
    expect(valueTyped(like, typed, readNumber)).toEqual({ ok: false, refusal: 'invalid' });
  });

  test('a day of the year may be typed without its zeros', () => {
    const like: RuleValue = {
      type: 'window',
      from: { year: -1, day: '11-01' },
      to: { year: 0, day: '10-31' },
    };
    const typed = { windowFrom: '1/11', windowTo: '31/10', lastYear: 'yes' };
    expect(valueTyped(like, typed, readNumber)).toEqual({ ok: true, value: like });
  });
});
