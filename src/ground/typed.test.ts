// Days and times are read as people type them, and as they are shown.

import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { aDay } from './day.input.ts';
import { addDays, day } from './day.ts';
import { showDay } from './show.ts';
import { dayTyped, timeTyped } from './typed.ts';

const days = fc.integer({ min: 0, max: 36_000 }).map((by) => addDays(day('1970-01-01'), by));

describe('a typed day', () => {
  it.each([
    '5/3/2026',
    '05/03/2026',
    '05-03-2026',
    '5.3.26',
    '05032026',
    '050326',
    ' 5 / 3 / 2026 ',
  ])('is read from “%s”, day before month', (text) => expect(dayTyped(text)).toBe('2026-03-05'));
  it.each(['', '5/3', '31/02/2026', '12/13/2026', '5/3/026', '1/1/20261', '0/1/2026', 'mai', null])(
    'is not read from “%s”',
    (text) => expect(dayTyped(text)).toBeUndefined(),
  );
  it('of two digits of a year lies in this time, not in another century', () => {
    expect([dayTyped('1/2/69'), dayTyped('1/2/70')]).toEqual(['2069-02-01', '1970-02-01']);
  });
  it('read from what is shown of a day, or from its own value, is the same day', () => {
    fc.assert(
      fc.property(days, (some) => {
        const shortened = `${showDay(some).slice(0, 6)}${some.slice(2, 4)}`;
        const shown = [showDay(some), showDay(some).replaceAll('/', ''), some, shortened];
        expect(shown.map(dayTyped)).toEqual([some, some, some, some]);
      }),
    );
  });
  it('comes in at the door as the day it is, anything else not at all', () => {
    expect(v.parse(aDay, '5/3/2026')).toBe('2026-03-05');
    expect(['', '31/2/2026', 7, null].map((wrong) => v.is(aDay, wrong))).toEqual(
      Array.from({ length: 4 }, () => false),
    );
  });
});

describe('a typed time', () => {
  it.each(['7:30', '07:30', '7h30', '7 giờ 30', '07.30', '0730'])('is read from “%s”', (text) =>
    expect(timeTyped(text)).toBe('07:30'),
  );
  it('may be a full hour', () => expect(timeTyped('19h')).toBe('19:00'));
  it.each(['', '24:00', '7:60', '730', '7:3', '7', '-1:00', undefined])(
    'is not read from “%s”',
    (text) => expect(timeTyped(text)).toBeUndefined(),
  );
});
