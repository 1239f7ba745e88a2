// Tables of figures, by year and by place.

import { expect, test } from 'vitest';
import { factsOfTable } from './facts-table.ts';
import { paragraph } from './lines/paragraph.ts';

const read = (...rows: string[]) =>
  factsOfTable(rows.map((row, at) => paragraph(row, [at + 1, at + 1])));

test('a measure a row, a year a column', () => {
  expect(read('TT\tChỉ tiêu\tĐVT\tNăm 2024\tNăm 2025', '1\tTrộm cắp\tvụ\t09\t1.207')).toEqual([
    {
      measure: 'trộm cắp',
      of: null,
      value: 9,
      unit: 'vụ',
      qualifier: 'exact',
      year: 2024,
      lines: [2, 2],
    },
    {
      measure: 'trộm cắp',
      of: null,
      value: 1207,
      unit: 'vụ',
      qualifier: 'exact',
      year: 2025,
      lines: [2, 2],
    },
  ]);
});

test('a place a row, a measure a column', () => {
  const facts = read('Thôn\tSố hộ\tSố khẩu', 'Đông\t212\t905', '\t1\t2');
  expect(facts.map(({ measure, of, value }) => [measure, of, value])).toEqual([
    ['số hộ', 'Đông', 212],
    ['số khẩu', 'Đông', 905],
  ]);
});
