// Facts of the situation: each figure with what it measures, of whom, how exactly and in which year.

import type { Fact, Lines } from '../plan.ts';
import { documentNumbersIn } from './document-number.ts';
import { measureOf, unitAfter } from './measure.ts';
import { parseFigure } from './number-words.ts';
import { placesIn, type Place } from './places.ts';
import { pointsIn } from './time/points.ts';
import { cut, sentencesOf, splitWritten, type Written } from './written.ts';

/** The figures of a paragraph. `area` lends its names where the text says 'xã' or 'toàn xóm'. */
export function factsIn(of: Written, lines: Lines, area: Surroundings): readonly Fact[] {
  const facts: Fact[] = [];
  let subject: string | null = null;
  for (const sentence of sentencesOf(of)) {
    subject = subjectOf(sentence, area) ?? subject;
    facts.push(...factsOfSentence(sentence, subject, area).map((fact) => ({ ...fact, lines })));
  }
  return facts;
}

export type Surroundings = { readonly hamlet: string | null; readonly commune: string | null };

type Bare = Omit<Fact, 'lines'>;

function factsOfSentence(sentence: Written, subject: string | null, area: Surroundings): readonly Bare[] {
  const facts: Bare[] = [];
  let year: number | null = null;
  let crime = false;
  for (const clause of clausesOf(sentence)) {
    year = yearIn(clause) ?? year;
    const blocked = blockedIn(clause);
    let from = 0;
    for (const figure of figuresIn(clause)) {
      if (blocked.some(([at, end]) => figure.at >= at && figure.at < end)) continue;
      const fact = factAt(clause, figure, from, crime);
      if (fact === null) continue;
      crime = fact.unit === 'vụ' || crime;
      const of = localSubject(cut(clause, from), figure.at - from, area) ?? subject;
      facts.push({ ...fact, of, year });
      from = figure.end;
    }
  }
  return facts;
}

/** Clauses: between commas and semicolons that do not stand inside a figure, and around '='. */
const clausesOf = (sentence: Written): readonly Written[] =>
  splitWritten(sentence, /[,;](?= )| ?= ?|\btrong do ?:? |\bgom(?: cac \S+)? ?: ?|\.(?= |$)|…/gu);

type Figure = { readonly at: number; readonly end: number; readonly value: number };

const figure = /(?<![\p{L}\d/.,-])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d/])|(?<![\p{L}\d/.,-])\d+(?:,\d+)?(?![\d/]|[.,-]\d)/gu;

const figuresIn = (of: Written): readonly Figure[] =>
  Array.from(of.text.matchAll(figure), (match) => {
    const [at, end] = [match.index, match.index + match[0].length];
    return { at, end, value: parseFigure(match[0]) ?? Number.NaN };
  }).filter((found) => Number.isSafeInteger(Math.trunc(found.value)));

/** Words before a figure that make it a name, an ordinal or a reference, not a count. */
const notCounting =
  /\b(?:so|thu|lan|dieu|khoan|diem|muc|chuong|phan|buoc|giai doan|dot|khoa|tinh lo|quoc lo|duong|ql|dt|xom|thon|ban|ap|to|khu|khu pho|to dan pho|khoi|de an|chuong trinh|ban chi dao|bcd|phong|nam|thang|ngay|quy|tuan|luc|tu|den|mau|loai|lop|cap|dien thoai|hotline|nghi quyet|chi thi|nghi dinh|thong tu|ket luan|luat)$/u;

/** 'số 5', 'Điều 12', 'từ 5 đến 10 phút': such figures count nothing. */
function isName(clause: Written, { at, end }: Figure): boolean {
  const before = clause.folded.slice(Math.max(0, at - 24), at).trimEnd();
  if (notCounting.test(before) && !/\b(?:tong so|duoc so)$/u.test(before)) return true;
  if (/\d ?(?:den|-|–) ?$/u.test(before)) return true;
  return /^ ?(?:den|-|–) ?\d/u.test(clause.folded.slice(end, end + 8));
}

