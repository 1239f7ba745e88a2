// A duty's state and what may happen to it.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day, type Day, type Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { decideDelay, decideDone, decideReopen, dutyState } from './duty.ts';
import type { Duty, DutyEvent } from './site.ts';

const today = day('2026-06-10');
const duty: Duty = {
  siteId: newId<'site'>(),
  dutyId: newId<'duty'>(),
  kind: 'duty',
  text: 'Tuyên truyền',
  lead: [],
  support: [],
  role: 'core_member',
  due: day('2026-06-15'),
  dueText: null,
  lines: [1, 1],
};

let clock = 0;
const event = (kind: DutyEvent['kind'], on: Day): DutyEvent => ({
  dutyId: duty.dutyId,
  kind,
  day: on,
  note: 'vì',
  eventId: newId(),
  recordedBy: newId<'person'>(),
  recordedByName: 'Người ghi',
  recordedAt: new Date(Date.UTC(2026, 5, 1) + (clock += 1)).toISOString() as Instant,
});
const told = (on: Day, note = '') => ({ day: on, note });

test('a duty is due, overdue the day after, and done the day it was done', () => {
  expect(dutyState(duty, [], day('2026-06-15'))).toMatchObject({ status: 'due', daysLate: 0 });
  expect(dutyState(duty, [], day('2026-06-16'))).toMatchObject({ status: 'overdue', daysLate: 1 });
  const doneLate = dutyState(duty, [event('done', day('2026-06-18'))], day('2027-01-01'));
  expect(doneLate).toMatchObject({ status: 'done', doneOn: '2026-06-18', daysLate: 3 });
});

test('a duty without a day is kept up, and can be done all the same', () => {
  const kept = dutyState({ ...duty, due: null }, [], today);
  expect(kept).toMatchObject({ status: 'kept-up', expected: null, daysLate: 0 });
  expect(decideDone(kept, told(today), today)).toMatchObject({ ok: true });
});

test('a delay moves what is expected; the days late still count from the plan’s day', () => {
  const state = dutyState(duty, [event('delayed', day('2026-06-25'))], day('2026-06-20'));
  expect(state).toMatchObject({ status: 'due', expected: '2026-06-25', daysLate: 5 });
  expect(state.delay?.note).toBe('vì');
});

test('it is done once and not in the future', () => {
  const open = dutyState(duty, [], today);
  expect(decideDone(open, told(addDays(today, 1)), today)).toMatchObject({ refusal: 'in-future' });
  const finished = dutyState(duty, [event('done', today)], today);
  expect(decideDone(finished, told(today), today)).toMatchObject({ refusal: 'already-done' });
});

test('a delay gives its reason and a day after today and after the former one', () => {
  const open = dutyState(duty, [], today);
  expect(decideDelay(open, told(day('2026-06-20'), 'mưa'), today)).toMatchObject({ ok: true });
  expect(decideDelay(open, told(day('2026-06-20'), ' '), today)).toMatchObject({
    refusal: 'reason-missing',
  });
  expect(decideDelay(open, told(day('2026-06-15'), 'mưa'), today)).toMatchObject({
    refusal: 'not-later',
  });
  const kept = dutyState({ ...duty, due: null }, [], today);
  expect(decideDelay(kept, told(today, 'mưa'), today)).toMatchObject({ refusal: 'not-later' });
  const finished = dutyState(duty, [event('done', today)], today);
  expect(decideDelay(finished, told(day('2026-07-01'), 'mưa'), today)).toMatchObject({
    refusal: 'already-done',
  });
});

test('only what is done is taken up again, with a reason, and is then open', () => {
  const finished = dutyState(duty, [event('done', today)], today);
  expect(decideReopen(finished, told(today, 'thiếu'), today)).toMatchObject({ ok: true });
  expect(decideReopen(finished, told(today), today)).toMatchObject({ refusal: 'reason-missing' });
  expect(decideReopen(finished, told(addDays(today, 1), 'x'), today)).toMatchObject({
    refusal: 'in-future',
  });
  expect(decideReopen(dutyState(duty, [], today), told(today, 'x'), today)).toMatchObject({
    refusal: 'not-done',
  });
  const again = dutyState(duty, [event('done', today), event('reopened', today)], today);
  expect(again).toMatchObject({ status: 'due', doneOn: null });
});

test('the order and the number of times events arrive make no difference', () => {
  const events = [
    event('delayed', day('2026-06-25')),
    event('done', today),
    event('reopened', today),
  ];
  const expected = dutyState(duty, events, today);
  fc.assert(
    fc.property(fc.shuffledSubarray([...events, ...events], { minLength: 6 }), (shuffled) => {
      expect(dutyState(duty, shuffled, today)).toEqual(expected);
    }),
  );
});
