// When two files hold the same paper: by its words, or by who issued it under which number and when.

import { fold } from '#ground/text.ts';
import type { PlanPaper } from './plan.ts';

/**
 * SHA-256 of the folded letters and digits, in hexadecimal: layout, line breaks, accents as typed
 * and page numbers make no difference, one changed figure does.
 */
export async function textFingerprint(text: readonly string[]): Promise<string> {
  const lines = text.filter((line) => !isPageNumber(line));
  const letters = fold(lines.join(' ')).replace(/[^\p{L}\p{N}]/gu, '');
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(letters));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Agency, number and date, folded; null where the paper has no number or no date. */
export function identityOf({ agency, number, date }: PlanPaper): string | null {
  const key = letters(number ?? '');
  return key === '' || date === null ? null : `${letters(agency ?? '')}|${key}|${date}`;
}

const letters = (text: string): string => fold(text).replace(/[^\p{L}\p{N}/-]/gu, '');

const isPageNumber = (line: string): boolean => /^\s*[-–]?\s*\d{1,3}\s*[-–]?\s*$/.test(line);
