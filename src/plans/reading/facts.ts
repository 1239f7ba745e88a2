// Facts of the situation: each figure with what it measures, of whom, how exactly and in which year.

import type { Fact, Lines } from '../plan.ts';
import { documentNumbersIn } from './document-number.ts';
import { measureOf, unitAfter } from './measure.ts';
import { parseFigure } from './number-words.ts';
import { placesIn, type Place } from './places.ts';
import { pointsIn } from './time/points.ts';
import { cut, sentencesOf, splitWritten, type Written } from './written.ts';

/** The area's own names, lent where the text says only 'xã' or 'toàn xóm'. */
export type Surroundings = { readonly hamlet: string | null; readonly commune: string | null };

/** What the words before lend to a figure: whom they speak of, the year, what is counted. */
export type Carried = {
  readonly of: string | null;
  readonly year: number | null;
  /** 'Phạm pháp hình sự: năm 2024 …, năm 2025 …': the matter of all the figures after it. */
  readonly matter: string | null;
};
export const nothingCarried: Carried = { of: null, year: null, matter: null };

/** The figures of a paragraph; `carried` comes from the line a list hangs on. */
export function factsIn(
  of: Written,
  lines: Lines,
  area: Surroundings,
  carried: Carried = nothingCarried,
): readonly Fact[] {
  const facts: Fact[] = [];
  let state = carried;
  for (const sentence of sentencesOf(of)) {
    state = { ...state, of: subjectOf(sentence, area) ?? state.of };
    for (const clause of clausesOf(sentence)) {
      const year = isOverYears(clause) ? null : (yearIn(clause) ?? state.year);
      state = { ...state, year, matter: matterOf(clause) ?? state.matter };
      for (const fact of factsOfClause(clause, state, area, facts.at(-1)))
        facts.push({ ...fact, lines });
    }
    if (!/[;:]$/u.test(sentence.text))
      state = { ...state, year: carried.year, matter: carried.matter };
  }
  return facts;
}

/** What a paragraph that ends with ':' lends to the list under it. */
export function carriedFrom(of: Written, area: Surroundings): Carried {
  const last = sentencesOf(of).at(-1);
  if (last === undefined || !last.text.endsWith(':')) return nothingCarried;
  return { of: subjectOf(last, area), year: yearIn(last), matter: null };
}

type Bare = Omit<Fact, 'lines'>;

function factsOfClause(
  clause: Written,
  carried: Carried,
  area: Surroundings,
  before: Bare | undefined,
): readonly Bare[] {
  const facts: Bare[] = [];
  let from = 0;
  for (const found of countsIn(clause)) {
    const fact = factAt(clause, found, from, area);
    if (fact === null) continue;
    const isShare = shareOpens.test(clause.folded.slice(0, found.at));
    const measure = fullMeasure(
      fact,
      carried.matter,
      isShare ? (facts.at(-1) ?? before) : undefined,
    );
    const of = localSubject(clause, from, found.at, area) ?? carried.of;
    const year = yearOfBracket.exec(clause.folded.slice(0, found.at))?.[1];
    facts.push({ ...fact, measure, of, year: year === undefined ? carried.year : Number(year) });
    from = found.end + unitLength(clause.text.slice(found.end), fact.unit);
  }
  return facts;
}

/** The unit right behind a figure is no word before the next one. */
const unitLength = (after: string, unit: string | null): number =>
  unit !== null && after.startsWith(` ${unit}`) ? unit.length + 1 : 0;

