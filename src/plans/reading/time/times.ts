// Times as a paper puts them together: 'từ … đến …', 'trước …', 'sau …', or a plain day or month.

import { addDays, findDay, type Day } from '#ground/day.ts';
import type { Written } from '../written.ts';
import { pointsIn, type Point } from './points.ts';
import { rangeFor, spanFor, type Span, type SpanOfYear, type When } from './when.ts';

export type Time = {
  readonly at: number;
  readonly end: number;
  /** 'until' is a deadline, 'since' has a beginning only. */
  readonly kind: 'range' | 'until' | 'since' | 'span';
  readonly from: Day | null;
  readonly to: Day | null;
};

/** The times of a text in order. A time whose year cannot be known is left out. */
export function timesIn(of: Written, when: When): readonly Time[] {
  const points = pointsIn(of);
  const times: Time[] = [];
  for (let at = 0; at < points.length; at += 1) {
    const [point, next] = [points[at], points[at + 1]];
    if (point === undefined) continue;
    const range = next === undefined ? null : rangeOf(of, point, next, when);
    const time = range ?? timeOf(of, point, when);
    if (time !== null) times.push(time);
    if (range !== null) at += 1;
  }
  return times;
}

const before =
  /(?<!den )\b(truoc|xong truoc|cham nhat|muon nhat|khong qua|den het|het|den|toi)(?: la)?(?: vao)?(?: ngay)?:? ?$/u;
const since = /\b(tu|ke tu|sau|bat dau tu|bat dau)(?: ngay)? ?$/u;
const link = /^ ?(?:,? ?(?:cho )?(?:den|toi)|-|–|—) ?(?:het |cuoi )?(?:ngay )?$/u;

function rangeOf(of: Written, first: Point, second: Point, when: When): Time | null {
  const between = of.folded.slice(first.end, second.at);
  if (!link.test(between)) return null;
  const span = rangeFor([first.span, first.year], [second.span, second.year], when);
  if (span === null) return null;
  const lead = /\btu (?:ngay )?$/u.exec(of.folded.slice(Math.max(0, first.at - 12), first.at));
  return { ...place(first.at - (lead?.[0].length ?? 0), second.end), kind: 'range', ...ends(span) };
}

function timeOf(of: Written, point: Point, when: When): Time | null {
  const lead = of.folded.slice(Math.max(0, point.at - 24), point.at);
  const bare = point.isDay ? bareRange(lead, point, when) : null;
  if (bare !== null) return bare;
  const span = spanFor(point.span, point.year, when);
  if (span === null) return null;
  return deadline(lead, point, span) ?? opening(of, lead, point, span) ?? plain(point, span);
}

/** 'từ ngày 15 đến 30/4', '15-30/4/2026': the first day borrows the month of the second. */
function bareRange(lead: string, point: Point, when: When): Time | null {
  const match =
    /(?:\btu )?(?:\bngay )?(?<![\d/.,])\b(\d{1,2}) ?(?:den|-|–) ?(?:het )?(?:ngay )?$/u.exec(lead);
  if (match === null) return null;
  const start: SpanOfYear = (year) => firstDay(point.span(year), Number(match[1]));
  const span = rangeFor([start, point.year], [point.span, point.year], when);
  if (span === null || span[0].slice(0, 7) !== span[1].slice(0, 7)) return null;
  return { ...place(point.at - match[0].length, point.end), kind: 'range', ...ends(span) };
}

function firstDay(end: Span | null, date: number): Span | null {
  if (end === null) return null;
  const found = findDay(Number(end[0].slice(0, 4)), Number(end[0].slice(5, 7)), date);
  return found === undefined ? null : [found, found];
}

/** 'trước ngày 30/11' keeps the day it names; 'trước tháng 6' ends with the day before June. */
function deadline(lead: string, point: Point, span: Span): Time | null {
  const match = before.exec(lead);
  if (match === null) return null;
  const isBeforeWhole = match[1]?.endsWith('truoc') === true && !point.isDay;
  const to = isBeforeWhole ? addDays(span[0], -1) : span[1];
  return { ...place(point.at - match[0].length, point.end), kind: 'until', from: null, to };
}

function opening(of: Written, lead: string, point: Point, span: Span): Time | null {
  const match = point.isRange ? null : since.exec(lead);
  const onward = /^ ?(?:tro di|den nay|cho den khi)\b/u.exec(
    of.folded.slice(point.end, point.end + 16),
  );
  if (match === null && onward === null) return null;
  const start = point.at - (match?.[0].length ?? 0);
  const end = point.end + (onward?.[0].length ?? 0);
  return { ...place(start, end), kind: 'since', from: span[0], to: null };
}

const plain = (point: Point, span: Span): Time => ({
  ...place(point.at, point.end),
  kind: point.isRange ? 'range' : 'span',
  ...ends(span),
});

const place = (at: number, end: number): { at: number; end: number } => ({ at, end });
const ends = ([from, to]: Span): { from: Day; to: Day } => ({ from, to });
