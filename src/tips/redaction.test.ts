// Covering passages: nothing under a cover is left, nothing beside it is lost.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cover, covered, coveredFields, passagesOf, topLayer } from './redaction.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'ă', 'đ', ' ', '\n', 'X'), maxLength: 60 });
const passages = fc.array(
  fc.record({ from: fc.integer({ min: -5, max: 70 }), to: fc.integer({ min: -5, max: 70 }) }),
  { maxLength: 6 },
);

describe('a covered text', () => {
  test('keeps every sign beside the covers, in order, and not one under them', () => {
    fc.assert(
      fc.property(text, passages, (whole, over) => {
        const isUnder = (at: number) => over.some(({ from, to }) => from <= at && at < to);
        const left = Array.from(whole)
          .filter((_, at) => !isUnder(at))
          .join('');
        expect(covered(whole, over).replaceAll(cover, '')).toBe(left);
      }),
    );
  });
  test('is the same in whatever order its passages were marked', () => {
    fc.assert(
      fc.property(text, passages, (whole, over) => {
        expect(covered(whole, over.toReversed())).toBe(covered(whole, over));
      }),
    );
  });
  test('does not tell by the cover how long the name was', () => {
    expect(covered('nhà An ở', [{ from: 4, to: 6 }])).toBe(`nhà ${cover} ở`);
    expect(covered('nhà Ví Dụ ở', [{ from: 4, to: 9 }])).toBe(`nhà ${cover} ở`);
    expect(
      covered('abcd', [
        { from: 0, to: 2 },
        { from: 2, to: 4 },
      ]),
    ).toBe(cover);
  });
});

test('a name is found wherever it stands, in small letters and capitals', () => {
  const fields = { what: 'Tôi là Ví Dụ. VÍ DỤ thấy…', who: 'ông ví dụ' };
  const found = passagesOf(fields, ' ví dụ ');
  expect(found).toHaveLength(3);
  const shown = coveredFields(fields, found);
  expect(shown).toEqual({ what: `Tôi là ${cover}. ${cover} thấy…`, who: `ông ${cover}` });
  expect(passagesOf(fields, '  ')).toEqual([]);
});

test('the layer laid last lies on top, letter by letter', () => {
  const layer = (letterId: string, version: number) =>
    ({ kind: 'redaction', letterId, version, passages: [] }) as const;
  const layers = [layer('a', 1), layer('a', 3), layer('a', 2), layer('b', 9)];
  expect(topLayer(layers, 'a')?.version).toBe(3);
  expect(topLayer(layers, 'c')).toBeUndefined();
});
