// Steps on a time line: what was planned, what was done, what is late, and where today stands.

import { scaleUtc } from 'd3-scale';
import { addMonths, lastDayOfMonth, monthOf, partsOf, type Day } from '#ground/day.ts';
import { showDay, showMonth, showNumber } from '#ground/show.ts';
import { textWidth, wrapAtMost } from '../text-width.ts';
import { chartWords } from './chart.words.ts';
import { colours, widthFactor, type Look } from './look.ts';
import { lateSpan, progressOf, workedSpan, type TimeLineRow } from './progress.ts';
import { element, frame, label, type Chart } from './svg.ts';

const pad = 4;
const top = 26;
const lineHeight = 17;
const barHeight = 16;

export function timeLine(rows: readonly TimeLineRow[], today: Day, look: Look): Chart {
  const text = chartWords[look.language];
  const alt = rows.map((row) => `${row.label}: ${statusText(row, today, look)}`).join('; ');
  if (rows.length === 0) return nothingDrawn(text.noRows, look);
  const plan = placeRows(rows, today, look);
  const size = [look.width, plan.bottom + 62] as const;
  const described = { ...look, size, alt };
  const body = [
    hatch(look.id),
    axis(plan),
    ...plan.rows.map((row) => drawRow(row, plan, today, look)),
    todayMark(plan, today, look),
    legend(look, plan.bottom + 48),
  ];
  return { svg: frame(described, ...body), size, alt };
}

/** A chart of nothing says so, rather than being an empty box. */
export function nothingDrawn(sentence: string, look: Look): Chart {
  const size = [look.width, 64] as const;
  const words = label(look.width / 2, 37, sentence, {
    'text-anchor': 'middle',
    fill: colours.quiet,
  });
  const edge = element('rect', {
    x: 0.5,
    y: 0.5,
    width: look.width - 1,
    height: 63,
    rx: 6,
    fill: 'none',
    stroke: colours.grid,
  });
  return { svg: frame({ ...look, size, alt: sentence }, edge, words), size, alt: sentence };
}

/** 'Hạn 31/05/2026 · xong 28/05/2026' */
export function statusText(row: TimeLineRow, today: Day, look: Look): string {
  const text = chartWords[look.language];
  const progress = progressOf(row, today);
  const due = row.planned.to === null ? text.noDue : text.due(showDay(row.planned.to));
  return `${row.ongoing ? text.continuous : due} · ${stateText()}`;

  function stateText(): string {
    if (progress.state === 'done') return text.state.done(showDay(progress.on));
    if (progress.state === 'doneLate')
      return text.state.doneLate(showDay(progress.on), showNumber(progress.days, look.language));
    if (progress.state === 'overdue')
      return text.state.overdue(showNumber(progress.days, look.language));
    return text.state[progress.state];
  }
}

type PlacedRow = {
  readonly row: TimeLineRow;
  readonly lines: readonly string[];
  readonly y: number;
  readonly height: number;
  /** The middle of the bar. */
  readonly bar: number;
};

type Placed = {
  readonly rows: readonly PlacedRow[];
  readonly x: (day: Day) => number;
  readonly from: Day;
  readonly to: Day;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
};

