// Whatever the day the model began, the period and the day asked on: like is compared with like.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, day, daysBetween, monthOf, type Period } from '#ground/day.ts';
import {
  comparableMonths,
  comparablePeriod,
  earlierPeriod,
  isFullMonth,
  leadingMonth,
  livedOf,
  wholeMonths,
} from './comparable.ts';

const anyDay = fc.integer({ min: 0, max: 1_200 }).map((days) => addDays(day('2024-01-01'), days));
const anyPeriod = fc.oneof(
  fc.tuple(anyDay, fc.nat(400)).map(([from, days]): Period => ({ from, to: addDays(from, days) })),
  fc
    .tuple(anyDay, fc.integer({ min: 1, max: 12 }))
    .map(([from, months]): Period => ({ from, to: addDays(addMonths(from, months), -1) })),
);
const anyLife = fc.tuple(anyDay, fc.nat(900)).map(([from, days]) => ({
  from,
  to: addDays(from, days),
}));

test('nothing is compared with a time the model had not lived through whole', () => {
  fc.assert(
    fc.property(anyPeriod, anyLife, (period, life) => {
      const earlier = comparablePeriod(period, life);
      if (earlier === null) return;
      expect(earlier.from >= life.from && earlier.to < period.from).toBe(true);
      expect(earlier.from <= earlier.to).toBe(true);
    }),
  );
});

test('where the model lived through the whole earlier period, there is a comparison', () => {
  fc.assert(
    fc.property(anyPeriod, anyDay, (period, today) => {
      const earlier = earlierPeriod(period);
      const found = comparablePeriod(period, { from: earlier.from, to: today });
      expect(found !== null).toBe(today >= period.from);
      expect(comparablePeriod(period, { from: addDays(earlier.from, 1), to: today })).toBeNull();
      expect(comparablePeriod(period, { from: earlier.from, to: period.to })).toEqual(earlier);
    }),
  );
});

test('what still runs is compared with no more days than have gone by, three at most to spare', () => {
  fc.assert(
    fc.property(anyPeriod, anyLife, (period, life) => {
      const earlier = comparablePeriod(period, life);
      if (earlier === null || life.to >= period.to) return;
      const [gone, before] = [
        daysBetween(period.from, life.to),
        daysBetween(earlier.from, earlier.to),
      ];
      // Months differ in length; days do not.
      expect(Math.abs(gone - before)).toBeLessThanOrEqual(wholeMonths(period) === null ? 0 : 3);
    }),
  );
});

test('one day of the model is no period to compare with', () => {
  const period = { from: day('2026-06-01'), to: day('2026-11-30') };
  const after = day('2026-12-05');
  expect(comparablePeriod(period, { from: day('2026-05-31'), to: after })).toBeNull();
  expect(comparablePeriod(period, { from: day('2025-12-01'), to: after })).toEqual({
    from: '2025-12-01',
    to: '2026-05-31',
  });
  expect(comparablePeriod(period, { from: day('2025-12-01'), to: day('2026-08-10') })).toEqual({
    from: '2025-12-01',
    to: '2026-02-10',
  });
});

test('a month leads once a week of it has gone by, or where none before it is full', () => {
  const since = (from: string, to: string) => leadingMonth({ from: day(from), to: day(to) });
  expect(since('2026-05-06', '2026-12-01')).toBe('2026-11-01');
  expect(since('2026-05-06', '2026-12-07')).toBe('2026-11-01');
  expect(since('2026-05-06', '2026-12-08')).toBe('2026-12-01');
  expect(since('2026-11-02', '2026-12-01')).toBe('2026-12-01');
});

test('the month that leads is full or is the running one, and only full months stand beside a full one', () => {
  fc.assert(
    fc.property(anyLife, (life) => {
      const lead = leadingMonth(life);
      expect(lead === monthOf(life.to) || isFullMonth(lead, life)).toBe(true);
      const beside = comparableMonths(lead, life);
      expect(beside.every((month) => month < lead && isFullMonth(month, life))).toBe(true);
      expect(beside.length === 0 || isFullMonth(lead, life)).toBe(true);
    }),
  );
});

test('a month is full exactly where all of it was lived', () => {
  fc.assert(
    fc.property(anyLife, anyDay, (life, of) => {
      const month = monthOf(of);
      const lived = livedOf(month, life);
      const next = addMonths(month, 1);
      const isAll = lived.from === month && lived.to === addDays(next, -1);
      expect(isFullMonth(month, life)).toBe(isAll);
    }),
  );
});
