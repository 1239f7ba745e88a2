// A calendar shows every day of its month once, and its keys never leave what may be chosen.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, day, lastDayOfMonth, monthOf, partsOf, weekdayOf } from '#ground/day.ts';
import { ledBy, weeksOf, within } from './month-grid.ts';

const days = fc.integer({ min: 0, max: 36_000 }).map((by) => addDays(day('1990-01-01'), by));
const open = { min: undefined, max: undefined };
const from = day('2026-11-25');

it('every day of a month stands once, under its weekday', () => {
  fc.assert(
    fc.property(days, (some) => {
      const weeks = weeksOf(some);
      const { year, month } = partsOf(some);
      const shown = weeks.flat().filter((one) => one !== undefined);
      expect([shown[0], shown.at(-1)]).toEqual([monthOf(some), lastDayOfMonth(year, month)]);
      expect(shown).toEqual(shown.map((_, nth) => addDays(monthOf(some), nth)));
      const columns = weeks.flatMap((week) => week.map((one, at) => one && weekdayOf(one) - at));
      expect(new Set(columns.filter((one) => one !== undefined))).toEqual(new Set([1]));
    }),
  );
});

it.each([
  ['ArrowLeft', '2026-11-24'],
  ['ArrowRight', '2026-11-26'],
  ['ArrowUp', '2026-11-18'],
  ['ArrowDown', '2026-12-02'],
  ['Home', '2026-11-23'],
  ['End', '2026-11-29'],
  ['PageUp', '2026-10-25'],
  ['PageDown', '2026-12-25'],
  ['Shift+PageUp', '2025-11-25'],
  ['Shift+PageDown', '2027-11-25'],
  ['a', undefined],
])('%s leads from Wednesday 25/11/2026 to %s', (key, to) => {
  expect(ledBy(key, from, open)).toBe(to);
});

it('no key leads out of what may be chosen', () => {
  const limits = { min: day('2026-11-20'), max: day('2026-11-26') };
  expect(ledBy('PageUp', from, limits)).toBe(limits.min);
  expect(ledBy('PageDown', from, limits)).toBe(limits.max);
  expect(within(from, limits)).toBe(from);
});
