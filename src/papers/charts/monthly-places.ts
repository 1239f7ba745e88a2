// Where everything on a monthly chart stands: scales, ticks and the room that labels need.

import { scaleBand, scaleLinear } from 'd3-scale';
import type { Day } from '#ground/day.ts';
import { showNumber } from '#ground/show.ts';
import { textWidth, wrapAtMost } from '../text-width.ts';
import { widthFactor, type Look } from './look.ts';

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

export type Plot = {
  readonly series: MonthlySeries;
  readonly look: Look;
  readonly title: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: (point: MonthlyPoint) => number;
  /** The room of one month. */
  readonly band: number;
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
};

export const lineHeight = 18;
const plotHeight = 180;
/** A scale with less room than this has no ticks, and nobody reads a figure so fine. */
const smallestSpan = 1e-6;

export function plotOf(series: MonthlySeries, look: Look): Plot {
  const factor = widthFactor(look);
  const title = wrapAtMost(2, `${series.label} (${series.unit})`, look.width / factor / 1.06, 14);
  const top = title.length * lineHeight + (series.baseline === null ? 22 : 42);
  const bottom = top + plotHeight;
  const { y, ticks } = valueScale(series, top, bottom);
  const widest = Math.max(
    0,
    ...ticks.map((tick) => textWidth(showNumber(tick, look.language), 12)),
  );
  const left = Math.ceil(widest * factor) + 8;
  const { x, band, right } = monthScale(series, left, look.width, factor);
  return { series, look, title, left, right, bottom, x, band, y, ticks };
}

function valueScale(series: MonthlySeries, top: number, bottom: number): Pick<Plot, 'y' | 'ticks'> {
  const values = series.points.map(({ value }) => value ?? 0).concat(series.baseline ?? 0);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const y = scaleLinear([low, high - low < smallestSpan ? low + 1 : high], [bottom, top]).nice(4);
  // Half a household does not exist: whole figures get whole ticks.
  const whole = values.every(Number.isInteger);
  return { y, ticks: y.ticks(4).filter((tick) => !whole || Number.isInteger(tick)) };
}

function monthScale(
  series: MonthlySeries,
  left: number,
  width: number,
  factor: number,
): Pick<Plot, 'x' | 'band' | 'right'> {
  const narrowest = (width - left) / series.points.length;
  // The last month's name may not be cut off at the edge.
  const overhang = (textWidth('00/0000', 12) * factor - narrowest) / 2;
  const right = width - 4 - Math.max(0, overhang);
  const months = series.points.map(({ month }) => month);
  const scale = scaleBand(months, [left, right]);
  const band = scale.bandwidth();
  return { x: ({ month }) => (scale(month) ?? left) + band / 2, band, right };
}
