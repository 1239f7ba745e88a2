// Duties and steps as lines of the list of the day.

import { expect, test } from 'vitest';
import { day, type Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { exampleLaw } from '#law/example-law.ts';
import { dutyState } from './duty.ts';
import { stepTitle, sitePlace } from './names.ts';
import type { Duty, Step, StepEvent } from './site.ts';
import { stepLines, sayPapers } from './step-line.ts';
import { stepState } from './step.ts';
import { dutyItem, stepItem } from './work-items.ts';

const today = day('2026-11-23');
const duty: Duty = {
  siteId: newId<'site'>(),
  dutyId: newId<'duty'>(),
  kind: 'check',
  text: 'Kiểm tra tháng 11/2026',
  lead: ['Công an xã'],
  support: [],
  role: 'commune_police',
  due: day('2026-11-20'),
  dueText: null,
  lines: [1, 1],
};
const assembly: Step = {
  number: 4,
  kind: 'assembly',
  text: 'Họp xóm để nhân dân góp ý',
  plannedFrom: null,
  due: today,
  dueText: null,
  ongoing: false,
  lines: [1, 1],
};
const place = { base: '/staff/sites/1', site: 'Xóm Phố, xã Phú Thịnh' };
const event = (number: number, kind: 'closed' | 'reopened', at: number): StepEvent => ({
  number,
  kind,
  day: today,
  note: '',
  eventId: newId(),
  recordedBy: newId<'person'>(),
  recordedByName: 'Người ghi',
  recordedAt: new Date(at).toISOString() as Instant,
});

test('a late duty says since when, for whom, where, and leads to its own page', () => {
  expect(dutyItem(dutyState(duty, [], today), place, today, 'vi')).toEqual({
    href: `/staff/sites/1/duties/${duty.dutyId}`,
    title: 'Kiểm tra tháng 11/2026',
    titleIn: 'vi',
    note: 'hạn 20/11/2026 · Kiểm tra · Công an xã · Xóm Phố, xã Phú Thịnh',
    state: 'overdue',
    stateText: 'Quá hạn 3 ngày',
  });
});

test('what lies ahead has no badge, and what is kept up says so in the words of the plan', () => {
  const ahead = dutyItem(
    dutyState({ ...duty, due: day('2026-12-01') }, [], today),
    place,
    today,
    'en',
  );
  expect(ahead.state).toBeUndefined();
  const kept = { ...duty, kind: 'duty' as const, lead: [], due: null, dueText: 'hằng tháng' };
  const shown = dutyItem(dutyState(kept, [], today), { base: '' }, today, 'vi');
  expect(shown).toMatchObject({ note: 'hằng tháng' });
  expect(shown.state).toBeUndefined();
});

test('a step due today is due, not late, and names how many papers it lacks', () => {
  expect(stepItem(stepState(assembly, [], today, exampleLaw), place, today, 'vi')).toMatchObject({
    href: '/staff/sites/1/steps/4',
    title: 'Bước 4: Họp xóm',
    note: 'hạn 23/11/2026 · thiếu 4 giấy tờ · Xóm Phố, xã Phú Thịnh',
    state: 'due',
  });
});

test('the bar of steps has one step in progress: the first that is not closed', () => {
  const steps = [1, 2, 3].map((number) => ({ ...assembly, number }));
  const states = (events: readonly StepEvent[]): readonly string[] =>
    stepLines(
      steps.map((step) => stepState(step, events, today, exampleLaw)),
      'vi',
    ).map(({ state }) => state);
  expect(states([])).toEqual(['current', 'ahead', 'ahead']);
  expect(states([event(1, 'closed', 1)])).toEqual(['done', 'current', 'ahead']);
  expect(states([1, 2, 3].map((number) => event(number, 'closed', 1)))).toEqual(
    Array(3).fill('done'),
  );
  expect(states([event(1, 'closed', 1), event(1, 'reopened', 2)])).toEqual([
    'current',
    'ahead',
    'ahead',
  ]);
});

test('missing papers are named in a sentence', () => {
  expect(sayPapers(['tally_minutes', 'community_decision'], 'vi')).toBe(
    'biên bản kiểm phiếu; quyết định của cộng đồng dân cư',
  );
});

test('a step of no known kind is called by its first words, whole ones only', () => {
  const other = (text: string): string => stepTitle({ kind: 'other', text }, 'vi');
  expect(other('tổng kết: rút kinh nghiệm, nhân rộng')).toBe('Tổng kết');
  const long = other('Tập huấn nghiệp vụ cho lực lượng nòng cốt và các chi hội trên địa bàn xã');
  expect(long).toBe('Tập huấn nghiệp vụ cho lực lượng nòng cốt và…');
  expect(sitePlace({ hamlet: 'xóm Phố', commune: 'xã Phú Thịnh' })).toBe('Xóm Phố, xã Phú Thịnh');
});
