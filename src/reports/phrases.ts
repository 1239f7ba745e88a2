// Pieces of the official Vietnamese a review is written in: periods, places, comparisons, names of papers.

import type { Period } from '#ground/day.ts';
import { showDay, showNumber, showOfficialDay } from '#ground/show.ts';
import { fold, tidy } from '#ground/text.ts';
import type { PlanPaper } from '#plans/plan.ts';
import { wholeMonths } from '#sites/comparable.ts';
import type { Site } from '#sites/site.ts';
import type { ReviewDraft, ReviewKind } from './review.ts';

export const between = ({ from, to }: Period): string =>
  `từ ngày ${showDay(from)} đến ngày ${showDay(to)}`;

/** 'sơ kết 6 tháng', 'tổng kết 1 năm', 'sơ kết' where the period is no round time. */
export function reviewName(kind: ReviewKind, period: Period): string {
  const months = wholeMonths(period);
  const name = kind === 'interim' ? 'sơ kết' : 'tổng kết';
  if (months === null) return name;
  return months % 12 === 0 ? `${name} ${months / 12} năm` : `${name} ${months} tháng`;
}

export const modelName = (site: Site): string => `mô hình “${tidy(site.programme)}”`;

export const areaName = ({ hamlet, commune, district, province }: Site): string =>
  [hamlet, commune, district, province].filter((name) => name !== null).join(', ');

/** The names a draft was written with; one from before places had days, with its plan's. */
export const placeOf = ({ place }: Pick<ReviewDraft, 'place'>, site: Site): string =>
  place ?? areaName({ ...site, ...site.planned });

/** 'tăng 3 buổi so với kỳ trước', 'bằng kỳ trước': never a percentage, the numbers are small. */
export function compared(now: number, earlier: number, unit: string): string {
  if (now === earlier) return 'bằng kỳ trước';
  const change = now > earlier ? 'tăng' : 'giảm';
  return `${change} ${showNumber(Math.abs(now - earlier))} ${unit} so với kỳ trước`;
}

/** 'tăng từ 0 lên 132 hộ so với khi lập điểm', 'bằng khi lập điểm' */
export function comparedWithStart(now: number, baseline: number, unit: string): string {
  if (now === baseline) return 'bằng khi lập điểm';
  const change = now > baseline ? 'tăng' : 'giảm';
  return `${change} ${fromTo(baseline, now)} ${unit} so với khi lập điểm`;
}

/** 'từ 0 lên 132', 'từ 9 xuống 7', 'không đổi' */
export function fromTo(before: number, now: number): string {
  if (now === before) return 'không đổi';
  return `từ ${showNumber(before)} ${now > before ? 'lên' : 'xuống'} ${showNumber(now)}`;
}

/** '+3', '-2', '0' for the column of a table, with a real minus sign. */
export function difference(now: number, earlier: number): string {
  const by = now - earlier;
  if (by === 0) return '0';
  return by > 0 ? `+${showNumber(by)}` : `−${showNumber(-by)}`;
}

export const upperFirst = (text: string): string =>
  text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** The first letter made small, unless the text begins with an abbreviation or the name of a body. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}[\p{Lu}\d]/u.test(text) || bodies.test(fold(text))
    ? text
    : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

const bodies =
  /^(cong an|dang uy|uy ban|mat tran|hoi (lien|nong|cuu|phu|nguoi)|doan thanh|nha nuoc) /;

/** 'a, b và c' */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}`;

/** What a plan's long passage is about: its first clause, cut at a word where even that is long. */
export function inShort(text: string, longest = 120): string {
  const clause = withoutDates(text).split(/[;:(]|\.\s/u, 1)[0] ?? '';
  const whole = tidy(clause).replace(/[.,…\s]+$/u, '');
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, longest + 1);
  const end = Math.max(cut.lastIndexOf(','), ...joints.map((word) => cut.lastIndexOf(word)));
  // A first part that stands alone is better than half a thought; a short one says too little.
  if (end >= longest / 3) return cut.slice(0, end).replace(/ (để|nhằm|và)$/u, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`;
}

/** Where a long clause goes on to say what for: what stands before them stands alone. */
const joints = [' để ', ' nhằm ', ' phục vụ ', ' từ đó '];

