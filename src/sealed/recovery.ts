// Recovery by several: a secret divided so that so many shares give it back, and fewer give nothing.

import { combine, split } from 'shamir-secret-sharing';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { digest, fromPrinted, toPrinted } from './bytes.ts';

/** One person's share: what it says of itself, its part, and a check over both. */
export type Share = {
  readonly number: number;
  readonly need: number;
  /** The same in all shares of one division, and no other. */
  readonly set: string;
  readonly bytes: Uint8Array;
};

export type ShareRefusal =
  | { readonly why: 'too-few'; readonly have: number; readonly need: number }
  /** `at` counts from 0 in the list given; a damaged share does not know its number. */
  | { readonly why: 'damaged'; readonly at: number }
  | { readonly why: 'another-set'; readonly at: number; readonly number: number }
  | { readonly why: 'twice'; readonly at: number; readonly number: number }
  /** Every share is whole, and yet they give no secret: one was forged. */
  | { readonly why: 'do-not-fit' };

/** Shares of a secret, numbered from 1. Throws unless 2 <= need <= of <= 255. */
export async function splitSecret(
  secret: Uint8Array,
  { of, need }: { readonly of: number; readonly need: number },
): Promise<readonly Uint8Array[]> {
  const set = crypto.getRandomValues(new Uint8Array(setBytes));
  const parts = await split(withCheck(secret), of, need);
  return parts.map((part, at) =>
    withCheck(joined(Uint8Array.of(version, at + 1, need), set, part)),
  );
}

/** What a share says of itself; undefined where a sign of it is wrong. */
export function readShare(share: Uint8Array): Share | undefined {
  const content = withoutCheck(share);
  if (content === undefined || content.length <= headBytes) return undefined;
  const [v, number = 0, need = 0] = content;
  if (v !== version) return undefined;
  const set = toPrinted(content.slice(3, headBytes));
  return { number, need, set, bytes: content.slice(headBytes) };
}

/** The secret again, or which share is in the way. More shares than needed do no harm. */
export async function joinShares(
  shares: readonly Uint8Array[],
): Promise<Outcome<Uint8Array, ShareRefusal>> {
  const read: Share[] = [];
  for (const [at, bytes] of shares.entries()) {
    const share = readShare(bytes);
    const refusal = refusalOf(share, at, read);
    if (refusal !== undefined) return refused(refusal);
    if (share !== undefined) read.push(share);
  }
  const need = read[0]?.need ?? 2;
  if (read.length < need) return refused({ why: 'too-few', have: read.length, need });
  const secret = withoutCheck(await combine(read.map(({ bytes }) => bytes)));
  return secret === undefined ? refused({ why: 'do-not-fit' }) : done(secret);
}

/** A share for paper, in groups of four signs. */
export const printShare = (share: Uint8Array): string => toPrinted(share);

/** A share typed off paper; whether it is whole, `readShare` and `joinShares` say. */
export const typedShare = (text: string): Uint8Array | undefined => fromPrinted(text);

const version = 1;
const setBytes = 4;
const headBytes = 3 + setBytes;
const checkBytes = 4;

function refusalOf(
  share: Share | undefined,
  at: number,
  before: readonly Share[],
): ShareRefusal | undefined {
  if (share === undefined) return { why: 'damaged', at };
  const { number, set } = share;
  if (set !== (before[0]?.set ?? set)) return { why: 'another-set', at, number };
  return before.some((other) => other.number === number) ? { why: 'twice', at, number } : undefined;
}

const checkOf = (content: Uint8Array): Uint8Array => digest(content).slice(0, checkBytes);

const withCheck = (content: Uint8Array): Uint8Array => joined(content, checkOf(content));

function withoutCheck(bytes: Uint8Array): Uint8Array | undefined {
  const content = bytes.slice(0, -checkBytes);
  const check = checkOf(content);
  return bytes.slice(-checkBytes).every((byte, at) => byte === check[at]) ? content : undefined;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
