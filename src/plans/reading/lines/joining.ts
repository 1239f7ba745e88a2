// Lines to paragraphs: a line that a PDF broke off is joined to the one it continues.

import { tidy } from '#ground/text.ts';
import type { Lines } from '../../plan.ts';
import { isUpper, wordCount, written } from '../written.ts';
import { isBlank, isNoise } from './noise.ts';
import { paragraph, type Paragraph } from './paragraph.ts';
import { takeSign } from './sign.ts';

/**
 * Joins the lines `from`..`to` (counted from 1, both included) into paragraphs. Blank lines and
 * noise belong to none. `width` is the paper's line width, see `wrapWidth`.
 */
export function joinLines(
  text: readonly string[],
  [from, to]: Lines,
  width: number | null,
): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Open | null = null;
  let gap = false;
  for (let no = from; no <= to; no += 1) {
    const line = text[no - 1] ?? '';
    if (isBlank(line) || isNoise(line)) {
      gap = true;
      continue;
    }
    if (open !== null && continues(open.last, line, gap, width)) open = extend(open, line, no);
    else {
      if (open !== null) paragraphs.push(close(open));
      open = { parts: [line], last: line, from: no, to: no };
    }
    gap = false;
  }
  return open === null ? paragraphs : [...paragraphs, close(open)];
}

/**
 * The width at which a paper's lines were broken, or null where each paragraph is one line: at
 * least a fifth of the longer lines stop in the middle of a sentence that the next line goes on.
 */
export function wrapWidth(text: readonly string[]): number | null {
  const long = text.map((line, at) => ({ line: tidy(line), next: tidy(text[at + 1] ?? '') }));
  const candidates = long.filter(({ line, next }) => line.length > 40 && next !== '');
  const broken = candidates.filter(({ line, next }) => !endsSentence(line) && startsSmall(next));
  if (broken.length < 3 || broken.length * 5 < candidates.length) return null;
  const lengths = candidates.map(({ line }) => line.length).toSorted((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return width > 200 ? null : width;
}

type Open = { parts: string[]; last: string; from: number; to: number };

function extend(open: Open, line: string, no: number): Open {
  open.parts.push(line);
  return { ...open, last: line, to: no };
}

const close = (open: Open): Paragraph =>
  paragraph(open.parts.join(open.parts.length > 1 ? ' ' : ''), [open.from, open.to]);

function continues(before: string, line: string, gap: boolean, width: number | null): boolean {
  if (before.includes('\t') || line.includes('\t')) return false;
  const [a, b] = [tidy(before), tidy(line)];
  if (isBarePart(a) && isUpper(b)) return true;
  const isFull = width !== null && a.length >= width * 0.72;
  if (opensParagraph(b) && !(isFull && isBrokenDash(a, b))) return false;
  if (isUpper(a) || isUpper(b)) return isUpper(a) && isUpper(b) && isFull && !gap;
  if (startsSmall(b) && !endsSentence(a)) return !isHeadingLike(a) || isFull;
  if (gap) return false;
  return isFull && (!endsSentence(a) || a.length >= width * 0.88);
}

const opensParagraph = (line: string): boolean =>
  takeSign(written(line.slice(0, 60))).sign !== null;
const endsSentence = (line: string): boolean => /[.;:!?…][”"’)\]]*$/u.test(line);
const startsSmall = (line: string): boolean => /^[\p{Ll}(“"]?\p{Ll}/u.test(line);
const isBarePart = (line: string): boolean => /^phần (?:thứ )?\p{L}+[.:]?$/iu.test(line);

/** 'kinh tế' / '- xã hội': a dash inside a phrase that came to stand at the start of a line. */
const isBrokenDash = (before: string, line: string): boolean =>
  !endsSentence(before) && /^[-–] ?\p{Ll}/u.test(line);

/** A short signed line without an end is a heading: what follows is a paragraph of its own. */
const isHeadingLike = (line: string): boolean => opensParagraph(line) && wordCount(line) < 5;
