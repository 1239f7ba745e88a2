// A .doc (Word 97 to 2003) to lines: paragraphs, tables, list signs, then notes and text boxes.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { ReadRefusal } from '../plan.ts';
import { docLists } from './doc-lists.ts';
import { docText, type DocText, type ParagraphProperties } from './doc-parts.ts';
import { linesOfTable } from './layout-table.ts';
import { tidyLines } from './line-text.ts';
import { listCounter, type ListPlace } from './list-numbers.ts';
import { openOle } from './ole.ts';

const isWord = 0xa5ec;
const encrypted = 0x0100;
const secondTable = 0x0200;

/** Throws where the file is damaged. */
export function linesOfDoc(bytes: Uint8Array): Outcome<readonly string[], ReadRefusal> {
  const container = openOle(bytes);
  if (!container.names.includes('WordDocument')) return refused('unknown-type');
  const main = container.read('WordDocument');
  if (main.readUInt16LE(0) !== isWord) return refused('unknown-type');
  const flags = main.readUInt16LE(0x0a);
  if ((flags & encrypted) !== 0) return refused('password');
  const tables = container.read((flags & secondTable) === 0 ? '0Table' : '1Table');
  const { levels, lists } = docLists(main, tables);
  const text = docText(main, tables);
  const sign = listCounter(levels, lists);
  return done(partsOf(main).flatMap((range) => linesOfRange(text, range, sign)));
}

type Range = readonly [from: number, to: number];

/** The parts of the text lie one behind the other: page, notes, headers, comments, boxes. */
function partsOf(main: Buffer): readonly Range[] {
  const lengths = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map((at) => main.readUInt32LE(at));
  const ends = lengths.map((_, at) => lengths.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
  const range = (at: number): Range => [ends[at - 1] ?? 0, ends[at] ?? 0];
  const [page, footnotes, endnotes, boxes] = [range(0), range(1), range(5), range(6)];
  return [page, footnotes, endnotes, boxes].filter(([from, to]) => to > from);
}

const cellEnd = '\x07';
const paragraphEnds: readonly (string | undefined)[] = ['\r', '\f', cellEnd];

function linesOfRange(
  { text, propertiesAt }: DocText,
  [from, to]: Range,
  sign: (place: ListPlace) => string,
): readonly string[] {
  const page: Page = { lines: [], rows: [[]], cell: [] };
  let start = from;
  for (let at = from; at < to; at++) {
    if (!paragraphEnds.includes(text[at])) continue;
    const is = propertiesAt(at);
    const words = readable(text.slice(start, at));
    const isListed = is.list !== 0 && words.trim() !== '' && !is.endsRow;
    const listSign = isListed ? sign({ listId: String(is.list), level: is.level }) : '';
    addParagraph(page, is, tidyLines(listSign + words), text[at] === cellEnd);
    start = at + 1;
  }
  endTable(page);
  return [...page.lines, ...tidyLines(readable(text.slice(start, to)))];
}

/** Finished lines, and the table being read: its rows, and the cell still open. */
type Page = { readonly lines: string[]; rows: string[][][]; cell: string[] };

function addParagraph(
  page: Page,
  is: ParagraphProperties,
  lines: readonly string[],
  endsCell: boolean,
): void {
  if (!is.inTable) {
    endTable(page);
    page.lines.push(...lines);
  } else if (is.endsRow) {
    page.rows.push([]);
  } else {
    page.cell.push(...lines);
    if (!endsCell) return;
    page.rows.at(-1)?.push(page.cell);
    page.cell = [];
  }
}

function endTable(page: Page): void {
  page.lines.push(...linesOfTable(page.rows.filter((row) => row.length > 0)), ...page.cell);
  page.rows = [[]];
  page.cell = [];
}

const fieldBegin = '\x13';
const fieldShows = '\x14';
const fieldEnd = '\x15';
const written: Readonly<Record<string, string>> = { '\x0b': '\n', '\x1e': '-', '\t': '\t' };

/** Fields keep what they show, not how it is found; marks of pictures and notes go. */
function readable(raw: string): string {
  const fields: boolean[] = []; // open fields, true where the part that is shown has begun
  let text = '';
  for (const character of raw) {
    if (character === fieldBegin) fields.push(false);
    else if (character === fieldShows) fields[fields.length - 1] = true;
    else if (character === fieldEnd) fields.pop();
    else if (!fields.includes(false))
      text += character < ' ' ? (written[character] ?? '') : character;
  }
  return text;
}
