// Lines of a PDF's page to paragraphs: the page knows where a line broke because it was full.

import { fold } from '#ground/text.ts';

/** A line as it lies on the page, edges, base and size in points. */
export type LaidLine = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Base lines of its first and of its last line. */
  readonly top: number;
  readonly base: number;
  readonly size: number;
};
/** The edges of the text on the page, and the usual way from one base line to the next. */
export type Measure = {
  readonly left: number;
  readonly right: number;
  readonly leading: number;
  /** Whether several lines end at the same edge. */
  readonly isSure: boolean;
};

const bodyLength = 25; // characters; shorter lines say nothing of the edges

/** Edges of the body's lines; null where a page has none. */
export function measureOf(lines: readonly LaidLine[]): Measure | null {
  const body = lines.filter((line) => line.text.length > bodyLength);
  if (body.length === 0) return null;
  const leadings = lines.slice(1).map((line, at) => line.base - (lines[at]?.base ?? line.base));
  const sorted = leadings.filter((leading) => leading > 0).toSorted((a, b) => a - b);
  const edge = lastEdge(body.map((line) => line.right));
  return {
    left: firstEdge(body.map((line) => line.left)),
    right: edge ?? body.reduce((most, line) => Math.max(most, line.right), 0),
    leading: sorted[Math.floor(sorted.length / 2)] ?? 0,
    isSure: edge !== null,
  };
}

/** A page of a few lines tells little of the edges: then those of the page before hold. */
export function betterMeasure(own: Measure | null, known: Measure | null): Measure | null {
  if (own === null || known === null || own.isSure) return own ?? known;
  return { ...known, leading: own.leading || known.leading, isSure: known.isSure };
}

/** The outermost left edge that two lines share; one line alone may stand out. */
function firstEdge(edges: readonly number[]): number {
  const sorted = edges.toSorted((a, b) => a - b);
  return sorted.find((edge, at) => (sorted[at + 1] ?? Infinity) - edge < 2) ?? sorted[0] ?? 0;
}

/** The outermost right edge that at least three lines share. */
function lastEdge(edges: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const edge of edges)
    counts.set(Math.round(edge / 2), (counts.get(Math.round(edge / 2)) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count >= 3).map(([place]) => place);
  return shared.length === 0 ? null : shared.reduce((most, place) => Math.max(most, place)) * 2 + 1;
}

type Open = { readonly first: LaidLine; readonly last: LaidLine; readonly text: string };

/** The lines of one column, those joined that the page's width alone had parted. */
export function paragraphsOf(lines: readonly LaidLine[], page: Measure): readonly LaidLine[] {
  const paragraphs: LaidLine[] = [];
  let open: Open | null = null;
  for (const line of lines) {
    if (open !== null && continues(open, line, page)) {
      open = { first: open.first, last: line, text: `${open.text}${glue(open.text)}${line.text}` };
    } else {
      if (open !== null) paragraphs.push(closed(open));
      open = { first: line, last: line, text: line.text };
    }
  }
  return open === null ? paragraphs : [...paragraphs, closed(open)];
}

const closed = ({ first, last, text }: Open): LaidLine => ({ ...first, text, base: last.base });

/** A number such as '04-CTr/TU' breaks behind its dash or stroke. */
const glue = (text: string): string =>
  /\d\p{L}*[-/]$|\d[-/][\p{L}\d/-]+[-/]$/u.test(text) ? '' : ' ';

const nextLineGap = 1.3; // shares of the usual leading; more is the space before a paragraph
const sameSize = 0.15;

function continues(open: Open, line: LaidLine, page: Measure): boolean {
  const before = open.last;
  if (open.text.includes('\t') || line.text.includes('\t')) return false;
  if (Math.abs(before.size - line.size) > before.size * sameSize) return false;
  if (line.base - before.base > page.leading * nextLineGap) return false;
  const isCentred = isAround(before, line, page);
  if (!isForced(before, line, page, isCentred)) return false;
  if (isCapital(before.text) && !isCapital(line.text)) return false;
  return !opens(open, line) && (isCentred || isInPlace(open, line, page));
}

/** Whether the next line's first word would not have fitted behind this one. */
function isForced(before: LaidLine, line: LaidLine, page: Measure, isCentred: boolean): boolean {
  const word = line.text.split(' ', 1)[0] ?? '';
  const letter = (line.right - line.left) / Math.max(1, line.text.length);
  const needed = before.size * 0.2 + word.length * letter;
  const room = isCentred
    ? page.right - page.left - (before.right - before.left)
    : page.right - before.right;
  return needed > room;
}

const near = (one: number, other: number, size: number): boolean =>
  Math.abs(one - other) <= size * 0.4;

/** Both lines lie around the middle, and the first leaves room at its left. */
function isAround(before: LaidLine, line: LaidLine, page: Measure): boolean {
  const middle = (one: LaidLine): number => (one.left + one.right) / 2;
  const isMiddle = Math.abs(middle(before) - middle(line)) < before.size;
  return isMiddle && line.left > page.left + line.size * 2 && !near(before.left, line.left, 5);
}

/** At the edge of the text, under the line before, or hanging behind a list sign. */
function isInPlace({ first, last }: Open, line: LaidLine, page: Measure): boolean {
  if (line.left < page.left || near(line.left, page.left, line.size)) return true;
  if (first !== last) return near(line.left, last.left, line.size);
  const hang = line.left - first.left;
  return listSign.test(first.text) && hang > line.size * 0.3 && hang < line.size * 5;
}

const listSign = /^(?:[-–—+*•▪●]|[IVX]{1,5}[./)]|\d{1,2}(?:\.\d{1,2})*[./)]|\p{L}[.)]) /u;
const stepWord = /^(?:buoc|giai doan|dot|tuan|dieu|phan) (?:thu )?\S{1,5} ?[:.(]/u;
const endsSentence = (text: string): boolean => /[.;:!?…][”"’)]*$/u.test(text);

/** A list sign opens a paragraph, but not in the midst of a sentence that an indented line began. */
function opens({ first, text }: Open, line: LaidLine): boolean {
  const isSigned = listSign.test(line.text) || stepWord.test(fold(line.text));
  const isOutside = first.left > line.left + first.size * 0.7;
  return isSigned && (!isOutside || endsSentence(text));
}

const isCapital = (text: string): boolean => /\p{L}{2}/u.test(text) && text === text.toUpperCase();
