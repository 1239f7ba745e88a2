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
  return /[",;\t\r\n＝＋－＠]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What begins like a formula gets a sign before it, which spreadsheets show as text: at the beginning
 * of a cell, and wherever one begins for a spreadsheet that parts cells by semicolons or tabs, as
 * Excel does in Vietnamese. Full-width signs are taken for signs too.
 */
const harmless = (text: string): string =>
  text.replace(/^(?=[\t\r])|(?=[=+\-@＝＋－＠])(?<=(?:^|[;\t\r\n])["\s]*)/g, "'");
