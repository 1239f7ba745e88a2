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
  if (/^tháng \p{L}/u.test(word)) return namedMonth.test(word);
  if (/^(?:đầu |giữa |cuối )?(?:quý|tháng|tuần|ngày|năm|thượng|trung|hạ)/u.test(word)) return true;
  return /^(?:\d|nửa|sáu|giữa|đầu|cuối|trong|hết|cả|giai)/u.test(word);
}

/** 'tháng sau' and 'tháng từ ngày 5' name no month. */
const namedMonth = /^tháng (?:giêng|hai|ba|tư|sáu|bảy|bẩy|tám|chín|mười|chạp)(?!\p{L})/u;

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
  const [, which, until, month, slashed, spoken] = match;
  const from = firstOfWeek(which ?? '');
  const last = firstOfWeek(until ?? which ?? '');
  if (Number(month) > 12 || from === null || last === null || last < from) return null;
  const isLast = (until ?? which)?.startsWith('cuoi') === true;
  return {
    year: year(slashed ?? spoken),
    span: partOfMonth(Number(month), Math.min(from, 28), isLast || last > 28 ? null : last + 6),
    isRange: last > from,
  };
};

function firstOfWeek(which: string): number | null {
  if (which.startsWith('cuoi')) return 22;
  const number = which.startsWith('dau') ? 1 : parseOrdinal(which);
  return number === null || number < 1 || number > 5 ? null : (number - 1) * 7 + 1;
}

const partsOfMonth: Readonly<Record<string, readonly [number, number | null]>> = {
  dau: [1, 10],
  'thuong tuan': [1, 10],
  giua: [11, 15],
  'trung tuan': [11, 20],
  cuoi: [21, null],
  'ha tuan': [21, null],
};

const readPart: Read = (match) => {
  const [, count, part, month, slashed, spoken] = match;
  const days = daysOfPart(count, part ?? '');
  if (days === null || Number(month) < 1 || Number(month) > 12) return null;
  return { year: year(slashed ?? spoken), span: partOfMonth(Number(month), ...days) };
};

/** 'đầu tháng' is ten days, 'nửa đầu tháng' fifteen, '20 ngày đầu tháng' as many as it says. */
function daysOfPart(
  count: string | undefined,
  part: string,
): readonly [number, number | null] | null {
  const days = count === 'nua' ? 15 : Number.parseInt(count ?? '', 10) || null;
  if (days === null || (part !== 'dau' && part !== 'cuoi')) return partsOfMonth[part] ?? null;
  if (days < 1 || days > 28) return null;
  return part === 'dau' ? [1, days] : [31 - days, null];
}

/** 'tháng Tư': the names of months; 'tháng một' and 'tháng năm' may be 'một' and a year instead. */
const monthNames: Readonly<Record<string, number>> = {
  gieng: 1,
  hai: 2,
  ba: 3,
  tu: 4,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  'muoi mot': 11,
  'muoi hai': 12,
  chap: 12,
};

const readNamedMonth: Read = (match) => {
  const month = monthNames[match[1] ?? ''] ?? 0;
  return { year: year(match[2] ?? match[3]), span: monthsOf(month, month) };
};

/** '6 tháng đầu năm', '9 tháng đầu năm', 'nửa cuối năm'. */
const readHalf: Read = (match) => {
  const months = parseOrdinal(match[1]?.replace(/^0/u, '') ?? '') ?? 6;
  if (months > 12) return null;
  const span = match[2] === 'dau' ? monthsOf(1, months) : monthsOf(13 - months, 12);
  return { year: year(match[3]), span };
};

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
      String.raw`(?:\bngay )?${inFull}(?=\d+ ?(?:/ ?\d+ ?/|- ?\d+ ?-|\. ?\d+ ?\.))(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})\b`,
      'gu',
    ),
    readDay,
  ],
  [
    new RegExp(
      String.raw`(?:\bngay )?${inFull}(?!24/[27])(\d{1,2})/(\d{1,2})(?: nam (\d{4}))?(?![\d/]|-(?!\d{1,2}/\d)|[.,]\d)`,
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
      String.raw`\btuan (?:thu |le )?(${ordinal.slice(1, -1)}|dau tien|dau|cuoi cung|cuoi)(?:(?: ?[,-] ?| va | den )(?:tuan )?(${ordinal.slice(1, -1)}|cuoi))?(?: cua)?,? ?(?:trong )?(?:/ ?)?thang (\d{1,2})${yearAfter}`,
      'gu',
    ),
    readWeek,
  ],
  [
    new RegExp(
      String.raw`\b(?:(nua|\d{1,2} ngay) )?(dau|giua|cuoi|thuong tuan|trung tuan|ha tuan)(?: cua)? thang (\d{1,2})(?!\d)${yearAfter}`,
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
  [/\b(0?[369]|ba|sau|chin) thang (dau|cuoi) nam(?: (\d{4}))?\b/gu, readHalf],
  [/\b(nua) (dau|cuoi) nam(?: (\d{4}))?\b/gu, readHalf],
  [
    new RegExp(
      String.raw`(?<!\b(?:hang|moi|mot|tung|\d) )\bthang (gieng|hai|ba|tu|sau|bay|tam|chin|muoi mot|muoi hai|muoi|chap)\b(?! (?:lan|buoi|ky|tin|dot|cuoc))${yearAfter}`,
      'gu',
    ),
    readNamedMonth,
  ],
  [/\b(dau|giua|cuoi|trong|het|ca) nam(?: (\d{4}))?\b(?! ?\d| hoc\b)/gu, readYear],
  [/\b(nam) (\d{4})\b(?! ?[-–] ?\d{4})/gu, readYear],
  [/(?:\bnam |\bgiai doan )(\d{4}) ?[-–] ?(\d{4})\b/gu, readYears],
];
