// Checks and reviews: how often, on which day, announced or not.

import { day } from '#ground/day.ts';
import { expect, test } from 'vitest';
import { checksIn, reviewsIn } from './oversight.ts';
import { written } from './written.ts';

const when = { date: day('2026-03-10'), year: 2026, forYear: null };

test.each([
  ['Định kỳ hằng tháng hoặc đột xuất kiểm tra kết quả.', 1, true],
  ['Mỗi quý kiểm tra một lần.', 3, false],
  ['Kiểm tra đột xuất khi cần.', null, true],
  ['06 tháng/lần tổ chức kiểm tra chéo.', 6, false],
])('the check in “%s”', (text, everyMonths, unannounced) => {
  expect(checksIn(written(text), [1, 1], false)).toMatchObject([{ everyMonths, unannounced }]);
});

test('a check without a rhythm counts only where the section is about checks', () => {
  const text = written('Thường trực kiểm tra, đôn đốc các thành viên.');
  expect(checksIn(text, [1, 1], false)).toEqual([]);
  expect(checksIn(text, [1, 1], true)).toHaveLength(1);
});

test.each([
  [
    '6 tháng, 1 năm tổ chức sơ kết.',
    [
      ['interim', 6, null],
      ['interim', 12, null],
    ],
  ],
  [
    'Định kỳ 06 tháng sơ kết, hằng năm tổng kết.',
    [
      ['interim', 6, null],
      ['final', 12, null],
    ],
  ],
  [
    'Sơ kết 6 tháng đầu năm và tổng kết năm 2026.',
    [
      ['interim', null, '2026-06-30'],
      ['final', null, '2026-12-31'],
    ],
  ],
  ['Từ tháng 5/2026, tổ chức sơ kết trước ngày 30/11/2026.', [['interim', null, '2026-11-30']]],
  ['Trước ngày 15/12 tổ chức tổng kết.', [['final', null, '2026-12-15']]],
  ['Sơ kết sau 06 tháng thực hiện.', [['interim', null, null]]],
  ['Báo cáo số kết quả đạt được.', []],
])('the reviews in “%s”', (text, reviews) => {
  const found = reviewsIn(written(text), [1, 1], when);
  expect(found.map(({ kind, everyMonths, due }) => [kind, everyMonths, due])).toEqual(reviews);
});
