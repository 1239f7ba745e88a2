// Where the parts of a paper lie: header, title with subject, body, foot with recipients and signature.

import { tidy } from '#ground/text.ts';
import type { Lines } from '../../plan.ts';
import { isBlank, isNoise } from '../lines/noise.ts';
import { takeSign } from '../lines/sign.ts';
import { isUpper, written } from '../written.ts';
import { isDateLine, type Found } from './header.ts';
import { opensBases } from './bases.ts';
import { titleIn, type Title } from './kind.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { opensSignature } from './signature.ts';

export type Layout = {
  /** The first line of the title, or of the body where there is no title. */
  readonly title: (Title & { readonly line: number }) | null;
  /** A title of another type ('QUYẾT ĐỊNH') that stands before, or instead of, a plan's. */
  readonly otherTitle: Title | null;
  readonly subject: Found<string> | null;
  readonly body: readonly Lines[];
  readonly foot: Lines | null;
};

export function layoutOf(text: readonly string[]): Layout {
  const { title, otherTitle } = titlesIn(text);
  const subject = title === null ? null : subjectAfter(text, title);
  const bodyFrom = (subject?.lines[1] ?? title?.line ?? 0) + 1;
  const foot = footOf(text, bodyFrom);
  const last = text.length;
  const body: Lines[] =
    foot === null
      ? [[bodyFrom, last]]
      : [
          [bodyFrom, foot[0] - 1],
          [foot[1] + 1, last],
        ];
  return { title, otherTitle, subject, body: body.filter(([from, to]) => from <= to), foot };
}

/** Titles stand among the first lines with text; a decision may carry its plan further below. */
function titlesIn(text: readonly string[]): Pick<Layout, 'title' | 'otherTitle'> {
  let otherTitle: Title | null = null;
  let seen = 0;
  for (let no = 1; no <= text.length && seen < 400; no += 1) {
    const line = text[no - 1] ?? '';
    if (isBlank(line)) continue;
    seen += 1;
    for (const part of line.split('\t')) {
      const title = titleIn(written(part));
      if (title?.isPlan && (otherTitle === null || seen > 8))
        return { title: { ...title, line: no }, otherTitle };
      if (title !== null && seen < 60) otherTitle ??= title;
    }
  }
  return { title: null, otherTitle };
}

/** The lines under the title up to a gap, the bases or the first heading, as one line. */
function subjectAfter(
  text: readonly string[],
  title: Title & { line: number },
): Found<string> | null {
  const parts = title.rest === '' ? [] : [title.rest];
  let [from, to] = title.rest === '' ? [0, 0] : [title.line, title.line];
  let gap = false;
  for (
    let no = title.line + 1;
    no <= Math.min(text.length, title.line + 14) && parts.length < 8;
    no += 1
  ) {
    const line = tidy(text[no - 1] ?? '');
    if (line === '' || isNoise(line)) {
      gap = parts.length > 0;
      continue;
    }
    if (endsSubject(line, parts, gap)) break;
    parts.push(line);
    [from, to] = [from || no, no];
  }
  return parts.length === 0 ? null : { value: tidy(parts.join(' ')), lines: [from, to] };
}

function endsSubject(line: string, parts: readonly string[], gap: boolean): boolean {
  const of = written(line);
  if (line.includes('\t') || line.length > 300) return true;
  if (gap && !/^[\p{Ll}(“"]/u.test(line)) return true;
  if (
    takeSign(of).sign !== null ||
    /^\(?(?:kem theo|ban hanh kem theo)\b|^kinh gui\b/u.test(of.folded)
  )
    return true;
  const isBasis = opensBases(of) && (parts.length > 0 || /^can cu\b|\bso \d+/u.test(of.folded));
  return isBasis || (parts.length > 0 && opensText(of.text, parts));
}

/** A sentence with its end, or a new one after a subject that is complete, is the body. */
const opensText = (line: string, parts: readonly string[]): boolean =>
  /[.;:]$/u.test(line) ||
  /^(?:Để|Nhằm|Được sự|Trong những năm|Trên cơ sở|Xuất phát|Thực hiện|Qua )/u.test(line) ||
  (line.length > 120 && /^\p{Lu}/u.test(line)) ||
  /^(?:Mục đích|Mục tiêu|Yêu cầu|Tình hình|Đặc điểm|Sự cần thiết|Lý do|Khái quát)(?!\p{L})/u.test(
    line,
  ) ||
  isHeadingInCapitals(line, parts);

const isHeadingInCapitals = (line: string, parts: readonly string[]): boolean =>
  isUpper(line) && !parts.every(isUpper);

/** From 'Nơi nhận', or the signature above it, to the last line that belongs to either. */
function footOf(text: readonly string[], from: number): Lines | null {
  const recipients = text.findLastIndex(
    (line, at) => at >= from - 1 && /n[oơ]i\s+nh[aậ]n/iu.test(line),
  );
  // Signatures stand within a few lines of the recipients, or at the end where there are none.
  const nearby = recipients < 0 ? lastLinesWithText(text, 12) : recipients - 30;
  const segments = segmentsOf(text, Math.max(from, nearby), text.length);
  const at = segments.findLastIndex((segment) => /^noi nhan\b/u.test(segment.folded));
  const start = at >= 0 ? signatureAbove(segments, at) : lastSignature(segments);
  if (start < 0) return null;
  const annex = segments.findIndex(
    (segment, index) => index > Math.max(start, at) && isAnnex(segment),
  );
  const end = annex < 0 ? text.length : (segments[annex]?.no ?? text.length) - 1;
  const above = segments[start - 1];
  const first = above !== undefined && isDateLine(above) ? above : segments[start];
  return [first?.no ?? text.length, end];
}

/** The number of the line from which so many lines with text remain. */
function lastLinesWithText(text: readonly string[], count: number): number {
  let left = count;
  let no = text.length;
  while (no > 1 && left > 0) {
    if (!isBlank(text[no - 1] ?? '')) left -= 1;
    no -= 1;
  }
  return no;
}

/** A signature read before the recipients, as a PDF may put its columns. */
function signatureAbove(segments: readonly Segment[], at: number): number {
  let start = at;
  for (let index = at - 1; index >= Math.max(0, at - 8); index -= 1) {
    const segment = segments[index];
    if (segment !== undefined && opensSignature(segment) && isUpper(segment.text)) start = index;
  }
  return start;
}

function lastSignature(segments: readonly Segment[]): number {
  const from = Math.max(0, segments.length - 10);
  const at = segments
    .slice(from)
    .findIndex((segment) => opensSignature(segment) && isUpper(segment.text));
  return at < 0 ? -1 : from + at;
}

const isAnnex = (segment: Segment): boolean =>
  /^(?:phu luc|bieu mau|mau so)\b/u.test(segment.folded) &&
  /^(?:PHỤ|Phụ|BIỂU|Biểu|MẪU|Mẫu)/u.test(segment.text);
