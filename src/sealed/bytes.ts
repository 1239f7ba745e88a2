// Bytes as text and as digests: the only door to the libraries for letters, hashes and slow keys.

import { hkdf } from '@noble/hashes/hkdf.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base32crockford, base64urlnopad, bech32 } from '@scure/base';

const utf8 = new TextEncoder();

export const toBytes = (text: string): Uint8Array => utf8.encode(text);

export const toBase64Url = (bytes: Uint8Array): string => base64urlnopad.encode(bytes);

/** Undefined where the text is not base64url, written the one way it can be. */
export const fromBase64Url = (text: string): Uint8Array | undefined =>
  found(() => base64urlnopad.decode(text));

/** Capital letters and digits to be typed off paper: without I, L, O and U. */
export const toPrinted = (bytes: Uint8Array): string =>
  (base32crockford.encode(bytes).match(/.{1,4}/g) ?? []).join(' ');

/** Reads what `toPrinted` wrote: small letters, other gaps, O for 0, I and L for 1 are forgiven. */
export const fromPrinted = (text: string): Uint8Array | undefined =>
  found(() => base32crockford.decode(text.replace(/[\s.·-]/gu, '').toUpperCase()));

/** A key as the age format writes it: its kind, then 32 bytes. */
export const toBech32 = (kind: string, bytes: Uint8Array): string =>
  bech32.encodeFromBytes(kind, bytes).toUpperCase();

export const fromBech32 = (text: string): Uint8Array => bech32.decodeToBytes(text).bytes;

export const digest = (bytes: Uint8Array): Uint8Array => sha256(bytes);

/** A key for one use from a key for all: whoever holds the one learns nothing of another. */
export const derive = (key: Uint8Array, use: string, length: number): Uint8Array =>
  hkdf(sha256, key, undefined, toBytes(use), length);

/** Memory-hard: every guess costs 16 MiB. The work lets the page breathe in between. */
export const slowKey = (secret: Uint8Array, use: string): Promise<Uint8Array> =>
  scryptAsync(secret, toBytes(use), { N: 2 ** 14, r: 8, p: 1, dkLen: 32 });

function found(decode: () => Uint8Array): Uint8Array | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
