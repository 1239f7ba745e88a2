// The SQL of the duties and of what happened to them.

import { sql, type Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import { newId, type CommandId, type Id, type PersonId, type SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Scope } from '#people/person.ts';
import type { Duty, DutyEvent, DutyHappening, DutyRole } from '../site.ts';
import { withLines } from './lines.ts';
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
  return row && withLines(row);
};

/** All duties of a site: what the plan gives, and the calendar of checks and reviews. */
export const listDuties = async (
  db: Database,
  scope: Scope,
  siteId: SiteId,
): Promise<readonly Duty[]> => {
  const rows = await duties(db, scope).where('site_id', '=', siteId).execute();
  return rows.map(withLines);
};

/** Open duties of some roles, due by a day or kept up all the time; the earliest first. */
export const listDutiesDue = async (
  db: Database,
  scope: Scope,
  roles: readonly DutyRole[],
  until: Day,
  limit = 300,
): Promise<readonly Duty[]> => {
  const lastOf = sql<string>`(
    select kind from duty_event
    where site_id = duty.site_id and duty_id = duty.duty_id and kind in ('done', 'reopened')
    order by recorded_at desc, event_id desc limit 1)`;
  const rows = await duties(db, scope)
    .where(sql<boolean>`role = any(${roles})`)
    .where((eb) => eb.or([eb('due', 'is', null), eb('due', '<=', until)]))
    .where(sql<boolean>`${lastOf} is distinct from 'done'`)
    .limit(limit)
    .execute();
  return rows.map(withLines);
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
  return eventId;
}

const duties = (db: Database, scope: Scope) =>
  db
    .selectFrom('duty')
    .where(inScope(scope, 'site_id'))
    .select(['site_id as siteId', 'duty_id as dutyId', 'kind', 'text', 'lead', 'support', 'role'])
    .select(['due', 'due_text as dueText', 'line_from', 'line_to'])
    .$narrowType<{ siteId: SiteId; dutyId: Id<'duty'>; kind: Duty['kind'] }>()
    .$narrowType<{ role: DutyRole; due: Day | null }>()
    .orderBy('due', (order) => order.asc().nullsLast())
    .orderBy('line_from')
    .orderBy('duty_id');
