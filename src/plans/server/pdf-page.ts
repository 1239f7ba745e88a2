// Pieces of text on a page of a PDF, put together to lines, columns side by side and table rows.

import { linesOfTable, type Table } from './layout-table.ts';
import { tidyLines } from './line-text.ts';
import { blocksOf, type Segment, type TextLine } from './pdf-columns.ts';
import type { Grid } from './pdf-grid.ts';
import {
  betterMeasure,
  measureOf,
  paragraphsOf,
  type LaidLine,
  type Measure,
} from './pdf-paragraphs.ts';

/** A piece of text: its edges, base line and size in points from the top left corner. */
export type Run = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
};

/** Gaps in shares of the text's size: a space is 0.25, a justified one seldom above 0.6. */
const spaceGap = 0.12;
const columnGap = 0.7;
const tabGap = 2.5;
const lineOverlap = 0.45;
const blankLineGap = 1.7;

export type PageRead = { readonly lines: readonly string[]; readonly measure: Measure | null };

/** Reads a page; `known` is the measure of the page before, for pages that hold only a few lines. */
export function readPage(
  runs: readonly Run[],
  grids: readonly Grid[],
  known: Measure | null,
): PageRead {
  const lines: string[] = [];
  let free: Run[] = [];
  const measure = betterMeasure(measureOf(laidLines(runs)), known);
  const flush = (): void => {
    lines.push(...linesOfFree(free, measure));
    free = [];
  };
  const ordered = runs.toSorted((one, other) => one.base - other.base);
  const tables = grids.map((grid) => ({
    grid,
    runs: ordered.filter((run) => isInside(run, grid)),
  }));
  const seen = new Set<Grid>();
  for (const run of ordered) {
    const table = tables.find(({ grid }) => isInside(run, grid));
    if (table === undefined) {
      free.push(run);
    } else if (!seen.has(table.grid)) {
      seen.add(table.grid);
      flush();
      lines.push(...linesOfTable(cellsOf(table.runs, table.grid)));
    }
  }
  flush();
  return { lines, measure };
}

const laidLines = (runs: readonly Run[]): readonly LaidLine[] => textLines(runs).map(laid);

const middle = (run: Run): number => run.base - run.size * 0.3;

const isInside = (run: Run, { columns, rows }: Grid): boolean =>
  middle(run) > (rows[0] ?? 0) &&
  middle(run) < (rows.at(-1) ?? 0) &&
  run.left > (columns[0] ?? 0) - run.size &&
  run.left < (columns.at(-1) ?? 0);

function cellsOf(runs: readonly Run[], { columns, rows }: Grid): Table {
  const place = (edges: readonly number[], at: number): number =>
    Math.max(
      0,
      edges.findLastIndex((edge) => edge <= at),
    );
  return rows.slice(0, -1).flatMap((_, row) => {
    const inRow = runs.filter((run) => place(rows, middle(run)) === row);
    if (inRow.every((run) => run.text.trim() === '')) return [];
    return [
      columns
        .slice(0, -1)
        .map((__, column) =>
          paragraphsOfCell(
            inRow.filter((run) => place(columns, run.left + run.size * 0.3) === column),
          ),
        ),
    ];
  });
}

/**
 * Lines of a cell, joined where the cell's width broke them: a list sign begins a paragraph. The
 * head of the narrow first column is the one word that breaks inside.
 */
function paragraphsOfCell(runs: readonly Run[]): readonly string[] {
  const paragraphs: string[] = [];
  for (const line of textLines(runs)) {
    const text = line.segments.map((segment) => segment.text).join(' ');
    const open = paragraphs.at(-1);
    if (open === undefined || /^[-+*•]/u.test(text)) paragraphs.push(text);
    else paragraphs[paragraphs.length - 1] = `${open} ${text}`;
  }
  return paragraphs.map((paragraph) => paragraph.replace(/^S ?T ?T$/u, 'STT'));
}

