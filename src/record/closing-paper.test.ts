// The paper of a closing: its value can be compared by eye and typed in again.

import { expect, test } from 'vitest';
import type { Instant } from '#ground/day.ts';
import { closingPaper } from './closing-paper.ts';
import { rowsOfValue } from './closing.ts';

const value = '0123456789abcdef'.repeat(4);
const closing = {
  number: 12,
  madeAt: '2026-11-23T16:30:00.000Z' as Instant,
  chains: 3,
  rows: 1222,
  value,
};

test('a value stands in four rows of four groups, and nothing of it is lost', () => {
  const rows = rowsOfValue(value);
  expect(rows.map(({ letter, groups }) => `${letter} ${groups.join(' ')}`)).toEqual([
    'A 0123 4567 89ab cdef',
    'B 0123 4567 89ab cdef',
    'C 0123 4567 89ab cdef',
    'D 0123 4567 89ab cdef',
  ]);
  expect(rows.flatMap(({ groups }) => groups).join('')).toBe(value);
});

test('the paper says when, how much, the value, how to compare it, and who signs twice', () => {
  const paper = closingPaper(
    closing,
    { agency: 'Công an tỉnh Mẫu', place: 'Mẫu' },
    'Asia/Ho_Chi_Minh',
  );
  expect(paper).toMatchObject({
    kind: 'BB',
    header: { number: 12, date: '2026-11-23', agency: 'Công an tỉnh Mẫu' },
    signature: { position: 'Người đối chiếu' },
  });
  const text = JSON.stringify(paper.body);
  expect(text).toContain('Lúc 23:30 23/11/2026');
  expect(text).toContain('1.222 dòng trong 3 chuỗi');
  expect(text).toContain('npm run audit -- verify --against');
  expect(text).toContain('Người khóa sổ');
  const tables = paper.body.filter((block) => block.kind === 'table');
  expect(tables[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual(
    rowsOfValue(value).map(({ letter, groups }) => [letter, ...groups]),
  );
});
