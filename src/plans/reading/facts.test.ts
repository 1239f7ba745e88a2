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

describe('figures in the midst of a list', () => {
  test('count although their word folds like one that does not ("cắp" and "cấp", "đen" and "đến")', () => {
    const text =
      'Năm 2025 đánh nhau 05 vụ, trộm cắp 07 vụ, tín dụng đen 03 vụ, bắt quả tang 02 vụ.';
    expect(read(text).map(({ measure, value }) => [measure, value])).toEqual([
      ['vụ đánh nhau', 5],
      ['vụ trộm cắp', 7],
      ['vụ tín dụng đen', 3],
      ['vụ bắt quả tang', 2],
    ]);
  });

  test('take the words right before them for what they count', () => {
    const text =
      'Trong đó: nữ 450 người, trẻ em dưới 16 tuổi 210 em, hộ nghèo 12 hộ, chết 01 người.';
    expect(read(text).map(({ measure, value, unit }) => [measure, value, unit])).toEqual([
      ['số người nữ', 450, 'người'],
      ['trẻ em dưới 16 tuổi', 210, 'em'],
      ['hộ nghèo', 12, 'hộ'],
      ['số người chết', 1, 'người'],
    ]);
  });

  test('are shares of what was counted before them', () => {
    const text = 'Hộ nghèo 12 hộ, chiếm 4,9 %, hộ cận nghèo 15 hộ (6,1%).';
    expect(read(text).map(({ measure, value }) => [measure, value])).toEqual([
      ['hộ nghèo', 12],
      ['tỷ lệ hộ nghèo', 4.9],
      ['hộ cận nghèo', 15],
      ['tỷ lệ hộ cận nghèo', 6.1],
    ]);
  });

  test('of several years share the matter before the first', () => {
    const text = 'Phạm pháp hình sự: năm 2024 xảy ra 08 vụ, năm 2025 còn 05 vụ.';
    expect(read(text)).toEqual([
      fact('vụ phạm pháp hình sự', 8, 'vụ', { year: 2024 }),
      fact('vụ phạm pháp hình sự', 5, 'vụ', { year: 2025 }),
    ]);
  });

  test('of a span of years belong to none of them', () => {
    expect(read('Từ năm 2023 đến năm 2025 xảy ra 21 vụ vi phạm.')).toEqual([
      fact('vụ vi phạm', 21, 'vụ'),
    ]);
  });
});

describe('units', () => {
  test('may be money, comrades, or so many to the square kilometre; a blank may part thousands', () => {
    const text =
      'Dân số 1 222 người, mật độ dân số 98 người/km2, diện tích 8,12 km², thu nhập bình quân đạt 52 triệu đồng/người/năm, lực lượng gồm 07 đồng chí.';
    expect(read(text).map(({ measure, value, unit }) => [measure, value, unit])).toEqual([
      ['dân số', 1222, 'người'],
      ['mật độ dân số', 98, 'người/km2'],
      ['diện tích', 8.12, 'km²'],
      ['thu nhập bình quân', 52, 'triệu đồng/người/năm'],
      ['đồng chí', 7, 'đồng chí'],
    ]);
  });
});
