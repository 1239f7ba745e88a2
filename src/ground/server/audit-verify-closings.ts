// Checks the closings of the record: against the chains as they stand, and against what was printed.

import { sql, type Kysely } from 'kysely';
import { closingText, closingValue } from './audit-closing-value.ts';
import { findClosingOf, listClosingHeads, type Closing } from './audit-closing.ts';
import type { DB } from './schema.ts';

/**
 * value: it does not follow from the one before. counts: it follows, but says other numbers of rows
 * and chains than its heads (in the first form they do not stand under the value). missing: from that number to the other there are none. cut: a chain is
 * not what it was.
 */
export type ClosingBreak =
  | { readonly number: number; readonly what: 'value' | 'counts' }
  | { readonly number: number; readonly what: 'missing'; readonly until: number }
  | {
      readonly number: number;
      readonly what: 'cut';
      readonly chain: string;
      /** Where the chain ended then. */
      readonly position: number;
    };

export type VerifiedClosings = {
  readonly closings: number;
  /** How many were made when number and day alone of the row stood under its value. */
  readonly ofFirstForm: number;
  readonly breaks: readonly ClosingBreak[];
};

export async function verifyClosings(db: Kysely<DB>): Promise<VerifiedClosings> {
  const closings = await listAll(db);
  return {
    closings: closings.length,
    ofFirstForm: closings.filter(({ form }) => form === 1).length,
    breaks: [...(await listWrong(db, closings)), ...(await listChangedChains(db))],
  };
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

type ClosingRead = Pick<Closing, 'number' | 'chains' | 'rows' | 'value'> & {
  readonly form: number;
  readonly text: string;
};

async function listAll(db: Kysely<DB>): Promise<readonly ClosingRead[]> {
  const { rows } = await sql<ClosingRead>`
    SELECT number, form, chains, rows, ${closingText} AS text, encode(value, 'hex') AS value
    FROM audit_closing ORDER BY number`.execute(db);
  return rows;
}

const nothing: Pick<ClosingRead, 'number' | 'chains' | 'rows'> = { number: 0, chains: 0, rows: 0 };

/** Each is held against the one stored before it; where that one is missing, only this is said. */
async function listWrong(
  db: Kysely<DB>,
  closings: readonly ClosingRead[],
): Promise<readonly ClosingBreak[]> {
  const breaks: ClosingBreak[] = [];
  const ends = new Map<string, number>();
  for (const [at, closing] of closings.entries()) {
    const before = closings[at - 1];
    const last = before?.number ?? 0;
    const heads = await listClosingHeads(db, closing.number);
    const isNext = last + 1 === closing.number;
    if (!isNext) breaks.push({ number: last + 1, what: 'missing', until: closing.number - 1 });
    const wrong = isNext && wrongIn(closing, before, heads, ends);
    if (wrong) breaks.push({ number: closing.number, what: wrong });
    for (const { chain, position } of heads) ends.set(chain, position);
  }
  return breaks;
}

function wrongIn(
  closing: ClosingRead,
  before: ClosingRead | undefined,
  heads: Parameters<typeof closingValue>[2],
  ends: ReadonlyMap<string, number>,
): 'value' | 'counts' | undefined {
  const value = closingValue(before?.value, closing.text, heads).toString('hex');
  if (value !== closing.value) return 'value';
  if (closing.form > 1) return undefined;
  const { chains, rows } = before ?? nothing;
  const grown = heads.reduce((sum, one) => sum + one.position - (ends.get(one.chain) ?? 0), rows);
  const begun = heads.filter(({ chain }) => !ends.has(chain)).length + chains;
  return grown === closing.rows && begun === closing.chains ? undefined : 'counts';
}

/** Where a chain ended at a closing, there must still stand the same hash. */
async function listChangedChains(db: Kysely<DB>): Promise<readonly ClosingBreak[]> {
  const { rows } = await sql<{ number: number; chain: string; position: number }>`
    SELECT head.number, head.chain, head.position
    FROM audit_closing_head AS head
    LEFT JOIN audit_link AS link ON link.chain = head.chain AND link.position = head.position
    WHERE link.hash IS DISTINCT FROM head.hash
    ORDER BY head.chain, head.number`.execute(db);
  return rows.map((row) => ({ ...row, what: 'cut' }));
}
