// Reads "merged from" as decisions and lists write it: names, parts of units, places in brackets.

import { fold, tidy } from '#ground/text.ts';

export type NamedPart = {
  /** As written, for whoever settles it by hand. */
  readonly text: string;
  /** The unit's name with its word of kind; null where the unit stays as it was. */
  readonly name: string | null;
  /** The district it stood in, where the text says so. */
  readonly within: string | null;
  readonly partial: boolean;
};

/** 'Xã Bản Ngoại, một phần Phường Cam Giá, Phường Trung Thành (thành phố Phổ Yên)' */
export const partsNamed = (text: string): readonly NamedPart[] =>
  tidy(text)
    .replace(measured, '')
    .split(separators)
    .map(tidy)
    .filter((part) => part !== '')
    .map(namedPart);

/** Commas and the like, but not those inside brackets. */
const separators = /[,;+](?![^(]*\))|\s(?:và|sáp nhập với)\s/u;

/** 'một phần diện tích tự nhiên, quy mô dân số của' means no more than 'một phần'. */
const measured =
  /(?:diện tích tự nhiên|diện tích|quy mô dân số|dân số)(?:(?:,| và|, và) (?:diện tích tự nhiên|diện tích|quy mô dân số|dân số))*(?: của)? ?/giu;
const somePart = /^(?:phần còn lại|một phần|1 phần|phần)(?: của)? /iu;
const allOf = /^(?:toàn bộ|nguyên trạng)(?: của)? /iu;
const brackets = /\s*\(([^)]*)\)\s*$/u;

function namedPart(text: string): NamedPart {
  if (fold(text).startsWith('giu nguyen'))
    return { text, name: null, within: null, partial: false };
  const inBrackets = brackets.exec(text)?.[1] ?? '';
  const bracketsSayPart = /^(mot phan|phan con lai)/.test(fold(inBrackets));
  const outside = text.replace(brackets, '');
  return {
    text,
    name: tidy(outside.replace(somePart, '').replace(allOf, '')),
    within: inBrackets === '' || bracketsSayPart ? null : tidy(inBrackets),
    partial: bracketsSayPart || somePart.test(outside),
  };
}
