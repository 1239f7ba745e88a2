// The header: agencies, number, place and date, whatever way its two columns were flattened.

import { findDay, type Day } from '#ground/day.ts';
import type { Lines } from '../../plan.ts';
import { cut, isUpper, type Written } from '../written.ts';
import type { Segment } from './segments.ts';

export type Found<T> = { readonly value: T; readonly lines: Lines };
export type Header = {
  readonly number: Found<string> | null;
  readonly place: Found<string> | null;
  readonly date: Found<Day> | null;
  /** The year of the date line, known even where its day is left blank. */
  readonly year: number | null;
  readonly agencyAbove: Found<string> | null;
  readonly agency: Found<string> | null;
  /** Lines of Quốc hiệu and tiêu ngữ, the same on every paper. */
  readonly mottoLines: readonly number[];
  readonly printed: PrintedHeader;
  readonly left: readonly Segment[];
};

/** The header's own words, for putting it out again. */
export type PrintedHeader = {
  readonly national: readonly string[];
  readonly number: string | null;
  readonly dated: string | null;
  /** From the highest body down to the issuing one. */
  readonly agencies: readonly string[];
};

/** Reads the segments before the title. What it cannot place is `left`. */
export function readHeader(segments: readonly Segment[]): Header {
  const national = takeAll(segments, mottoPattern);
  const motto = national.taken.length > 0 ? national : takeAll(segments, unionPattern);
  const dated = takeFirst(motto.left, datePattern);
  const numbered = takeFirst(dated.left, numberPattern);
  const { names, ...bodies } = agenciesIn(numbered.left);
  return {
    number: foundIn(numbered, (found) =>
      found.text
        .replace(/^số\s*:?\s*/iu, '')
        .replace(/^[.…_\s]+/u, '')
        .replace(/\s+/gu, ''),
    ),
    ...dateIn(dated),
    ...bodies,
    mottoLines: motto.taken.map((segment) => segment.no),
    printed: {
      national: motto.taken.map(({ text }) => text),
      number: numbered.taken[0]?.text ?? null,
      dated: dated.taken[0]?.text ?? null,
      agencies: names,
    },
  };
}

const mottoPattern =
  /cong hoa xa hoi(?: chu nghia)?(?: viet(?: nam)?)?|dang cong san viet nam|(?<=^|(?:[^a-z]))doc lap ?[-–—.]? ?tu do ?[-–—.]? ?hanh phuc|^(?:chu )?nghia viet nam$|^(?:viet )?nam$/u;
/** The Youth Union's papers bear its name where others have the country's. */
const unionPattern = /^doan (?:tncs|thanh nien cong san) ho chi minh$/u;
// The day or the month may still be dots or blanks that wait for a pen.
const datePattern =
  /(?:(?<=^|[\s;])(?:[a-z.][^,;:\d]{0,40}, ?))?ngay ?(?:\d{1,2}|[.…_ ]*) ?thang ?(?:\d{1,2}|[.…_ ]*) ?nam ?(?:\d{4}|[.…_]+)|(?:(?<=^|[\s;])[a-z.][^,;:\d]{0,40}, ?)ngay ?\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}/u;
const numberPattern = /(?<=^|\s)so ?:? ?[.…_ ]*\d{0,5}[.…_ ]*[a-z]?[/-] ?(?:\d{4}\/)?[a-z]\S*/u;

type Taken = { readonly taken: readonly Segment[]; readonly left: readonly Segment[] };

/** Takes every match out of the segments; what stands before and after it stays. */
function takeAll(segments: readonly Segment[], pattern: RegExp, limit = Infinity): Taken {
  const taken: Segment[] = [];
  const left: Segment[] = [];
  for (const segment of segments) {
    const match = taken.length < limit ? pattern.exec(segment.folded) : null;
    if (match === null) {
      left.push(segment);
      continue;
    }
    const end = match.index + match[0].length;
    taken.push({ ...cut(segment, match.index, end), no: segment.no });
    left.push(...remains(segment, match.index, end));
  }
  return { taken, left };
}

const takeFirst = (segments: readonly Segment[], pattern: RegExp): Taken =>
  takeAll(segments, pattern, 1);

