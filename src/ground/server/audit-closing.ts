// The daily closing value of the record: one figure for all chains, to be printed and countersigned.

import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import type { CommandId, PersonId } from '#ground/id.ts';
import { lockChains } from './audit-chain.ts';
import { closingForm, closingText, closingValue, type ChainHead } from './audit-closing-value.ts';
import type { AuditClosing, DB } from './schema.ts';

export type Closing = {
  /** 1, 2, 3 …: each closing rests on the one before. */
  readonly number: number;
  readonly day: Day;
  readonly madeAt: Instant;
  readonly madeBy: PersonId | null;
  readonly chains: number;
  /** How many rows all chains held. */
  readonly rows: number;
  /** 64 hexadecimal digits. */
  readonly value: string;
};

type Wanted = {
  readonly commandId: CommandId;
  readonly day: Day;
  readonly personId: PersonId | null;
};

/** Closes all chains as they stand; sent twice, it is one closing. Link what waits before. */
export async function closeChains(
  tx: Transaction<DB>,
  wanted: Wanted,
): Promise<{ readonly closing: Closing; readonly isNew: boolean }> {
  await lockChains(tx);
  const sent = await findClosing(tx, sql`command_id = ${wanted.commandId}`);
  if (sent) return { closing: sent, isNew: false };
  const last = await findClosing(tx, sql`true`);
  const grown = await listGrown(tx, last?.number ?? 0);
  const number = (last?.number ?? 0) + 1;
  await insertClosing(tx, last?.value, grown, {
    form: closingForm,
    number,
    command_id: wanted.commandId,
    day: wanted.day,
    made_by: wanted.personId,
    chains: (last?.chains ?? 0) + grown.filter(({ before }) => before === null).length,
    rows: grown.reduce((sum, one) => sum + one.position - (one.before ?? 0), last?.rows ?? 0),
  });
  await insertHeads(tx, number, grown);
  const made = await findClosing(tx, sql`number = ${number}`);
  if (!made) throw new Error('a closing that was made is not there');
  return { closing: made, isNew: true };
}

/** The latest first. */
export const listClosings = (db: Kysely<DB>, limit = 60): Promise<readonly Closing[]> =>
  selectClosings(db, sql`true`, limit);

export const findClosingOf = (db: Kysely<DB>, number: number): Promise<Closing | undefined> =>
  findClosing(db, sql`number = ${number}`);

/** The chains that grew up to that closing, each where it ended. */
export async function listClosingHeads(
  db: Kysely<DB>,
  number: number,
): Promise<readonly ChainHead[]> {
  return db
    .selectFrom('audit_closing_head')
    .where('number', '=', number)
    .select(['chain', 'position', 'hash'])
    .orderBy('chain')
    .execute();
}

type Condition = ReturnType<typeof sql>;

async function findClosing(db: Kysely<DB>, condition: Condition): Promise<Closing | undefined> {
  const [closing] = await selectClosings(db, condition, 1);
  return closing;
}

async function selectClosings(
  db: Kysely<DB>,
  condition: Condition,
  limit: number,
): Promise<readonly Closing[]> {
  const { rows } = await sql<Closing>`
    SELECT number, day, made_at AS "madeAt", made_by AS "madeBy", chains, rows,
      encode(value, 'hex') AS value
    FROM audit_closing WHERE ${condition} ORDER BY number DESC LIMIT ${limit}`.execute(db);
  return rows;
}

type Grown = ChainHead & { readonly before: number | null };

/** Hops from chain to chain through the index: the links between are not read. */
async function listGrown(tx: Transaction<DB>, last: number): Promise<readonly Grown[]> {
  const { rows } = await sql<Grown>`
    WITH RECURSIVE known (chain) AS (
      (SELECT chain FROM audit_link ORDER BY chain LIMIT 1)
      UNION ALL
      SELECT (SELECT chain FROM audit_link WHERE chain > known.chain ORDER BY chain LIMIT 1)
      FROM known WHERE known.chain IS NOT NULL
    )
    SELECT head.chain, head.position, head.hash, closed.position AS before
    FROM known
    CROSS JOIN LATERAL (
      SELECT chain, position, hash FROM audit_link
      WHERE chain = known.chain ORDER BY position DESC LIMIT 1
    ) AS head
    LEFT JOIN LATERAL (
      SELECT position FROM audit_closing_head
      WHERE chain = known.chain AND number <= ${last} ORDER BY number DESC LIMIT 1
    ) AS closed ON true
    WHERE closed.position IS DISTINCT FROM head.position
    ORDER BY head.chain`.execute(tx);
  return rows;
}

/** The text comes from the row as it will stand: now() is the same until the transaction ends. */
async function insertClosing(
  tx: Transaction<DB>,
  before: string | undefined,
  grown: readonly ChainHead[],
  row: Omit<Insertable<AuditClosing>, 'made_at' | 'value'>,
): Promise<void> {
  const { rows } = await sql<{ text: string }>`
    SELECT ${closingText} AS text FROM (
      SELECT ${row.form}::smallint AS form, ${row.number}::integer AS number,
        ${row.command_id}::uuid AS command_id, ${row.day}::date AS day, now() AS made_at,
        ${row.made_by}::uuid AS made_by, ${row.chains}::bigint AS chains, ${row.rows}::bigint AS rows
    ) AS audit_closing`.execute(tx);
  const value = closingValue(before, rows[0]?.text ?? '', grown);
  await tx
    .insertInto('audit_closing')
    .values({ ...row, value })
    .execute();
}

async function insertHeads(
  tx: Transaction<DB>,
  number: number,
  heads: readonly ChainHead[],
): Promise<void> {
  const column = <K extends keyof ChainHead>(name: K): ChainHead[K][] =>
    heads.map((head) => head[name]);
  await sql`
    INSERT INTO audit_closing_head (chain, number, position, hash)
    SELECT chain, ${number}::integer, position, hash
    FROM unnest(${column('chain')}::uuid[], ${column('position')}::bigint[],
      ${column('hash')}::bytea[]) AS head (chain, position, hash)`.execute(tx);
}
