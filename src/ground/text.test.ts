// Vietnamese words are found however they were typed, and people stand in Vietnamese order.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byGivenName, fold, tidy, headline } from './text.ts';

describe('folding', () => {
  it.each(['Hòa', 'Hoà', 'HÒA', 'Ho\u0300a', 'hoa'])('makes one word of the spelling %s', (word) =>
    expect(fold(word)).toBe('hoa'),
  );
  it.each([
    ['đ as Vietnamese has it', 'Đảng ủy ĐẶNG'],
    ['Ð, the Icelandic eth', '\u00D0ảng ủy \u00D0ẶNG'],
    ['ð, the small eth', '\u00F0ảng ủy \u00F0ặng'],
    ['Ɖ and ɖ, the African d', '\u0189ảng ủy \u0256ặng'],
    ['a d with a stroke laid over it', 'D\u0335ảng ủy d\u0335ặng'],
  ])('takes for d %s', (_, text) => expect(fold(text)).toBe('dang uy dang'));
  it('keeps the length of composed Vietnamese, so that places in both texts agree', () => {
    const letters = fc.constantFrom(
      ...Array.from('aăâbcdđðÐɖƉeêghiklmnoôơpqrstuưvxyáàảãạấềệộợừỹĐẶỨ 0123.,-“”'),
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

describe('a sentence as a title', () => {
  it('begins upper case, also with a Vietnamese letter', () => {
    expect([headline('  đồng chí trưởng xóm mời họp'), headline('')]).toEqual([
      'Đồng chí trưởng xóm mời họp',
      '',
    ]);
  });
  it('is cut after a whole word of its own, and says that it goes on', () => {
    const sentence = fc
      .array(fc.constantFrom('tổ', 'chức', 'tuyên', 'truyền,', 'vận', 'động;', 'nhân', 'dân'), {
        minLength: 1,
        maxLength: 60,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(sentence, (text) => {
        const title = headline(text);
        expect(title.length).toBeLessThanOrEqual(111);
        const isCut = title.endsWith('…');
        expect(isCut).toBe(text.length > 110);
        const kept = (isCut ? title.slice(0, -1) : title).toLowerCase();
        expect(text.startsWith(kept)).toBe(true);
        expect(text.slice(kept.length)).toMatch(/^(?:$|[ ,;])/);
      }),
    );
  });
});
