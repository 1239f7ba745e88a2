// Figures in a table of the situation: a measure a row and a year a column, or a place a row.

import type { Fact } from '../plan.ts';
import type { Paragraph } from './lines/paragraph.ts';
import { parseFigure } from './number-words.ts';
import { written } from './written.ts';

/** The figures of a table whose first row names its columns. */
export function factsOfTable(rows: readonly Paragraph[]): readonly Fact[] {
  const [head, ...body] = rows;
  const titles = (head?.cells ?? []).map((cell) => written(cell));
  const label = titles.findIndex(({ folded }) => folded !== '' && !number.test(folded));
  const unit = titles.findIndex(({ folded }) => /^(?:don vi tinh|dvt|don vi)$/u.test(folded));
  return body.flatMap((row) =>
    titles.flatMap(({ text, folded }, column) => {
      const value = parseFigure(row.cells?.[column] ?? '');
      const name = row.cells?.[label] ?? '';
      if (value === null || column === label || name === '' || number.test(folded)) return [];
      const fact = { ...named(name, text), value, unit: row.cells?.[unit] || null };
      return [{ ...fact, qualifier: 'exact' as const, year: yearOf(folded), lines: row.lines }];
    }),
  );
}

const number = /^(?:stt|tt|so tt)$/u;

/** 'Trộm cắp' in a column 'Năm 2025' is the measure; 'Thôn Đông' in 'Số hộ' is whom it is of. */
function named(name: string, title: string): Pick<Fact, 'measure' | 'of'> {
  const isPlainColumn = /\d{4}|số liệu|số lượng|kết quả|tổng/iu.test(title);
  return isPlainColumn
    ? { measure: lowerFirst(name), of: null }
    : { measure: lowerFirst(title), of: name };
}

function yearOf(folded: string): number | null {
  const year = /\b(?:19|20)\d\d\b/u.exec(folded)?.[0];
  return year === undefined ? null : Number(year);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
