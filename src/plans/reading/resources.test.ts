// Who pays, and from when to when.

import { day } from '#ground/day.ts';
import { expect, test } from 'vitest';
import { paragraph } from './lines/paragraph.ts';
import { periodOf, sourcesIn } from './resources.ts';
import { written } from './written.ts';

test.each([
  [
    'Sử dụng kinh phí phong trào và kinh phí nông thôn mới để phục vụ kế hoạch.',
    ['kinh phí phong trào', 'kinh phí nông thôn mới'],
  ],
  [
    'Kinh phí thực hiện được bảo đảm từ ngân sách xã, nguồn xã hội hóa theo quy định.',
    ['ngân sách xã', 'nguồn xã hội hóa'],
  ],
  [
    'Do ngân sách phường cấp; Quỹ phòng, chống tội phạm hỗ trợ.',
    ['ngân sách phường cấp', 'Quỹ phòng, chống tội phạm hỗ trợ'],
  ],
  ['Lồng ghép trong Chương trình mục tiêu quốc gia.', ['Chương trình mục tiêu quốc gia']],
  ['Các đơn vị tự cân đối.', []],
])('the sources in “%s”', (text, sources) => {
  expect(sourcesIn(written(text))).toEqual(sources);
});

const when = { date: day('2026-03-10'), year: 2026, forYear: null };
test.each([
  ['Thời gian thực hiện: từ tháng 5/2026, sơ kết trước ngày 30/11/2026.', '2026-05-01', null],
  ['Từ ngày 01/4/2026 đến hết ngày 31/12/2026.', '2026-04-01', '2026-12-31'],
  ['Giai đoạn 2026 - 2030.', '2026-01-01', '2030-12-31'],
  ['Trong năm 2026.', '2026-01-01', '2026-12-31'],
])('the period in “%s”', (text, from, to) => {
  expect(periodOf(paragraph(text, [1, 1]), when)).toMatchObject({ from, to });
});

test('a sentence without a time is no period', () => {
  expect(periodOf(paragraph('Thời gian thực hiện: theo chỉ đạo.', [1, 1]), when)).toBeNull();
});
