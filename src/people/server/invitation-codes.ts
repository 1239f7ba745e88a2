// Codes of sheets: drawn here, told once; what is kept of them and looked for is a hash.

import { createHash, randomBytes } from 'node:crypto';
import { codeFrom, readCode } from '../invitation-code.ts';

export function newCode(): { readonly code: string; readonly codeHash: string } {
  const code = codeFrom(randomBytes(32));
  return { code, codeHash: hashOf(code) };
}

/** The hash of a code however it was typed; undefined where it cannot be one. */
export function hashOfTyped(typed: string): string | undefined {
  const code = readCode(typed);
  return code === undefined ? undefined : hashOf(code);
}

/** Plain SHA-256 is enough: nobody goes through 2⁷⁴ codes. */
const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');
