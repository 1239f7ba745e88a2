// The pieces of a header or footer line: two columns that a table or a PDF put on one line.

import { tidy } from '#ground/text.ts';
import { isBlank, isNoise } from '../lines/noise.ts';
import { written, type Written } from '../written.ts';

export type Segment = Written & { readonly no: number };

/** The pieces of the lines `from`..`to`, column by column where cells or wide gaps divide them. */
export function segmentsOf(text: readonly string[], from: number, to: number): readonly Segment[] {
  const segments: Segment[] = [];
  for (let no = from; no <= to; no += 1) {
    const line = text[no - 1] ?? '';
    // No line of a header or a foot is that long; it stays unread rather than being searched.
    if (line.length > 1000 || isBlank(line) || isNoise(line)) continue;
    for (const part of line.includes('\t')
      ? line.split(/\t| \/ /u)
      : withoutGaps(line).split(/\s{3,}/u))
      if (/[\p{L}\p{N}]/u.test(part)) segments.push({ ...written(tidy(part)), no });
  }
  return segments;
}

/** The room left for a pen in 'Số:      /KH-UBND' and 'ngày    tháng    năm' divides no columns. */
const withoutGaps = (line: string): string =>
  line
    .replace(/(?<!\p{L})(số ?:?|ngày|tháng|năm)\s{2,}/giu, '$1 ')
    .replace(/(\d)\s{2,}(?=tháng|năm)/giu, '$1 ');

/** First and last line of some segments. */
export function linesOf(segments: readonly Segment[]): readonly [number, number] | null {
  const numbers = segments.map((segment) => segment.no);
  return numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)];
}
