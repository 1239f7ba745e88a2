// The body of a paper as blocks of the prescribed form: its own words in their order, none changed.

import type { Block, Cell } from '#papers/paper.ts';
import type { Lines } from '../plan.ts';
import { joinLines, wrapWidth } from './lines/joining.ts';
import type { Paragraph } from './lines/paragraph.ts';
import { isHeading, opensBody, outline, type Item } from './outline.ts';
import { opensBases } from './paper/bases.ts';

export function bodyBlocks(text: readonly string[], stretches: readonly Lines[]): readonly Block[] {
  const width = wrapWidth(text);
  const items = outline(stretches.flatMap((lines) => joinLines(text, lines, width)));
  const bodyFrom = items.findIndex(opensBody);
  const blocks: Block[] = [];
  let rows: Paragraph[] = [];
  const close = (): void => {
    if (rows.length > 0) blocks.push(tableOf(rows));
    rows = [];
  };
  for (const [at, item] of items.entries()) {
    if (item.paragraph.cells === null) {
      close();
      blocks.push(blockOf(item, at < bodyFrom));
    } else rows.push(item.paragraph);
  }
  close();
  return blocks;
}

function blockOf(item: Item, isPreamble: boolean): Block {
  const { whole, text, sign } = item.paragraph;
  const level = levels[item.kind];
  if (level !== undefined && isHeading(item))
    return { kind: 'heading', level, mark: '', text: whole };
  if (sign?.kind === 'dash' || sign?.kind === 'bullet') return { kind: 'item', runs: [{ text }] };
  const italic = isPreamble && opensBases(item.paragraph);
  return { kind: 'paragraph', runs: [{ text: whole, ...(italic ? { italic } : {}) }] };
}

const levels: Readonly<Partial<Record<Item['kind'], 1 | 2 | 3>>> = {
  part: 1,
  upper: 1,
  roman: 1,
  caps: 1,
  article: 2,
  arabic: 2,
  bare: 2,
  decimal: 3,
  step: 3,
  letter: 3,
  paren: 3,
};

function tableOf(paragraphs: readonly Paragraph[]): Block {
  const all = paragraphs.map(({ cells }) => (cells ?? []).map(cellOf));
  const [first = [], ...others] = all;
  const hasHead = others.length > 0 && isHead(first);
  return {
    kind: 'table',
    caption: null,
    head: hasHead ? first : [],
    rows: hasHead ? others : all,
    widths: widthsOf(all),
  };
}

/** ' / ' stands where a cell of the original began a new line. */
const cellOf = (text: string): Cell => ({ text: text.replaceAll(' / ', '\n') });

const isHead = (cells: readonly Cell[]): boolean =>
  /^(?:s?tt|số tt)$/iu.test(cells[0]?.text ?? '') ||
  cells.every(({ text }) => /^\D{2,60}$/u.test(text));

/** Longer texts get more room, but not all of it. */
const widthsOf = (rows: readonly (readonly Cell[])[]): readonly number[] =>
  Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, at) =>
    Math.sqrt(Math.max(6, Math.min(80, longest(rows, at)))),
  );

const longest = (rows: readonly (readonly Cell[])[], at: number): number =>
  rows.reduce((most, row) => Math.max(most, row[at]?.text.length ?? 0), 0);
