// Texts are found by their words however these were typed, and a slip finds only where nothing else does.

import { expect, test } from 'vitest';
import { searchTexts } from './text-search.ts';

const texts = ['Thời hạn báo cáo sơ kết (NĐ 13/2023)', 'Số hộ tối thiểu', 'Đặc khu', 'Ðơn vị'];
const found = (query: string): readonly string[] => searchTexts(query, texts, (text) => text);

test.each([
  ['without marks', 'bao cao', 'Thời hạn báo cáo sơ kết (NĐ 13/2023)'],
  ['by a number with its signs', '13/2023', 'Thời hạn báo cáo sơ kết (NĐ 13/2023)'],
  ['in any order', 'thiểu hộ', 'Số hộ tối thiểu'],
  ['with one slip', 'thieeu', 'Số hộ tối thiểu'],
  ['where Đ was written with the sign that looks like it', 'đơn', 'Ðơn vị'],
])('a text is found %s', (_, query, text) => expect(found(query)).toEqual([text]));

test('a short word is taken as it is, and nothing is found by what no text has', () => {
  expect(found('dax')).toEqual([]);
  expect(found('khang')).toEqual([]);
});

test('a slip finds nothing where the word itself is found', () => {
  expect(searchTexts('toan', ['toàn dân', 'toán', 'tonn'], (text) => text)).toEqual([
    'toàn dân',
    'toán',
  ]);
});
