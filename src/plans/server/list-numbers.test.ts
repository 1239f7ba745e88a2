// Automatic numbers are written as Word would print them.

import { describe, expect, test } from 'vitest';
import { listCounter, type Level } from './list-numbers.ts';

const level = (format: string, text: string, start = 1): Level => ({ format, text, start });

describe('the number of a list paragraph', () => {
  const levels = new Map([
    ['a/0', level('upperRoman', '%1.')],
    ['a/1', level('decimal', '%1.%2)')],
    ['b/0', level('bullet', '\uF0B7')],
    ['c/0', level('lowerLetter', '%1)')],
    ['d/0', level('decimal', 'Bước %1:', 3)],
  ]);
  const lists = new Map([
    ['1', { abstractId: 'a', starts: new Map<number, number>() }],
    ['2', { abstractId: 'a', starts: new Map([[0, 1]]) }],
    ['3', { abstractId: 'b', starts: new Map<number, number>() }],
    ['4', { abstractId: 'c', starts: new Map<number, number>() }],
    ['5', { abstractId: 'd', starts: new Map<number, number>() }],
  ]);
  const signs = (...places: readonly (readonly [string, number])[]): readonly string[] => {
    const next = listCounter(levels, lists);
    return places.map(([listId, place]) => next({ listId, level: place }));
  };

  test('counts on, and begins anew below each higher one', () => {
    expect(signs(['1', 0], ['1', 1], ['1', 1], ['1', 0], ['1', 1])).toEqual([
      'I. ',
      'I.1) ',
      'I.2) ',
      'II. ',
      'II.1) ',
    ]);
  });

  test('takes a higher level never seen for begun, as Word does', () => {
    expect(signs(['1', 1], ['1', 0]).at(-1)).toBe('II. ');
  });

  test('begins at the start its list gives', () => {
    expect(signs(['1', 0], ['1', 0], ['2', 0], ['2', 0])).toEqual(['I. ', 'II. ', 'I. ', 'II. ']);
    expect(signs(['5', 0], ['5', 0])).toEqual(['Bước 3: ', 'Bước 4: ']);
  });

  test('is a dash where the bullet is a sign of a symbol font', () => {
    expect(signs(['3', 0])).toEqual(['- ']);
  });

  test('is doubled behind z', () => {
    const places = Array.from({ length: 28 }, () => ['4', 0] as const);
    expect(signs(...places).slice(24)).toEqual(['y) ', 'z) ', 'aa) ', 'bb) ']);
  });

  test('is nothing where the list is unknown', () => {
    expect(signs(['9', 0])).toEqual(['']);
  });
});
