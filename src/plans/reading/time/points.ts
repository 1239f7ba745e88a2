// Times named in running text: days, weeks, months, quarters, halves and years, where they stand.

import { findDay, lastDayOfMonth, type Day } from '#ground/day.ts';
import { documentNumbersIn } from '../document-number.ts';
import { parseOrdinal } from '../number-words.ts';
import type { Written } from '../written.ts';
import type { Span, SpanOfYear } from './when.ts';

/** A named time before its year is settled. */
export type Point = {
  readonly at: number;
  readonly end: number;
  readonly year: number | null;
  readonly span: SpanOfYear;
  readonly isDay: boolean;
  /** Several months, quarters or years in one breath ('tháng 3 - 5', 'năm 2026 - 2030'). */
  readonly isRange: boolean;
};

type Match = RegExpMatchArray & { index: number };
type Read = (match: Match) => (Pick<Point, 'year' | 'span'> & Partial<Point>) | null;

/** Every time named in the text, in order, none inside another; dates of documents left out. */
export function pointsIn(of: Written): readonly Point[] {
  const found = matchers.flatMap(([pattern, read]) =>
    Array.from(of.folded.matchAll(pattern), (match) => pointOf(match, read)),
  );
  const points = found.filter((point) => point !== null && isReally(point, of));
  const sorted = points.filter((point) => point !== null).toSorted(byPlace);
  return withoutDocumentDates(withoutOverlaps(sorted), of.text);
}

function pointOf(match: Match, read: Read): Point | null {
  const time = read(match);
  if (time === null) return null;
  const end = match.index + match[0].length;
  return { isDay: false, isRange: false, ...time, at: match.index, end };
}

const byPlace = (a: Point, b: Point): number => a.at - b.at || b.end - a.end;

function withoutOverlaps(sorted: readonly Point[]): readonly Point[] {
  let end = -1;
  return sorted.filter((point) => {
    if (point.at < end) return false;
    end = point.end;
    return true;
  });
}

/** 'Kế hoạch số 12/KH-UBND ngày 05/3/2026' names a paper, not a time of this one. */
function withoutDocumentDates(points: readonly Point[], text: string): readonly Point[] {
  const ends = documentNumbersIn(text).map((found) => found.end);
  if (ends.length === 0) return points;
  let next = 0;
  return points.filter((point) => {
    while (next < ends.length - 1 && (ends[next + 1] ?? 0) <= point.at) next += 1;
    const before = ends[next] ?? Infinity;
    return (
      before > point.at || !/^[ ,]*$/u.test(text.slice(before, Math.min(point.at, before + 40)))
    );
  });
}

/** 'quý' and 'quỹ', 'tuần' and 'tuân', 'hạ' and 'hà' fold alike: the marks decide. */
function isReally(point: Point, of: Written): boolean {
  const word = of.text.slice(point.at, point.end).toLowerCase();
  if (/^(?:đầu |giữa |cuối )?(?:quý|tháng|tuần|ngày|năm|thượng|trung|hạ)/u.test(word)) return true;
  return /^(?:\d|nửa|sáu|giữa|đầu|cuối|trong|hết|cả|giai)/u.test(word);
}

const year = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text);
const yearAfter = String.raw`(?: ?[/.-] ?(\d{4})\b|,? (?:cua )?nam (\d{4})\b)?`;
const ordinal = String.raw`(\d{1,2}|[ivx]{1,3}|nhat|mot|hai|ba|tu|bon|nam)`;

const dayOf =
  (month: number, date: number): SpanOfYear =>
  (of) => {
    const day = findDay(of, month, date);
    return day === undefined ? null : [day, day];
  };
const monthsOf =
  (first: number, last: number): SpanOfYear =>
  (of) => {
    const from = findDay(of, first, 1);
    if (from === undefined || last > 12 || last < first) return null;
    return [from, lastDayOfMonth(of, last)];
  };
const partOfMonth =
  (month: number, from: number, to: number | null): SpanOfYear =>
  (of) => {
    const [start, end] = [
      findDay(of, month, from),
      to === null ? undefined : findDay(of, month, to),
    ];
    if (start === undefined) return null;
    return [start, end ?? lastDayOfMonth(of, month)];
  };

const readDay: Read = (match) => {
  const [, date, month, first, second] = match;
  // 29/2 exists in leap years only: a year that is one proves the words name a day.
  const stated = year(first ?? second);
  const span = dayOf(Number(month), Number(date));
  return span(stated ?? 2024) === null ? null : { year: stated, span, isDay: true };
};

const readMonth: Read = (match) => {
  const [, first, last, slashed, spoken] = match;
  const [from, to] = [Number(first), Number(last ?? first)];
  const span = monthsOf(from, to);
  const isRange = to > from;
  return span(2024) === null ? null : { year: year(slashed ?? spoken), span, isRange };
};

const readQuarter: Read = (match) => {
  const [, part, first, last, slashed, spoken] = match;
  const [from, to] = [parseOrdinal(first ?? ''), parseOrdinal(last ?? first ?? '')];
  if (from === null || to === null || from > 4 || to > 4 || to < from) return null;
  const months = quarterPart(part, from * 3 - 2, to * 3);
  return { year: year(slashed ?? spoken), span: monthsOf(...months), isRange: to > from };
};

