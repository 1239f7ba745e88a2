// Lines of a table that every spreadsheet opens, none of whose cells is taken for a formula.

export type CsvCell = string | number | null;

/** Spreadsheets know UTF-8 by it. */
export const csvBeginning = '\uFEFF';

/** One line with its end. */
export const csvLine = (cells: readonly CsvCell[]): string =>
  `${cells.map(cellText).join(',')}\r\n`;

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  const text = harmless(String(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that begins like a formula gets a sign before it, which spreadsheets show as text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
