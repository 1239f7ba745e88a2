// Tables for spreadsheets: nothing in a cell is carried out, nothing is lost.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test.each(['=1+1', '+84', '-2', '@SUM(A1)', '\t=1', '\r=1'])(
  '%j is not taken for a formula',
  (cell) => {
    expect(csvLine([cell])).toMatch(/^"?'/);
  },
);

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
