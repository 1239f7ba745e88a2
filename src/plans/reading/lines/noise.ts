// Lines that are no part of the paper: page numbers, rules, notices of conversion programs.

import { fold, tidy } from '#ground/text.ts';

/** True for a line a reader of the paper would not read: it is neither placed nor kept as unread. */
export function isNoise(line: string): boolean {
  if (isBlank(line)) return false;
  // Nothing but punctuation: a rule under the header, a row of dots to write on.
  if (!/[\p{L}\p{N}]/u.test(line)) return true;
  if (line.length > longestNotice) return false;
  const folded = fold(tidy(line));
  return noises.some((noise) => noise.test(folded));
}

export const isBlank = (line: string): boolean => !/\S/u.test(line);

const longestNotice = 240;

const noises: readonly RegExp[] = [
  /^[-–—. ]*\d{1,3}[-–—. ]*$/u,
  /^\d{1,3} ?\/ ?\d{1,3}$/u,
  /^(?:trang|page) \d{1,3}(?: ?(?:\/|of|tren) ?\d{1,3})?$/u,
  /^evaluation only\b.{0,40}aspose/u,
  /^created with (?:an evaluation copy of )?aspose/u,
  /^(?:this document was truncated|scanned (?:by|with) camscanner|converted (?:by|with) )/u,
];
