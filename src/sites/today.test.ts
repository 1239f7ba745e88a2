// The list of the day holds what is open and one's own, sorted into when it is due.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day, type Day } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import type { Actor, Role } from '#people/person.ts';
import { exampleLaw } from '#law/example-law.ts';
import { dutyState, type DutyState } from './duty.ts';
import type { DutyRole, Step } from './site.ts';
import { stepState } from './step.ts';
import { isTheirs, todayOf } from './today.ts';

const today = day('2026-11-23');
const site = newId<'site'>();
const otherSite = newId<'site'>();

const holding = (role: Role, siteId: SiteId | null): Actor => ({
  personId: newId<'person'>(),
  name: 'Người làm',
  holdings: [{ role, siteId, from: today, to: null }],
});

const duty = (due: Day | null, role: DutyRole = 'core_member', siteId = site): DutyState =>
  dutyState(
    {
      siteId,
      dutyId: newId(),
      kind: 'duty',
      text: '',
      lead: [],
      support: [],
      role,
      due,
      dueText: null,
      lines: [1, 1],
    },
    [],
    today,
  );

const aStep = (number: number, due: Day | null, ongoing = false): Step => ({
  number,
  kind: 'other',
  text: '',
  plannedFrom: null,
  due,
  dueText: null,
  ongoing,
  lines: [1, 1],
});

test('work falls into overdue, today, the next fourteen days, later, and what is kept up', () => {
  const duties = [-3, -1, 0, 1, 14, 15].map((days) => duty(addDays(today, days)));
  const list = todayOf(
    holding('core_member', site),
    { duties: [...duties, duty(null)], sites: [] },
    today,
  );
  const days = (items: readonly { readonly expected: Day | null }[]) =>
    items.map(({ expected }) => expected);
  expect(days(list.overdue)).toEqual(['2026-11-20', '2026-11-22']);
  expect(days(list.today)).toEqual(['2026-11-23']);
  expect(days(list.soon)).toEqual(['2026-11-24', '2026-12-07']);
  expect(days(list.later)).toEqual(['2026-12-08']);
  expect(days(list.kept)).toEqual([null]);
});

test('every open duty of one’s own stands in exactly one group, earliest first', () => {
  const dues = fc.array(fc.option(fc.integer({ min: -60, max: 60 })));
  fc.assert(
    fc.property(dues, (offsets) => {
      const duties = offsets.map((days) => duty(days === null ? null : addDays(today, days)));
      const list = todayOf(holding('core_member', site), { duties, sites: [] }, today);
      const all = [...list.overdue, ...list.today, ...list.soon, ...list.later, ...list.kept];
      expect(all).toHaveLength(duties.length);
      const days = all.map(({ expected }) => expected ?? '9999');
      expect(days).toEqual(days.toSorted());
    }),
  );
});

test.each([
  ['core_member', site, 'core_member', true],
  ['core_member', otherSite, 'core_member', false],
  ['commune_police', site, 'core_member', false],
  ['commune_police', site, 'commune_police', true],
  ['provincial_officer', null, 'provincial_officer', true],
  ['provincial_officer', null, 'core_member', false],
  ['administrator', null, 'provincial_officer', false],
  ['viewer', site, 'core_member', false],
] as const)('a %s sees a duty of a %s only where it is theirs', (role, at, dutyRole, expected) => {
  expect(isTheirs(holding(role, at), { role: dutyRole, siteId: site })).toBe(expected);
});

test('what is done is not on the list', () => {
  const finished: DutyState = { ...duty(today), status: 'done', doneOn: today };
  const list = todayOf(holding('core_member', site), { duties: [finished], sites: [] }, today);
  expect(list.today).toEqual([]);
});

test('open steps stand on the list of those who may move them, kept-up and closed ones do not', () => {
  const open = stepState(aStep(1, addDays(today, -2)), [], today, exampleLaw);
  const closed = {
    ...stepState(aStep(2, today), [], today, exampleLaw),
    status: 'closed' as const,
  };
  const kept = stepState(aStep(3, null, true), [], today, exampleLaw);
  const work = { duties: [], sites: [{ siteId: site, steps: [open, closed, kept] }] };
  const of = (actor: Actor) => todayOf(actor, work, today);
  expect(of(holding('core_member', site)).overdue).toEqual([
    { kind: 'step', siteId: site, expected: '2026-11-21', step: open },
  ]);
  expect(of(holding('core_member', site))).toMatchObject({ today: [], kept: [] });
  expect(of(holding('viewer', site)).overdue).toEqual([]);
  expect(of(holding('core_member', otherSite)).overdue).toEqual([]);
});
