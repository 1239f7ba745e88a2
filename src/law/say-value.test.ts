// A rule is said in words a person reads, and found by them.

import { expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { exampleLaw } from './example-law.ts';
import { rulesOn, type LegalRule, type RuleValue } from './rule.ts';
import { sayDays, sayValue } from './say-value.ts';
import { findRules } from './searching.ts';

test.each<[RuleValue, string, string]>([
  [{ type: 'hours', count: 0 }, 'ngay', 'at once'],
  [{ type: 'hours', count: 72 }, '72 giờ', '72 hours'],
  [{ type: 'working_days', count: 5 }, '5 ngày làm việc', '5 working days'],
  [
    { type: 'share', numerator: 1, denominator: 2, strict: true },
    'trên một nửa',
    'more than a half',
  ],
  [
    { type: 'share', numerator: 2, denominator: 3, strict: false },
    'từ 2/3 trở lên',
    'at least 2/3',
  ],
  [
    { type: 'share', numerator: 70, denominator: 100, strict: false },
    'từ 70 % trở lên',
    'at least 70 %',
  ],
  [{ type: 'share', numerator: 1, denominator: 1, strict: false }, '100 %', '100 %'],
  [
    { type: 'measure', unit: 'mm', least: 20, most: 25, taken: 20 },
    '20 mm (cho phép 20–25 mm)',
    '20 mm (allowed: 20–25 mm)',
  ],
  [
    { type: 'measure', unit: 'pt', least: 6, most: null, taken: 6 },
    '6 pt (cho phép từ 6 pt)',
    '6 pt (allowed: from 6 pt)',
  ],
  [
    { type: 'window', from: { year: -1, day: '11-01' }, to: { year: 0, day: '10-31' } },
    'từ 01/11 năm trước đến hết 31/10',
    'from 01/11 of the year before to the end of 31/10',
  ],
  [{ type: 'levels', levels: ['tinh', 'xa'] }, 'tỉnh, xã', 'province, commune'],
  [
    { type: 'authority', body: 'people_committee', level: 'xa' },
    'Ủy ban nhân dân xã',
    'People’s committee of the commune',
  ],
])('%o is “%s”', (value, vi, en) => {
  expect([sayValue(value, 'vi'), sayValue(value, 'en')]).toEqual([vi, en]);
});

test('its days say whether an end is known', () => {
  const validFrom = day('2022-01-01');
  expect(sayDays({ validFrom, validTo: null }, 'vi')).toBe('từ 01/01/2022');
  expect(sayDays({ validFrom, validTo: day('2026-06-30') }, 'vi')).toBe(
    'từ 01/01/2022 đến hết 30/06/2026',
  );
});

test('it is found by its name or its source, without accents, and by its mark', () => {
  const [one, ...others] = exampleLaw;
  const law = one
    ? [{ ...one, mark: 'memory', source: 'Thông tư 04/2012' } satisfies LegalRule, ...others]
    : [];
  const rules = rulesOn(law, day('2026-11-23'));
  const keys = (text: string, mark: LegalRule['mark'] | null = null) =>
    findRules(rules, { text, mark }, 'vi').flatMap((group) => group.rules.map(({ key }) => key));
  expect(keys('so nguoi duoi')).toEqual(['figures.floor']);
  expect(keys('thong tu 04')).toEqual(['figures.floor']);
  expect(keys('', 'memory')).toEqual(['figures.floor']);
  expect(keys('le tren')).toEqual(['paper.page.top']);
  expect(keys('khong co gi nhu the')).toEqual([]);
});
