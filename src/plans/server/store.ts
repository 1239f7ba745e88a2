// The only SQL of the plans: papers read in, found again by their words or their number.

import { sql, type ExpressionBuilder, type Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import type { CommandId, PersonId, PlanId, SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Scope } from '#people/person.ts';
import type { Plan } from '../plan.ts';
import type { PlanReading, PlanSummary } from '../plan-reading.ts';

/** Readings are seen by province offices, by who read them in, and at the site made from them. */
export type Reader = { readonly personId: PersonId; readonly scope: Scope };

export type PaperKeys = { readonly textHash: string; readonly identity: string | null };

export type NewReading = PaperKeys & {
  readonly planId: PlanId;
  readonly commandId: CommandId;
  readonly fileName: string;
  readonly fileRef: string;
  readonly text: readonly string[];
  readonly plan: Plan;
  readonly readBy: PersonId;
};

export const findPlanReading = (
  db: Database,
  reader: Reader,
  planId: PlanId,
): Promise<PlanReading | undefined> =>
  readings(db, reader).where('plan_reading.plan_id', '=', planId).executeTakeFirst();

/** The same, and nobody else changes it before the transaction ends. */
export const findPlanReadingForUpdate = (
  tx: Transaction<DB>,
  reader: Reader,
  planId: PlanId,
): Promise<PlanReading | undefined> =>
  readings(tx, reader)
    .where('plan_reading.plan_id', '=', planId)
    .forUpdate('plan_reading')
    .executeTakeFirst();

/** The latest first. */
export const listPlanReadings = (
  db: Database,
  reader: Reader,
  limit = 100,
): Promise<readonly PlanSummary[]> =>
  db
    .selectFrom('plan_reading')
    .where((eb) => isSeenBy(eb, reader))
    .select([
      'plan_id as planId',
      'file_name as fileName',
      'site_id as siteId',
      'read_at as readAt',
      sql<string | null>`plan -> 'paper' ->> 'number'`.as('number'),
      sql<Day | null>`plan -> 'paper' ->> 'date'`.as('date'),
      sql<string | null>`plan -> 'paper' ->> 'subject'`.as('subject'),
    ])
    .$narrowType<{ planId: PlanId; siteId: SiteId | null; readAt: Instant }>()
    .orderBy('read_at', 'desc')
    .limit(limit)
    .execute();

/** The reading an earlier sending of the same command made. */
export const findPlanOfCommand = (
  db: Database,
  commandId: CommandId,
): Promise<{ readonly planId: PlanId } | undefined> =>
  db
    .selectFrom('plan_reading')
    .where('command_id', '=', commandId)
    .select('plan_id as planId')
    .$narrowType<{ planId: PlanId }>()
    .executeTakeFirst();

/** The reading of the same paper, whoever read it in: by its words, or by agency, number and date. */
export async function findSamePaper(
  db: Database,
  { textHash, identity }: PaperKeys,
): Promise<{ readonly planId: PlanId } | undefined> {
  // A function of the database: that paper may be out of reach, which must not hide that it is there.
  const { rows } = await sql<{ planId: PlanId | null }>`
    SELECT find_same_paper(${textHash}, ${identity}) AS "planId"`.execute(db);
  const planId = rows[0]?.planId;
  return planId ? { planId } : undefined;
}

/** False where the paper, or the command, is there already: then nothing is written. */
export async function insertPlanReading(
  tx: Transaction<DB>,
  reading: NewReading,
): Promise<boolean> {
  const plan = JSON.stringify(reading.plan);
  const inserted = await tx
    .insertInto('plan_reading')
    .values({
      plan_id: reading.planId,
      command_id: reading.commandId,
      text_hash: reading.textHash,
      identity: reading.identity,
      file_name: reading.fileName,
      file_ref: reading.fileRef,
      text: JSON.stringify(reading.text),
      as_read: plan,
      plan,
      read_by: reading.readBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('plan_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Another reading that has this identity; the paper being corrected itself does not count. */
export async function findOtherWithIdentity(
  tx: Transaction<DB>,
  planId: PlanId,
  identity: string | null,
): Promise<{ readonly planId: PlanId } | undefined> {
  // No paper has an empty hash: found by its identity alone.
  const found = await findSamePaper(tx, { textHash: '', identity });
  return found?.planId === planId ? undefined : found;
}

export const updatePlan = (
  tx: Transaction<DB>,
  planId: PlanId,
  plan: Plan,
  identity: string | null,
): Promise<unknown> =>
  tx
    .updateTable('plan_reading')
    .set({ plan: JSON.stringify(plan), identity, corrected_at: sql`now()` })
    .where('plan_id', '=', planId)
    .execute();

export const attachSite = (tx: Transaction<DB>, planId: PlanId, siteId: SiteId): Promise<unknown> =>
  tx.updateTable('plan_reading').set({ site_id: siteId }).where('plan_id', '=', planId).execute();

const readings = (db: Database, reader: Reader) =>
  db
    .selectFrom('plan_reading')
    .innerJoin('person', 'person.id', 'plan_reading.read_by')
    .where((eb) => isSeenBy(eb, reader))
    .select([
      'plan_id as planId',
      'file_name as fileName',
      'file_ref as fileRef',
      'text',
      'as_read as asRead',
      'plan',
      'site_id as siteId',
      'person.name as readByName',
      'read_at as readAt',
      'corrected_at as correctedAt',
    ])
    .$narrowType<{
      planId: PlanId;
      text: readonly string[];
      asRead: Plan;
      plan: Plan;
      siteId: SiteId | null;
      readAt: Instant;
      correctedAt: Instant | null;
    }>();

function isSeenBy(eb: ExpressionBuilder<DB, 'plan_reading'>, { personId, scope }: Reader) {
  if (scope === 'all') return eb.lit(true);
  const isOwn = eb('plan_reading.read_by', '=', personId);
  return scope.length === 0 ? isOwn : eb.or([isOwn, eb('plan_reading.site_id', 'in', scope)]);
}
