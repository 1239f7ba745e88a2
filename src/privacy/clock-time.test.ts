// Moments from what a person reads on a clock: in Việt Nam, and where clocks are put forward and back.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timeIn } from '#ground/daily.ts';
import { addDays, day, dayAt } from '#ground/day.ts';
import { findInstant } from './clock-time.ts';

it('is seven hours earlier in UTC than on the clocks of Việt Nam', () => {
  expect(findInstant(day('2026-11-23'), '05:30', 'Asia/Ho_Chi_Minh')).toBe(
    '2026-11-22T22:30:00.000Z',
  );
});
it.each(['', '24:00', '7:00', '12:60'])('is nothing for “%s”', (time) => {
  expect(findInstant(day('2026-11-23'), time, 'UTC')).toBeUndefined();
});
it('is nothing for an hour the clocks skip', () => {
  expect(findInstant(day('2026-03-29'), '02:30', 'Europe/Paris')).toBeUndefined();
});
it('shows the same day and time again, for every one there is', () => {
  const zone = fc.constantFrom('Asia/Ho_Chi_Minh', 'UTC', 'Asia/Kolkata', 'Pacific/Auckland');
  fc.assert(
    fc.property(zone, fc.nat(2_000), fc.nat(1_439), (timeZone, days, minutes) => {
      const on = addDays(day('2024-01-01'), days);
      const two = (of: number): string => String(of).padStart(2, '0');
      const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
      const found = findInstant(on, time, timeZone);
      // The one hour a year that clocks skip is no time at all.
      fc.pre(found !== undefined);
      expect([dayAt(found, timeZone), timeIn(timeZone, new Date(found))]).toEqual([on, time]);
    }),
  );
});
