// What a roster comes to: by the end of each month it knows, and by today in the last one.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { decideEntry, indicatorView } from './indicator.ts';
import { countedSince, rosterMonths, type Standing } from './roster-figure.ts';

const today = day('2026-11-23');
const key = 'core_members';
const stands = (from: string, to: string | null = null): Standing => ({
  key,
  from: day(from),
  to: to === null ? null : day(to),
});
const indicator = {
  indicatorId: newId<'indicator'>(),
  key,
  kind: 'level',
  name: 'Thành viên nòng cốt',
  unit: 'người',
  baseline: 0,
  baselineYear: null,
  target: null,
} as const;

test('a month counts who stood on its last day, the running one who stands today', () => {
  const roster = [
    stands('2026-09-30'),
    stands('2026-10-01', '2026-10-30'),
    stands('2026-11-23'),
    stands('2026-11-24'),
  ];
  expect(rosterMonths(roster, today).map(({ month, value }) => [month, value])).toEqual([
    ['2026-09-01', 1],
    ['2026-10-01', 1],
    ['2026-11-01', 2],
  ]);
});

test('a roster knows nothing before somebody stands on it, and all afterwards', () => {
  expect(rosterMonths([], today)).toEqual([]);
  expect(countedSince('households_committed', [stands('2026-10-05')])).toBeUndefined();
  expect(countedSince(key, [stands('2026-10-05'), stands('2026-08-31')])).toBe('2026-08-01');
  expect(rosterMonths([stands('2026-10-05', '2026-10-06')], today).at(-1)?.value).toBe(0);
});

test('one more on the roster is one more in the figure of today', () => {
  const aStanding = fc
    .integer({ min: -400, max: 0 })
    .map((from): Standing => ({ key, from: addDays(today, from), to: null }));
  fc.assert(
    fc.property(fc.array(aStanding), (roster) => {
      const more = rosterMonths([...roster, stands(today)], today).at(-1)?.value;
      expect(more).toBe(roster.length + 1);
    }),
  );
});

test('what the roster counts stands before what was entered; an earlier month keeps its entry', () => {
  const entries = ['2026-09-01', '2026-10-01'].map((month) => ({
    entryId: newId<'entry'>(),
    indicatorId: indicator.indicatorId,
    month: day(month),
    value: 7,
    note: '',
    recordedByName: '',
    recordedAt: '2026-10-02T00:00:00.000Z' as never,
  }));
  const counts = rosterMonths([stands('2026-10-05'), stands('2026-10-06')], today);
  const life = { from: day('2026-09-10'), to: today };
  const view = indicatorView(indicator, { entries, counts }, life);
  expect(view.series.map(({ value }) => value)).toEqual([7, 2, 2]);
});

test('a month which the roster counts is not entered by hand, an earlier one is', () => {
  const since = countedSince(key, [stands('2026-10-05')]);
  const told = (month: string) => ({ month: day(month), value: 3, note: '' });
  expect(decideEntry(indicator, told('2026-10-01'), today, since)).toMatchObject({
    refusal: 'on-roster',
  });
  expect(decideEntry(indicator, told('2026-09-01'), today, since)).toMatchObject({ ok: true });
});
