// Working days: weekends, days of the year, announced days, and terms that cross a new year.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, weekdayOf, type Day } from '#ground/day.ts';
import {
  addWorkingDays,
  isWorkingDay,
  lastDayOf,
  yearsNotEntered,
  type Calendar,
} from './working-days.ts';

const off = (
  repeats: 'once' | 'yearly' | 'weekly',
  first: string,
  last?: string,
): Calendar[number] => ({
  kind: 'off',
  repeats,
  firstDay: day(first),
  lastDay: last === undefined ? null : day(last),
});
const weekend: Calendar = [off('weekly', '1999-10-02'), off('weekly', '1999-10-03')];
const calendar: Calendar = [
  ...weekend,
  off('yearly', '2021-01-01'),
  off('yearly', '2021-04-30'),
  off('yearly', '2021-05-01'),
  off('yearly', '2021-09-02'),
  off('once', '2027-02-05', '2027-02-11'),
];

const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays(day('2024-01-01'), days));
const count = fc.integer({ min: 1, max: 40 });

describe('a working day', () => {
  it('is no Saturday, no Sunday and no day of the year that is off', () => {
    expect(isWorkingDay(calendar, day('2026-11-20'))).toBe(true);
    expect(isWorkingDay(calendar, day('2026-11-21'))).toBe(false);
    expect(isWorkingDay(calendar, day('2026-09-02'))).toBe(false);
  });
  it('may be a Saturday that was declared worked in place of another day', () => {
    const worked = { ...off('once', '2026-11-21', '2026-11-21'), kind: 'worked' as const };
    expect(isWorkingDay([...calendar, worked], day('2026-11-21'))).toBe(true);
  });
  it('is every day before an entry began to hold', () => {
    expect(isWorkingDay(calendar, day('2020-09-02'))).toBe(true);
    expect(isWorkingDay(weekend, day('1999-09-25'))).toBe(true);
  });
});

describe('two working days', () => {
  it('skip a weekend', () => {
    expect(addWorkingDays(calendar, day('2026-11-20'), 2)).toBe('2026-11-24');
  });
  it('skip New Year on a Friday and the weekend behind it', () => {
    expect(addWorkingDays(calendar, day('2026-12-30'), 2)).toBe('2027-01-04');
  });
  it('skip the whole of Tết once it was entered', () => {
    expect(addWorkingDays(calendar, day('2027-02-04'), 2)).toBe('2027-02-15');
    expect(addWorkingDays(weekend, day('2027-02-04'), 2)).toBe('2027-02-08');
  });
  it('from a Saturday end on Tuesday: the day something came does not count', () => {
    expect(addWorkingDays(calendar, day('2026-11-21'), 2)).toBe('2026-11-24');
  });
});

describe('for every day and count', () => {
  it('the last day is a working day, and exactly that many lie behind the first', () => {
    fc.assert(
      fc.property(anyDay, count, (from, days) => {
        const last = addWorkingDays(calendar, from, days);
        const between = Array.from({ length: 200 }, (_, at) => addDays(from, at + 1)).filter(
          (on) => on <= last && isWorkingDay(calendar, on),
        );
        expect(isWorkingDay(calendar, last)).toBe(true);
        expect(between).toHaveLength(days);
      }),
    );
  });
  it('a further day off never makes a term shorter', () => {
    fc.assert(
      fc.property(anyDay, count, anyDay, (from, days, further) => {
        const more: Calendar = [...calendar, off('once', further, further)];
        expect(addWorkingDays(more, from, days) >= addWorkingDays(calendar, from, days)).toBe(true);
      }),
    );
  });
  it('nothing ends on a weekend', () => {
    fc.assert(
      fc.property(anyDay, count, (from, days) => {
        expect(weekdayOf(addWorkingDays(calendar, from, days))).toBeLessThan(6);
      }),
    );
  });
});

describe('a term', () => {
  const from = day('2026-12-25');
  it.each([
    [{ type: 'days', count: 10 }, '2027-01-04'],
    [{ type: 'hours', count: 72 }, '2026-12-28'],
    [{ type: 'months', count: 2 }, '2027-02-25'],
    [{ type: 'working_days', count: 2 }, '2026-12-29'],
  ] as const)('of %o ends on %s', (clock, last) => {
    expect(lastDayOf(clock, from, calendar)).toBe(last);
  });
  it('is told to be uncertain in years whose own days nobody entered', () => {
    expect(yearsNotEntered(calendar, from, day('2028-01-02'))).toEqual([2026, 2028]);
  });
  it('never hangs where somebody entered that nobody ever works', () => {
    const always: Calendar = [off('once', '2000-01-01', '2100-01-01')];
    expect(() => addWorkingDays(always, '2026-01-01' as Day, 1)).toThrow('no working day');
  });
});
