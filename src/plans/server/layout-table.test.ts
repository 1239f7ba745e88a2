// A table used for layout is read as lines, a real table as rows.

import { describe, expect, test } from 'vitest';
import { linesOfTable } from './layout-table.ts';

describe('a table as lines', () => {
  test('is one line a row', () => {
    const table = [
      [['STT'], ['Nội dung'], ['Thời gian']],
      [['1'], ['Khảo sát'], ['tháng 3']],
    ];
    expect(linesOfTable(table)).toEqual(['STT\tNội dung\tThời gian', '1\tKhảo sát\ttháng 3']);
  });

  test('reads the letterhead down the left column, then down the right', () => {
    const table = [
      [['UBND XÃ'], ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']],
      [['Số: 1/KH-UBND'], ['', 'Mường Lan, ngày 1 tháng 2 năm 2024']],
    ];
    expect(linesOfTable(table)).toEqual([
      'UBND XÃ',
      'Số: 1/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      '',
      'Mường Lan, ngày 1 tháng 2 năm 2024',
    ]);
  });

  test('of two columns and several rows without letterhead stays a table', () => {
    expect(
      linesOfTable([
        [['Thời gian'], ['Việc']],
        [['Tháng 3'], ['Họp bản']],
      ]),
    ).toEqual(['Thời gian\tViệc', 'Tháng 3\tHọp bản']);
  });

  test('of a single row only places text: two signatures side by side', () => {
    expect(linesOfTable([[['NGƯỜI LẬP', 'Ký tên'], ['CHỦ TỊCH']]])).toEqual([
      'NGƯỜI LẬP',
      'Ký tên',
      'CHỦ TỊCH',
    ]);
  });
});