function linesOfFree(runs: readonly Run[], measure: Measure | null): readonly string[] {
  const lines = textLines(runs);
  const leadings = lines.slice(1).map((line, at) => line.base - (lines[at]?.base ?? line.base));
  const usual =
    leadings.toSorted((one, other) => one - other)[Math.floor(leadings.length / 2)] ?? 0;
  const pieces: Piece[] = [];
  const addText = (text: readonly TextLine[]): void => {
    const last = pieces.at(-1);
    if (last?.isText === true) for (const line of text) last.lines.push(laid(line));
    else if (text.length > 0) pieces.push({ isText: true, lines: text.map(laid) });
  };
  for (const block of blocksOf(lines)) {
    const from = block.length > 1 ? block.findIndex(isWide) : block.length;
    addText(block.slice(0, from));
    if (from < block.length) pieces.push(inColumns(block.slice(from)));
  }
  const all = pieces.flatMap(({ isText, lines: laidOut }) =>
    isText && measure !== null ? paragraphsOf(laidOut, measure) : laidOut,
  );
  return all.flatMap((line, at) => {
    const before = all[at - 1];
    const isFar = before !== undefined && line.top - before.base > usual * blankLineGap;
    return [...(isFar ? [''] : []), ...tidyLines(line.text)];
  });
}

/** What stands alone on the left above the right column is read first in any case. */
const isWide = ({ segments }: TextLine): boolean => segments.some(({ column }) => column === 1);

/** Text one line under the other, or columns already put one behind the other. */
type Piece = { readonly isText: boolean; readonly lines: LaidLine[] };

/** A line as it is, its far parts tabbed. */
function laid({ base, segments }: TextLine): LaidLine {
  const [first, last] = [segments[0], segments.at(-1)];
  const size = first?.size ?? 0;
  return {
    text: textOf(segments),
    left: first?.left ?? 0,
    right: last?.right ?? 0,
    top: base,
    base,
    size,
  };
}

/** Columns: the left one from top down, then the right one, as if all lay where the block lies. */
function inColumns(block: readonly TextLine[]): Piece {
  const [top, base] = [block[0]?.base ?? 0, block.at(-1)?.base ?? 0];
  const texts = linesOfColumns(block);
  const lines = texts.map((text, at) => ({
    text,
    left: 0,
    right: 0,
    size: 0,
    top: at === 0 ? top : base,
    base,
  }));
  return { isText: false, lines };
}

function linesOfColumns(block: readonly TextLine[]): readonly string[] {
  return [0, 1]
    .flatMap((column) =>
      block.map((line) => textOf(line.segments.filter((segment) => segment.column === column))),
    )
    .flatMap(tidyLines)
    .filter((line) => line !== '');
}

const textOf = (segments: readonly Segment[]): string =>
  segments
    .map(({ text, left, size }, at) => {
      const gap = left - (segments[at - 1]?.right ?? left);
      return at === 0 ? text : (gap > size * tabGap ? '\t' : ' ') + text;
    })
    .join('');

/** Runs on one base line, from left to right, cut into segments at wide gaps. */
function textLines(runs: readonly Run[]): readonly TextLine[] {
  const lines: Run[][] = [];
  for (const run of runs.toSorted((one, other) => one.base - other.base)) {
    const line = lines.at(-1);
    const first = line?.[0];
    const isSame = first !== undefined && run.base - first.base < first.size * lineOverlap;
    if (isSame) line?.push(run);
    else if (run.text.trim() !== '') lines.push([run]);
  }
  return lines.map((line) => ({ base: line[0]?.base ?? 0, segments: segmentsOf(line) }));
}

/** A list sign stands far from its text, at a tab stop, and still belongs to it. */
const listSign = /^(?:[-+*•–]|[IVX]+\.|\d+(?:\.\d+)*[.)]|\p{Ll}[.)])$/u;
const listSignGap = 5;

const isApart = (open: Segment, run: Run): boolean =>
  run.left - open.right > run.size * (listSign.test(open.text) ? listSignGap : columnGap);

function segmentsOf(line: readonly Run[]): readonly Segment[] {
  const segments: { text: string; left: number; right: number; size: number; column: number }[] =
    [];
  let spaced = false;
  for (const run of line.toSorted((one, other) => one.left - other.left)) {
    const open = segments.at(-1);
    if (run.text.trim() === '') {
      spaced = true;
    } else if (open === undefined || isApart(open, run)) {
      segments.push({ ...run, text: run.text.trim(), column: 0 });
      spaced = run.text.endsWith(' ');
    } else {
      const gap = spaced || /^\s/u.test(run.text) || run.left - open.right > run.size * spaceGap;
      open.text += (gap ? ' ' : '') + run.text.trim();
      open.right = Math.max(open.right, run.right);
      spaced = /\s$/u.test(run.text);
    }
  }
  return segments;
}
