// Letters of a few lengths: what is padded comes back whole, and tells nothing between two sizes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padded, paddedSize, unpadded } from './padding.ts';

const KiB = 1024;

describe('a padded letter', () => {
  it('comes back byte for byte, whatever it held', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 9000 }), (bytes) => {
        expect(unpadded(padded(bytes))).toEqual(bytes);
      }),
    );
  });
  it('has one of the fixed sizes, the first that holds it', () => {
    const sizes = [0, 2044, 2045, 4092, 4093, 65_532, 65_533, 300_000].map(paddedSize);
    expect(sizes).toEqual([2, 2, 4, 4, 8, 64, 128, 320].map((size) => size * KiB));
  });
  it('is never smaller than what it holds, and of a size from the list or a multiple of 64 KiB', () => {
    fc.assert(
      fc.property(fc.nat(50_000_000), (length) => {
        const size = paddedSize(length);
        expect(size).toBeGreaterThanOrEqual(length + 4);
        expect([2, 4, 8, 16, 32].includes(size / KiB) || Number.isInteger(size / (64 * KiB))).toBe(
          true,
        );
      }),
    );
  });
  it('says the same of any two letters between two sizes', () => {
    const between = fc.integer({ min: 2045, max: 4092 });
    fc.assert(
      fc.property(between, between, (one, other) => {
        expect(padded(new Uint8Array(one)).length).toBe(padded(new Uint8Array(other)).length);
      }),
    );
  });
  it('is refused where it is not as it was padded', () => {
    const whole = padded(Uint8Array.of(1, 2, 3));
    const wrong = [
      new Uint8Array(),
      whole.slice(0, 1024),
      whole.with(2, 0xff),
      whole.with(0, 0xff),
      whole.with(100, 1),
      Uint8Array.from([...whole, ...new Uint8Array(2048)]),
    ];
    expect(wrong.map(unpadded)).toEqual(wrong.map(() => undefined));
  });
});
