// What a reading lacks is said, and nothing is said of a reading that lacks nothing.

import { expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { exampleRules } from '#law/example-law.ts';
import type { Plan } from '#plans/plan.ts';
import { siteFromPlan } from './blueprint.ts';
import { dubious } from './doubt.ts';
import { sayDoubt, sayRefusal } from './say.ts';
import { siteWords } from './sites.words.ts';
import { exampleFact, examplePlan, exampleStep } from './testing.ts';

const today = day('2026-05-20');
const keysOf = (changes: Partial<Plan>, on = today): string[] =>
  dubious({ ...examplePlan, ...changes }, on, exampleRules(on)).map(({ key }) => key);
const { area } = examplePlan;
const complete: Partial<Plan> = area ? { area: { ...area, district: null } } : {};

test('a complete reading raises no doubt', () => {
  expect(keysOf(complete)).toEqual([]);
});

test('what is missing is named, what blocks first', () => {
  const paper = { ...examplePlan.paper, number: null, date: null, agency: null, signatory: null };
  const bare: Partial<Plan> = {
    paper: { ...paper, recipients: [] },
    programme: null,
    area: null,
    steps: [],
    facts: [],
    checks: [],
    reviews: [],
    period: null,
  };
  expect(keysOf(bare)).toEqual([
    'no-programme',
    'no-hamlet',
    'no-commune',
    'no-province',
    'no-steps',
    'no-number',
    'no-date',
    'no-agency',
    'no-signatory',
    'no-recipients',
    'no-period',
    'no-checks',
    'no-reviews',
    'no-facts',
  ]);
});

test('exactly what blocks refuses the site', () => {
  const gaps: Partial<Plan>[] = [
    { programme: null },
    { area: null },
    { steps: [] },
    { facts: [] },
    complete,
  ];
  for (const gap of gaps) {
    const plan = { ...examplePlan, ...gap };
    const isBlocked = dubious(plan, today, exampleRules(today)).some(({ blocks }) => blocks);
    expect(siteFromPlan(plan, today, exampleRules(today), siteWords.vi).ok).toBe(!isBlocked);
  }
});

test('a district is doubted once districts have ended', () => {
  expect(keysOf({}, day('2025-06-30'))).not.toContain('district-ended');
  expect(keysOf({})).toContain('district-ended');
});

test('a paper whose last day is past is doubted, one whose last day is today is not', () => {
  const period = { text: '', lines: [1, 1] as const, from: null, to: today };
  expect(keysOf({ ...complete, period })).not.toContain('dates-long-past');
  expect(keysOf({ ...complete, period }, day('2026-05-21'))).toContain('dates-long-past');
});

test('steps without a day, before the paper, or with the number of another are doubted by number', () => {
  const steps = [
    exampleStep(1, 'Khảo sát', null),
    exampleStep(2, 'Họp', day('2026-05-01')),
    exampleStep(2, 'Ra mắt', day('2026-12-31')),
    exampleStep(3, 'Hoạt động', null, true),
  ];
  expect(dubious({ ...examplePlan, ...complete, steps }, today, exampleRules(today))).toMatchObject(
    [
      { key: 'step-without-due', about: '1', lines: [41, 41] },
      { key: 'step-number-twice', about: '2' },
      { key: 'step-due-before-paper', about: '2' },
    ],
  );
});

test('figures without a unit, or twice with different values, are doubted by their measure', () => {
  const facts = [
    exampleFact('Số hộ', 150, 'hộ'),
    exampleFact('số  hộ'.replace('  ', ' '), 155, 'hộ'),
    exampleFact('số hộ', 150, 'hộ', { of: 'xóm Phố' }),
    exampleFact('dân tộc', 6, null),
  ];
  expect(dubious({ ...examplePlan, ...complete, facts }, today, exampleRules(today))).toMatchObject(
    [
      { key: 'facts-differ', about: 'số hộ' },
      { key: 'fact-without-unit', about: 'dân tộc' },
    ],
  );
});

test('doubts and refusals are sentences in both languages', () => {
  const [doubt] = dubious(
    { ...examplePlan, ...complete, steps: [exampleStep(3, 'Họp', null)] },
    today,
    exampleRules(today),
  );
  if (!doubt) throw new Error('no doubt');
  expect(sayDoubt(doubt, 'vi')).toBe('Chưa đọc được thời hạn của bước 3.');
  expect(sayDoubt(doubt, 'en')).toBe('The due date of step 3 could not be read.');
  expect(sayRefusal({ missingParts: ['hamlet', 'steps'] }, 'vi')).toBe(
    'Chưa tạo được điểm mô hình. Còn thiếu: tên xóm (thôn, tổ dân phố), các bước xây dựng.',
  );
  expect(sayRefusal({ missingEvidence: ['tally_minutes'] }, 'vi')).toBe(
    'Chưa đóng được bước này. Còn thiếu: Biên bản kiểm phiếu.',
  );
  expect(sayRefusal('in-future', 'en')).toBe('That day has not come yet.');
});
