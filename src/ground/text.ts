// Vietnamese text as people type it: one normal form, folding for search, sorting by given name.

/** NFC with every run of white space folded to one space. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/**
 * The form in which two spellings of one Vietnamese word are equal: lower case, no diacritics, đ and
 * what is typed for it (Ð, Ɖ) as d. 'Hòa', 'Hoà' and 'HOA' all fold to 'hoa'. Lengths are kept for
 * NFC input. PostgreSQL has the same as fold().
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[đĐðÐɖƉ]/gu, 'd')
    .toLowerCase();

/** What is searched for: letters and digits only, so that "K'Dang" and 'k dang' are the same. */
export const foldedWords = (text: string): readonly string[] =>
  fold(tidy(text))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');

/** Its letters, and then its tones: 'Hòa' and 'Hoà' are one word, 'Hóa' is another. */
export function marked(word: string): string {
  const letters = word.normalize('NFD').toLowerCase();
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/gu;
  return letters.replace(tone, '') + (letters.match(tone) ?? []).join('');
}

const collator = new Intl.Collator('vi');

/** Orders people the Vietnamese way: by given name (the last word), then by the whole name. */
export function byGivenName(a: string, b: string): number {
  const given = (name: string): string => name.split(' ').at(-1) ?? '';
  return collator.compare(given(a), given(b)) || collator.compare(a, b);
}

const longestHeadline = 110;

/** A sentence as the title of a line: begins upper case, and is cut after a word where it is long. */
export function headline(text: string): string {
  const whole = tidy(text);
  const [first = '', ...rest] = whole;
  const raised = first.toLocaleUpperCase('vi') + rest.join('');
  if (raised.length <= longestHeadline) return raised;
  const cut = raised.slice(0, longestHeadline).replace(/\s\S*$/u, '');
  return `${cut.replace(/[\s,;:.(–-]+$/u, '')}…`;
}
