// Columns of a PDF come out one after the other, whatever stands where.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf, type TextLine } from './pdf-columns.ts';

const place = fc.oneof(fc.integer({ min: 0, max: 600 }), fc.constant(Number.NaN));
const segment = fc.record({
  text: fc.constantFrom('Nơi nhận:', 'KẾ HOẠCH', '- Lưu: VT.'),
  left: place,
  right: place,
  size: fc.constantFrom(0, 12, 14),
  column: fc.constant(0),
});
const line = fc.record({
  base: fc.integer({ min: 0, max: 800 }),
  segments: fc.array(segment, { minLength: 1, maxLength: 4 }),
});

const textsOf = (lines: readonly TextLine[]): readonly (readonly string[])[] =>
  lines.map(({ segments }) => segments.map(({ text }) => text));

test('every line of a page stands in one block, in order, whatever the page looks like', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      expect(textsOf(blocksOf(lines).flat())).toEqual(textsOf(lines));
    }),
  );
});
