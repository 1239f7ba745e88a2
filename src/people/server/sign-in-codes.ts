// The second factor's own arithmetic: codes of an authenticator (TOTP), recovery codes, and their sealing.

import { createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { openText, sealText } from '#ground/server/sealed-text.ts';
import { recoveryLetters } from '../second-factor.ts';

const period = 30;
const digits = 6;
/** RFC 4226 asks for 160 bits. */
const secretBytes = 20;
/** A clock may be one period wrong, either way. */
const drift = 1;

export const newSecret = (): string => base32(randomBytes(secretBytes));

/** What the QR code says; 'Bình Yên' and the user name tell the person's entries apart. */
export const authenticatorAddress = (secret: string, username: string): string =>
  `otpauth://totp/${encodeURIComponent(`Bình Yên:${username}`)}?secret=${secret}&issuer=${encodeURIComponent('Bình Yên')}`;

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / period);

/** The period whose code this is, or undefined: wrong, or not later than the last one accepted. */
export function findStep(
  secret: string,
  code: string,
  now: Date,
  lastStep: number,
): number | undefined {
  const around = Array.from({ length: 2 * drift + 1 }, (_, at) => stepAt(now) - drift + at);
  // Every one is compared, so that the time it takes tells nothing.
  const matching = around.filter((step) => isSame(codeAt(secret, step), code));
  return matching.find((step) => step > lastStep);
}

/** The code of a period (RFC 6238 with SHA-1, as every authenticator has it). */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** Ten of ten letters and digits that cannot be mistaken for each other: 49 bits each. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: 10 }, () => `${letters(5)}-${letters(5)}`);

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const letters = (count: number): string =>
  Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('');

/** Keys that follow from the installation's secret, one for each use. */
export type Seals = {
  readonly seal: (text: string) => string;
  readonly open: (sealed: string) => string;
  /** A recovery code as it is kept. */
  readonly hashRecoveryCode: (personId: string, typed: string) => string;
  /** Says that this came from us. */
  readonly sign: (text: string) => string;
};

export function sealsFrom(secret: string): Seals {
  const keyFor = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `binh-yen ${use}`, 32));
  const [recovery, signing] = [keyFor('recovery code'), keyFor('device')];
  return {
    seal: (text) => sealText(secret, purpose, text),
    open: (sealed) => {
      const text = openText(secret, purpose, sealed);
      // Data moved without its secret: silence here would look like a wrong code for ever.
      if (text === undefined) throw new Error('a second factor does not open with this secret');
      return text;
    },
    hashRecoveryCode: (personId, typed) =>
      macOf(recovery, `${personId} ${recoveryLetters(typed)}`).toString('base64url'),
    sign: (text) => macOf(signing, text).toString('base64url'),
  };
}

const purpose = 'second factor';

const macOf = (key: Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(from: Buffer): string {
  const bits = Array.from(from, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => base32Letters[parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) =>
    base32Letters.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
