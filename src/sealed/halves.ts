// The two halves of a code: one finds the case, the other opens its answers; neither gives the other.

import { identityFromSeed } from './age.ts';
import { derive, digest, slowKey, toBase64Url, toBytes } from './bytes.ts';
import { writeCode, type Code } from './code.ts';

export type Halves = {
  /** 16 bytes; all that the server is ever shown, and it keeps only `findHashOf` it. */
  readonly find: Uint8Array;
  /** An age identity (post-quantum hybrid). It stays on the device; the server has its recipient. */
  readonly open: string;
};

/** A case's name inside envelopes. It is made of the find half's digest, so that who reads it can look nothing up. */
export type About = string & { readonly [about]: true };

declare const about: unique symbol;

/**
 * Both halves of a code. The slow step stands before both: whoever took the server's digests pays
 * for it at every guess of 2^81.
 */
export async function halvesOf(code: Code): Promise<Halves> {
  const key = await slowKey(toBytes(writeCode(code, 'digits')), 'binh-yen code v1');
  return {
    find: derive(key, 'binh-yen find v1', 16),
    open: identityFromSeed(derive(key, 'binh-yen open v1', 32)),
  };
}

/** SHA-256: what the server keeps of a find half. Whoever steals it finds no case with it. */
export const findHashOf = (find: Uint8Array): Uint8Array => digest(find);

/** For the sender's device, which has the code. */
export const aboutOf = (find: Uint8Array): About => aboutOfHash(findHashOf(find));

/** For the ring's devices, which are given what the server keeps. */
export const aboutOfHash = (findHash: Uint8Array): About => toBase64Url(findHash) as About;
