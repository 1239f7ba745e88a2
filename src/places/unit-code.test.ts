// Codes that went through a spreadsheet come back whole, or are named as unclear.

import { expect, it } from 'vitest';
import { wholeCode, withWholeCodes } from './unit-code.ts';

const rowsOf = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((row, at) => {
      const [kind = '', code = '', parentCode = ''] = row.split(',');
      return { line: at + 2, kind, code, parentCode };
    });

const read = (text: string) => {
  const { rows, ...others } = withWholeCodes(rowsOf(text));
  return { ...others, rows: rows.map((row) => [row.kind, row.code, row.parentCode].join()) };
};

it.each([
  ['1', 'tinh', '01'],
  ['1', 'huyen', '001'],
  ['5791', 'xa', '05791'],
  ['19', 'tinh', '19'],
  ['X.7', 'xa', 'X.7'],
  ['', 'xa', ''],
  ['7', 'lang', '7'],
])('%s of a %s is %s', (code, kind, whole) => {
  expect(wholeCode(code, kind)).toBe(whole);
});

it('a whole file is left as it is', () => {
  const whole = 'tinh,19, huyen,019,19 xa,00019,19 xa,00020,019';
  expect(read(whole)).toEqual({ rows: whole.split(' '), restored: 0, unclear: [] });
});

it('codes of each level get their zeros back, and so do those above', () => {
  expect(read('tinh,4, huyen,40,4 xa,1273,40')).toEqual({
    rows: ['tinh,04,', 'huyen,040,04', 'xa,01273,040'],
    restored: 5,
    unclear: [],
  });
});

it('a code above alone without its zeros is found as well', () => {
  expect(read('tinh,04, xa,01273,4').rows).toEqual(['tinh,04,', 'xa,01273,04']);
});

it('a code above that may be a province or a district is unclear, not guessed', () => {
  const { unclear, rows } = read('tinh,1, huyen,1,1 xa,4,1');
  expect(unclear).toEqual([{ line: 4, codes: ['001', '01'] }]);
  expect(rows[2]).toBe('xa,00004,1');
});

it('a code above that looks whole is unclear too, once zeros were lost', () => {
  expect(read('tinh,1, tinh,19, huyen,19,1 xa,4,19').unclear).toEqual([
    { line: 5, codes: ['019', '19'] },
  ]);
});
