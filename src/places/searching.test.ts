// What is typed finds what was meant: without accents, begun, or with one slip.

import { describe, expect, it } from 'vitest';
import { bareName, nameKeys } from './names.ts';
import { isOneSlipAway, queryWords } from './searching.ts';

describe('a name', () => {
  it.each([
    ['Xã Phú Thịnh', 'xa', 'phu thinh'],
    ['Thị trấn Chợ Mới', 'xa', 'cho moi'],
    ['Thành phố Hồ Chí Minh', 'tinh', 'ho chi minh'],
    ['Phường 1', 'xa', '1'],
    ["Xã K'Dang", 'xa', 'k dang'],
    ['Tổ dân phố số 5', 'thon', 'so 5'],
    ['Xóm', 'thon', 'xom'],
  ] as const)('%s is bare without its word of kind', (name, level, bare) =>
    expect(bareName(name, level)).toBe(bare),
  );

  it.each([
    ['Xã Hòa Mục', 'xã Hoà Mục', 0],
    ['Phường Quan Triều', 'Phường Quán Triều', 1],
    ['Xã Sỹ Bình', 'Xã Sĩ Bình', 2],
    ['Xã Đắc Sơn', 'Phường Đắc Sơn', 3],
    ['Xã Phú Thịnh', 'Xã Phúc Thịnh', -1],
  ])('%s and %s are written alike first in way %i', (one, other, rank) => {
    const keys = nameKeys(other, 'xa');
    expect(nameKeys(one, 'xa').findIndex((key, at) => key === keys[at])).toBe(rank);
  });
});

describe('a query', () => {
  it('is folded to words, short forms spelt out, and never longer than eight words', () => {
    expect(queryWords('  TP Thái-Nguyên ')).toEqual(['thanh', 'pho', 'thai', 'nguyen']);
    expect(queryWords("' | !&:* (")).toEqual([]);
    expect(queryWords('a '.repeat(500))).toHaveLength(8);
  });
});

describe('one slip', () => {
  it.each(['tinh', 'thih', 'thinhh', 'tjinh', 'htinh', 'thimh', 'hinh'])(
    '%s may mean thinh',
    (typed) => expect(isOneSlipAway(typed, 'thinh')).toBe(true),
  );
  it.each(['thinh', 'tihn', 'th', 'thanhs'])('%s may not', (typed) =>
    expect(isOneSlipAway(typed, 'thinh')).toBe(false),
  );
  it('leaves words of two letters alone', () => expect(isOneSlipAway('tu', 'tau')).toBe(false));
});
