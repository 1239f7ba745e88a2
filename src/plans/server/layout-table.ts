// Tables of a paper as lines: real tables row by row, the invisible ones of the letterhead by column.

import { fold } from '#ground/text.ts';
import { tidyLines, tidyRow } from './line-text.ts';

/** A cell is its paragraphs, a row its cells. */
export type Cell = readonly string[];
export type Table = readonly (readonly Cell[])[];

/** Words that stand only in the letterhead or beside the signature, in folded form. */
const layoutWords =
  /cong hoa xa hoi chu nghia|dang cong san viet nam|doc lap ?- ?tu do|^noi nhan\b|\bnoi nhan ?:/mu;
const mostLayoutRows = 5;
const mostLayoutColumns = 3;

export const linesOfTable = (table: Table): readonly string[] =>
  isLayout(table) ? linesByColumn(table) : table.map(tidyRow);

/**
 * Whether the table only places text on the page: one row alone, or a few rows of two columns
 * (three with an empty one between) that hold the letterhead or the recipients and signature.
 */
function isLayout(table: Table): boolean {
  const columns = Math.max(0, ...table.map((row) => row.length));
  if (columns <= 1) return true;
  if (columns > mostLayoutColumns || table.length > mostLayoutRows) return false;
  return table.length === 1 || layoutWords.test(fold(table.flat(2).join('\n')));
}

function linesByColumn(table: Table): readonly string[] {
  const columns = Math.max(0, ...table.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) =>
    table.flatMap((row) => (row[column] ?? []).flatMap(tidyLines)),
  ).flatMap(withoutOuterBlanks);
}

function withoutOuterBlanks(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}
