// Who answers when: every hour of the period is either somebody's or in a gap, never both.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, daysBetween } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import {
  answeringAt,
  decideShifts,
  gapsOf,
  partOfDay,
  type Gap,
  type Moment,
  type Shift,
} from './hotline.ts';

const monday = day('2026-11-23');
const an = { personId: newId<'person'>(), name: 'An' };
const binh = { personId: newId<'person'>(), name: 'Bình' };

const shift = (offset: number, fromHour: number, hours: number, person = an): Shift => ({
  shiftId: newId<'shift'>(),
  person,
  day: addDays(monday, offset),
  fromHour,
  hours,
  takenOn: null,
});
const at = ({ day: on, hour }: Moment): number => daysBetween(monday, on) * 24 + hour;
const isIn = (gaps: readonly Gap[], hour: number): boolean =>
  gaps.some(({ from, to }) => at(from) <= hour && hour < at(to));

describe('gaps', () => {
  const rosters = fc.array(
    fc
      .record({
        offset: fc.integer({ min: -1, max: 6 }),
        from: fc.nat(23),
        hours: fc.integer({ min: 1, max: 24 }),
      })
      .map(({ offset, from, hours }) => shift(offset, from, hours)),
    { maxLength: 20 },
  );

  test('cover exactly the hours in which nobody answers', () => {
    fc.assert(
      fc.property(rosters, fc.nat(7 * 24 - 1), (shifts, hour) => {
        const moment = { day: addDays(monday, Math.floor(hour / 24)), hour: hour % 24 };
        const isAnswered = answeringAt(shifts, moment).length > 0;
        expect(isIn(gapsOf(shifts, monday, 7), hour)).toBe(!isAnswered);
      }),
    );
  });

  test('do not touch: between two of them somebody answers', () => {
    fc.assert(
      fc.property(rosters, (shifts) => {
        const gaps = gapsOf(shifts, monday, 7);
        const touching = gaps.filter(
          ({ from }, index) => index > 0 && at(gaps[index - 1]?.to ?? from) >= at(from),
        );
        expect(touching).toEqual([]);
      }),
    );
  });

  test('a week without shifts is one gap, a week of full days none', () => {
    expect(gapsOf([], monday, 7)).toEqual([
      { from: { day: monday, hour: 0 }, to: { day: addDays(monday, 7), hour: 0 } },
    ]);
    const full = [0, 1, 2, 3, 4, 5, 6].map((offset) => shift(offset, 0, 24));
    expect(gapsOf(full, monday, 7)).toEqual([]);
  });

  test('a night shift of the day before counts into the morning', () => {
    expect(gapsOf([shift(-1, 18, 12), shift(0, 8, 16)], monday, 1)).toEqual([
      { from: { day: monday, hour: 6 }, to: { day: monday, hour: 8 } },
    ]);
  });
});

describe('a new shift', () => {
  const wanted = { personId: an.personId, from: monday, days: 5, fromHour: 6, hours: 8 };
  const known = { shifts: [shift(2, 12, 4)], fitting: [an, binh] };

  test('stands on each of its days', () => {
    expect(decideShifts(wanted, { ...known, shifts: [] })).toEqual({
      ok: true,
      value: [0, 1, 2, 3, 4].map((offset) => addDays(monday, offset)),
    });
  });

  test('nobody answers twice at one hour; two may answer beside each other', () => {
    expect(decideShifts(wanted, known)).toMatchObject({ refusal: 'overlaps' });
    expect(decideShifts({ ...wanted, personId: binh.personId }, known).ok).toBe(true);
  });

  test.each([
    [{ days: 32 }, 'too-many-days'],
    [{ hours: 25 }, 'hours-invalid'],
    [{ fromHour: 24 }, 'hours-invalid'],
    [{ personId: newId<'person'>() }, 'not-on-duty'],
  ])('%o is refused', (change, refusal) => {
    expect(decideShifts({ ...wanted, ...change }, { ...known, shifts: [] })).toEqual({
      ok: false,
      refusal,
    });
  });
});

test('a missed call is kept by a quarter of the day', () => {
  expect([0, 5, 6, 12, 18, 23].map(partOfDay)).toEqual([
    'night',
    'night',
    'morning',
    'afternoon',
    'evening',
    'evening',
  ]);
});
