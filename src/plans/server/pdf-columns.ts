// Text side by side on a page: lines around one empty upright strip are two columns.

import { fold } from '#ground/text.ts';

export type Segment = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  /** 0 left of the strip, 1 right of it. */
  readonly column: number;
};
export type TextLine = { readonly base: number; readonly segments: readonly Segment[] };

type Strip = { readonly left: number; readonly right: number };

const narrowestStrip = 4; // points
const seedGap = 1.8; // shares of the text's size: a gap as between columns, not between words
const tallestGap = 7; // lines of text: the room left for a signature

/** Lines alone, or runs of lines that share a strip; in these each segment knows its column. */
export function blocksOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const blocks: (readonly TextLine[])[] = [];
  for (let at = 0; at < lines.length;) {
    const block = blockFrom(lines, at);
    blocks.push(block);
    at += block.length;
  }
  return blocks;
}

/** A block starts at a line of two segments and takes in what keeps clear of the strip. */
function blockFrom(lines: readonly TextLine[], start: number): readonly TextLine[] {
  const seed = startStrip(lines, start);
  if (seed === null) return lines.slice(start, start + 1);
  let strip = clear(lines[start] ?? noLine, seed) ?? seed;
  let end = start + 1; // the first line always: a block without any would never be passed
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (line === undefined || isFar(lines[end - 1], line)) break;
    const narrower = clear(line, strip);
    if (narrower === null) break;
    strip = narrower;
  }
  return withoutTail(lines.slice(start, end).map((line) => inColumns(line, strip)));
}

/** What stands alone on the left below the right column is the text going on, but for recipients. */
function withoutTail(block: readonly TextLine[]): readonly TextLine[] {
  const isRecipients = block.some((line) =>
    fold(line.segments[0]?.text ?? '').startsWith('noi nhan'),
  );
  const last = block.findLastIndex((line) => line.segments.some((segment) => segment.column === 1));
  return isRecipients ? block : block.slice(0, Math.max(1, last + 1)); // never none: the walk goes on behind it
}

const noLine: TextLine = { base: 0, segments: [] };

const isFar = (before: TextLine | undefined, line: TextLine): boolean =>
  before !== undefined && line.base - before.base > tallestGap * (line.segments[0]?.size ?? 12);

/** The widest gap of this line, or of the next ones while this one lies beside it. */
function startStrip(lines: readonly TextLine[], start: number): Strip | null {
  for (const line of lines.slice(start, start + 3)) {
    const strip = widestGap(line);
    if (strip !== null) {
      const open = lines.slice(start, lines.indexOf(line));
      return open.every((above) => clear(above, strip) !== null) ? strip : null;
    }
  }
  return null;
}

function widestGap(line: TextLine): Strip | null {
  const gaps = line.segments.slice(1).map((segment, at) => ({
    left: line.segments[at]?.right ?? segment.left,
    right: segment.left,
  }));
  const widest = gaps.toSorted((one, other) => width(other) - width(one))[0];
  const least = (line.segments[0]?.size ?? 0) * seedGap;
  return widest !== undefined && width(widest) > least ? widest : null;
}

const width = (strip: Strip): number => strip.right - strip.left;

/** What stays of the strip beside this line; null where the line crosses it. */
function clear(line: TextLine, strip: Strip): Strip | null {
  let { left, right } = strip;
  for (const segment of line.segments) {
    const isLeft = (segment.left + segment.right) / 2 < (left + right) / 2;
    if (isLeft) left = Math.max(left, segment.right);
    else right = Math.min(right, segment.left);
  }
  return right - left >= narrowestStrip ? { left, right } : null;
}

const inColumns = (line: TextLine, strip: Strip): TextLine => ({
  ...line,
  segments: line.segments.map((segment) => ({
    ...segment,
    column: segment.left >= strip.right - 1 ? 1 : 0,
  })),
});
