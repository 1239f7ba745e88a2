// What comes from outside, freed of what nothing here can keep: NUL, halves of signs, folders in names.

import { tidy } from './text.ts';

/** PostgreSQL keeps no NUL, and half of a sign is no text. */
export const cleanText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** The beginning of a text; a sign that would be cut in two is left out. */
export const beginningOf = (text: string, longest: number): string =>
  text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');

const longestName = 200;

/** The name of a file without the folders of the sender's device; too long, it keeps its end. */
export function cleanFileName(name: string): string {
  if (name === '') return '';
  const whole = tidy(cleanText(name.split(/[/\\]/).at(-1) ?? ''));
  return whole.slice(-longestName).replace(/^[\uDC00-\uDFFF]/, '') || '…';
}

/** No honest browser sends the others: broken escapes, NUL, an action that is never named. */
export function isReadable({ pathname, search, searchParams }: URL): boolean {
  if (search.includes('%00') || searchParams.has('/default')) return false;
  try {
    // Its value is used: a bundler takes an unused decoding for one that cannot fail, and drops it.
    return !decodeURIComponent(pathname).includes('\0');
  } catch {
    return false;
  }
}

/** What no record of fields may be called: it would be taken for the record's own making. */
export const isFieldName = (name: string): boolean => name !== '__proto__';
