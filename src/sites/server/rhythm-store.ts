// The SQL of rhythms: whose next duties are to be made, and the duties that come of them.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { Id, SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Occurrence } from '../calendar.ts';
import type { DutyRole, Rhythm } from '../site.ts';
import { withLines } from './lines.ts';
import { keepOpenDuties } from './open-store.ts';
import { occurrenceRow, type KeptRhythm } from './site-rows.ts';

/** Sites where some rhythm is made less far than its own next months from that day. */
export async function listSitesToMakeAhead(db: Database, today: Day): Promise<readonly SiteId[]> {
  const rows = await db
    .selectFrom('rhythm')
    .where(
      sql<boolean>`made_until < ${today}::date
        + make_interval(months => greatest(every_months + 1, 12))`,
    )
    .select('site_id as siteId')
    .$narrowType<{ siteId: SiteId }>()
    .distinct()
    .orderBy('site_id')
    .execute();
  return rows.map(({ siteId }) => siteId);
}

export async function listRhythms(db: Database, siteId: SiteId): Promise<readonly KeptRhythm[]> {
  const rows = await db
    .selectFrom('rhythm')
    .where('site_id', '=', siteId)
    .select(['rhythm_id as rhythmId', 'kind', 'review_kind as reviewKind', 'role', 'line_from'])
    .select(['every_months as everyMonths', 'starts_on as startsOn', 'due_text as dueText'])
    .select(['made_until as madeUntil', 'line_to'])
    .$narrowType<{ rhythmId: Id<'rhythm'>; kind: Rhythm['kind']; role: DutyRole }>()
    .$narrowType<{ reviewKind: Rhythm['reviewKind']; startsOn: Day; madeUntil: Day }>()
    .orderBy('every_months')
    .orderBy('rhythm_id')
    .execute();
  return rows.map(withLines);
}

/** The days of the reviews the paper names by date. */
export async function listNamedReviews(db: Database, siteId: SiteId): Promise<readonly Day[]> {
  const rows = await db
    .selectFrom('duty')
    .where('site_id', '=', siteId)
    .where('kind', '=', 'review')
    .where('rhythm_id', 'is', null)
    .where('due', 'is not', null)
    .select('due')
    .$narrowType<{ due: Day }>()
    .execute();
  return rows.map(({ due }) => due);
}

/** How many are new; one that was made before is left as it is. */
export async function insertOccurrences(
  tx: Transaction<DB>,
  siteId: SiteId,
  made: readonly Occurrence<KeptRhythm>[],
): Promise<number> {
  if (made.length === 0) return 0;
  const inserted = await tx
    .insertInto('duty')
    .values(made.map((one) => occurrenceRow(one, siteId)))
    .onConflict((conflict) => conflict.columns(['site_id', 'rhythm_id', 'occurrence']).doNothing())
    .executeTakeFirst();
  await keepOpenDuties(tx, siteId);
  return Number(inserted.numInsertedOrUpdatedRows ?? 0);
}

export const markMadeUntil = (
  tx: Transaction<DB>,
  siteId: SiteId,
  rhythmId: Id<'rhythm'>,
  until: Day,
): Promise<unknown> =>
  tx
    .updateTable('rhythm')
    .set({ made_until: until })
    .where('site_id', '=', siteId)
    .where('rhythm_id', '=', rhythmId)
    .execute();
