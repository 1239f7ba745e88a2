// How a row of the record is bound to the one before it: its text, its hash, and its place in a chain.

import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { DB } from './schema.ts';

/** The chain of what belongs to no site; each site has a chain under its own id. */
export const houseChain = '00000000-0000-0000-0000-000000000000';

/** What stands before the first link of a chain, and before the first closing. */
export const beginning: Buffer = Buffer.alloc(32);

/** In the order in which they are hashed. */
export const linkedColumns = [
  'audit_id',
  'site_id',
  'person_id',
  'acting_for',
  'kind',
  'command',
  'record',
  'concerns',
  'before',
  'after',
  'device_at',
  'at',
] as const;

/**
 * The text that is hashed, as PostgreSQL writes a JSON array: numbers, strings and nulls with ', '
 * in between, before and after as they are, times in UTC ('2026-11-23T01:02:03.4567+00:00').
 */
export const rowText = sql<string>`json_build_array(${sql.join(
  linkedColumns.map((name) => sql.ref(`audit.${name}`)),
)})::text`;

export const chainOfRow = sql<string>`coalesce(audit.site_id, ${sql.lit(houseChain)}::uuid)`;

export const linkHash = (previous: Uint8Array, text: string): Buffer =>
  createHash('sha256').update(previous).update(text).digest();

/** One at a time may add links, whichever server it runs on; held until the transaction ends. */
export async function lockChains(tx: Transaction<DB>): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('audit_link'))`.execute(tx);
}

/** Settings under which the texts come out the same wherever the rows are read. */
export async function readPlainly(tx: Transaction<DB>): Promise<void> {
  await sql`SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO';
    SET LOCAL search_path = public; SET LOCAL work_mem = '64MB'`.execute(tx);
}