function placeRows(rows: readonly TimeLineRow[], today: Day, look: Look): Placed {
  const wide = look.width >= 520;
  const left = wide ? Math.round(look.width * 0.4) : pad;
  const right = look.width - pad - 6;
  const placed: PlacedRow[] = [];
  let y = top;
  for (const row of rows) {
    const room = (wide ? left - 20 : look.width - 2 * pad) / widthFactor(look);
    const lines = wrapAtMost(2, row.label, room, 14);
    const words = (lines.length + 1) * lineHeight;
    const height = wide ? words + 16 : words + barHeight + 22;
    placed.push({ row, lines, y, height, bar: wide ? y + height / 2 : y + words + 20 });
    y += height;
  }
  const { from, to } = daysShown(rows, today);
  const scale = scaleUtc([utc(from), utc(to)], [left, right]);
  return { rows: placed, x: (day) => scale(utc(day)), from, to, left, right, bottom: y };
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

function axis(plan: Placed): string {
  const months = monthsShown(plan);
  const room = (plan.right - plan.left) / months.length;
  const step = [1, 2, 3, 6, 12, 24, 60].find((months) => months * room >= 58) ?? 120;
  const ticks = months.filter((_, at) => at % step === 0);
  return element(
    'g',
    { fill: colours.quiet, 'font-size': 12 },
    ...ticks.map((month) => {
      const x = plan.x(month);
      const fits = x + textWidth(showMonth(month), 12) < plan.right + 10;
      return (
        line(x, top - 4, x, plan.bottom + 4, colours.grid) +
        (fits ? label(x, plan.bottom + 18, showMonth(month)) : '')
      );
    }),
    line(plan.left, plan.bottom + 4, plan.right, plan.bottom + 4, colours.line),
  );
}

function monthsShown(plan: Placed): Day[] {
  const months: Day[] = [];
  for (let month = plan.from; month <= plan.to; month = addMonths(month, 1)) months.push(month);
  return months;
}

function drawRow(placed: PlacedRow, plan: Placed, today: Day, look: Look): string {
  const { row, lines, y } = placed;
  const late = lateSpan(row, today) !== null;
  const status = label(
    pad,
    y + 8 + (lines.length + 1) * lineHeight - 4,
    statusText(row, today, look),
    {
      'font-size': 12.5,
      fill: late ? colours.due : colours.quiet,
      'font-weight': late ? 'bold' : undefined,
    },
  );
  return element(
    'g',
    {},
    ...lines.map((text, at) =>
      label(pad, y + 8 + (at + 1) * lineHeight - 4, text, { fill: colours.text }),
    ),
    status,
    plannedBar(placed, plan),
    workedBar(placed, plan, today),
    lateBar(placed, plan, today, look.id),
  );
}

/** An open bar where both ends are known, a lozenge where only the due date is. */
function plannedBar({ row, bar }: PlacedRow, plan: Placed): string {
  const from = row.planned.from ?? (row.ongoing ? row.actual.from : null);
  const to = row.ongoing ? plan.to : row.planned.to;
  const look = { fill: colours.ground, stroke: colours.line };
  if (from === null && to === null) return '';
  if (from !== null && to !== null)
    return box(plan.x(from), plan.x(to), bar, barHeight, {
      ...look,
      'stroke-dasharray': row.ongoing ? '4 3' : undefined,
    });
  const x = plan.x(to ?? from ?? plan.from);
  const half = barHeight / 2;
  return element('path', {
    d: `M${round(x)} ${round(bar - half)}l${half} ${half}l-${half} ${half}l-${half} -${half}z`,
    ...look,
  });
}

function workedBar({ row, bar }: PlacedRow, plan: Placed, today: Day): string {
  const worked = workedSpan(row, today);
  if (!worked) return '';
  const end = plan.x(worked.to);
  const solid = { fill: colours.main };
  const arrow = `M${round(end)} ${round(bar - 8)}l9 8l-9 8z`;
  const goesOn = row.ongoing && row.actual.to === null;
  return (
    box(plan.x(worked.from), end, bar, 8, solid) +
    (goesOn ? element('path', { d: arrow, ...solid }) : '')
  );
}

function lateBar({ row, bar }: PlacedRow, plan: Placed, today: Day, id: string): string {
  const late = lateSpan(row, today);
  if (!late) return '';
  const look = { fill: `url(#${id}-late)`, stroke: colours.due };
  return box(plan.x(late.from), plan.x(late.to), bar, 8, look);
}

/** Late work is hatched: seen without colour, and on a photocopy. */
function hatch(id: string): string {
  const stripe = element('path', { d: 'M0 6L6 0', stroke: colours.due, 'stroke-width': 1.6 });
  const ground = element('rect', { width: 6, height: 6, fill: colours.dueSoft });
  const pattern = { id: `${id}-late`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  return element('defs', {}, element('pattern', pattern, ground, stripe));
}

function todayMark(plan: Placed, today: Day, look: Look): string {
  const x = plan.x(today);
  const words = chartWords[look.language].today(showDay(today));
  const half = (textWidth(words, 12.5, 'bold') * widthFactor(look)) / 2;
  const middle = Math.min(Math.max(x, half), look.width - half);
  return (
    line(x, 18, x, plan.bottom + 4, colours.text, '5 3') +
    label(middle, 13, words, {
      'text-anchor': 'middle',
      'font-size': 12.5,
      'font-weight': 'bold',
      fill: colours.text,
    })
  );
}

function legend(look: Look, y: number): string {
  const text = chartWords[look.language];
  const open = { fill: colours.ground, stroke: colours.line };
  const late = { fill: `url(#${look.id}-late)`, stroke: colours.due };
  const parts = [
    { words: text.planned, height: 12, style: open },
    { words: text.actual, height: 8, style: { fill: colours.main } },
    { words: text.late, height: 8, style: late },
  ];
  let x = pad + 1;
  const drawn = parts.map(({ words, height, style }) => {
    const at = x;
    x += 34 + textWidth(words, 12.5) * widthFactor(look) + 20;
    const swatch = box(at, at + 26, y - 4, height, style);
    return swatch + label(at + 33, y, words, { 'font-size': 12.5, fill: colours.text });
  });
  return element('g', {}, ...drawn);
}

/** A bar is at least three wide: one day in a long year must still be seen. */
const box = (
  from: number,
  to: number,
  middle: number,
  height: number,
  style: Readonly<Record<string, string | undefined>>,
): string =>
  element('rect', {
    x: from,
    y: middle - height / 2,
    width: Math.max(to - from, 3),
    height,
    rx: 2,
    ...style,
  });

const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, dash?: string) =>
  element('line', { x1, y1, x2, y2, stroke, 'stroke-dasharray': dash });

const round = (value: number): number => Math.round(value * 10) / 10;
