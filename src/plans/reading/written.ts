// Text beside its folded form, letter under letter: words are matched on one, quoted from the other.

import { fold, tidy } from '#ground/text.ts';

export type Written = { readonly text: string; readonly folded: string };

/** Tidies the text and folds it so that an index into one is the same place in the other. */
export function written(raw: string): Written {
  const text = tidy(raw);
  const folded = fold(text);
  return { text, folded: folded.length === text.length ? folded : foldInPlace(text) };
}

/** A part of a written text, without the blanks around it. */
export function cut(of: Written, from: number, to: number = of.text.length): Written {
  const text = of.text.slice(from, to);
  const start = from + (text.length - text.trimStart().length);
  const trimmed = text.trim();
  return { text: trimmed, folded: of.folded.slice(start, start + trimmed.length) };
}

/** The parts between the matches of a separator, empty ones left out. */
export function splitWritten(of: Written, separator: RegExp): readonly Written[] {
  const parts: Written[] = [];
  let from = 0;
  for (const match of of.folded.matchAll(separator)) {
    parts.push(cut(of, from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(cut(of, from));
  return parts.filter((part) => part.text !== '');
}

/** Sentences, as they end by '. ', '; ' or '…'; abbreviations before a small letter do not end one. */
export const sentencesOf = (of: Written): readonly Written[] =>
  splitAfter(of, /[.;…!?]+\s+(?=\S)/gu, (at) => !isBeforeSmallLetter(of.text, at));

export const isUpper = (text: string): boolean =>
  /\p{L}{2}/u.test(text) && text === text.toUpperCase();

export const wordCount = (text: string): number => (text === '' ? 0 : text.split(' ').length);

function splitAfter(of: Written, end: RegExp, isEnd: (at: number) => boolean): readonly Written[] {
  const parts: Written[] = [];
  let from = 0;
  for (const match of of.folded.matchAll(end)) {
    if (!isEnd(match.index)) continue;
    parts.push(cut(of, from, match.index + match[0].length));
    from = match.index + match[0].length;
  }
  parts.push(cut(of, from));
  return parts.filter((part) => part.text !== '');
}

/** Whether the sentence mark at this place is a full stop before a small letter ('TT. xã'). */
const isBeforeSmallLetter = (text: string, at: number): boolean =>
  /^[.]+\s+\p{Ll}/u.test(text.slice(at, at + 9));

/** Hangul and stray marks change length when folded; such letters are kept as they are. */
function foldInPlace(text: string): string {
  return Array.from(text, (letter) => {
    const folded = fold(letter);
    return folded.length === letter.length ? folded : letter;
  }).join('');
}
