// What stands under the value of a closing: its own row as a text, and the heads of the chains that grew.

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beginning } from './audit-chain.ts';

export type ChainHead = {
  readonly chain: string;
  readonly position: number;
  readonly hash: Uint8Array;
};

/** How closings are made now. Of form 1 number and day alone stand under the value, not the rest of the row. */
export const closingForm = 2;

/**
 * The row of a closing as it is hashed: all its columns but the value, as PostgreSQL writes a JSON
 * array. In form 1 it was 'number day'.
 */
export const closingText = sql<string>`CASE form
  WHEN 1 THEN number || ' ' || to_char(day, 'YYYY-MM-DD')
  ELSE json_build_array(form, number, command_id, day,
    to_char(made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), made_by, chains, rows)::text
END`;

/** SHA-256 over the value before, the row's text, and 'chain position hash' of each, a line each. */
export function closingValue(
  before: string | undefined,
  text: string,
  grown: readonly ChainHead[],
): Buffer {
  const lines = grown
    .map(({ chain, position, hash }) => `${chain} ${position} ${Buffer.from(hash).toString('hex')}`)
    .toSorted();
  return createHash('sha256')
    .update(before === undefined ? beginning : Buffer.from(before, 'hex'))
    .update([text, ...lines].map((line) => `${line}\n`).join(''))
    .digest();
}
