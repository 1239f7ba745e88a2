// The SQL that keeps what is still to be done, so that no list of the day goes through all events.

import { sql, type Transaction } from 'kysely';
import type { Id, SiteId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';

/** Brings one duty, or all of a new site, in line with its events; in their transaction. */
export async function keepOpenDuties(
  tx: Transaction<DB>,
  siteId: SiteId,
  dutyId?: Id<'duty'>,
): Promise<void> {
  const own = dutyId === undefined ? sql`true` : sql`duty_id = ${dutyId}`;
  await sql`delete from open_duty where site_id = ${siteId} and ${own}`.execute(tx);
  const last = (column: string, ...kinds: readonly string[]) => sql`(
    select ${sql.ref(column)} from duty_event event
    where event.site_id = duty.site_id and event.duty_id = duty.duty_id and kind = any(${kinds})
    order by recorded_at desc, event_id desc limit 1)`;
  await sql`
    insert into open_duty (site_id, duty_id, role, expected)
    select site_id, duty_id, role, coalesce(${last('day', 'delayed')}, due) from duty
    where site_id = ${siteId} and ${own} and ${isWorking}
      and ${last('kind', 'done', 'reopened')} is distinct from 'done'`.execute(tx);
}

/** The same for steps; those kept up all the time are never on a list of the day. */
export async function keepOpenSteps(
  tx: Transaction<DB>,
  siteId: SiteId,
  number?: number,
): Promise<void> {
  const own = number === undefined ? sql`true` : sql`number = ${number}`;
  await sql`delete from open_step where site_id = ${siteId} and ${own}`.execute(tx);
  const last = (column: string, ...kinds: readonly string[]) => sql`(
    select ${sql.ref(column)} from step_event event
    where event.site_id = step.site_id and event.number = step.number and kind = any(${kinds})
    order by recorded_at desc, event_id desc limit 1)`;
  await sql`
    insert into open_step (site_id, number, expected)
    select site_id, number, coalesce(${last('day', 'delayed')}, due) from step
    where site_id = ${siteId} and ${own} and not ongoing and ${isWorking}
      and ${last('kind', 'closed', 'reopened')} is distinct from 'closed'`.execute(tx);
}

/** At a site of record nothing is to be done. */
const isWorking = sql`site_id in (select site_id from site where calendar <> 'record')`;
