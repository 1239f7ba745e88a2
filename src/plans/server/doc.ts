// A .doc (Word 97 to 2003) to lines: paragraphs, tables, list signs, then notes and text boxes.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { ReadRefusal } from '../plan.ts';
import { docLists } from './doc-lists.ts';
import { docText, type DocText } from './doc-parts.ts';
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
  return done(partsOf(main).flatMap(([from, to]) => linesOfRange(text, from, to, sign)));
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

type Rows = string[][][];

function linesOfRange(
  { text, propertiesAt }: DocText,
  from: number,
  to: number,
  sign: (place: ListPlace) => string,
): readonly string[] {
  const lines: string[] = [];
  let rows: Rows = [[]];
  let cell: string[] = [];
  let start = from;
  const flush = (): void => {
    lines.push(...linesOfTable(rows.filter((row) => row.length > 0)), ...cell);
    rows = [[]];
    cell = [];
  };
  for (const mark of text.slice(from, to).matchAll(/[\r\f\x07]/gu)) {
    const at = from + mark.index;
    const is = propertiesAt(at);
    const raw = readable(text.slice(start, at));
    const listed =
      is.list === 0 || raw.trim() === '' ? '' : sign({ listId: String(is.list), level: is.level });
    start = at + 1;
    if (is.endsRow) {
      rows.push([]);
      continue;
    }
    if (!is.inTable && rows.flat().length > 0) flush();
    (is.inTable ? cell : lines).push(...tidyLines(listed + raw));
    if (is.inTable && mark[0] === '\x07') {
      rows.at(-1)?.push(cell);
      cell = [];
    }
  }
  flush();
  lines.push(...tidyLines(readable(text.slice(start, to))));
  return lines;
}

/** Fields keep what they show, not how it is found; marks of pictures and notes go. */
function readable(raw: string): string {
  let text = raw;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/\x13[^\x13\x14\x15]*(?:\x14([^\x13\x15]*))?\x15/gu, '$1');
  }
  return text
    .replaceAll('\x1e', '-')
    .replaceAll('\x0b', '\n')
    .replace(/[\0-\x08\x0e-\x1f]/gu, '');
}
