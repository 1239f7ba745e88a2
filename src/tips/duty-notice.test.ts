// Whether the notice of the day reached somebody, and what is said where it did not.

import { describe, expect, test } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { failingWays, isRunMissing, unreachedOf, type DutyNotice } from './duty-notice.ts';

const today = day('2026-05-20');
const [personId, other] = [newId<'person'>(), newId<'person'>()];
const notice = (daysAgo: number, more: Partial<DutyNotice> = {}): DutyNotice => ({
  personId,
  name: 'Người Ví Dụ',
  day: addDays(today, -daysAgo),
  channel: 'mail',
  state: 'failed',
  problem: 'recipient',
  ...more,
});
const sent = { state: 'sent', problem: null } as const;
const asked = { state: 'asked', problem: null } as const;
const push = { channel: 'push' } as const;

describe('a person', () => {
  test('is reached where one of the ways led there', () => {
    expect(unreachedOf([notice(0), notice(0, { ...push, ...sent })], today)).toEqual([]);
  });
  test('is not reached where none did, counted in days without a gap', () => {
    const notices = [notice(0), notice(1), notice(2, sent), notice(3)];
    expect(unreachedOf(notices, today)).toEqual([
      { personId, name: 'Người Ví Dụ', days: 2, since: addDays(today, -1), hasNoWay: false },
    ]);
  });
  test('is waited for today, but no longer once a try failed or the day is over', () => {
    expect(unreachedOf([notice(0, asked), notice(1, sent)], today)).toEqual([]);
    expect(unreachedOf([notice(0, { ...asked, problem: 'busy' })], today)).toHaveLength(1);
    expect(unreachedOf([notice(1, asked)], today)).toHaveLength(1);
  });
  test('who failed yesterday stays so while today is still open', () => {
    expect(unreachedOf([notice(0, asked), notice(1)], today)).toMatchObject([{ days: 1 }]);
  });
  test('without any way is named as such', () => {
    const none = notice(0, { channel: 'none', problem: null });
    expect(unreachedOf([none], today)).toMatchObject([{ hasNoWay: true }]);
  });
  test('who went without for longest stands first', () => {
    const longer = [notice(0), notice(1)].map((one) => ({ ...one, personId: other }));
    const found = unreachedOf([notice(0), ...longer], today);
    expect(found.map((one) => one.personId)).toEqual([other, personId]);
  });
});

describe('a way', () => {
  test('that failed last is named, though the other one reached the person', () => {
    const own = [notice(0), notice(1, sent), notice(0, { ...push, ...sent })];
    expect(failingWays(own, today)).toMatchObject([{ channel: 'mail', problem: 'recipient' }]);
  });
  test('that works again is not', () => {
    expect(failingWays([notice(1), notice(0, sent)], today)).toEqual([]);
    expect(failingWays([notice(1), notice(0, asked)], today)).toMatchObject([{ channel: 'mail' }]);
  });
});

describe('a day', () => {
  const before = addDays(today, -2);
  test('on which nobody was sent anything is missing', () => {
    expect(isRunMissing([before, today], today)).toBe(true);
    expect(isRunMissing([before, addDays(today, -1)], today)).toBe(false);
  });
  test('before there was a notice is not', () => {
    expect(isRunMissing([today], today)).toBe(false);
    expect(isRunMissing([], today)).toBe(false);
  });
});
