// Walks a part of a .docx once and gives its lines: paragraphs, tables, text boxes, list signs.

import { SaxesParser } from 'saxes';
import type { Numbering } from './docx-numbering.ts';
import { linesOfTable } from './layout-table.ts';
import { tidyLines } from './line-text.ts';
import type { ListPlace } from './list-numbers.ts';

/** Where finished lines go: the page, a cell, or a text box. */
type Place = {
  readonly lines: string[];
  readonly rows: string[][][];
  /** Of a cell: how many columns it takes, and whether it goes on from the row above. */
  columns: number;
  isFromAbove: boolean;
};
const place = (): Place => ({ lines: [], rows: [], columns: 1, isFromAbove: false });
type Paragraph = { text: string; listId: string | null; level: number; style: string };

type Walk = {
  readonly numbering: Numbering;
  /** The innermost is last; the first is the page. */
  readonly places: Place[];
  readonly paragraphs: Paragraph[];
  readonly tags: string[];
  /** Depth of parts whose text is not read: old copies for other programs, text moved away. */
  skipped: number;
};

export function linesOfPart(xml: string, numbering: Numbering): readonly string[] {
  const page = place();
  const walk: Walk = { numbering, places: [page], paragraphs: [], tags: [], skipped: 0 };
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    if (unread.has(tag.name)) walk.skipped++;
    if (walk.skipped === 0) {
      onOpen[tag.name]?.(walk, (name) => String(tag.attributes[name] ?? ''));
    }
    walk.tags.push(tag.name);
  });
  parser.on('text', (text) => {
    if (walk.skipped === 0 && walk.tags.at(-1) === 'w:t') write(walk, text);
  });
  parser.on('closetag', (tag) => {
    walk.tags.pop();
    if (walk.skipped === 0) onClose[tag.name]?.(walk);
    if (unread.has(tag.name)) walk.skipped--;
  });
  parser.write(xml).close();
  return page.lines;
}

/** The fallback repeats what mc:Choice says; w:moveFrom stands again where it was moved to. */
const unread: ReadonlySet<string> = new Set(['mc:Fallback', 'w:moveFrom', 'w:del']);

type Attribute = (name: string) => string;

const onOpen: Readonly<Record<string, (walk: Walk, attribute: Attribute) => void>> = {
  'w:p': (walk) => walk.paragraphs.push({ text: '', listId: null, level: 0, style: '' }),
  'w:pStyle': (walk, attribute) => change(walk, { style: attribute('w:val') }),
  'w:numId': (walk, attribute) => change(walk, { listId: attribute('w:val') }),
  'w:ilvl': (walk, attribute) => change(walk, { level: Number(attribute('w:val')) }),
  'w:tab': (walk) => writeInRun(walk, '\t'),
  'w:ptab': (walk) => writeInRun(walk, '\t'),
  'w:br': (walk) => writeInRun(walk, '\n'),
  'w:cr': (walk) => writeInRun(walk, '\n'),
  'w:noBreakHyphen': (walk) => writeInRun(walk, '-'),
  'w:tbl': (walk) => walk.places.push(place()),
  'w:tr': (walk) => walk.places.at(-1)?.rows.push([]),
  'w:tc': (walk) => walk.places.push(place()),
  'w:gridSpan': (walk, attribute) =>
    changeCell(walk, { columns: Math.min(Number(attribute('w:val')) || 1, mostColumns) }),
  'w:vMerge': (walk, attribute) =>
    changeCell(walk, { isFromAbove: attribute('w:val') !== 'restart' }),
  'w:txbxContent': (walk) => walk.places.push(place()),
};

const onClose: Readonly<Record<string, (walk: Walk) => void>> = {
  'w:p': endParagraph,
  'w:tc': endCell,
  'w:tbl': (walk) => {
    const table = walk.places.pop();
    addLines(walk, linesOfTable(table?.rows ?? []));
  },
  // A text box stands before the paragraph it hangs on, as the eye meets it.
  'w:txbxContent': (walk) => {
    const box = walk.places.pop();
    addLines(walk, box?.lines ?? []);
  },
};

const mostColumns = 64; // as many as Word allows in a table
const longestRepeated = 400; // characters; a long text over many rows would fill the memory

const changeCell = (walk: Walk, part: Partial<Place>): void => {
  const cell = walk.places.at(-1);
  if (cell !== undefined) Object.assign(cell, part);
};

/** A cell over several columns leaves the others empty; over several rows it stands in each. */
function endCell(walk: Walk): void {
  const cell = walk.places.pop() ?? place();
  const rows = walk.places.at(-1)?.rows ?? [];
  const row = rows.at(-1);
  if (row === undefined) return;
  const above = rows.at(-2)?.[row.length] ?? [];
  const isShort = above.reduce((sum, line) => sum + line.length, 0) < longestRepeated;
  row.push(cell.isFromAbove && isShort ? above : cell.lines);
  for (let more = 1; more < cell.columns; more++) row.push([]);
}

const write = (walk: Walk, text: string): void => {
  const paragraph = walk.paragraphs.at(-1);
  if (paragraph !== undefined) paragraph.text += text;
};

/** w:tab is a tab only in a run; among a paragraph's properties it is a tab stop. */
const writeInRun = (walk: Walk, text: string): void => {
  if (walk.tags.at(-1) === 'w:r') write(walk, text);
};

const change = (walk: Walk, part: Partial<Paragraph>): void => {
  const paragraph = walk.paragraphs.at(-1);
  if (paragraph !== undefined) Object.assign(paragraph, part);
};

function endParagraph(walk: Walk): void {
  const paragraph = walk.paragraphs.pop();
  if (paragraph === undefined) return;
  const place = placeInList(paragraph, walk.numbering);
  // Word counts an empty list paragraph too, but shows nothing worth reading there.
  const sign = place === null || paragraph.text.trim() === '' ? '' : walk.numbering.next(place);
  addLines(walk, tidyLines(sign + paragraph.text));
}

/** A paragraph's own list wins over its style's; list '0' takes it out of any. */
function placeInList(paragraph: Paragraph, numbering: Numbering): ListPlace | null {
  if (paragraph.listId === null) return numbering.placeOfStyle(paragraph.style);
  return paragraph.listId === '0' ? null : { listId: paragraph.listId, level: paragraph.level };
}

const addLines = (walk: Walk, lines: readonly string[]): void => {
  walk.places.at(-1)?.lines.push(...lines);
};
