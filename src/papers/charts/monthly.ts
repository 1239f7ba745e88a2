// One indicator month by month against where it began: as bars or as a line.

import { scaleBand, scaleLinear } from 'd3-scale';
import { area, line as curve } from 'd3-shape';
import type { Day } from '#ground/day.ts';
import { showMonth, showNumber } from '#ground/show.ts';
import { textWidth } from '../text-width.ts';
import { chartWords } from './chart.words.ts';
import { colours, widthFactor, type Look } from './look.ts';
import { element, frame, label, type Chart } from './svg.ts';
import { nothingDrawn } from './time-line.ts';

export type MonthlyPoint = {
  /** The first day of the month. */
  readonly month: Day;
  /** Null where no figure was recorded: not the same as zero. */
  readonly value: number | null;
};

export type MonthlySeries = {
  readonly label: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly points: readonly MonthlyPoint[];
};

const top = 34;
const plotHeight = 190;
const bottom = top + plotHeight;
const height = bottom + 30;

/** For figures counted anew each month: talks held, patrols, people taking part. */
export const barsAgainstBaseline = (series: MonthlySeries, look: Look): Chart =>
  drawn(series, look, bars);

/** For figures that stand: households committed, members of the core. */
export const monthlyLine = (series: MonthlySeries, look: Look): Chart =>
  drawn(series, look, lineWithDots);

/** 'Số buổi (buổi), từng tháng: 05/2026 3; 06/2026 chưa có số liệu. Đầu kỳ: 0' */
export function monthlyAlt(series: MonthlySeries, look: Look): string {
  const text = chartWords[look.language];
  const values = series.points.map(({ month, value }) => {
    const shown = value === null ? text.noValue : showNumber(value, look.language);
    return `${showMonth(month)} ${shown}`;
  });
  const start = series.baseline === null ? '' : `. ${baselineText(series.baseline, look)}`;
  return `${text.perMonth(series.label, series.unit)}: ${values.join('; ')}${start}`;
}

type Plot = {
  readonly series: MonthlySeries;
  readonly look: Look;
  readonly left: number;
  readonly right: number;
  readonly x: (point: MonthlyPoint) => number;
  readonly band: number;
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
};

function drawn(series: MonthlySeries, look: Look, marks: (plot: Plot) => string): Chart {
  if (series.points.every(({ value }) => value === null))
    return nothingDrawn(chartWords[look.language].nothing, look);
  const alt = monthlyAlt(series, look);
  const size = [look.width, height] as const;
  const plot = plotOf(series, look);
  const unit = label(0, 14, `${series.label} (${series.unit})`, {
    fill: colours.text,
    'font-weight': 'bold',
  });
  const body = [unit, grid(plot), marks(plot), baselineMark(plot), months(plot)];
  return { svg: frame({ ...look, size, alt }, ...body), size, alt };
}

function plotOf(series: MonthlySeries, look: Look): Plot {
  const values = series.points.map(({ value }) => value ?? 0).concat(series.baseline ?? 0);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const scale = scaleLinear([low, high === low ? low + 1 : high], [bottom, top]).nice(4);
  // Half a household does not exist: whole figures get whole ticks.
  const whole = values.every(Number.isInteger);
  const ticks = scale.ticks(4).filter((tick) => !whole || Number.isInteger(tick));
  const widest = Math.max(...ticks.map((tick) => textWidth(showNumber(tick, look.language), 12)));
  const left = Math.ceil(widest * widthFactor(look)) + 8;
  const right = look.width - 4;
  const band = scaleBand(
    series.points.map((_, at) => at),
    [left, right],
  );
  const x = (point: MonthlyPoint): number =>
    (band(series.points.indexOf(point)) ?? left) + band.bandwidth() / 2;
  return { series, look, left, right, x, band: band.bandwidth(), y: scale, ticks };
}

function grid({ ticks, left, right, y, look }: Plot): string {
  const lines = ticks.map(
    (tick) =>
      element('line', {
        x1: left,
        x2: right,
        y1: y(tick),
        y2: y(tick),
        stroke: tick === 0 ? colours.line : colours.grid,
      }) + label(left - 6, y(tick) + 4, showNumber(tick, look.language), { 'text-anchor': 'end' }),
  );
  return element('g', { fill: colours.quiet, 'font-size': 12 }, ...lines);
}

