// The SQL of the duties and of what happened to them.

import { sql, type Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import { newId, type CommandId, type Id, type PersonId, type SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Scope } from '#people/person.ts';
import type { Duty, DutyEvent, DutyHappening, DutyRole } from '../site.ts';
import { withLines } from './lines.ts';
import { keepOpenDuties } from './open-store.ts';
import { inScope } from './store.ts';

export const findDuty = async (
  db: Database,
  scope: Scope,
  siteId: SiteId,
  dutyId: Id<'duty'>,
): Promise<Duty | undefined> => {
  const row = await duties(db, scope)
    .where('site_id', '=', siteId)
    .where('duty_id', '=', dutyId)
    .executeTakeFirst();
  return row && dutyOfRow(row);
};

/** All duties of a site: what the plan gives, and the calendar of checks and reviews. */
export const listDuties = async (
  db: Database,
  scope: Scope,
  siteId: SiteId,
): Promise<readonly Duty[]> => {
  const rows = await duties(db, scope).where('site_id', '=', siteId).execute();
  return rows.map(dutyOfRow);
};

/** Open duties of some roles, expected by a day or kept up all the time; the earliest first. */
export const listDutiesDue = async (
  db: Database,
  scope: Scope,
  roles: readonly DutyRole[],
  until: Day,
  limit = 300,
): Promise<readonly Duty[]> => {
  if (roles.length === 0) return [];
  // First the few that are asked for, by an index that has their order; then what they say.
  const open = db
    .selectFrom('open_duty')
    .where(inScope(scope, 'site_id'))
    .where('role', 'in', roles)
    .where((eb) => eb.or([eb('expected', 'is', null), eb('expected', '<=', until)]))
    .select(['site_id', 'duty_id', 'expected'])
    .orderBy('expected', (order) => order.asc().nullsLast())
    .orderBy('site_id')
    .orderBy('duty_id')
    .limit(limit);
  const rows = await duties(db, scope)
    .innerJoin(open.as('open'), (join) =>
      join.onRef('open.site_id', '=', 'duty.site_id').onRef('open.duty_id', '=', 'duty.duty_id'),
    )
    .clearOrderBy()
    .orderBy('open.expected', (order) => order.asc().nullsLast())
    .orderBy('open.site_id')
    .orderBy('open.duty_id')
    .execute();
  return rows.map(dutyOfRow);
};

/** What happened to some duties, in the order of recording. */
export const listDutyEvents = (
  db: Database,
  scope: Scope,
  of: readonly Pick<Duty, 'siteId' | 'dutyId'>[],
): Promise<readonly DutyEvent[]> =>
  db
    .selectFrom('duty_event')
    .innerJoin('person', 'person.id', 'duty_event.recorded_by')
    .where(inScope(scope, 'site_id'))
    .where(inScope([...new Set(of.map(({ siteId }) => siteId))], 'site_id'))
    .where(sql<boolean>`duty_id = any(${of.map(({ dutyId }) => dutyId)}::uuid[])`)
    .select(['event_id as eventId', 'duty_id as dutyId', 'kind', 'day', 'note'])
    .select(['recorded_by as recordedBy', 'name as recordedByName', 'recorded_at as recordedAt'])
    .$narrowType<{ eventId: Id<'event'>; dutyId: Id<'duty'>; kind: DutyEvent['kind']; day: Day }>()
    .$narrowType<{ recordedBy: PersonId; recordedAt: Instant }>()
    .orderBy('recorded_at')
    .orderBy('event_id')
    .execute();

/** What an earlier sending of the same command did. */
export const findDutyEvent = (
  db: Database,
  siteId: SiteId,
  commandId: CommandId,
): Promise<{ readonly eventId: Id<'event'> } | undefined> =>
  db
    .selectFrom('duty_event')
    .where('site_id', '=', siteId)
    .where('command_id', '=', commandId)
    .select('event_id as eventId')
    .$narrowType<{ eventId: Id<'event'> }>()
    .executeTakeFirst();

/** Recorded strictly after everything else of the same duty: folds go by the instant. */
export async function insertDutyEvent(
  tx: Transaction<DB>,
  happening: DutyHappening,
  by: { readonly siteId: SiteId; readonly commandId: CommandId; readonly personId: PersonId },
): Promise<Id<'event'>> {
  const eventId = newId<'event'>();
  const last = sql`select max(recorded_at) + interval '1 millisecond' from duty_event
    where site_id = ${by.siteId} and duty_id = ${happening.dutyId}`;
  await tx
    .insertInto('duty_event')
    .values({
      site_id: by.siteId,
      event_id: eventId,
      command_id: by.commandId,
      duty_id: happening.dutyId,
      kind: happening.kind,
      day: happening.day,
      note: happening.note,
      recorded_by: by.personId,
      recorded_at: sql<string>`greatest(clock_timestamp(), (${last}))`,
    })
    .execute();
  await keepOpenDuties(tx, by.siteId, happening.dutyId);
  return eventId;
}

const dutyOfRow = <Row extends { line_from: number; line_to: number; planDue: Day | null }>({
  planDue,
  ...row
}: Row) => ({
  ...withLines(row),
  ...(planDue !== null && { inPlan: { due: planDue } }),
});

const duties = (db: Database, scope: Scope) =>
  db
    .selectFrom('duty')
    .where(inScope(scope, 'duty.site_id'))
    .select(['duty.site_id as siteId', 'duty.duty_id as dutyId', 'kind', 'text', 'lead', 'support'])
    .select(['duty.role', 'due', 'due_text as dueText', 'line_from', 'line_to'])
    .select('plan_due as planDue')
    .$narrowType<{ siteId: SiteId; dutyId: Id<'duty'>; kind: Duty['kind'] }>()
    .$narrowType<{ role: DutyRole; due: Day | null; planDue: Day | null }>()
    .orderBy('due', (order) => order.asc().nullsLast())
    .orderBy('line_from')
    .orderBy('duty_id');
