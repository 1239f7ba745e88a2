// Bodies in running text and in the cells of a table.

import { expect, test } from 'vitest';
import { bodiesIn, bodiesOfCell, isBody, isPerson } from './bodies.ts';
import { written } from './written.ts';

test.each([
  [
    'Phối hợp với Phòng PC04, Công an xã và các lực lượng chức năng đấu tranh.',
    [],
    ['Phòng PC04', 'Công an xã', 'các lực lượng chức năng'],
  ],
  [
    'Công an xã chủ trì, phối hợp với Đoàn Thanh niên, Hội Phụ nữ tổ chức ra mắt.',
    ['Công an xã'],
    ['Đoàn Thanh niên', 'Hội Phụ nữ'],
  ],
  ['Giao Văn phòng HĐND và UBND xã bố trí kinh phí.', ['Văn phòng HĐND và UBND xã'], []],
  ['Đề nghị Ủy ban MTTQ xã vận động nhân dân.', ['Ủy ban MTTQ xã'], []],
  [
    'Phối hợp với UBND xã An Khê, huyện Sông Châu triển khai.',
    [],
    ['UBND xã An Khê, huyện Sông Châu'],
  ],
  ['Giao ban hằng tháng tại nhà văn hóa.', [], []],
  ['Khảo sát địa bàn. Chi bộ chủ trì.', ['Chi bộ'], []],
])('who does “%s”', (text, lead, support) => {
  expect(bodiesIn(written(text))).toEqual({ lead, support });
});

test('a cell lists bodies by line or comma, a group of many kinds as one', () => {
  const cell = written('Các ban, ngành, đoàn thể; / - Trưởng thôn / Công an xã');
  expect(bodiesOfCell(cell)).toEqual(['Các ban, ngành, đoàn thể', 'Trưởng thôn', 'Công an xã']);
});

test.each(['Tổ bảo vệ ANTT', 'Đề nghị Hội Cựu chiến binh', 'các hộ dân', 'Uỷ ban nhân dân xã'])(
  '%s is a body',
  (text) => {
    expect([isBody(written(text)), isPerson(written(text))]).toEqual([true, false]);
  },
);

test.each([
  'Tổ chức họp dân',
  'Bố trí kinh phí',
  'Ban hành quy chế',
  'Hội nghị nhân dân',
  'Đoàn kết',
])('%s is none', (text) => {
  expect(isBody(written(text))).toBe(false);
});

test.each(['Đồng chí Trưởng Công an xã', 'Thiếu tá Lê Văn Thử', 'Bà Phạm Thị Ví Dụ'])(
  '%s is a person',
  (text) => {
    expect(isPerson(written(text))).toBe(true);
  },
);
