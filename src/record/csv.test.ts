// Tables for spreadsheets: nothing in a cell is carried out, nothing is lost.

import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test.each([
  '=1+1',
  '+84',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋84',
  '－2',
  '＠SUM(A1)',
  ' =1',
])('%j is not taken for a formula', (cell) => {
  expect(csvLine([cell])).toMatch(/^"?\s?'/);
});

test.each(['a;b', 'a\tb', 'a＝b', 'a＠b'])('%j stands between quotes', (cell) => {
  expect(csvLine([cell])).toBe(`"${cell}"\r\n`);
});

test('numbers, nothing and plain words stand as they are', () => {
  expect(csvLine([1, null, 'Xóm Phố', '{"a": 1}', 'a,b'])).toBe(
    '1,,Xóm Phố,"{""a"": 1}","a,b"\r\n',
  );
});

test('whatever the cells hold, the line has as many cells', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
      const line = csvLine(cells).slice(0, -2);
      const outside = line.replace(/"(?:[^"]|"")*"/g, '');
      expect(outside.split(',')).toHaveLength(cells.length);
      expect(outside).not.toMatch(/[\r\n]/);
    }),
  );
});

const aCell = fc.string({ unit: fc.constantFrom(...Array.from('=+-@＝＋－＠;\t\r\n,"\' aộ1')) });
const formula = /^\s*[=+\-@＝＋－＠]/;

test('read back, every cell is what was written but for the signs against formulas', () => {
  fc.assert(
    fc.property(fc.array(aCell, { minLength: 1 }), (cells) => {
      fc.pre(cells.some((cell) => cell !== ''));
      const [read = []] = parse(csvLine(cells), { skip_empty_lines: false });
      expect(read.map((cell) => cell.replaceAll("'", ''))).toEqual(
        cells.map((cell) => cell.replaceAll("'", '')),
      );
      expect(read.filter((cell) => formula.test(cell))).toEqual([]);
    }),
  );
});

test('no formula begins where a spreadsheet parts cells by semicolons, tabs or lines', () => {
  fc.assert(
    fc.property(fc.array(aCell, { minLength: 1 }), (cells) => {
      const pieces = csvLine(cells)
        .split(/[;\t\r\n]/)
        .map((piece) => piece.replace(/^["\s]*/, ''));
      expect(pieces.filter((piece) => formula.test(piece))).toEqual([]);
    }),
    { examples: [[['a;=1']], [['a;"=1']], [['a\t ＝1']], [['a\n@b']]] },
  );
});
