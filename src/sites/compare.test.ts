// An indicator's number beside what it began with and was before.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, day, monthOf, type Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { compared, comparableValue, monthName } from './compare.ts';
import { isFullMonth } from './comparable.ts';
import { indicatorView, type IndicatorView } from './indicator.ts';
import type { Indicator } from './site.ts';

const indicator = (kind: Indicator['kind'], changes: Partial<Indicator> = {}): Indicator => ({
  indicatorId: newId<'indicator'>(),
  key: 'k',
  kind,
  name: 'Hộ ký cam kết',
  unit: 'hộ',
  baseline: 0,
  baselineYear: null,
  target: null,
  ...changes,
});

/** Counted by month, from a day until another. */
function countedView(from: string, to: string, counts: Record<string, number>): IndicatorView {
  const life = { from: day(from), to: day(to) };
  const months = Object.entries(counts).map(([month, value]) => ({
    key: 'k',
    month: day(`${month}-01`),
    value,
  }));
  return indicatorView(indicator('counted'), { entries: [], counts: months }, life);
}

function levelView(values: Record<string, number>): IndicatorView {
  const of = indicator('level');
  const life = { from: day('2026-05-06'), to: day('2026-12-01') };
  const view = indicatorView(of, { entries: [], counts: [] }, life);
  const series = view.series.map(({ month }) => ({
    month,
    value: values[month.slice(0, 7)] ?? null,
  }));
  const last = series.findLast(({ value }) => value !== null);
  return { ...view, series, latest: last ? { month: last.month, value: last.value ?? 0 } : null };
}

test('a level stands from its latest month on, says which, and stands beside the months before it', () => {
  expect(compared(levelView({ '2026-08': 90, '2026-09': 1222, '2026-11': 5 }), 'vi')).toEqual({
    value: 5,
    comparison: 'đầu kỳ 0',
    asOf: 'tháng 11/2026',
  });
  expect(compared(levelView({ '2026-11': 1222, '2026-12': 1300 }), 'vi')).toEqual({
    value: 1300,
    comparison: 'đầu kỳ 0 · tháng 11/2026: 1.222',
    asOf: 'đến 01/12/2026',
  });
});

test('on the first days of a month the last full month leads, and this one is said as running', () => {
  const counts = { '2026-10': 4, '2026-11': 9, '2026-12': 1 };
  expect(compared(countedView('2026-05-06', '2026-12-01', counts), 'vi')).toEqual({
    value: 9,
    comparison: 'đầu kỳ 0 · tháng 10/2026: 4 · từ đầu năm 14',
    asOf: 'tháng 11/2026 · từ 01/12/2026 đến nay: 1',
  });
});

test('a running month is compared with no full one', () => {
  const counts = { '2025-12': 3, '2026-10': 4, '2026-11': 9, '2026-12': 1 };
  expect(compared(countedView('2025-05-06', '2026-12-08', counts), 'vi')).toEqual({
    value: 1,
    comparison: 'đầu kỳ 0 · từ đầu năm 14',
    asOf: 'từ 01/12/2026 đến nay',
  });
  expect(compared(countedView('2026-11-20', '2026-12-01', counts), 'vi').asOf).toBe(
    'từ 01/12/2026 đến nay',
  );
});

test('a month the model lived a part of says from which day', () => {
  const view = countedView('2026-05-06', '2026-12-01', {});
  const names = ['2026-05-01', '2026-06-01', '2026-12-01'].map((of) =>
    monthName(day(of), view, 'vi'),
  );
  expect(names).toEqual(['05/2026 (từ 06/05/2026)', '06/2026', '12/2026 (từ 01/12/2026 đến nay)']);
});

test('whatever the start and the day, a count is compared by full months of the model only', () => {
  const anyDay = fc.nat(900).map((days) => addDays(day('2024-06-01'), days));
  fc.assert(
    fc.property(anyDay, fc.nat(500), fc.nat(14), (from, days, back) => {
      const to = addDays(from, days);
      const view = countedView(from, to, {});
      const month: Day = addMonths(monthOf(to), -back);
      expect(comparableValue(view, month)).toBe(isFullMonth(month, view.life) ? 0 : null);
      const said = compared(view, 'vi').comparison.match(/tháng \d\d\/\d{4}/g) ?? [];
      const full = said.map((text) => day(`${text.slice(-4)}-${text.slice(6, 8)}-01`));
      expect(full.filter((of) => !isFullMonth(of, view.life))).toEqual([]);
    }),
  );
});

test('a yearly baseline is named as the year’s, and nothing entered is not nought', () => {
  const yearly = indicator('flow', { baseline: 13, baselineYear: 2025 });
  const life = { from: day('2026-05-06'), to: day('2026-11-23') };
  expect(compared(indicatorView(yearly, { entries: [], counts: [] }, life), 'vi')).toMatchObject({
    value: null,
    comparison: 'cả năm 2025: 13',
  });
});
