// One indicator month by month against where it began: as bars or as a line.

import { area, line as curve } from 'd3-shape';
import { showMonth, showNumber } from '#ground/show.ts';
import { textWidth } from '../text-width.ts';
import { chartWords } from './chart.words.ts';
import { widthFactor, type Look } from './look.ts';
import {
  lineHeight,
  plotOf,
  type MonthlyPoint,
  type MonthlySeries,
  type Plot,
} from './monthly-places.ts';
import { element, frame, halo, label, line, nothingDrawn, type Chart } from './svg.ts';

export type { MonthlySeries } from './monthly-places.ts';

/** For figures counted anew each month: talks held, patrols, people taking part. */
export const barsAgainstBaseline = (series: MonthlySeries, look: Look): Chart =>
  drawn(series, look, bars);

/** For figures that stand: households committed, members of the core. */
export const monthlyLine = (series: MonthlySeries, look: Look): Chart =>
  drawn(series, look, lineWithDots);

/** 'Số buổi (buổi), từng tháng: 05/2026 3; 06/2026 chưa có số liệu. Đầu kỳ: 0' */
function monthlyAlt(series: MonthlySeries, look: Look): string {
  const text = chartWords[look.language];
  const all = series.points.map(({ month, value }) => {
    const shown = value === null ? text.noValue : showNumber(value, look.language);
    return `${showMonth(month)} ${shown}`;
  });
  const start = series.baseline === null ? '' : `. ${baselineText(series.baseline, look)}`;
  return `${text.perMonth(series.label, series.unit)}: ${all.join('; ')}${start}`;
}

function drawn(series: MonthlySeries, look: Look, marks: (plot: Plot) => string): Chart {
  if (series.points.every(({ value }) => value === null))
    return nothingDrawn(chartWords[look.language].nothing, look);
  const alt = monthlyAlt(series, look);
  const plot = plotOf(series, look);
  const size = [look.width, plot.bottom + 30] as const;
  const body = [heading(plot), grid(plot), marks(plot), baselineMark(plot), values(plot)];
  return { svg: frame({ ...look, size, alt }, ...body, months(plot)), size, alt };
}

const heading = ({ title, look }: Plot): string =>
  title
    .map((text, at) =>
      label(0, 14 + at * lineHeight, text, { fill: look.colours.text, 'font-weight': 'bold' }),
    )
    .join('');

function grid({ ticks, left, right, y, look }: Plot): string {
  const { line: base, grid: faint, quiet } = look.colours;
  const lines = ticks.map((tick) => {
    const at = y(tick);
    const words = label(left - 6, at + 4, showNumber(tick, look.language), {
      'text-anchor': 'end',
    });
    return line([left, at], [right, at], { stroke: tick === 0 ? base : faint }) + words;
  });
  return element('g', { fill: quiet, 'font-size': 12 }, ...lines);
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
      fill: plot.look.colours.main,
    });
  });
  return drawnBars.join('');
}

function lineWithDots(plot: Plot): string {
  const { main, mainSoft, ground } = plot.look.colours;
  const points = [...plot.series.points];
  const isKnown = ({ value }: MonthlyPoint): boolean => value !== null;
  const yOf = ({ value }: MonthlyPoint): number => plot.y(value ?? 0);
  const shade = area<MonthlyPoint>(plot.x, plot.y(0), yOf).defined(isKnown)(points);
  const path = curve<MonthlyPoint>(plot.x, yOf).defined(isKnown)(points);
  const ink = { stroke: main, 'stroke-width': 2.5 };
  const dots = known(plot).map(({ point, value }) =>
    element('circle', { cx: plot.x(point), cy: plot.y(value), r: 4, fill: ground, ...ink }),
  );
  return [
    element('path', { d: shade ?? '', fill: mainSoft, 'fill-opacity': 0.6 }),
    element('path', { d: path ?? '', fill: 'none', 'stroke-linejoin': 'round', ...ink }),
    ...dots,
  ].join('');
}

/** Every value is written where there is room; in a crowd only the last one is. */
function values(plot: Plot): string {
  const { series, look } = plot;
  const shown = (value: number | null): string =>
    value === null ? '–' : showNumber(value, look.language);
  const widest = Math.max(...series.points.map(({ value }) => textWidth(shown(value), 13, 'bold')));
  const crowded = widest * widthFactor(look) + 4 > plot.band;
  const { text, quiet } = look.colours;
  const write = (point: MonthlyPoint): string =>
    halo(
      look,
      crowded ? plot.right : plot.x(point),
      plot.y(Math.max(point.value ?? 0, 0)) - 9,
      shown(point.value),
      {
        'text-anchor': crowded ? 'end' : 'middle',
        'font-size': 13,
        'font-weight': 'bold',
        fill: point.value === null ? quiet : text,
      },
    );
  return (crowded ? series.points.slice(-1) : series.points).map(write).join('');
}

/** A dashed line across, named by the same dashes under the title. */
function baselineMark({ series, look, left, right, y, title }: Plot): string {
  if (series.baseline === null) return '';
  const at = y(series.baseline);
  const row = 12 + title.length * lineHeight;
  const ink = { stroke: look.colours.text, 'stroke-width': 1.5, 'stroke-dasharray': '6 4' };
  const words = label(34, row + 4, baselineText(series.baseline, look), {
    'font-size': 12.5,
    fill: look.colours.text,
  });
  return line([left, at], [right, at], ink) + line([0, row], [28, row], ink) + words;
}

function months({ series, look, band, bottom, x }: Plot): string {
  const room = textWidth('00/0000', 12) * widthFactor(look) + 8;
  const step = Math.ceil(room / band);
  const last = series.points.length - 1;
  const shown = series.points.filter((_, at) => (last - at) % step === 0);
  return element(
    'g',
    { fill: look.colours.quiet, 'font-size': 12, 'text-anchor': 'middle' },
    ...shown.map((point) => label(x(point), bottom + 19, showMonth(point.month))),
  );
}

const known = (plot: Plot): { point: MonthlyPoint; value: number }[] =>
  plot.series.points.flatMap((point) =>
    point.value === null ? [] : [{ point, value: point.value }],
  );

const baselineText = (value: number, look: Look): string =>
  chartWords[look.language].baseline(showNumber(value, look.language));