function factAt(clause: Written, found: Figure, from: number, crime: boolean): Omit<Bare, 'of' | 'year'> | null {
  if (isName(clause, found)) return null;
  const before = cut(clause, from, found.at);
  const unit = unitAfter(cut(clause, found.end));
  const { qualifier, rest } = qualify(before);
  const measured = measureOf(rest, unit, crime);
  return measured === null ? null : { ...measured, value: found.value, qualifier };
}

const qualifiers: readonly (readonly [RegExp, Fact['qualifier']])[] = [
  [/(?:^| )(?:tren|hon|qua|it nhat|toi thieu|khong duoi)$/u, 'over'],
  [/(?:^| )(?:duoi|chua den|chua toi|toi da|khong qua|it hon)$/u, 'under'],
  [/(?:^| )(?:khoang|gan|xap xi|uoc|uoc tinh|chung|tam|do)$/u, 'about'],
];

function qualify(before: Written): { qualifier: Fact['qualifier']; rest: Written } {
  for (const [pattern, qualifier] of qualifiers) {
    const match = pattern.exec(before.folded);
    if (match !== null) return { qualifier, rest: cut(before, 0, match.index) };
  }
  return { qualifier: 'exact', rest: before };
}

/** Times and numbers of documents are not figures. */
function blockedIn(clause: Written): readonly (readonly [number, number])[] {
  const times = pointsIn(clause).map((point) => [point.at, point.end] as const);
  return [...times, ...documentNumbersIn(clause.text).map(({ at, end }) => [at, end] as const)];
}

function yearIn(clause: Written): number | null {
  const match = /\bnam (\d{4})\b/u.exec(clause.folded);
  return match === null ? null : Number(match[1]);
}

/** Who a sentence speaks of: the place it opens with ('Phú Thịnh là xã …', 'Xóm Phố có …'). */
function subjectOf(sentence: Written, area: Surroundings): string | null {
  const places = placesIn(sentence);
  const opening = places.find((place) => place.at < 30 && isCommunal(place));
  if (opening !== undefined) return lowerFirst(opening.name);
  const named = /^(\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,3}) là (?:một )?(xã|phường|thị trấn|xóm|thôn|bản|ấp|khu phố|tổ dân phố|làng|buôn)\b/u.exec(sentence.text);
  if (named !== null) return `${named[2]} ${named[1]}`;
  return wordForArea(sentence.folded.slice(0, 40), area);
}

/** 'toàn xã', 'trong xóm', or a place named right before the figure, wins over the sentence's. */
function localSubject(clause: Written, at: number, area: Surroundings): string | null {
  const tail = clause.folded.slice(at, at + 60);
  const after = /^\S+ (?:\S+ ){0,4}?(?:toan|ca|trong toan) (xa|phuong|thi tran|xom|thon|ban|ap|khu pho|to dan pho)\b/u.exec(tail);
  if (after !== null) return areaName(after[1] ?? '', area);
  const before = cut(clause, 0, at);
  const place = placesIn(before).findLast(isCommunal);
  if (place !== undefined && !/\bgiap\b/u.test(before.folded)) return lowerFirst(place.name);
  return hamletIn(before, area) ?? wordForArea(before.folded, area);
}

/** A slip such as 'xóm phố' for 'xóm Phố' is still that hamlet. */
function hamletIn(before: Written, area: Surroundings): string | null {
  const hamlet = area.hamlet;
  return hamlet !== null && before.text.toLowerCase().includes(hamlet.toLowerCase()) ? hamlet : null;
}

const isCommunal = (place: Place): boolean => place.level === 'hamlet' || place.level === 'commune';

function wordForArea(folded: string, area: Surroundings): string | null {
  const match = /\b(?:toan|trong|ca|dia ban|cua) (xa|phuong|thi tran|xom|thon|ban|ap|khu pho|to dan pho)\b/u.exec(folded);
  return match === null ? null : areaName(match[1] ?? '', area);
}

const areaName = (kind: string, area: Surroundings): string | null =>
  /^(?:xa|phuong|thi tran)$/u.test(kind) ? area.commune : area.hamlet;

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
