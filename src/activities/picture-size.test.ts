// A picture is told to be too large by what it declares, whatever few bytes it has.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasTooManyPixels } from './picture-size.ts';

const text = (of: string): number[] => Array.from(of, (sign) => sign.charCodeAt(0));
const big = (value: number, width: number): number[] =>
  Array.from({ length: width }, (_, at) => Math.floor(value / 256 ** (width - 1 - at)) % 256);
const little = (value: number, width: number): number[] => big(value, width).toReversed();

type Make = (width: number, height: number) => number[];
const frame = (marker: number, width: number, height: number): number[] => [
  0xff,
  marker,
  0,
  11,
  8,
  ...big(height, 2),
  ...big(width, 2),
  1,
  0,
  0,
  0,
];
const jpegHead = [0xff, 0xd8, 0xff, 0xe0, 0, 7, ...text('JFIF\0')];
const png: Make = (width, height) =>
  [
    [0x89, ...text('PNG'), 13, 10, 26, 10, 0, 0, 0, 13, ...text('IHDR')],
    [...big(width, 4), ...big(height, 4), 8, 6, 0, 0, 0],
  ].flat();
const webp = (kind: string, data: readonly number[]): number[] =>
  [text('RIFF'), [40, 0, 0, 0], text('WEBP'), text(kind), [20, 0, 0, 0], data].flat();
const kinds: readonly (readonly [string, Make])[] = [
  ['JPEG', (w, h) => [...jpegHead, ...frame(0xc0, w, h)]],
  ['progressive JPEG with bytes that fill up', (w, h) => [...jpegHead, 0xff, ...frame(0xc2, w, h)]],
  [
    'JPEG with a small frame before',
    (w, h) => [...jpegHead, ...frame(0xc0, 8, 8), ...frame(0xc1, w, h)],
  ],
  ['PNG', png],
  ['WebP', (w, h) => webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...little(w, 2), ...little(h, 2)])],
  ['lossless WebP', (w, h) => webp('VP8L', [0x2f, ...little(w - 1 + (h - 1) * 2 ** 14, 4)])],
  ['extended WebP', (w, h) => webp('VP8X', [0, 0, 0, 0, ...little(w - 1, 3), ...little(h - 1, 3)])],
];

describe.each(kinds)('a %s', (_, make) => {
  const isTooLarge = (width: number, height: number): boolean =>
    hasTooManyPixels(Uint8Array.from(make(width, height)));

  test('as cameras make it is not too large', () => {
    expect(isTooLarge(4032, 3024)).toBe(false);
    expect(isTooLarge(12_000, 9_000)).toBe(false);
    expect(isTooLarge(12_000, 10_000)).toBe(false);
  });
  test('declared larger than any is too large', () => {
    expect(isTooLarge(16_383, 16_383)).toBe(true);
    expect(isTooLarge(12_000, 10_001)).toBe(true);
  });
});

test('a PNG of two thousand million lines is too large', () => {
  expect(hasTooManyPixels(Uint8Array.from(png(1, 0x7fffffff)))).toBe(true);
});

test('no bytes make measuring fail or go on for ever', () => {
  const starts = [jpegHead, [0xff, 0xd8, 0xff, 0xff], png(1, 1), webp('VP8X', []), []];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
      expect(typeof hasTooManyPixels(Uint8Array.from([...start, ...rest]))).toBe('boolean');
    }),
  );
});