const remains = (segment: Segment, at: number, end: number): readonly Segment[] =>
  [cut(segment, 0, at), cut(segment, end)]
    .filter((part) => /[\p{L}\p{N}]/u.test(part.text))
    .map((part) => ({ ...part, no: segment.no }));

/** Short papers put place and date over the signature: such a line, and nothing else on it. */
export const isDateLine = (segment: Segment): boolean =>
  /^[^,;:\d]{2,40}, ?ngay [\d.… ]{1,8}(?:thang|[/.-]).*\d{4}\.?$/u.test(segment.folded);

/** The date that stands at the foot. */
export const dateAtFoot = (
  segments: readonly Segment[],
): Dated & { readonly line: string | null } => {
  const taken = takeFirst(segments.filter(isDateLine), datePattern);
  return { ...dateIn(taken), line: taken.taken[0]?.text ?? null };
};

type Dated = Pick<Header, 'place' | 'date' | 'year'>;

function foundIn(from: Taken, read: (found: Segment) => string): Found<string> | null {
  const found = from.taken[0];
  const value = found === undefined ? '' : read(found);
  return found === undefined || value === '' ? null : { value, lines: [found.no, found.no] };
}

function dateIn(from: Taken): Dated {
  const found = from.taken[0];
  if (found === undefined) return { place: null, date: null, year: null };
  const lines: Lines = [found.no, found.no];
  const place = /^([^,]+), ?ngày/iu.exec(found.text)?.[1]?.trim();
  const spoken = /ngay ?(\d{1,2})?\D*thang ?(\d{1,2})?\D*nam ?(\d{4})?/u.exec(found.folded);
  const [, date, month, year] =
    spoken ?? /(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/u.exec(found.folded) ?? [];
  const day = findDay(Number(year), Number(month), Number(date));
  return {
    place: place === undefined ? null : { value: place, lines },
    date: day === undefined ? null : { value: day, lines },
    year: year === undefined ? null : Number(year),
  };
}

const agencyStart =
  /^(?:bo |so |cong an|cuc |phong |ban |uy ban|ubnd|ub mttq|ubmttq|mat tran|mttq|dang uy|dang bo|huyen uy|tinh uy|thanh uy|tinh doan|huyen doan|thanh doan|hoi |doan |bch |bo chi huy|chi bo|truong |lien doan|cong doan|to |trung tam|hdnd|hoi dong|doi |xom |thon |xa )/u;
const notAgency = /^(?:hoa toc|khan|thuong khan|mat$|tuyet mat|toi mat|luu hanh noi bo|du thao)\b/u;

/** Capitals that remain are the agencies: the last is the issuing one, the one before is above it. */
function agenciesIn(
  segments: readonly Segment[],
): Pick<Header, 'agencyAbove' | 'agency' | 'left'> & { readonly names: readonly string[] } {
  const isName = (segment: Segment): boolean =>
    isUpper(segment.text) && !notAgency.test(segment.folded);
  const bodies: { value: string; lines: Lines }[] = [];
  for (const segment of segments.filter(isName)) {
    const last = bodies.at(-1);
    const goesOn =
      last !== undefined &&
      (continuesName(last.value, segment) || !agencyStart.test(segment.folded));
    if (last === undefined || !goesOn)
      bodies.push({ value: segment.text, lines: [segment.no, segment.no] });
    else {
      last.value = `${last.value} ${segment.text}`;
      last.lines = [last.lines[0], segment.no];
    }
  }
  return {
    names: bodies.map(({ value }) => value),
    agencyAbove: bodies.at(-2) ?? null,
    agency: bodies.at(-1) ?? null,
    left: segments.filter((segment) => !isName(segment)),
  };
}

/** 'ỦY BAN NHÂN DÂN' / 'XÃ TÂN HÒA' is one name on two lines; 'UBND XÃ …' / 'XÓM …' are two. */
const continuesName = (before: string, segment: Written): boolean =>
  /^(?:xa|thon|xom|to|doan|hoi) /u.test(segment.folded) &&
  !/(?:xã|phường|thị trấn|huyện|tỉnh|thành phố|quận) \p{L}/iu.test(before) &&
  !/^(?:doan|hoi) /u.test(segment.folded);