function bars(plot: Plot): string {
  const width = Math.min(plot.band * 0.62, 46);
  const drawnBars = known(plot).map(({ point, value }) => {
    const [upper, lower] = [plot.y(Math.max(value, 0)), plot.y(Math.min(value, 0))];
    return element('rect', {
      x: plot.x(point) - width / 2,
      y: upper,
      width,
      // A recorded zero is a thin stroke on the ground; a missing figure is a dash of text.
      height: Math.max(lower - upper, 1.5),
      fill: colours.main,
    });
  });
  return drawnBars.join('') + values(plot);
}

function lineWithDots(plot: Plot): string {
  const points = [...plot.series.points];
  const isKnown = ({ value }: MonthlyPoint): boolean => value !== null;
  const yOf = ({ value }: MonthlyPoint): number => round(plot.y(value ?? 0));
  const xOf = (point: MonthlyPoint): number => round(plot.x(point));
  const shade = area<MonthlyPoint>(xOf, round(plot.y(0)), yOf).defined(isKnown)(points);
  const path = curve<MonthlyPoint>(xOf, yOf).defined(isKnown)(points);
  const dots = known(plot).map(({ point, value }) =>
    element('circle', {
      cx: plot.x(point),
      cy: plot.y(value),
      r: 4,
      fill: colours.ground,
      stroke: colours.main,
      'stroke-width': 2.5,
    }),
  );
  return [
    element('path', { d: shade ?? '', fill: colours.mainSoft, 'fill-opacity': 0.6 }),
    element('path', {
      d: path ?? '',
      fill: 'none',
      stroke: colours.main,
      'stroke-width': 2.5,
      'stroke-linejoin': 'round',
    }),
    ...dots,
    values(plot),
  ].join('');
}

/** Every value is written where there is room; in a crowd only the last one is. */
function values(plot: Plot): string {
  const { series, look } = plot;
  const shown = (value: number | null): string =>
    value === null ? '–' : showNumber(value, look.language);
  const widest = Math.max(...series.points.map(({ value }) => textWidth(shown(value), 13, 'bold')));
  const crowded = widest * widthFactor(look) + 4 > plot.band;
  return series.points
    .filter((_, at) => !crowded || at === series.points.length - 1)
    .map((point) =>
      halo(plot.x(point), plot.y(Math.max(point.value ?? 0, 0)) - 9, shown(point.value), {
        'text-anchor': crowded ? 'end' : 'middle',
        fill: point.value === null ? colours.quiet : colours.text,
        'font-weight': 'bold',
        'font-size': 13,
      }),
    )
    .join('');
}

function baselineMark({ series, look, left, right, y }: Plot): string {
  if (series.baseline === null) return '';
  const at = y(series.baseline);
  const dashed = element('line', {
    x1: left,
    x2: right,
    y1: at,
    y2: at,
    stroke: colours.text,
    'stroke-width': 1.5,
    'stroke-dasharray': '6 4',
  });
  const words = halo(look.width, 14, baselineText(series.baseline, look), {
    'text-anchor': 'end',
    'font-size': 12.5,
    fill: colours.text,
  });
  return dashed + words;
}

function months({ series, look, band, x }: Plot): string {
  const room = textWidth('00/0000', 12) * widthFactor(look) + 8;
  const step = Math.ceil(room / band);
  const last = series.points.length - 1;
  const shown = series.points.filter((_, at) => (last - at) % step === 0);
  return element(
    'g',
    { fill: colours.quiet, 'font-size': 12, 'text-anchor': 'middle' },
    ...shown.map((point) => label(x(point), bottom + 18, showMonth(point.month))),
  );
}

const known = (plot: Plot): { point: MonthlyPoint; value: number }[] =>
  plot.series.points.flatMap((point) =>
    point.value === null ? [] : [{ point, value: point.value }],
  );

const baselineText = (value: number, look: Look): string =>
  chartWords[look.language].baseline(showNumber(value, look.language));

/** Text on a white edge, readable across lines and bars. */
const halo = (x: number, y: number, text: string, style: Record<string, string | number>): string =>
  label(x, y, text, {
    'paint-order': 'stroke',
    stroke: colours.ground,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    ...style,
  });

const round = (value: number): number => Math.round(value * 10) / 10;
