// Roles begin and end on days; nobody holds the same post twice on one day.

import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { done, refused } from '#ground/outcome.ts';
import { decideEnd, decideGift, standingOf, type Dated } from './role-dates.ts';

const today = day('2026-05-20');
const post = { role: 'administrator', siteId: null, unitId: null } as const;
const offset = fc.integer({ min: -20, max: 20 });
const dated = fc
  .tuple(offset, fc.option(fc.integer({ min: -1, max: 20 })))
  .map(([from, length]): Dated => ({
    from: addDays(today, from),
    to: length === null ? null : addDays(today, from + length),
  }));
const holdsOn = (one: Dated, on: number): boolean => {
  const at = addDays(today, on);
  return one.from <= at && (one.to === null || one.to >= at);
};

it.each([
  ['from-past', { from: addDays(today, -1), to: null }],
  ['to-before-from', { from: today, to: addDays(today, -1) }],
] as const)('a role is not given with %s', (refusal, dates) => {
  expect(decideGift({ ...post, ...dates }, [], today)).toEqual(refused(refusal));
});

test('a role is given exactly where no day would see the same post held twice', () => {
  fc.assert(
    fc.property(dated, fc.array(dated, { maxLength: 3 }), (gift, held) => {
      fc.pre(gift.from >= today && (gift.to === null || gift.to >= gift.from));
      const wanted = { ...post, ...gift };
      const decided = decideGift(
        wanted,
        held.map((one) => ({ ...post, ...one })),
        today,
      );
      const days = Array.from({ length: 80 }, (_, at) => at - 25);
      const twice = held.some((one) => days.some((on) => holdsOn(one, on) && holdsOn(gift, on)));
      expect(decided).toEqual(twice ? refused('held-already') : done(wanted));
    }),
  );
});

it('another place or role is another post', () => {
  const held = [{ ...post, role: 'provincial_officer' as const, from: today, to: null }];
  expect(decideGift({ ...post, from: today, to: null }, held, today).ok).toBe(true);
});

it.each([
  ['at once, by yesterday', addDays(today, -1), null, done(addDays(today, -1))],
  ['on a day ahead', addDays(today, 9), null, done(addDays(today, 9))],
  ['not earlier than yesterday', addDays(today, -2), null, refused('end-past')],
  ['not later than it ends anyway', addDays(today, 9), addDays(today, 8), refused('end-later')],
  ['not twice', today, addDays(today, -1), refused('ended-already')],
] as const)('a role ends %s', (_, lastDay, to, expected) => {
  expect(decideEnd({ from: day('2026-01-01'), to }, lastDay, today)).toEqual(expected);
});

test('a role is held on exactly the days between its two ends', () => {
  fc.assert(
    fc.property(dated, (one) => {
      expect(standingOf(one, today) === 'held').toBe(holdsOn(one, 0));
    }),
  );
  expect(standingOf({ from: today, to: addDays(today, -1) }, today)).toBe('never');
});
