// Vietnamese words are found however they were typed, and people stand in Vietnamese order.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byGivenName, fold, tidy } from './text.ts';

describe('folding', () => {
  it.each(['Hòa', 'Hoà', 'HÒA', 'Ho\u0300a', 'hoa'])('makes one word of the spelling %s', (word) =>
    expect(fold(word)).toBe('hoa'),
  );
  it('takes đ for d', () => expect(fold('Đảng ủy ĐẶNG')).toBe('dang uy dang'));
  it('keeps the length of composed Vietnamese, so that places in both texts agree', () => {
    const letters = fc.constantFrom(
      ...Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấềệộợừỹĐẶỨ 0123.,-“”'),
    );
    fc.assert(
      fc.property(fc.string({ unit: letters }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('tidying', () => {
  it('composes letters and folds white space', () =>
    expect(tidy('  xo\u0301m\u00a0 \n Phô\u0301 ')).toBe('xóm Phố'));
  it('twice is the same as once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text));
      }),
    );
  });
});

it('people are ordered by given name, then by the whole name', () => {
  const names = ['Vũ Thị An', 'Bùi Văn Ánh', 'Đỗ Văn Bình', 'An Thị Bình', 'Hà Ái'];
  expect(names.toSorted(byGivenName)).toEqual([
    'Hà Ái',
    'Vũ Thị An',
    'Bùi Văn Ánh',
    'An Thị Bình',
    'Đỗ Văn Bình',
  ]);
});
