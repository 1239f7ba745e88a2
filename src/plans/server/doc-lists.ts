// The automatic lists of a .doc, from its tables of lists, in the form list-numbers.ts counts with.

import { part } from './doc-parts.ts';
import type { Level, Levels, Lists } from './list-numbers.ts';

const listTable = 0x2e2;
const usedListTable = 0x2ea;
const formats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};

/** Lists are known by their place in the table of used lists, from 1, as paragraphs name them. */
export function docLists(
  main: Buffer,
  tables: Buffer,
): { readonly levels: Levels; readonly lists: Lists } {
  return {
    levels: readLevels(main, tables),
    lists: readUsedLists(part(main, tables, usedListTable)),
  };
}

function readUsedLists(table: Buffer): Lists {
  const count = table.length < 4 ? 0 : Math.min(table.readUInt32LE(0), (table.length - 4) >> 4);
  return new Map(
    Array.from({ length: count }, (_, at) => [
      String(at + 1),
      { abstractId: String(table.readUInt32LE(4 + at * 16)), starts: new Map() },
    ]),
  );
}

/** The levels follow the table of lists without being counted in its length. */
function readLevels(main: Buffer, tables: Buffer): Levels {
  const levels = new Map<string, Level>();
  const table = part(main, tables, listTable);
  if (table.length < 2) return levels;
  let at = main.readUInt32LE(listTable) + 2 + table.readUInt16LE(0) * 28;
  for (let list = 0; list < table.readUInt16LE(0); list++) {
    const abstractId = String(table.readUInt32LE(2 + list * 28));
    const isSimple = (table.readUInt8(2 + list * 28 + 26) & 1) === 1;
    for (let level = 0; level < (isSimple ? 1 : 9); level++) {
      const read = readLevel(tables, at);
      levels.set(`${abstractId}/${level}`, read.level);
      at = read.end;
    }
  }
  return levels;
}

function readLevel(tables: Buffer, at: number): { readonly level: Level; readonly end: number } {
  const text = at + 28 + tables.readUInt8(at + 24) + tables.readUInt8(at + 25);
  const end = text + 2 + tables.readUInt16LE(text) * 2;
  // The number of a level stands as its index, a character from 0 to 8.
  const template = Array.from(tables.toString('utf16le', text + 2, end), (character) =>
    character <= '\x08' ? `%${character.charCodeAt(0) + 1}` : character,
  ).join('');
  const format = formats[tables.readUInt8(at + 4)] ?? 'decimal';
  return { level: { format, text: template, start: tables.readInt32LE(at) }, end };
}
