// What the tests of sealing are made of: random bytes that a property can repeat.

import fc from 'fast-check';
import { newCode, type Code } from './code.ts';

const seeded = fc.uint8Array({ minLength: 18, maxLength: 18 });

/** Any code whatever. */
export const anyCode: fc.Arbitrary<Code> = seeded.map((bytes) => newCode(() => bytes));

/** The bytes with one bit turned over. */
export const flipped = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
