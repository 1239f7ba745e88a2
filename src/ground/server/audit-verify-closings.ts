// Checks the closings of the record: against the chains as they stand, and against what was printed.

import { sql, type Kysely } from 'kysely';
import {
  closingValue,
  findClosingOf,
  listClosingHeads,
  type ChainHead,
  type Closing,
} from './audit-closing.ts';
import type { DB } from './schema.ts';

export type ClosingBreak = {
  readonly number: number;
  /** The chain that is not what it was at that closing; null where the closing itself differs. */
  readonly chain: string | null;
  /** Where the chain ended then. */
  readonly position: number | null;
};

export type VerifiedClosings = {
  readonly closings: number;
  /** The first of each chain, and the first closing whose value does not follow. */
  readonly breaks: readonly ClosingBreak[];
};

export async function verifyClosings(db: Kysely<DB>): Promise<VerifiedClosings> {
  const closings = await listAll(db);
  const wrong = await findWrongValue(db, closings);
  const chains = await listChangedChains(db);
  return { closings: closings.length, breaks: [...(wrong ? [wrong] : []), ...chains] };
}

/** Whether this value was made by this record: the closing of that value, and undefined if none. */
export async function findClosingOfValue(
  db: Kysely<DB>,
  value: string,
): Promise<Closing | undefined> {
  const { rows } = await sql<{ number: number }>`
    SELECT number FROM audit_closing WHERE value = decode(${value}, 'hex')`.execute(db);
  return rows[0] && findClosingOf(db, rows[0].number);
}

/** The 64 digits of a closing value, however they were grouped or typed; undefined where none. */
export function readClosingValue(typed: string): string | undefined {
  const digits = typed.toLowerCase().replace(/[\s.\-–:]/g, '');
  return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined;
}

async function findWrongValue(
  db: Kysely<DB>,
  closings: readonly Closing[],
): Promise<ClosingBreak | undefined> {
  let before: Closing | undefined;
  for (const closing of closings) {
    const heads = await listClosingHeads(db, closing.number);
    const follows = closing.number === (before?.number ?? 0) + 1;
    if (!follows || valueOf(before, closing, heads) !== closing.value)
      return { number: closing.number, chain: null, position: null };
    before = closing;
  }
  return undefined;
}

const valueOf = (
  before: Closing | undefined,
  closing: Closing,
  heads: readonly ChainHead[],
): string => closingValue(before?.value, closing, heads).toString('hex');

async function listAll(db: Kysely<DB>): Promise<readonly Closing[]> {
  const { rows } = await sql<Closing>`
    SELECT number, day, made_at AS "madeAt", made_by AS "madeBy", chains, rows,
      encode(value, 'hex') AS value
    FROM audit_closing ORDER BY number`.execute(db);
  return rows;
}

/** Where a chain ended at a closing, there must still stand the same hash. */
async function listChangedChains(db: Kysely<DB>): Promise<readonly ClosingBreak[]> {
  const { rows } = await sql<ClosingBreak>`
    SELECT DISTINCT ON (head.chain) head.number, head.chain, head.position
    FROM audit_closing_head AS head
    LEFT JOIN audit_link AS link ON link.chain = head.chain AND link.position = head.position
    WHERE link.hash IS DISTINCT FROM head.hash
    ORDER BY head.chain, head.number`.execute(db);
  return rows;
}
