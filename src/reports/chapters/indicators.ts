// Chapter II, section 6: the indicators as one table beside baseline and earlier period, and charts.

import type { Day, Period } from '#ground/day.ts';
import { showNumber } from '#ground/show.ts';
import { rulesOn } from '#law/rule.ts';
import { onPaper } from '#papers/charts/look.ts';
import { barsAgainstBaseline, monthlyLine, type MonthlySeries } from '#papers/charts/monthly.ts';
import { isAboutPeopleAtRisk, suppressionBy } from '#sites/suppress.ts';
import { activitiesIn, monthValue, valueIn } from '../counts.ts';
import { between, difference } from '../phrases.ts';
import {
  comparisonOf,
  earlierPeriod,
  monthsOf,
  untilOf,
  type ReviewIndicator,
  type ReviewRecords,
} from '../records.ts';
import { toActivity, toIndicator } from '../references.ts';
import {
  heading,
  paragraph,
  sentence,
  type DraftBlock,
  type DraftChart,
  type DraftTable,
  type Sentence,
  type TableRow,
} from '../review.ts';

export function indicatorBlocks(records: ReviewRecords, period: Period): readonly DraftBlock[] {
  const known = records.indicators
    .map((one) => valuesOf(one, records, period))
    // A row of dashes beside a baseline tells nothing of the period.
    .filter(({ now, earlier }) => (now ?? earlier) !== null);
  if (known.length === 0) return [];
  return [
    heading('indicators-heading', 'Kết quả các chỉ tiêu'),
    paragraph('indicators', [introduction(known, records, period)]),
    indicatorTable(known, comparisonOf(records.site, period) !== 'none'),
    ...talksChart(records, period),
    ...householdsChart(records, period),
  ];
}

type Values = {
  readonly one: ReviewIndicator;
  readonly now: number | null;
  readonly earlier: number | null;
  readonly baseline: number | null;
  /** Counts of people below this are not shown; null where the indicator counts nobody at risk. */
  readonly floor: number | null;
};

function valuesOf(one: ReviewIndicator, records: ReviewRecords, period: Period): Values {
  const { name, unit, baseline } = one.indicator;
  const compares = comparisonOf(records.site, period) !== 'none';
  const isSensitive = isAboutPeopleAtRisk({ measure: name, unit });
  return {
    one,
    now: valueIn(one, { from: period.from, to: untilOf(records, period) }, records),
    earlier: compares ? valueIn(one, earlierPeriod(period), records) : null,
    baseline,
    floor: isSensitive ? suppressionBy(rulesOn(records.law, records.asOf)).below : null,
  };
}

function introduction(known: readonly Values[], records: ReviewRecords, period: Period): Sentence {
  const compares = comparisonOf(records.site, period) !== 'none';
  const with_ = compares ? ` và kỳ trước (${between(earlierPeriod(period))})` : '';
  const text = `Kết quả ${showNumber(known.length)} chỉ tiêu theo dõi của mô hình so với khi lập điểm${with_} như sau:`;
  return sentence(
    'indicators',
    text,
    known.map(({ one }) => toIndicator(one)),
  );
}

function indicatorTable(known: readonly Values[], compares: boolean): DraftTable {
  const before = compares ? ['Kỳ trước'] : [];
  const change = compares ? ['Tăng (+), giảm (−)'] : [];
  const head = ['STT', 'Chỉ tiêu', 'Đơn vị', 'Khi lập điểm', ...before, 'Kỳ này', ...change];
  return {
    kind: 'table',
    id: 'indicators-table',
    caption: 'Kết quả các chỉ tiêu trong kỳ',
    head: head.map((text) => ({ text })),
    rows: known.map((values, at) => indicatorRow(values, at + 1, compares)),
    widths: compares ? [0.8, 3.5, 1.5, 2.1, 1.1, 1.1, 1.6] : [0.8, 5, 1.4, 2, 1.5],
  };
}

const indicatorRow = (values: Values, number: number, compares: boolean): TableRow => ({
  cells: [
    { text: String(number), align: 'center' },
    { text: values.one.indicator.name },
    { text: values.one.indicator.unit, align: 'center' },
    { text: baselineText(values), align: 'right' },
    ...(compares ? [{ text: shown(values.earlier, values.floor), align: 'right' as const }] : []),
    { text: shown(values.now, values.floor), align: 'right' },
    ...(compares ? [{ text: changeText(values), align: 'right' as const }] : []),
  ],
  records: [toIndicator(values.one)],
});

const shown = (value: number | null, floor: number | null): string => {
  if (value === null) return '–';
  return floor !== null && value < floor ? `dưới ${floor}` : showNumber(value);
};

/** A year's sum says so: it is not to be read against half a year. */
function baselineText({ one, baseline, floor }: Values): string {
  const { baselineYear } = one.indicator;
  const text = shown(baseline, floor);
  return baselineYear === null || baseline === null ? text : `${text} (năm ${baselineYear})`;
}

/** Between two counts of people at risk there is none: it would be a small count itself. */
const changeText = ({ now, earlier, floor }: Values): string =>
  now === null || earlier === null || floor !== null ? '–' : difference(now, earlier);

/** Two months at least: one bar is a number, not a chart. */
function talksChart(records: ReviewRecords, period: Period): readonly DraftChart[] {
  const months = monthsUntil(records, period);
  const talks = activitiesIn(records, period, 'talk');
  if (months.length < 2 || talks.length === 0) return [];
  const points = months.map((month) => ({
    month,
    value: talks.filter(({ day }) => day.slice(0, 7) === month.slice(0, 7)).length,
  }));
  const series = { label: 'Số buổi tuyên truyền', unit: 'buổi', baseline: null, points };
  return [chart('talks-chart', series, 'bars', talks.map(toActivity))];
}

function householdsChart(records: ReviewRecords, period: Period): readonly DraftChart[] {
  const one = records.indicators.find(({ indicator }) => indicator.key === 'households_committed');
  const months = monthsUntil(records, period);
  if (!one) return [];
  const points = months.map((month) => ({ month, value: monthValue(one, month) }));
  if (points.filter(({ value }) => value !== null).length < 2) return [];
  const { baseline, unit } = one.indicator;
  const series = { label: 'Số hộ đã ký cam kết', unit, baseline, points };
  return [chart('households-chart', series, 'line', [toIndicator(one)])];
}

const monthsUntil = (records: ReviewRecords, period: Period): readonly Day[] =>
  monthsOf({ from: period.from, to: untilOf(records, period) });

function chart(
  id: string,
  series: MonthlySeries,
  form: 'bars' | 'line',
  records: DraftChart['records'],
): DraftChart {
  const caption = `${series.label} theo từng tháng`;
  const draw = form === 'bars' ? barsAgainstBaseline : monthlyLine;
  return { kind: 'chart', id, caption, ...draw(series, onPaper(id, caption)), records };
}