/** 'hộ nghèo 12 hộ, chiếm 4,9 %', 'hộ nghèo 12 hộ (4,9 %)': the share is of what was counted. */
const shareOpens = /(?:\(|\bchiem)(?: ty le)? ?$/u;

/** 'giảm 6 vụ so với năm 2024 (40 vụ)' counts those of 2024. */
const yearOfBracket = /\bnam (\d{4}) ?\(\D{0,12}$/u;

/** A bare 'số vụ' takes the matter named before it, a bare share what it is a share of. */
function fullMeasure(
  { measure, unit }: { measure: string; unit: string | null },
  matter: string | null,
  whole: Bare | undefined,
): string {
  if (measure === 'tỷ lệ' && whole !== undefined)
    return `tỷ lệ ${whole.measure.replace(/^(?:tổng số|số|tỷ lệ) /u, '')}`;
  if (matter === null || measure !== `số ${unit}`) return measure;
  return unit === 'vụ' && !/^vụ(?!\p{L})/u.test(matter) ? `vụ ${matter}` : matter;
}

/** 'Phạm pháp hình sự:' before a year. */
function matterOf(clause: Written): string | null {
  const match = /^([^:\d]{3,80}):$/u.exec(clause.text);
  return match?.[1] === undefined ? null : lowerFirst(match[1].trim());
}

const isOverYears = (clause: Written): boolean =>
  /\btu (?:nam )?\d{4} (?:den|-) (?:nam )?\d{4}\b|\bgiai doan \d{4} ?(?:-|den) ?\d{4}\b/u.test(
    clause.folded,
  );

/** Clauses: between commas and semicolons that do not stand inside a figure, and around '='. */
const clausesOf = (sentence: Written): readonly Written[] =>
  splitWritten(
    sentence,
    /,(?= )(?!(?<=\b(?:lo|xom|thon|ban|ap|to|khu pho|to dan pho|dieu|khoan|so) \d{1,4},) \d)|;(?= )| ?= ?|(?<=:)(?= nam \d{4})|(?<=\d \S+(?: \S+){0,3}):(?= )|\btrong do ?:? |\bgom(?: cac \S+)? ?: ?|\.(?= |$)|…/gu,
  );

type Figure = { readonly at: number; readonly end: number; readonly value: number };

const figure =
  /(?<![\p{L}\d.,-]|\d ?\/)\d{1,3}(?:(?:\.\d{3})+|(?: \d{3})+)(?:,\d+)?(?![\d/])|(?<![\p{L}\d.,-]|\d ?\/)\d+(?:,\d+)?(?![\d/]|[.,-]\d)/gu;

const figuresIn = (of: Written): readonly Figure[] =>
  Array.from(of.text.matchAll(figure), (match) => {
    const [at, end] = [match.index, match.index + match[0].length];
    return { at, end, value: parseFigure(match[0]) ?? Number.NaN };
  }).filter((found) => Number.isSafeInteger(Math.trunc(found.value)));

/** Words before a figure that make it a name, an ordinal or a reference, not a count. */
const notCounting =
  /(?<!\p{L})(?:số|thứ|lần|điều|khoản|điểm|mục|chương|phần|bước|giai đoạn|đợt|kh[oó][áa]|tỉnh lộ|quốc lộ|đường|ql|dt|xóm|thôn|bản|ấp|tổ|khu|khu phố|tổ dân phố|khối|đề án|chương trình|ban chỉ đạo|bcđ|phòng|năm|tháng|ngày|quý|tuần|lúc|từ|đến|mẫu|loại|lớp|cấp|điện thoại|hotline|nghị quyết|chỉ thị|nghị định|thông tư|kết luận|luật)$/iu;

/** 'số 5', 'Điều 12', 'từ 5 đến 10 phút': such figures count nothing. */
function isName(clause: Written, { at, end }: Figure): boolean {
  const written = clause.text.slice(Math.max(0, at - 24), at).trimEnd();
  if (
    notCounting.test(written) &&
    !/(?<!\p{L})(?:tổng số|dân số|được số|(?:mỗi|hằng|hàng|một) (?:năm|tháng|quý))$/iu.test(written)
  )
    return true;
  if (/(?<!\p{L})(?:giảm|tăng)(?: \S+)?$/iu.test(written)) return true;
  const before = clause.folded.slice(Math.max(0, at - 24), at).trimEnd();
  if (
    /\d ?(?:den|-|–) ?$/u.test(before) ||
    /\b(?:lo|xom|thon|to|dieu) \d{1,4}(?:,| va)$/u.test(before)
  )
    return true;
  return /^ ?(?:den|-|–) ?\d/u.test(clause.folded.slice(end, end + 8));
}

function factAt(
  clause: Written,
  found: Figure,
  from: number,
  area: Surroundings,
): Omit<Bare, 'of' | 'year'> | null {
  if (isName(clause, found)) return null;
  const before = cut(clause, from, found.at);
  const unit = unitAfter(cut(clause, found.end));
  const { qualifier, rest } = qualify(before);
  const measured = measureOf(withoutHamlet(rest, area), unit);
  return measured === null ? null : { ...measured, value: found.value, qualifier };
}

/** 'người nghiện xóm phố là 10': the hamlet is whom it is of, not what is measured. */
function withoutHamlet(before: Written, { hamlet }: Surroundings): Written {
  if (hamlet === null) return before;
  const at = before.text.toLowerCase().lastIndexOf(` ${hamlet.toLowerCase()}`);
  return at < 1 ? before : joined(cut(before, 0, at), cut(before, at + hamlet.length + 1));
}

const joined = (a: Written, b: Written): Written => ({
  text: `${a.text} ${b.text}`.trim(),
  folded: `${a.folded} ${b.folded}`.trim(),
});

const qualifiers: readonly (readonly [RegExp, Fact['qualifier']])[] = [
  [/(?:^| )(?:tren|hon|qua|it nhat|toi thieu|khong duoi)$/u, 'over'],
  [/(?:^| )(?:duoi|chua den|chua toi|toi da|khong qua|it hon)$/u, 'under'],
  [/(?:^| )(?:khoang|gan|xap xi|uoc|uoc tinh|chung|tam|(?<!mat )do)$/u, 'about'],
];

function qualify(before: Written): { qualifier: Fact['qualifier']; rest: Written } {
  if (/\b(?:phan bo|phan bo deu|nam|trai dai|sinh song|rai rac|song) tren$/u.test(before.folded))
    return { qualifier: 'exact', rest: before };
  for (const [pattern, qualifier] of qualifiers) {
    const match = pattern.exec(before.folded);
    if (match !== null) return { qualifier, rest: cut(before, 0, match.index) };
  }
  return { qualifier: 'exact', rest: before };
}

/** The figures that are no part of a time or of a document's number. */
function countsIn(clause: Written): readonly Figure[] {
  const blocked = blockedIn(clause);
  let next = 0;
  return figuresIn(clause).filter(({ at }) => {
    while (next < blocked.length && (blocked[next]?.[1] ?? 0) <= at) next += 1;
    return at < (blocked[next]?.[0] ?? Number.POSITIVE_INFINITY);
  });
}

/** Where times and numbers of documents stand, in order. */
function blockedIn(clause: Written): readonly (readonly [number, number])[] {
  const times = pointsIn(clause).map((point) => [point.at, point.end] as const);
  const numbers = documentNumbersIn(clause.text).map(({ at, end }) => [at, end] as const);
  return [...times, ...numbers].toSorted(([a], [b]) => a - b);
}

function yearIn(clause: Written): number | null {
  const match = /(?<!\bso voi (?:cung ky )?)\bnam (\d{4})\b/u.exec(clause.folded);
  return match === null ? null : Number(match[1]);
}

/** Who a sentence speaks of: the place it opens with ('Phú Thịnh là xã …', 'Xóm Phố có …'). */
function subjectOf(sentence: Written, area: Surroundings): string | null {
  const named =
    /^(\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,3}) là (?:một )?(xã|phường|thị trấn|xóm|thôn|bản|ấp|khu phố|tổ dân phố|làng|buôn)(?!\p{L})/u.exec(
      sentence.text,
    );
  const isPlain = named !== null && placesIn(cut(sentence, 0, 12))[0]?.at !== 0;
  if (isPlain) return `${named[2]} ${named[1]}`;
  const opening = placesIn(sentence).find((place) => place.at < 30 && isCommunal(place));
  if (opening !== undefined) return lowerFirst(opening.name);
  const alone =
    /^(xa|phuong|thi tran|xom|thon|ban|ap|khu pho|to dan pho)(?: \S+){0,2} (?:co|gom)\b/u;
  const kind = alone.exec(sentence.folded)?.[1];
  if (kind !== undefined) return areaName(kind, area);
  return wordForArea(sentence.folded.slice(0, 40), area);
}

/** 'toàn xã', 'trong xóm', or a place named right before the figure, wins over the sentence's. */
function localSubject(
  clause: Written,
  from: number,
  at: number,
  area: Surroundings,
): string | null {
  const tail = clause.folded.slice(at, at + 60);
  const after =
    /^\S+ (?:\S+ ){0,4}?(?:toan|ca|trong toan) (xa|phuong|thi tran|xom|thon|ban|ap|khu pho|to dan pho)\b/u.exec(
      tail,
    );
  if (after !== null) return areaName(after[1] ?? '', area);
  const before = cut(clause, from, at);
  // In 'Xóm Phố là trung tâm của xã Phú Thịnh, có …' the commune is only whose hamlet it is.
  const isOwner = (place: Place): boolean =>
    /\b(?:cua|thuoc) $/u.test(before.folded.slice(0, place.at));
  const place = smallestLast(placesIn(before).filter((one) => isCommunal(one) && !isOwner(one)));
  if (place !== undefined && !/\bgiap\b/u.test(before.folded)) return lowerFirst(place.name);
  return hamletIn(before, area) ?? wordForArea(before.folded, area);
}

/** 'khu phố 3, phường An Lạc' speaks of the khu phố. */
function smallestLast(places: readonly Place[]): Place | undefined {
  const [last, other] = [places.at(-1), places.at(-2)];
  const isOneName = last?.level === 'commune' && other?.level === 'hamlet';
  return isOneName && last.at - other.at - other.name.length <= 3 ? other : last;
}

/** A slip such as 'xóm phố' for 'xóm Phố' is still that hamlet. */
function hamletIn(before: Written, area: Surroundings): string | null {
  const hamlet = area.hamlet;
  return hamlet !== null && before.text.toLowerCase().includes(hamlet.toLowerCase())
    ? hamlet
    : null;
}

const isCommunal = (place: Place): boolean => place.level === 'hamlet' || place.level === 'commune';

function wordForArea(folded: string, area: Surroundings): string | null {
  const match =
    /\b(?:toan|trong|ca|dia ban|cua) (xa|phuong|thi tran|xom|thon|ban|ap|khu pho|to dan pho)\b/u.exec(
      folded,
    );
  return match === null ? null : areaName(match[1] ?? '', area);
}

const areaName = (kind: string, area: Surroundings): string | null =>
  /^(?:xa|phuong|thi tran)$/u.test(kind) ? area.commune : area.hamlet;

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
