// Where everything on a time line stands: rows below each other, days from left to right.

import { scaleUtc } from 'd3-scale';
import { addMonths, lastDayOfMonth, monthOf, partsOf, type Day } from '#ground/day.ts';
import { showDay, showNumber } from '#ground/show.ts';
import { wrap, wrapAtMost } from '../text-width.ts';
import { chartWords } from './chart.words.ts';
import { widthFactor, type Look } from './look.ts';
import { progressOf, type TimeLineRow } from './progress.ts';

export const pad = 4;
export const top = 26;
export const lineHeight = 17;
export const barHeight = 16;
export const smallSize = 12.5;

export type PlacedRow = {
  readonly row: TimeLineRow;
  readonly label: readonly string[];
  readonly status: readonly string[];
  readonly y: number;
  /** The middle of the bar. */
  readonly bar: number;
};

export type Placed = {
  readonly look: Look;
  readonly today: Day;
  readonly rows: readonly PlacedRow[];
  readonly x: (day: Day) => number;
  readonly from: Day;
  readonly to: Day;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
};

/** Labels stand left of the bars where there is room, and above them on a phone. */
export function placeRows(rows: readonly TimeLineRow[], today: Day, look: Look): Placed {
  const wide = look.width >= 520;
  const left = wide ? Math.round(look.width * 0.44) : pad;
  const right = look.width - pad - 6;
  const room = (wide ? left - 28 : look.width - 2 * pad) / widthFactor(look);
  const placed: PlacedRow[] = [];
  let y = top;
  for (const row of rows) {
    const label = wrapAtMost(3, row.label, room, 14);
    const status = wrap(statusText(row, today, look), room, smallSize, 'bold');
    const words = (label.length + status.length) * lineHeight;
    const height = wide ? words + 16 : words + barHeight + 22;
    placed.push({ row, label, status, y, bar: wide ? y + height / 2 : y + words + 20 });
    y += height;
  }
  const { from, to } = daysShown(rows, today);
  const scale = scaleUtc([utc(from), utc(to)], [left, right]);
  const x = (day: Day): number => scale(utc(day));
  return { look, today, rows: placed, x, from, to, left, right, bottom: y };
}

/** 'Hạn 31/05/2026 · xong 28/05/2026' */
export function statusText(row: TimeLineRow, today: Day, look: Look): string {
  const text = chartWords[look.language];
  const due = row.planned.to === null ? text.noDue : text.due(showDay(row.planned.to));
  return `${row.ongoing ? text.continuous : due} · ${stateText(row, today, look)}`;
}

function stateText(row: TimeLineRow, today: Day, look: Look): string {
  const text = chartWords[look.language].state;
  const progress = progressOf(row, today);
  const days = 'days' in progress ? showNumber(progress.days, look.language) : '';
  switch (progress.state) {
    case 'done':
      return text.done(showDay(progress.on));
    case 'doneLate':
      return text.doneLate(showDay(progress.on), days);
    case 'overdue':
      return text.overdue(days);
    default:
      return text[progress.state];
  }
}

/** The first days of the months to name below the line, as many as have room. */
export function monthsNamed(plan: Placed): Day[] {
  const months: Day[] = [];
  for (let month = plan.from; month <= plan.to; month = addMonths(month, 1)) months.push(month);
  const room = (plan.right - plan.left) / months.length;
  const step = [1, 2, 3, 6, 12, 24, 60].find((each) => each * room >= 58) ?? 120;
  return months.filter((_, at) => at % step === 0);
}

/** Whole months around every day there is, today too. */
function daysShown(rows: readonly TimeLineRow[], today: Day): { from: Day; to: Day } {
  const days = rows
    .flatMap(({ planned, actual }) => [planned.from, planned.to, actual.from, actual.to])
    .filter((day) => day !== null)
    .concat(today)
    .toSorted();
  const { year, month } = partsOf(days.at(-1) ?? today);
  return { from: monthOf(days[0] ?? today), to: lastDayOfMonth(year, month) };
}

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`);
