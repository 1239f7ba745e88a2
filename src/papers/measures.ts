// The measures of an official paper: Nghị định 30/2020/NĐ-CP, Phụ lục I, as one table for every output.

import { textWidth as widthOf } from './text-width.ts';

/** One point in millimetres. */
export const millimetre = 25.4 / 72;

/**
 * Millimetres. The decree allows top and bottom 20–25, left 30–35, right 15–20; the narrow end is
 * taken so that Quốc hiệu keeps to one line beside a long agency name.
 */
export const page = {
  width: 210,
  height: 297,
  top: 20,
  bottom: 20,
  left: 30,
  right: 15,
  /** From the upper edge of the sheet to the page number. */
  number: 10,
} as const;

/** Millimetres between the left and the right margin. */
export const textWidth = page.width - page.left - page.right;

/** Millimetres. Quốc hiệu needs 91 at 12 pt bold; the agency gets what remains. */
export const columns = { left: 67, right: textWidth - 67 } as const;

/** Point sizes by component (the table of Phụ lục I, mục V: the sizes of its sample). */
export const sizes = {
  country: 12,
  motto: 13,
  agencyAbove: 12,
  agency: 12,
  number: 13,
  placeDate: 13,
  approval: 12,
  title: 14,
  subject: 14,
  addressee: 14,
  body: 14,
  caption: 13,
  table: 12,
  signature: 14,
  recipientsLabel: 12,
  recipients: 11,
  pageNumber: 13,
} as const;

export const spacing = {
  /** Millimetres of the first line of a paragraph (1 or 1,27 cm). */
  firstLine: 12.7,
  /** Points from base line to base line at 14 pt: between single (16,1) and one and a half (24,2). */
  linePitch: 18,
  /** Points between paragraphs (at least 6). */
  paragraph: 6,
  /** Millimetres left for the signature and the seal, which covers a third of it. */
  signature: 26,
  /** Points: the thickness of the rules under Quốc hiệu, agency and subject. */
  rule: 0.75,
} as const;

/** A rule under the agency and the subject is a third to a half of the line's length. */
const ruleShare = 0.42;

/** The rule's length in millimetres under the widest of some bold lines of a column. */
export function ruleLength(lines: readonly string[], size: number, column: number): number {
  const widths = lines.map((line) => widthOf(line, size * millimetre, 'bold'));
  const widest = Math.min(column, Math.max(0, ...widths));
  return Math.round(widest * ruleShare * 10) / 10;
}