type Given = { readonly text: string; readonly lead: readonly string[] };

/** Whether a duty's words name somebody: a review names nobody but who signs it. */
export const namesSomebody = ({ text, lead }: Given): boolean =>
  isPerson(text) || lead.some((name) => !isBody(name) && text.includes(name));

/** ' (chủ trì: Công an xã)'; whatever is not surely a body or an office is left out. */
export function leadText(lead: readonly string[]): string {
  const bodies = lead.filter(isBody);
  return bodies.length === 0 ? '' : ` (chủ trì: ${bodies.join(', ')})`;
}

const isPerson = (text: string): boolean =>
  /dong chi|\b(thieu|trung|thuong|dai) (uy|ta)\b|^(ong|ba|anh|chi) /.test(fold(text));

const isBody = (name: string): boolean => !isPerson(name) && bodyWords.test(fold(name));

const bodyWords =
  /^(cac |luc luong |toan )?(cong an|ca|ubnd|uy ban|dang uy|hdnd|chi bo|mat tran|mttq|hoi|doan|phong|ban|to|doi|tram|so|nong cot|truong (tieu|trung|mam|thcs|thpt|xom|thon|ban|khu)|bi thu|xom|thon|pv|pc|px)\b/;

const kinds: Readonly<Record<string, string>> = {
  KH: 'Kế hoạch',
  ĐA: 'Đề án',
  CTr: 'Chương trình',
  PA: 'Phương án',
  HD: 'Hướng dẫn',
};

/** 'Kế hoạch số 790/KH-PV05 ngày 06/05/2026' */
export function planName(paper: PlanPaper): string {
  const number = paper.number === null ? '' : ` số ${paper.number}`;
  const date = paper.date === null ? '' : ` ngày ${showDay(paper.date)}`;
  return `${kindName(paper)}${number}${date}`;
}

/** As Nghị định 30/2020/NĐ-CP asks of a basis: kind, number, day, body and what it is about. */
export function planBasis(paper: PlanPaper, site: Site, zeroMonths: number): string {
  const number = paper.number === null ? '' : ` số ${paper.number}`;
  const date = paper.date === null ? '' : ` ${showOfficialDay(paper.date, zeroMonths)}`;
  const agency = paper.agency === null ? '' : ` của ${agencyName(paper.agency, site)}`;
  const about = paper.subject === null ? '' : ` về ${lowerFirst(tidy(paper.subject))}`;
  return `Căn cứ ${kindName(paper)}${number}${date}${agency}${about}`;
}

/** 'PHÒNG XDPT BẢO VỆ ANTQ' as it stands in a sentence: 'Phòng XDPT bảo vệ ANTQ'. */
export function agencyName(printed: string, site: Site): string {
  const text = tidy(printed);
  if (text !== text.toLocaleUpperCase('vi')) return text;
  const lower = text.split(' ').map((word) => (isAbbreviation(word) ? word : lowerCase(word)));
  return upperFirst(withNames(lower.join(' '), site));
}

const kindName = (paper: PlanPaper): string => kinds[paper.kind ?? 'KH'] ?? 'Kế hoạch';
const withoutDates = (text: string): string => text.replace(/\([^)]*\)/gu, ' ');
const lowerCase = (word: string): string => word.toLocaleLowerCase('vi');

/** A word no Vietnamese syllable is spelt like: 'XDPT', 'ANTQ', 'PV05'. */
function isAbbreviation(word: string): boolean {
  if (knownShort.has(word)) return true;
  const syllable =
    /^(ngh?|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(ng|nh|ch|[cmnpt])?$/;
  return /\d/.test(word) || (/^\p{L}+$/u.test(word) && !syllable.test(fold(word)));
}

const knownShort: ReadonlySet<string> = new Set(['CA', 'CAT', 'BCA', 'PA', 'BCH', 'TP']);

/** The names of the site's own area get their capitals back. */
function withNames(text: string, site: Site): string {
  const own = [site.hamlet, site.commune, site.district, site.province];
  const names = [...own, ...Object.values(site.planned ?? {})].filter((name) => name !== null);
  return names.reduce((done, name) => done.replace(lowerCase(name), name), text);
}
