// Days and numbers are shown as Vietnamese papers write them.

import { expect, it } from 'vitest';
import { day } from './day.ts';
import { showDay, showMonth, showNumber, showOfficialDay } from './show.ts';

it('a day is dd/MM/yyyy and a month MM/yyyy', () => {
  expect([showDay(day('2026-11-05')), showMonth(day('2026-11-05'))]).toEqual([
    '05/11/2026',
    '11/2026',
  ]);
});

it('numbers take a dot for thousands and a comma for decimals in Vietnamese', () => {
  expect([showNumber(1222), showNumber(991.89), showNumber(4447, 'en')]).toEqual([
    '1.222',
    '991,89',
    '4,447',
  ]);
});

it.each([
  ['2026-01-09', 'ngày 09 tháng 01 năm 2026'],
  ['2026-02-10', 'ngày 10 tháng 02 năm 2026'],
  ['2026-05-06', 'ngày 06 tháng 5 năm 2026'],
  ['2026-11-23', 'ngày 23 tháng 11 năm 2026'],
])('on a paper %s is %s: zeros on small days and on months 1 and 2 only', (text, shown) =>
  expect(showOfficialDay(day(text), 2)).toBe(shown),
);
