// The SQL of the indicators and of what was entered for them.

import { sql, type Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import { newId, type CommandId, type Id, type PersonId, type SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Scope } from '#people/person.ts';
import type { NewEntry } from '../indicator.ts';
import type { Standing } from '../roster-figure.ts';
import type { Indicator, IndicatorEntry } from '../site.ts';
import { inScope } from './store.ts';

export const listIndicators = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
): Promise<readonly Indicator[]> =>
  db
    .selectFrom('indicator')
    .where('site_id', '=', siteId)
    .where(inScope(scope, 'site_id'))
    .select(['indicator_id as indicatorId', 'key', 'kind', 'name', 'unit', 'baseline', 'target'])
    .select(['baseline_year as baselineYear'])
    .$narrowType<{ indicatorId: Id<'indicator'>; kind: Indicator['kind'] }>()
    .orderBy('position')
    .execute();

/** Every entry of the site's indicators, corrected ones too. */
export const listIndicatorEntries = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
): Promise<readonly IndicatorEntry[]> =>
  db
    .selectFrom('indicator_entry')
    .innerJoin('person', 'person.id', 'indicator_entry.recorded_by')
    .where('site_id', '=', siteId)
    .where(inScope(scope, 'site_id'))
    .select(['entry_id as entryId', 'indicator_id as indicatorId', 'month', 'value', 'note'])
    .select(['name as recordedByName', 'recorded_at as recordedAt'])
    .$narrowType<{ entryId: Id<'entry'>; indicatorId: Id<'indicator'>; month: Day }>()
    .$narrowType<{ recordedAt: Instant }>()
    .orderBy('month')
    .orderBy('recorded_at')
    .execute();

/** Who counts for which indicator since when, by the rosters; days only. */
export const listStandings = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
): Promise<readonly Standing[]> =>
  db
    .selectFrom('roster_standing')
    .where('site_id', '=', siteId)
    .where(inScope(scope, 'site_id'))
    .select(['key', 'valid_from as from', 'valid_to as to'])
    .$narrowType<{ key: string; from: Day; to: Day | null }>()
    .execute();

/** What an earlier sending of the same command entered. */
export const findIndicatorEntry = (
  db: Database,
  siteId: SiteId,
  commandId: CommandId,
): Promise<{ readonly entryId: Id<'entry'> } | undefined> =>
  db
    .selectFrom('indicator_entry')
    .where('site_id', '=', siteId)
    .where('command_id', '=', commandId)
    .select('entry_id as entryId')
    .$narrowType<{ entryId: Id<'entry'> }>()
    .executeTakeFirst();

/** Recorded strictly after the month's other entries: the latest one counts. */
export async function insertIndicatorEntry(
  tx: Transaction<DB>,
  entry: NewEntry,
  by: { readonly siteId: SiteId; readonly commandId: CommandId; readonly personId: PersonId },
): Promise<Id<'entry'>> {
  const entryId = newId<'entry'>();
  const last = sql`select max(recorded_at) + interval '1 millisecond' from indicator_entry
    where site_id = ${by.siteId} and indicator_id = ${entry.indicatorId}
      and month = ${entry.month}`;
  await tx
    .insertInto('indicator_entry')
    .values({
      site_id: by.siteId,
      entry_id: entryId,
      command_id: by.commandId,
      indicator_id: entry.indicatorId,
      month: entry.month,
      value: entry.value,
      note: entry.note,
      recorded_by: by.personId,
      recorded_at: sql<string>`greatest(clock_timestamp(), (${last}))`,
    })
    .execute();
  return entryId;
}
