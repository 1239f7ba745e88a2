// Times of day that come back, by the clock of a place.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAt, timeIn } from './daily.ts';

const momentOf = (at: Date) => ({
  month: at.getUTCMonth() + 1,
  date: at.getUTCDate(),
  hour: at.getUTCHours(),
  min: at.getUTCMinutes(),
});

describe('a time of day', () => {
  it.each([
    ['07:00', 'Asia/Ho_Chi_Minh', '2026-11-23T00:00:00Z', true],
    ['07:00', 'Asia/Ho_Chi_Minh', '2026-11-23T07:00:00Z', false],
    ['07:00', 'UTC', '2026-11-23T07:00:00Z', true],
    ['07:00', 'Europe/Berlin', '2026-07-01T05:00:00Z', true],
    ['07:00', 'Europe/Berlin', '2026-12-01T06:00:00Z', true],
    ['00:30', 'Asia/Ho_Chi_Minh', '2026-12-31T17:30:00Z', true],
  ])('%s in %s: at %s it is %s', (time, zone, at, expected) => {
    expect(isAt(time, zone, momentOf(new Date(at)), new Date(at))).toBe(expected);
  });

  it('comes once a day in a zone that keeps its clock, new year included', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    const days = fc.date({
      min: new Date('2026-12-25'),
      max: new Date('2027-01-05'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(minutes, days, (minute, day) => {
        const start = Math.floor(day.getTime() / 86_400_000) * 86_400_000;
        const time = timeIn('Asia/Ho_Chi_Minh', new Date(start + minute * 60_000));
        const hits = Array.from({ length: 1440 }, (_, at) => new Date(start + at * 60_000)).filter(
          (at) => isAt(time, 'Asia/Ho_Chi_Minh', momentOf(at), day),
        );
        expect(hits.map((at) => (at.getTime() - start) / 60_000)).toEqual([minute]);
      }),
      { numRuns: 10 },
    );
  });
});
