// Figures of a situation: what counts, of whom, how exactly, when, and what is no figure at all.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsIn } from './facts.ts';
import { written } from './written.ts';

const area = { hamlet: 'thôn Đồng Mít', commune: 'xã Tân Hòa' };
const read = (text: string) =>
  factsIn(written(text), [1, 1], area).map(({ lines: _lines, ...fact }) => fact);
const fact = (
  measure: string,
  value: number,
  unit: string | null,
  more: { of?: string; qualifier?: string; year?: number } = {},
) => ({ measure, of: null, value, unit, qualifier: 'exact', year: null, ...more });

describe('figures', () => {
  test('have Vietnamese separators and units of size', () => {
    expect(read('Diện tích tự nhiên 991,89 ha, với 1.222 hộ = 4447 khẩu.')).toEqual([
      fact('diện tích tự nhiên', 991.89, 'ha'),
      fact('số hộ', 1222, 'hộ'),
      fact('nhân khẩu', 4447, 'khẩu'),
    ]);
  });

  test('say how exactly they are meant', () => {
    expect(read('Có gần 900 nhân khẩu, hơn 20 cơ sở, dưới 10 người, khoảng 5 vụ.')).toEqual([
      fact('nhân khẩu', 900, 'khẩu', { qualifier: 'about' }),
      fact('cơ sở', 20, 'cơ sở', { qualifier: 'over' }),
      fact('số người', 10, 'người', { qualifier: 'under' }),
      fact('số vụ', 5, 'vụ', { qualifier: 'about' }),
    ]);
  });

  test('may follow the word they count', () => {
    expect(read('Thôn có tổng số hộ trên 150 = trên 500 khẩu.')).toEqual([
      fact('tổng số hộ', 150, 'hộ', { qualifier: 'over', of: 'thôn Đồng Mít' }),
      fact('nhân khẩu', 500, 'khẩu', { qualifier: 'over', of: 'thôn Đồng Mít' }),
    ]);
  });

  test('"spread over" is no "more than"', () => {
    expect(read('Dân cư phân bố trên 10 xóm.')).toEqual([fact('xóm', 10, 'xóm')]);
  });

  test('in a chain keep the year, and the matter stands on either side', () => {
    const text =
      'Năm 2025 xảy ra 21 vụ việc các loại, giảm 04 vụ so với năm 2024; trong đó: đánh nhau là 05 vụ, trộm cắp xảy ra 07 vụ, 02 vụ tàng trữ trái phép chất ma túy.';
    expect(read(text)).toEqual([
      fact('vụ việc các loại', 21, 'vụ', { year: 2025 }),
      fact('vụ đánh nhau', 5, 'vụ', { year: 2025 }),
      fact('vụ trộm cắp', 7, 'vụ', { year: 2025 }),
      fact('vụ tàng trữ trái phép chất ma túy', 2, 'vụ', { year: 2025 }),
    ]);
  });

  test('speak of the place their sentence speaks of', () => {
    const text =
      'Tân Hòa là xã miền núi có 12 thôn. Thôn Đồng Mít là thôn của xã Tân Hòa có 212 hộ. Người sử dụng ma túy là 6 người trên tổng số 34 người toàn xã.';
    expect(read(text).map(({ value, of }) => [value, of])).toEqual([
      [12, 'xã Tân Hòa'],
      [212, 'thôn Đồng Mít'],
      [6, 'thôn Đồng Mít'],
      [34, 'xã Tân Hòa'],
    ]);
  });

  test('of an age, a share, a community are told apart', () => {
    expect(read('Hộ nghèo chiếm 3,2%, có 95 đảng viên, giáp với 05 xã.')).toEqual([
      fact('hộ nghèo', 3.2, '%'),
      fact('đảng viên', 95, 'đảng viên'),
      fact('xã tiếp giáp', 5, 'xã'),
    ]);
  });
});

test.each([
  'Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2026 theo Điều 5, khoản 2 Luật số 30/2023/QH15.',
  'Họp lúc 7 giờ 30 ngày 15 tháng 4 năm 2026 tại xóm 3, có tỉnh lộ 263, 264 chạy qua.',
  'Người lạ qua lại từ 5 đến 10 phút; điện thoại 0200 000 113.',
  'Giai đoạn 1, Bước 2, quý 3, lần thứ 13, Ban Chỉ đạo 138.',
  'Sáu tháng đầu năm giảm 04 vụ.',
])('no figure is made of dates, numbers of papers, roads and articles: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test('any count written with dots reads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), (count) => {
      const text = `Toàn xã có ${count.toLocaleString('de-DE')} hộ.`;
      expect(read(text)).toEqual([fact('số hộ', count, 'hộ', { of: 'xã Tân Hòa' })]);
    }),
  );
});
