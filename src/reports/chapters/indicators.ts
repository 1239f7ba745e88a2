// Chapter II, section 6: the indicators as one table beside baseline and earlier period, and charts.

import type { Day, Period } from '#ground/day.ts';
import { showNumber } from '#ground/show.ts';
import { rulesOn } from '#law/rule.ts';
import { onPaper } from '#papers/charts/look.ts';
import { barsAgainstBaseline, monthlyLine, type MonthlySeries } from '#papers/charts/monthly.ts';
import { isAboutPeopleAtRisk, suppressionBy } from '#sites/suppress.ts';
import { activitiesIn, isComplete, monthValue, valueIn } from '../counts.ts';
import { between, difference, fromTo } from '../phrases.ts';
import {
  comparedPeriod,
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
    indicatorTable(known, comparedPeriod(records, period) !== null),
    ...talksChart(records, period),
    ...householdsChart(records, period),
  ];
}

type Values = {
  readonly one: ReviewIndicator;
  readonly now: number | null;
  /** Null too where months of it are missing: that is no earlier period. */
  readonly earlier: number | null;
  readonly baseline: number | null;
  /** Whether the value now may stand against another. */
  readonly complete: boolean;
  /** Counts of people below this are not shown; null where the indicator counts nobody at risk. */
  readonly floor: number | null;
};

function valuesOf(one: ReviewIndicator, records: ReviewRecords, period: Period): Values {
  const { name, unit, baseline } = one.indicator;
  const own = { from: period.from, to: untilOf(records, period) };
  const before = comparedPeriod(records, period);
  const isSensitive = isAboutPeopleAtRisk({ measure: name, unit });
  return {
    one,
    now: valueIn(one, own, records),
    earlier: before && isComplete(one, before) ? valueIn(one, before, records) : null,
    baseline,
    complete: isComplete(one, own),
    floor: isSensitive ? suppressionBy(rulesOn(records.law, records.asOf)).below : null,
  };
}

function introduction(known: readonly Values[], records: ReviewRecords, period: Period): Sentence {
  const before = comparedPeriod(records, period);
  const with_ = before ? ` và kỳ trước (${between(before)})` : '';
  const text = `Kết quả ${showNumber(known.length)} chỉ tiêu theo dõi của mô hình so với khi lập điểm${with_} như sau:`;
  return sentence(
    'indicators',
    text,
    known.map(({ one }) => toIndicator(one)),
  );
}

type Column = {
  readonly title: string;
  readonly width: number;
  readonly align?: 'center' | 'right';
  readonly text: (values: Values, number: number) => string;
};

function indicatorTable(known: readonly Values[], compares: boolean): DraftTable {
  const columns = compares ? comparedColumns : columnsFromStart(known);
  return {
    kind: 'table',
    id: 'indicators-table',
    caption: 'Kết quả các chỉ tiêu trong kỳ',
    head: columns.map(({ title }) => ({ text: title })),
    rows: known.map((values, at) => indicatorRow(values, at + 1, columns)),
    widths: columns.map(({ width }) => width),
  };
}

const indicatorRow = (values: Values, number: number, columns: readonly Column[]): TableRow => ({
  cells: columns.map(({ text, align }) => ({
    text: text(values, number),
    ...(align && { align }),
  })),
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

/** Between two counts of people at risk there is no change said: it would be a small count itself. */
function changeText(values: Values): string {
  const { now, earlier, complete, floor } = values;
  if (now === null || !complete || floor !== null) return '–';
  if (earlier !== null) return difference(now, earlier);
  const since = sinceStart(values);
  return since === null ? '–' : `${since} (so với khi lập điểm)`;
}

/** Only a state is set against a state: a year's sum is none, and a count starts from nothing. */
const sinceStart = ({ one, now, baseline, floor }: Values): string | null =>
  now === null || baseline === null || floor !== null || one.indicator.kind !== 'level'
    ? null
    : fromTo(baseline, now);

const number: Column = {
  title: 'STT',
  width: 0.8,
  align: 'center',
  text: (_, at) => String(at),
};
const name: Column = {
  title: 'Chỉ tiêu',
  width: 3.5,
  text: ({ one }) => one.indicator.name,
};
const unit: Column = {
  title: 'Đơn vị',
  width: 1.5,
  align: 'center',
  text: ({ one }) => one.indicator.unit,
};
const start: Column = { title: 'Khi lập điểm', width: 2.1, align: 'right', text: baselineText };
const now: Column = {
  title: 'Kỳ này',
  width: 1.1,
  align: 'right',
  text: (values) => shown(values.now, values.floor),
};
const before: Column = {
  title: 'Kỳ trước',
  width: 1.1,
  align: 'right',
  text: ({ earlier, floor }) => shown(earlier, floor),
};
const change: Column = {
  title: 'Tăng (+), giảm (−)',
  width: 1.6,
  align: 'right',
  text: changeText,
};
const sinceThen: Column = {
  title: 'So với khi lập điểm',
  width: 2.2,
  align: 'right',
  text: (values) => sinceStart(values) ?? '–',
};

const comparedColumns: readonly Column[] = [number, name, unit, start, before, now, change];
const columnsFromStart = (known: readonly Values[]): readonly Column[] => [
  number,
  name,
  unit,
  start,
  now,
  ...(known.some((values) => sinceStart(values) !== null) ? [sinceThen] : []),
];

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
