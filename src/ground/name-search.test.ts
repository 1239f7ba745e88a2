// Names are found as people type them, and nobody is found who does not fit.

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { byGivenName, fold } from './text.ts';
import { matchName, searchNames, searchPieces } from './name-search.ts';

const people = [
  'Nguyễn Văn Hòa',
  'Nguyễn Thị Hoa',
  'Trần Văn Hóa',
  'Đặng Đình Đức',
  'Lê Thị Ánh',
  'Nguyễn Văn An',
  'Phạm Quỳnh Ví Dụ',
];
const found = (query: string): readonly string[] => searchNames(query, people, (name) => name);

describe('a name is found', () => {
  it.each([
    ['without marks', 'nguyen van hoa', 'Nguyễn Văn Hòa'],
    ['with the tone on another letter', 'Hoà', 'Nguyễn Văn Hòa'],
    ['with d for đ', 'dang dinh duc', 'Đặng Đình Đức'],
    ['by the beginnings of its words in any order', 'hoa ng v', 'Nguyễn Văn Hòa'],
    ['by its initials', 'nvh', 'Nguyễn Văn Hòa'],
    ['by some of its initials', 'vh', 'Nguyễn Văn Hòa'],
    ['by a word and the initials of the others', 'hoa nv', 'Nguyễn Văn Hòa'],
    ['with a letter too few', 'quynh vi du', 'Phạm Quỳnh Ví Dụ'],
    ['with one letter wrong', 'quymh', 'Phạm Quỳnh Ví Dụ'],
    ['with two letters swapped', 'qunyh', 'Phạm Quỳnh Ví Dụ'],
    ['with a slip while still typing', 'ngyue', 'Nguyễn Văn An'],
    ['in capitals, decomposed, with spaces around', '  ÁNH '.normalize('NFD'), 'Lê Thị Ánh'],
  ])('%s', (_, query, name) => {
    expect(found(query)).toContain(name);
  });
});

it('finds nobody by a word no name has, or by the same word asked for twice', () => {
  expect(found('khang')).toEqual([]);
  expect(found('duc duc')).toEqual([]);
  expect(found('nguyen x')).toEqual([]);
});

it('takes a slip in a short word for another name', () => {
  expect(matchName('van', 'Lê Vân')).toBe(0);
  expect(matchName('vna', 'Lê Vân')).toBeUndefined();
});

it('puts whole words before beginnings, and beginnings before slips', () => {
  const names = ['Lê Hoanh', 'Lê Hoang', 'Lê Hoa', 'Hoa Lê'];
  expect(searchNames('le hoa', names, (name) => name)).toEqual([
    'Lê Hoa',
    'Hoa Lê',
    'Lê Hoang',
    'Lê Hoanh',
  ]);
  expect(searchNames('hoanh', names, (name) => name)).toEqual(['Lê Hoanh', 'Lê Hoang']);
});

it('puts the marks that were typed first, and the others after', () => {
  const names = ['Lê Hoa', 'Lê Hóa', 'Lê Hòa'];
  expect(searchNames('hòa', names, (name) => name)[0]).toBe('Lê Hòa');
  expect(searchNames('hoà', names, (name) => name)).toHaveLength(3);
});

it('gives everybody by given name where nothing is asked', () => {
  expect(found(' ')).toEqual(people.toSorted(byGivenName));
});

const syllables = fc.constantFrom(
  ...'Nguyễn Văn Thị Hòa Hoà Đức Quỳnh Ánh Ơn Trần Lê Ví Dụ'.split(' '),
);
const aName = fc.array(syllables, { minLength: 2, maxLength: 5 }).map((words) => words.join(' '));
const letters = Array.from('abcdeghiklmnopqrstuvxy');

/** One slip of the finger in a word of four letters or more. */
const slipped = fc
  .tuple(
    fc.constantFrom('nguyen', 'quynh', 'tran'),
    fc.nat(),
    fc.nat(2),
    fc.constantFrom(...letters),
  )
  .map(([word, place, kind, letter]) => {
    const at = place % word.length;
    const kinds = [
      word.slice(0, at) + letter + word.slice(at),
      word.slice(0, at) + letter + word.slice(at + 1),
      word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
    ];
    return { word, typed: kinds[kind] ?? word };
  });

test('every name is found by its own words in any order, by beginnings, by initials, without marks', () => {
  fc.assert(
    fc.property(aName, fc.infiniteStream(fc.nat(5)), (name, chances) => {
      const words = fold(name).split(' ');
      const next = (): number => Number(chances.next().value);
      const shuffled = words.map((word) => ({ word, by: next() })).toSorted((a, b) => a.by - b.by);
      const begun = shuffled.map(({ word }) => word.slice(0, 1 + (next() % word.length)));
      const initials = words.map((word) => word[0]).join('');
      return [name, words.join(' '), begun.join(' '), initials].every(
        (query) => matchName(query, name) !== undefined,
      );
    }),
  );
});

test('its own words cost a name nothing, and no other name comes before it', () => {
  fc.assert(
    fc.property(aName, fc.array(aName), (name, others) => {
      expect(matchName(name, name)).toBe(0);
      const [first = ''] = searchNames(name, [...others, name], (one) => one);
      expect(matchName(name, first)).toBe(0);
    }),
  );
});

test('one slip in a long word still finds it', () => {
  fc.assert(
    fc.property(slipped, ({ word, typed }) => matchName(typed, `Lê ${word} Ví`) !== undefined),
  );
});

test('every name that fits has a piece of each word typed, so narrowing down loses nobody', () => {
  const queries = fc.oneof(
    aName.map(fold),
    slipped.map(({ typed }) => typed),
    fc
      .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 })
      .map((few) => few.join('')),
  );
  fc.assert(
    fc.property(queries, aName, (query, name) => {
      fc.pre(matchName(query, name) !== undefined);
      const folded = ` ${fold(name)}`;
      return searchPieces(query).every(
        ({ pieces, initial }) =>
          pieces.some((piece) => folded.includes(piece)) ||
          (initial !== undefined && folded.includes(` ${initial}`)),
      );
    }),
    { numRuns: 1000 },
  );
});

test('the order does not depend on the order of the rows', () => {
  fc.assert(
    fc.property(fc.uniqueArray(aName), fc.constantFrom('ng', 'van', 'hoa', ''), (names, query) => {
      const one = searchNames(query, names, (name) => name);
      const other = searchNames(query, names.toReversed(), (name) => name);
      expect(other).toEqual(one);
    }),
  );
});
