// Months of an indicator beside each other; what is unknown is never nought.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, type Day, type Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { decideEntry, entriesOf, indicatorView } from './indicator.ts';
import type { Indicator, IndicatorEntry, IndicatorKind } from './site.ts';

const anIndicator = (kind: IndicatorKind): Indicator => ({
  indicatorId: newId(),
  key: kind === 'counted' ? 'talks' : 'x',
  kind,
  name: 'Hộ ký cam kết',
  unit: 'hộ',
  baseline: 0,
  baselineYear: null,
  target: 150,
});

const level = anIndicator('level');
const flow = anIndicator('flow');
const counted = anIndicator('counted');
const span = { from: day('2025-10-12'), to: day('2026-11-23') };

let clock = 0;
const entry = (of: Indicator, month: string, value: number): IndicatorEntry => ({
  entryId: newId(),
  indicatorId: of.indicatorId,
  month: day(month),
  value,
  note: '',
  recordedByName: 'Người ghi',
  recordedAt: new Date(Date.UTC(2026, 0, 1) + (clock += 1)).toISOString() as Instant,
});
const viewOf = (of: Indicator, ...entries: IndicatorEntry[]) =>
  indicatorView(of, { entries, counts: [] }, span);

test('every month of the life stands in the series with its value', () => {
  const view = viewOf(
    level,
    entry(level, '2026-11-01', 132),
    entry(level, '2026-10-01', 120),
    entry(level, '2025-11-01', 15),
  );
  expect(view.thisMonth).toBe(132);
  expect(view.series.filter(({ value }) => value !== null)).toEqual([
    { month: '2025-11-01', value: 15 },
    { month: '2026-10-01', value: 120 },
    { month: '2026-11-01', value: 132 },
  ]);
});

test('the latest entry of a month counts, whatever order they come in', () => {
  const entries = [120, 132, 128].map((value) => entry(level, '2026-11-01', value));
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: 3 }), (shuffled) => {
      expect(viewOf(level, ...shuffled).thisMonth).toBe(128);
      expect(entriesOf(level, shuffled, day('2026-11-01')).map(({ value }) => value)).toEqual([
        128, 132, 120,
      ]);
    }),
  );
});

test('a month nobody entered is unknown, and the latest known one says its month', () => {
  const view = viewOf(level, entry(level, '2026-08-01', 90));
  expect(view.thisMonth).toBeNull();
  expect(view.latest).toEqual({ month: '2026-08-01', value: 90 });
  expect(viewOf(level).latest).toBeNull();
});

test('a month in which nothing was recorded is nought for what is counted, while the site runs', () => {
  const counts = [
    { key: 'talks', month: day('2026-11-01'), value: 3 },
    { key: 'patrols', month: day('2026-11-01'), value: 9 },
  ];
  const view = indicatorView(counted, { entries: [], counts }, span);
  expect(view).toMatchObject({ thisMonth: 3, yearToDate: 3 });
  expect(view.series.at(-2)).toEqual({ month: '2026-10-01', value: 0 });
  const young = indicatorView(
    counted,
    { entries: [], counts },
    { ...span, from: day('2026-11-02') },
  );
  expect(young).toMatchObject({ thisMonth: 3 });
  expect(young.series).toHaveLength(1);
});

test('what flows adds up over the year so far; a level does not', () => {
  const months = ['2025-12-01', '2026-01-01', '2026-03-01'];
  expect(viewOf(flow, ...months.map((month) => entry(flow, month, 2))).yearToDate).toBe(4);
  expect(viewOf(flow).yearToDate).toBeNull();
  expect(viewOf(level, entry(level, '2026-01-01', 2)).yearToDate).toBeNull();
});

test('the series has every month from the site’s first to this one, in order', () => {
  const { series } = viewOf(level, entry(level, '2026-01-01', 5));
  expect(series).toHaveLength(14);
  expect(series[0]).toEqual({ month: '2025-10-01', value: null });
  expect(series.at(-1)?.month).toBe('2026-11-01');
  expect(series.find(({ value }) => value !== null)).toEqual({ month: '2026-01-01', value: 5 });
});

test('entries of another indicator are left out', () => {
  expect(viewOf(level, entry(flow, '2026-11-01', 7)).thisMonth).toBeNull();
});

test('a value belongs to its month’s first day and is not entered ahead of it, below nought, or by hand where counted', () => {
  const today = day('2026-11-23');
  const told = (month: Day, value: number) => ({ month, value, note: ' theo  sổ ' });
  expect(decideEntry(level, told(day('2026-11-30'), 5), today)).toEqual({
    ok: true,
    value: { indicatorId: level.indicatorId, month: '2026-11-01', value: 5, note: 'theo sổ' },
  });
  expect(decideEntry(level, told(day('2026-12-01'), 5), today)).toMatchObject({
    refusal: 'in-future',
  });
  expect(decideEntry(level, told(today, -1), today)).toMatchObject({ refusal: 'value-invalid' });
  expect(decideEntry(level, told(today, Number.NaN), today)).toMatchObject({
    refusal: 'value-invalid',
  });
  expect(decideEntry(counted, told(today, 1), today)).toMatchObject({ refusal: 'counted-itself' });
});
