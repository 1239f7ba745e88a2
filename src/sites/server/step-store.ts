// The SQL of the steps and of what happened to them.

import { sql, type Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import { newId, type CommandId, type Id, type PersonId, type SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Scope } from '#people/person.ts';
import type { Step, StepEvent, StepHappening } from '../site.ts';
import { withLines } from './lines.ts';
import { keepOpenSteps } from './open-store.ts';
import { inScope } from './store.ts';

export type SiteStep = Step & { readonly siteId: SiteId };
export type SiteStepEvent = StepEvent & { readonly siteId: SiteId };

/** The steps of some sites, each site's in order. */
export const listSteps = async (
  db: Database,
  scope: Scope,
  siteIds: readonly SiteId[],
): Promise<readonly SiteStep[]> => {
  const rows = await steps(db, scope).where(inScope(siteIds, 'step.site_id')).execute();
  return rows.map(stepOfRow);
};

/** Steps that are not closed and expected to be by a day; what is kept up has no such day. */
export const listStepsDue = async (
  db: Database,
  scope: Scope,
  until: Day,
  limit = 200,
): Promise<readonly SiteStep[]> => {
  const open = db
    .selectFrom('open_step')
    .where(inScope(scope, 'site_id'))
    .where('expected', '<=', until)
    .select(['site_id', 'number', 'expected'])
    .orderBy('expected')
    .orderBy('site_id')
    .orderBy('number')
    .limit(limit);
  const rows = await steps(db, scope)
    .innerJoin(open.as('open'), (join) =>
      join.onRef('open.site_id', '=', 'step.site_id').onRef('open.number', '=', 'step.number'),
    )
    .clearOrderBy()
    .orderBy('open.expected')
    .orderBy('open.site_id')
    .orderBy('open.number')
    .execute();
  return rows.map(stepOfRow);
};

/** What happened to the steps of some sites, in the order of recording. */
export const listStepEvents = async (
  db: Database,
  scope: Scope,
  siteIds: readonly SiteId[],
): Promise<readonly SiteStepEvent[]> => {
  const rows = await db
    .selectFrom('step_event')
    .innerJoin('person', 'person.id', 'step_event.recorded_by')
    .where(inScope(scope, 'site_id'))
    .where(inScope(siteIds, 'site_id'))
    .select(['site_id as siteId', 'event_id as eventId', 'number', 'kind', 'day', 'note'])
    .select(['requirement', 'file_ref as fileRef', 'file_name as fileName'])
    .select(['recorded_by as recordedBy', 'name as recordedByName', 'recorded_at as recordedAt'])
    .$narrowType<{ siteId: SiteId; eventId: Id<'event'>; kind: StepEvent['kind']; day: Day }>()
    .$narrowType<{ recordedBy: PersonId; recordedAt: Instant }>()
    .orderBy('recorded_at')
    .orderBy('event_id')
    .execute();
  return rows.map(({ kind, requirement, fileRef, fileName, ...event }) =>
    kind === 'evidenced'
      ? { ...event, kind, requirement: requirement ?? '', fileRef, fileName }
      : { ...event, kind },
  );
};

/** What an earlier sending of the same command did. */
export const findStepEvent = (
  db: Database,
  siteId: SiteId,
  commandId: CommandId,
): Promise<{ readonly eventId: Id<'event'> } | undefined> =>
  db
    .selectFrom('step_event')
    .where('site_id', '=', siteId)
    .where('command_id', '=', commandId)
    .select('event_id as eventId')
    .$narrowType<{ eventId: Id<'event'> }>()
    .executeTakeFirst();

/** Recorded strictly after everything else of the same step: folds go by the instant. */
export async function insertStepEvent(
  tx: Transaction<DB>,
  happening: StepHappening,
  by: { readonly siteId: SiteId; readonly commandId: CommandId; readonly personId: PersonId },
): Promise<Id<'event'>> {
  const eventId = newId<'event'>();
  const isEvidence = happening.kind === 'evidenced';
  const last = sql`select max(recorded_at) + interval '1 millisecond' from step_event
    where site_id = ${by.siteId} and number = ${happening.number}`;
  await tx
    .insertInto('step_event')
    .values({
      site_id: by.siteId,
      event_id: eventId,
      command_id: by.commandId,
      number: happening.number,
      kind: happening.kind,
      requirement: isEvidence ? happening.requirement : null,
      day: happening.day,
      note: happening.note,
      file_ref: isEvidence ? happening.fileRef : null,
      file_name: isEvidence ? happening.fileName : null,
      recorded_by: by.personId,
      recorded_at: sql<string>`greatest(clock_timestamp(), (${last}))`,
    })
    .execute();
  await keepOpenSteps(tx, by.siteId, happening.number);
  return eventId;
}

const stepOfRow = <Row extends StepRow>({ planFrom, planDue, ...row }: Row) => ({
  ...withLines(row),
  ...((planFrom !== null || planDue !== null) && { inPlan: { from: planFrom, due: planDue } }),
});
type StepRow = {
  readonly line_from: number;
  readonly line_to: number;
  readonly planFrom: Day | null;
  readonly planDue: Day | null;
};

const steps = (db: Database, scope: Scope) =>
  db
    .selectFrom('step')
    .where(inScope(scope, 'step.site_id'))
    .select(['step.site_id as siteId', 'step.number', 'kind', 'text', 'due', 'ongoing'])
    .select(['planned_from as plannedFrom', 'due_text as dueText', 'line_from', 'line_to'])
    .select(['plan_from as planFrom', 'plan_due as planDue'])
    .$narrowType<{ planFrom: Day | null; planDue: Day | null }>()
    .$narrowType<{ siteId: SiteId; kind: Step['kind']; plannedFrom: Day | null; due: Day | null }>()
    .orderBy('site_id')
    .orderBy('number');
