// Numbers as people here type them, and forms handed back as they were typed.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showNumber } from '#ground/show.ts';
import { filesIn, numberTyped, typedIn } from './form-fields.ts';

test('a number is read as it is written here', () => {
  expect(['1.222', '991,89', '991.89', ' 12 ', '1.234.567,5'].map(numberTyped)).toEqual([
    1222, 991.89, 991.89, 12, 1_234_567.5,
  ]);
});

test('an empty field is no number, and words are a mistake', () => {
  expect(numberTyped('  ')).toBeNull();
  expect(numberTyped(undefined)).toBeNull();
  expect(['abc', '-5', '1e9', '12 hộ', '1,2,3'].map(numberTyped)).toEqual(Array(5).fill(undefined));
});

test('every number we show can be typed in again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (value) => {
      expect(numberTyped(showNumber(value))).toBe(value);
    }),
  );
});

test('an untouched file field is no file, and files are not typed back', () => {
  const form = new FormData();
  form.append('note', 'ghi chú');
  form.append('file', new File([], ''));
  form.append('file', new File(['x'], 'x.pdf'));
  expect(filesIn(form, 'file').map(({ name }) => name)).toEqual(['x.pdf']);
  expect(typedIn(form)).toEqual({ note: 'ghi chú' });
});

test('a text that is cut keeps no half of a sign', () => {
  const form = new FormData();
  form.append('long', `${'x'.repeat(19_999)}😀`);
  expect(typedIn(form)['long']).toBe('x'.repeat(19_999));
});
