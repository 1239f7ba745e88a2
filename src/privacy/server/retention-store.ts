// The runs that end records, what they would take, and the tombstones they leave.

import { sql, type Kysely, type Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import type { CommandId, Id, PersonId } from '#ground/id.ts';
import { newId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { RuleKey } from '#law/rule-key.ts';

type Reader = Kysely<DB> | Transaction<DB>;
export type RunId = Id<'run'>;

export type DueRecords = {
  readonly rule: RuleKey;
  readonly table: string;
  readonly records: number;
  readonly oldest: Day | null;
};

/** What a run of today would take by a rule: counts alone. */
export async function listDue(
  db: Reader,
  rule: RuleKey,
  today: Day,
  zone: string,
): Promise<readonly DueRecords[]> {
  const { rows } = await sql<Omit<DueRecords, 'rule'>>`
    SELECT table_name AS "table", records, oldest
    FROM retention_due(${rule}, ${today}::date, ${zone})`.execute(db);
  return rows.map((row) => ({ ...row, rule, records: Number(row.records) }));
}

/**
 * Erases by one rule and lays its tombstones; how many rows went. Where it throws, nothing of it
 * happened and the transaction goes on.
 */
export async function retire(
  tx: Transaction<DB>,
  runId: RunId,
  rule: RuleKey,
  today: Day,
  zone: string,
): Promise<number> {
  await sql`SAVEPOINT rule`.execute(tx);
  try {
    const { rows } = await sql<{ gone: number }>`
      SELECT retire(${runId}, ${rule}, ${today}::date, ${zone}) AS gone`.execute(tx);
    return Number(rows[0]?.gone ?? 0);
  } catch (error) {
    await sql`ROLLBACK TO SAVEPOINT rule`.execute(tx);
    throw error;
  } finally {
    await sql`RELEASE SAVEPOINT rule`.execute(tx);
  }
}

export async function markFailed(
  tx: Transaction<DB>,
  runId: RunId,
  failed: readonly RuleKey[],
): Promise<void> {
  await tx
    .updateTable('retention_run')
    .set({ failed: [...failed] })
    .where('run_id', '=', runId)
    .execute();
}

/** Undefined where a command of that id ran before. */
export async function insertRun(
  tx: Transaction<DB>,
  run: { readonly commandId: CommandId; readonly day: Day; readonly startedBy: PersonId | null },
): Promise<RunId | undefined> {
  const runId = newId<'run'>();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('retention_run')
    .values({ run_id: runId, command_id: run.commandId, day: run.day, started_by: run.startedBy })
    .onConflict((conflict) => conflict.column('command_id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n ? runId : undefined;
}

export type Run = {
  readonly runId: RunId;
  readonly day: Day;
  readonly ranAt: Instant;
  /** Null where the clock started it. */
  readonly startedBy: string | null;
  readonly records: number;
  /** Rules that could not be carried out. */
  readonly failed: readonly string[];
};

export const listRuns = (db: Reader, limit: number): Promise<readonly Run[]> =>
  db
    .selectFrom('retention_run')
    .leftJoin('person', 'person.id', 'started_by')
    .select((run) => [
      run.ref('run_id').$castTo<RunId>().as('runId'),
      run.ref('day').$castTo<Day>().as('day'),
      run.ref('ran_at').$castTo<Instant>().as('ranAt'),
      'person.name as startedBy',
      'failed',
      sql<number>`(SELECT coalesce(sum(records), 0)::integer FROM tombstone
        WHERE tombstone.run_id = retention_run.run_id)`.as('records'),
    ])
    .orderBy('ran_at', 'desc')
    .limit(limit)
    .execute();

export type Tombstone = {
  readonly tombstoneId: Id<'tombstone'>;
  readonly rule: string;
  readonly table: string;
  readonly records: number;
  readonly recordHash: string | null;
  readonly laidAt: Instant;
};

export const listTombstones = (db: Reader, limit: number): Promise<readonly Tombstone[]> =>
  db
    .selectFrom('tombstone')
    .select((stone) => [
      stone.ref('tombstone_id').$castTo<Id<'tombstone'>>().as('tombstoneId'),
      'rule',
      'table_name as table',
      'records',
      'record_hash as recordHash',
      stone.ref('laid_at').$castTo<Instant>().as('laidAt'),
    ])
    .orderBy('laid_at', 'desc')
    .orderBy('tombstone_id')
    .limit(limit)
    .execute();
