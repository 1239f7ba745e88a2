// Days count as the calendar does.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  day,
  dayAt,
  daysBetween,
  findDay,
  lastDayOfMonth,
  monthOf,
  parseDay,
  partsOf,
  weekdayOf,
  type Instant,
} from './day.ts';

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('a day', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-01-01T00:00', '', 7])(
    'is not read from %s',
    (text) => expect(parseDay(text)).toBeUndefined(),
  );
  it('exists only where the calendar has it', () => {
    expect(findDay(2024, 2, 29)).toBe('2024-02-29');
    expect(findDay(2026, 2, 29)).toBeUndefined();
    expect(() => day('2026-02-30')).toThrow('not a day');
  });
  it('read from its parts is the same day', () => {
    fc.assert(
      fc.property(days, (some) => {
        const { year, month, date } = partsOf(some);
        expect(findDay(year, month, date)).toBe(some);
      }),
    );
  });
  it('moved forward and back is the same day, and the distance is what it moved', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (some, by) => {
        expect(addDays(addDays(some, by), -by)).toBe(some);
        expect(daysBetween(some, addDays(some, by))).toBe(by);
      }),
    );
  });
  it('a month on keeps its date, or takes the last day of a shorter month', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2026-11-30'), 3)).toBe('2027-02-28');
    expect(addMonths(day('2026-03-15'), -3)).toBe('2025-12-15');
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 300 }), (some, by) => {
        const moved = partsOf(addMonths(some, by));
        const from = partsOf(some);
        const months = (moved.year - from.year) * 12 + moved.month - from.month;
        expect(months).toBe(by);
        expect(moved.date).toBe(
          Math.min(from.date, partsOf(lastDayOfMonth(moved.year, moved.month)).date),
        );
      }),
    );
  });
  it('knows its weekday and its month', () => {
    expect([weekdayOf(day('2026-11-23')), weekdayOf(day('2026-11-22'))]).toEqual([1, 7]);
    expect(monthOf(day('2026-11-23'))).toBe('2026-11-01');
  });
  it('at an instant depends on the time zone', () => {
    const late = '2026-11-22T18:00:00.000Z' as Instant;
    expect(dayAt(late, 'Asia/Ho_Chi_Minh')).toBe('2026-11-23');
    expect(dayAt(late, 'UTC')).toBe('2026-11-22');
  });
});
