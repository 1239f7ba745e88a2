// Steps on a time line: what was planned, what was done, what is late, and where today stands.

import type { Day } from '#ground/day.ts';
import { showDay, showMonth } from '#ground/show.ts';
import { textWidth } from '../text-width.ts';
import { chartWords } from './chart.words.ts';
import { widthFactor, type Look } from './look.ts';
import { lateSpan, workedSpan, type TimeLineRow } from './progress.ts';
import { element, frame, halo, label, line, nothingDrawn, type Chart } from './svg.ts';
import {
  barHeight,
  lineHeight,
  monthsNamed,
  pad,
  placeRows,
  smallSize,
  statusText,
  top,
  type Placed,
  type PlacedRow,
} from './time-line-places.ts';

export type { TimeLineRow } from './progress.ts';

export function timeLine(rows: readonly TimeLineRow[], today: Day, look: Look): Chart {
  if (rows.length === 0) return nothingDrawn(chartWords[look.language].noRows, look);
  const plan = placeRows(rows, today, look);
  const key = legend(look, plan.bottom + 48);
  const size = [look.width, key.bottom + 14] as const;
  const alt = rows.map((row) => `${row.label}: ${statusText(row, today, look)}`).join('; ');
  const body = [
    hatch(look),
    axis(plan),
    todayMark(plan),
    ...plan.rows.map((row) => drawRow(row, plan)),
    key.drawn,
  ];
  return { svg: frame({ ...look, size, alt }, ...body), size, alt };
}

function axis(plan: Placed): string {
  const { quiet, grid, line: ink } = plan.look.colours;
  const foot = plan.bottom + 4;
  const marks = monthsNamed(plan).map((month) => {
    const x = plan.x(month);
    const fits = x + textWidth(showMonth(month), 12) * widthFactor(plan.look) < plan.look.width;
    return (
      line([x, top - 4], [x, foot], { stroke: grid }) +
      (fits ? label(x, plan.bottom + 19, showMonth(month)) : '')
    );
  });
  const base = line([plan.left, foot], [plan.right, foot], { stroke: ink });
  return element('g', { fill: quiet, 'font-size': 12 }, ...marks, base);
}

function todayMark(plan: Placed): string {
  const { look, today } = plan;
  const x = plan.x(today);
  const words = chartWords[look.language].today(showDay(today));
  const half = (textWidth(words, smallSize, 'bold') * widthFactor(look)) / 2;
  const middle = Math.min(Math.max(x, half), look.width - half);
  const ink = { stroke: look.colours.text, 'stroke-dasharray': '5 3' };
  return (
    line([x, 18], [x, plan.bottom + 4], ink) +
    label(middle, 13, words, {
      'text-anchor': 'middle',
      'font-size': smallSize,
      'font-weight': 'bold',
      fill: look.colours.text,
    })
  );
}

function drawRow(placed: PlacedRow, plan: Placed): string {
  const { colours } = plan.look;
  const late = lateSpan(placed.row, plan.today) !== null;
  const styles = [
    ...placed.label.map((text) => ({ text, style: { fill: colours.text } })),
    ...placed.status.map((text) => ({
      text,
      style: {
        'font-size': smallSize,
        fill: late ? colours.due : colours.quiet,
        'font-weight': late ? 'bold' : undefined,
      },
    })),
  ];
  const words = styles.map(({ text, style }, at) =>
    halo(plan.look, pad, placed.y + (at + 1) * lineHeight + 4, text, style),
  );
  const bars = [plannedBar(placed, plan), workedBar(placed, plan), lateBar(placed, plan)];
  return element('g', {}, ...words, ...bars);
}

/** An open bar where both ends are known, a lozenge where only one day is. */
function plannedBar({ row, bar }: PlacedRow, plan: Placed): string {
  const from = row.planned.from ?? (row.ongoing ? row.actual.from : null);
  const to = row.ongoing ? plan.to : row.planned.to;
  const style = { fill: plan.look.colours.ground, stroke: plan.look.colours.line };
  const dash = row.ongoing ? '4 3' : undefined;
  if (from !== null && to !== null)
    return box([plan.x(from), plan.x(to)], bar, barHeight, { ...style, 'stroke-dasharray': dash });
  const only = to ?? from;
  return only === null || row.ongoing ? '' : lozenge(plan.x(only), bar, style);
}

function workedBar({ row, bar }: PlacedRow, plan: Placed): string {
  const worked = workedSpan(row, plan.today);
  if (!worked) return '';
  const end = plan.x(worked.to);
  const style = { fill: plan.look.colours.main };
  const arrow = { d: `M${end.toFixed(1)} ${(bar - 8).toFixed(1)}l9 8l-9 8z`, ...style };
  const goesOn = row.ongoing && row.actual.to === null;
  const solid = box([plan.x(worked.from), end], bar, 8, style);
  return goesOn ? solid + element('path', arrow) : solid;
}

function lateBar({ row, bar }: PlacedRow, plan: Placed): string {
  const late = lateSpan(row, plan.today);
  const style = { fill: `url(#${plan.look.id}-late)`, stroke: plan.look.colours.due };
  return late ? box([plan.x(late.from), plan.x(late.to)], bar, 8, style) : '';
}

/** Late work is hatched: seen without colour, and on a photocopy. */
function hatch({ id, colours }: Look): string {
  const stripe = element('path', { d: 'M0 6L6 0', stroke: colours.due, 'stroke-width': 1.6 });
  const ground = element('rect', { width: 6, height: 6, fill: colours.dueSoft });
  const pattern = { id: `${id}-late`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  return element('defs', {}, element('pattern', pattern, ground, stripe));
}

/** On a phone what does not fit beside stands below. */
function legend(look: Look, top: number): { readonly drawn: string; readonly bottom: number } {
  const text = chartWords[look.language];
  const { ground, line: edge, main, due } = look.colours;
  const parts = [
    { words: text.planned, height: 12, style: { fill: ground, stroke: edge } },
    { words: text.actual, height: 8, style: { fill: main } },
    { words: text.late, height: 8, style: { fill: `url(#${look.id}-late)`, stroke: due } },
  ];
  let x = pad + 1;
  let y = top;
  const drawn = parts.map(({ words, height, style }) => {
    const width = 33 + textWidth(words, smallSize) * widthFactor(look);
    if (x + width > look.width) {
      x = pad + 1;
      y += 20;
    }
    const at = x;
    x += width + 18;
    const swatch = box([at, at + 26], y - 4, height, style);
    const ink = { 'font-size': smallSize, fill: look.colours.text };
    return swatch + label(at + 33, y, words, ink);
  });
  return { drawn: element('g', {}, ...drawn), bottom: y };
}

type Style = Readonly<Record<string, string | undefined>>;

/** A bar is at least three wide: one day in a long year must still be seen. */
function box([from, to]: [number, number], middle: number, height: number, style: Style): string {
  const place = { x: from, y: middle - height / 2, width: Math.max(to - from, 3), height };
  return element('rect', { ...place, rx: 2, ...style });
}

function lozenge(x: number, middle: number, style: Style): string {
  const half = barHeight / 2;
  const start = `M${x.toFixed(1)} ${(middle - half).toFixed(1)}`;
  const d = `${start}l${half} ${half}l-${half} ${half}l-${half} -${half}z`;
  return element('path', { d, ...style });
}
