// The demo's rosters: as many as its story tells, nobody twice.

import { expect, test } from 'vitest';
import { addMonths, day, monthOf } from '#ground/day.ts';
import { rosterMonths } from '#sites/roster-figure.ts';
import { demoHouseholds, demoMembers } from './demo-rosters.ts';

const today = day('2026-11-23');

test('152 households and 11 members stand on the rosters, and no name stands there twice', () => {
  const [homes, members] = [demoHouseholds(today), demoMembers(today)];
  expect([homes.length, members.length]).toEqual([152, 11]);
  const names = [...homes.map((one) => one.representative), ...members.map(({ name }) => name)];
  expect(new Set(names).size).toBe(163);
});

test.each(['2026-11-23', '2026-11-01', '2027-03-31'])(
  'on %s the households that signed grow month by month to 132',
  (now) => {
    const on = day(now);
    const signed = demoHouseholds(on).flatMap(({ committedOn, to }) =>
      committedOn === null ? [] : [{ key: 'signed', from: committedOn, to }],
    );
    const months = [-4, -3, -2, -1, 0].map((by) => addMonths(monthOf(on), by));
    expect(rosterMonths(signed, on)).toEqual(
      [41, 96, 123, 132, 132].map((value, at) => ({ key: 'signed', month: months[at], value })),
    );
  },
);
