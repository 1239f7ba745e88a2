// The rules of the rosters: who stands on one on a day, in which order, found by what is typed.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { householdSearch, memberSearch } from './roster-search.ts';
import { byNumber, standsOn } from './roster.ts';

const today = day('2026-05-20');
const home = (number: string, representative: string) => ({ number, representative });
const homes = [
  home('12', 'Lý Văn An'),
  home('7', 'Ma Thị Hòa'),
  home('A10', 'Vi Ví'),
  home('A2', 'Vi Dụ'),
];

test('households stand as people count: 7 before 12, A2 before A10', () => {
  expect(homes.toSorted(byNumber).map(({ number }) => number)).toEqual(['7', '12', 'A2', 'A10']);
});

test('a household is found by its number or by its representative', () => {
  const found = (query: string) => householdSearch(homes)(query).map(({ number }) => number);
  expect(found('a1')).toEqual(['A10']);
  expect(found('1')).toEqual(['12']);
  expect(found('mth')).toEqual(['7']);
  expect(found('vi')).toEqual(['A2', 'A10']);
  expect(found(' ')).toEqual(['7', '12', 'A2', 'A10']);
});

test('members stand by given name', () => {
  const rows = [{ name: 'An Thị Yến' }, { name: 'Yên Văn Ân' }, { name: 'Lý An' }];
  expect(memberSearch(rows)('').map(({ name }) => name)).toEqual([
    'Lý An',
    'Yên Văn Ân',
    'An Thị Yến',
  ]);
});

test('somebody stands on the roster on exactly the days between', () => {
  const offset = fc.integer({ min: -30, max: 30 });
  fc.assert(
    fc.property(offset, fc.option(fc.nat(30)), (from, length) => {
      const one = {
        from: addDays(today, from),
        to: length === null ? null : addDays(today, from + length),
      };
      const stands = from <= 0 && (length === null || from + length >= 0);
      expect(standsOn([one], today)).toEqual(stands ? [one] : []);
    }),
  );
});
