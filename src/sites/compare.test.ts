// An indicator's number beside what it began with and was before.

import { expect, test } from 'vitest';
import { addMonths, day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { compared } from './compare.ts';
import type { IndicatorView } from './indicator.ts';

const today = day('2026-11-23');
const month = day('2026-11-01');
const view = (
  changes: Partial<IndicatorView>,
  kind: 'counted' | 'level' | 'flow',
): IndicatorView => ({
  indicator: {
    indicatorId: newId<'indicator'>(),
    key: 'k',
    kind,
    name: 'Hộ ký cam kết',
    unit: 'hộ',
    baseline: 0,
    baselineYear: null,
    target: null,
  },
  thisMonth: null,
  lastMonth: null,
  sameMonthLastYear: null,
  latest: null,
  yearToDate: null,
  series: [],
  ...changes,
});

test('a level stands from its latest month on, and says which', () => {
  const latest = { month: addMonths(month, -2), value: 1222 };
  expect(compared(view({ latest, lastMonth: 118 }, 'level'), today, 'vi')).toEqual({
    value: 1222,
    comparison: 'đầu kỳ 0 · tháng trước 118',
    asOf: 'tháng 09/2026',
  });
  expect(compared(view({ latest: { month, value: 5 } }, 'level'), today, 'vi').asOf).toBe(
    'đến 23/11/2026',
  );
});

test('what is counted is this month’s, so far', () => {
  const counted = view({ thisMonth: 2, sameMonthLastYear: 1, yearToDate: 41 }, 'counted');
  expect(compared(counted, today, 'vi')).toEqual({
    value: 2,
    comparison: 'đầu kỳ 0 · cùng tháng năm trước 1 · từ đầu năm 41',
    asOf: 'tháng này, đến 23/11/2026',
  });
});

test('a yearly baseline is named as the year’s, and nothing entered is not nought', () => {
  const flow = view({}, 'flow');
  const yearly = { ...flow, indicator: { ...flow.indicator, baseline: 13, baselineYear: 2025 } };
  expect(compared(yearly, today, 'vi')).toMatchObject({
    value: null,
    comparison: 'cả năm 2025: 13',
  });
});