function quarterPart(part: string | undefined, first: number, last: number): [number, number] {
  if (part === 'dau') return [first, first];
  if (part === 'giua') return [first + 1, first + 1];
  return part === 'cuoi' ? [last, last] : [first, last];
}

/** A week of a month is seven days from its 1st: the second is the 8th–14th; the last ends it. */
const readWeek: Read = (match) => {
  const [, which, month, slashed, spoken] = match;
  const number = which === 'dau' || which === 'dau tien' ? 1 : parseOrdinal(which ?? '');
  const isLast = which?.startsWith('cuoi') ?? false;
  if (Number(month) > 12 || (!isLast && (number === null || number > 5))) return null;
  const from = isLast ? 22 : ((number ?? 1) - 1) * 7 + 1;
  const to = isLast || from > 28 ? null : from + 6;
  return {
    year: year(slashed ?? spoken),
    span: partOfMonth(Number(month), Math.min(from, 28), to),
  };
};

const partsOfMonth: Readonly<Record<string, readonly [number, number | null]>> = {
  dau: [1, 10],
  'thuong tuan': [1, 10],
  giua: [11, 15],
  'trung tuan': [11, 20],
  cuoi: [21, null],
  'ha tuan': [21, null],
};

const readPart: Read = (match) => {
  const [, part, month, slashed, spoken] = match;
  const days = partsOfMonth[part ?? ''];
  if (days === undefined || Number(month) < 1 || Number(month) > 12) return null;
  return { year: year(slashed ?? spoken), span: partOfMonth(Number(month), ...days) };
};

const readHalf: Read = (match) => ({
  year: year(match[2]),
  span: match[1] === 'dau' ? monthsOf(1, 6) : monthsOf(7, 12),
});

const partsOfYear: Readonly<Record<string, readonly [number, number]>> = {
  dau: [1, 3],
  giua: [4, 6],
  cuoi: [10, 12],
};

const readYear: Read = (match) => {
  const [, part, stated] = match;
  if (stated !== undefined && (Number(stated) < 1945 || Number(stated) > 2199)) return null;
  const [first, last] = partsOfYear[part ?? ''] ?? [1, 12];
  return { year: year(stated), span: monthsOf(first, last) };
};

const readYears: Read = (match) => {
  const [from, to] = [Number(match[1]), Number(match[2])];
  const span: Span = [`${from}-01-01` as Day, `${to}-12-31` as Day];
  return to < from || from < 1945 || to > 2199
    ? null
    : { year: from, span: () => span, isRange: true };
};

const inFull = String.raw`(?<![\d/.,])`;
const matchers: readonly (readonly [RegExp, Read])[] = [
  [new RegExp(String.raw`\bngay (\d{1,2}) ?thang (\d{1,2})${yearAfter}`, 'gu'), readDay],
  [
    new RegExp(
      String.raw`(?:\bngay )?${inFull}(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})\b`,
      'gu',
    ),
    readDay,
  ],
  [
    new RegExp(
      String.raw`(?:\bngay )?${inFull}(?!24/[27])(\d{1,2})/(\d{1,2})(?: nam (\d{4}))?(?![\d/-]|[.,]\d)`,
      'gu',
    ),
    readDay,
  ],
  [
    new RegExp(String.raw`\bngay (\d{1,2})[.-](\d{1,2})(?: nam (\d{4}))?(?![\d/.-])`, 'gu'),
    readDay,
  ],
  [
    new RegExp(
      String.raw`\bthang (\d{1,2})(?:(?: ?[,-] ?| va )(?:thang )?(\d{1,2})(?= ?(?:[/),.;:]|$| nam)))?(?!\d)${yearAfter}`,
      'gu',
    ),
    readMonth,
  ],
  [
    new RegExp(String.raw`${inFull}(\d{1,2})(?: ?- ?(\d{1,2}))?/(\d{4})\b(?![/-])`, 'gu'),
    readMonth,
  ],
  [
    new RegExp(
      String.raw`\btuan (?:thu |le )?(${ordinal.slice(1, -1)}|dau tien|dau|cuoi cung|cuoi)(?: cua)?,? ?(?:trong )?(?:/ ?)?thang (\d{1,2})${yearAfter}`,
      'gu',
    ),
    readWeek,
  ],
  [
    new RegExp(
      String.raw`\b(dau|giua|cuoi|thuong tuan|trung tuan|ha tuan)(?: cua)? thang (\d{1,2})(?!\d)${yearAfter}`,
      'gu',
    ),
    readPart,
  ],
  [
    new RegExp(
      String.raw`\b(?:(dau|giua|cuoi) )?quy (i{1,3}|iv|[1-4])(?:(?: ?[,-] ?| va )(?:quy )?(i{1,3}|iv|[1-4]))?\b(?!\.?\d)${yearAfter}`,
      'gu',
    ),
    readQuarter,
  ],
  [/\b(?:0?6|sau) thang (dau|cuoi) nam(?: (\d{4}))?\b/gu, readHalf],
  [/\bnua (dau|cuoi) nam(?: (\d{4}))?\b/gu, readHalf],
  [/\b(dau|giua|cuoi|trong|het|ca) nam(?: (\d{4}))?\b(?! ?\d| hoc\b)/gu, readYear],
  [/\b(nam) (\d{4})\b(?! ?[-–] ?\d{4})/gu, readYear],
  [/(?:\bnam |\bgiai doan )(\d{4}) ?[-–] ?(\d{4})\b/gu, readYears],
];
