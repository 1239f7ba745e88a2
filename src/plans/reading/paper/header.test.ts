// Headers as two columns come out of tables and PDFs.

import { expect, test } from 'vitest';
import { readHeader } from './header.ts';
import { segmentsOf } from './segments.ts';

const read = (...lines: string[]) => {
  const { left, mottoLines, ...found } = readHeader(segmentsOf(lines, 1, lines.length));
  const value = <T>(of: { value: T } | null): T | null => of?.value ?? null;
  return {
    number: value(found.number),
    place: value(found.place),
    date: value(found.date),
    year: found.year,
    agencies: [value(found.agencyAbove), value(found.agency)],
    left: left.map(({ text }) => text),
    mottoLines,
  };
};
const expected = {
  number: '12/KH-CAX',
  place: 'Tân Hòa',
  date: '2026-03-05',
  year: 2026,
  agencies: ['CÔNG AN TỈNH LAM SƠN', 'CÔNG AN XÃ TÂN HÒA'],
  left: [],
};

test('columns side by side, with a cell border or a blank between', () => {
  const table = read(
    'CÔNG AN TỈNH LAM SƠN / CÔNG AN XÃ TÂN HÒA\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc',
    'Số: 12/KH-CAX\tTân Hòa, ngày 05 tháng 3 năm 2026',
  );
  const fused = read(
    'CÔNG AN TỈNH LAM SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'CÔNG AN XÃ TÂN HÒA Độc lập – Tự do – Hạnh phúc',
    'Số: 12/KH-CAX Tân Hòa, ngày 5 tháng 3 năm 2026',
  );
  expect(table).toEqual({ ...expected, mottoLines: [1, 1] });
  expect(fused).toEqual({ ...expected, mottoLines: [1, 2] });
});

test('columns one under the other, the date in figures', () => {
  const found = read(
    'CÔNG AN TỈNH LAM SƠN',
    'CÔNG AN XÃ TÂN HÒA',
    'Số: 12/KH-CAX',
    'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập -Tự do -Hạnh phúc',
    'Tân Hòa, ngày 05/3/2026',
  );
  expect(found).toEqual({ ...expected, mottoLines: [4, 5] });
});

test('room left for a pen: the number has no figure, the date no day, the year is known', () => {
  const found = read(
    'UBND XÃ TÂN HÒA',
    'Số:      /KH-UBND      Tân Hòa, ngày     tháng     năm 2026',
  );
  expect(found).toMatchObject({ number: '/KH-UBND', date: null, year: 2026, place: 'Tân Hòa' });
});

test('a name on two lines is one agency, and a stamp is none', () => {
  const found = read('ỦY BAN NHÂN DÂN', 'XÃ TÂN HÒA', 'HỎA TỐC', 'Số 12-KH/ĐU');
  expect(found).toMatchObject({
    agencies: [null, 'ỦY BAN NHÂN DÂN XÃ TÂN HÒA'],
    number: '12-KH/ĐU',
    left: ['HỎA TỐC'],
  });
});

test('the Youth Union writes its own name where others have the country’s, a narrow column breaks it', () => {
  expect(read('BCH ĐOÀN XÃ TÂN HÒA\tĐOÀN TNCS HỒ CHÍ MINH').agencies).toEqual([
    null,
    'BCH ĐOÀN XÃ TÂN HÒA',
  ]);
  const broken = read('CÔNG AN XÃ TÂN HÒA', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT', 'NAM');
  expect(broken.agencies).toEqual([null, 'CÔNG AN XÃ TÂN HÒA']);
});
