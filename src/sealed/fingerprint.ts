// The short number of a public key, to be read out by one person and compared by another.

import { digest, toBytes } from './bytes.ts';

/**
 * Sixteen digits in four groups: 53 bits of the SHA-256 of the recipient. Whoever would put a key
 * of their own in its place has to find one with the same number among 10^16.
 */
export function fingerprintOf(recipient: string): string {
  const bytes = digest(toBytes(recipient));
  const number = bytes.slice(0, 8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const digits = String(number % 10n ** 16n).padStart(16, '0');
  return digits.match(/\d{4}/g)?.join(' ') ?? digits;
}

/** Whether what was read out, with whatever gaps, is the number of this key. */
export const isFingerprintOf = (typed: string, recipient: string): boolean =>
  typed.replace(/\D/g, '') === fingerprintOf(recipient).replaceAll(' ', '');
