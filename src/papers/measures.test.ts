// A paper keeps the measures of its own day; a draft, and what is older than every form, take today's.

import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '#ground/day.ts';
import { exampleLaw } from '#law/example-law.ts';
import { rulesOn, type Law } from '#law/rule.ts';
import { formOf, formOn } from './measures.ts';

const changed = day('2027-01-01');
/** From that day on the left margin is 35 instead of 30. */
const law: Law = exampleLaw.flatMap((rule) => {
  const { value } = rule;
  if (rule.key !== 'paper.page.left' || value.type !== 'measure') return [rule];
  return [
    { ...rule, validTo: addDays(changed, -1) },
    { ...rule, validFrom: changed, value: { ...value, taken: 35 } },
  ];
});
const leftOf = (date: Day | null, today: Day): number => formOn(law, date, today).page.left;

describe('the form of a paper', () => {
  test('is that of its own day, however late it is printed', () => {
    expect(leftOf(day('2026-12-31'), day('2030-01-01'))).toBe(30);
    expect(leftOf(changed, day('2030-01-01'))).toBe(35);
  });

  test('of a draft, and of a paper older than every form on record, is that of today', () => {
    expect(leftOf(null, day('2026-12-31'))).toBe(30);
    expect(leftOf(null, changed)).toBe(35);
    expect(leftOf(day('2011-05-06'), changed)).toBe(35);
  });

  test('leaves less room for the text where a margin grows', () => {
    expect(formOn(law, changed, changed).textWidth).toBe(160);
    expect(formOn(law, changed, changed).columns.right).toBe(93);
  });

  test('is refused where one of its rules is missing, and never guessed', () => {
    const without = law.filter(({ key }) => key !== 'paper.size.body');
    expect(formOf(rulesOn(without, changed))).toEqual({
      ok: false,
      refusal: { kind: 'no-rule', key: 'paper.size.body', day: changed },
    });
    expect(() => formOn(without, null, changed)).toThrow('paper.size.body');
  });
});
