// Vietnamese text as people type it: one normal form, folding for search, sorting by given name.

/** NFC with every run of white space folded to one space. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/**
 * The form in which two spellings of one Vietnamese word are equal: lower case, no diacritics,
 * đ as d. 'Hòa', 'Hoà' and 'HOA' all fold to 'hoa'. Lengths are kept for NFC input.
 */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();

const collator = new Intl.Collator('vi');

/** Orders people the Vietnamese way: by given name (the last word), then by the whole name. */
export function byGivenName(a: string, b: string): number {
  const given = (name: string): string => name.split(' ').at(-1) ?? '';
  return collator.compare(given(a), given(b)) || collator.compare(a, b);
}
