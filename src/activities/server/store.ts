// The only SQL of the activities; corrected entries stay on record and no longer count.

import { sql, type Transaction } from 'kysely';
import type { Day, Instant, Period } from '#ground/day.ts';
import { newId, type CommandId, type Id, type PersonId, type SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Scope } from '#people/person.ts';
import { inScope } from '#sites/server/store.ts';
import type { Activity, ActivityKind, Photo } from '../activity.ts';
import type { MonthOfKind, NewActivity } from '../record.ts';

export type ActivityFilter = {
  readonly period?: Period;
  readonly kinds?: readonly ActivityKind[];
  readonly limit?: number;
};

/** What counts, the latest day first; corrected entries are left out. */
export const listActivities = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
  { period, kinds, limit = 100 }: ActivityFilter = {},
): Promise<readonly Activity[]> => {
  let query = activities(db, scope).where('activity.site_id', '=', siteId).where(isLatest);
  if (period) query = query.where('day', '>=', period.from).where('day', '<=', period.to);
  if (kinds) query = query.where('kind', 'in', kinds);
  return query.orderBy('day', 'desc').orderBy('recorded_at', 'desc').limit(limit).execute();
};

export const findActivity = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
  activityId: Id<'activity'>,
): Promise<Activity | undefined> =>
  activities(db, scope)
    .where('activity.site_id', '=', siteId)
    .where('activity.activity_id', '=', activityId)
    .executeTakeFirst();

/** The entry and all it corrects, the latest first: what was said at first stays to be seen. */
export const listVersions = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
  activityId: Id<'activity'>,
): Promise<readonly Activity[]> =>
  activities(db, scope)
    .where('activity.site_id', '=', siteId)
    .where(
      sql<boolean>`activity.activity_id in (
        with recursive version(activity_id, replaces) as (
          select activity_id, replaces from activity
          where site_id = ${siteId} and activity_id = ${activityId}
          union
          select one.activity_id, one.replaces from activity one
          join version on one.site_id = ${siteId} and one.activity_id = version.replaces)
        select activity_id from version)`,
    )
    .orderBy('recorded_at', 'desc')
    .execute();

/** How many of each kind in each month, and how many took part, of what counts. */
export const countByMonth = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
  { from, to }: Period,
): Promise<readonly MonthOfKind[]> =>
  db
    .selectFrom('activity')
    .where(inScope(scope, 'activity.site_id'))
    .where('activity.site_id', '=', siteId)
    .where(isLatest)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .select(['kind', sql<Day>`date_trunc('month', day::timestamp)::date`.as('month')])
    .select(({ fn }) => [
      fn.countAll<number>().as('activities'),
      fn.coalesce(fn.sum<number>('participants'), sql<number>`0`).as('participants'),
    ])
    .$narrowType<{ kind: ActivityKind }>()
    .groupBy(['kind', 'month'])
    .orderBy('month')
    .orderBy('kind')
    .execute();

/** What an earlier sending of the same command recorded. */
export const findActivityOfCommand = (
  db: Database,
  siteId: SiteId,
  commandId: CommandId,
): Promise<{ readonly activityId: Id<'activity'> } | undefined> =>
  db
    .selectFrom('activity')
    .where('site_id', '=', siteId)
    .where('command_id', '=', commandId)
    .select('activity_id as activityId')
    .$narrowType<{ activityId: Id<'activity'> }>()
    .executeTakeFirst();

export const isCorrected = async (
  db: Database,
  siteId: SiteId,
  activityId: Id<'activity'>,
): Promise<boolean> => {
  const found = await db
    .selectFrom('activity')
    .where('site_id', '=', siteId)
    .where('replaces', '=', activityId)
    .select('activity_id')
    .executeTakeFirst();
  return found !== undefined;
};

export async function insertActivity(
  tx: Transaction<DB>,
  activity: NewActivity,
  by: {
    readonly siteId: SiteId;
    readonly commandId: CommandId;
    readonly personId: PersonId;
    readonly replaces: Id<'activity'> | null;
  },
): Promise<Id<'activity'>> {
  const activityId = newId<'activity'>();
  const own = { site_id: by.siteId, activity_id: activityId };
  const { photos, ...told } = activity;
  await tx
    .insertInto('activity')
    .values({
      ...told,
      ...own,
      command_id: by.commandId,
      replaces: by.replaces,
      recorded_by: by.personId,
      recorded_at: sql<string>`clock_timestamp()`,
    })
    .execute();
  const rows = photos.map(({ fileRef, mediaType }, position) => ({
    ...own,
    position,
    file_ref: fileRef,
    media_type: mediaType,
  }));
  if (rows.length > 0) await tx.insertInto('activity_photo').values(rows).execute();
  return activityId;
}

const isLatest = sql<boolean>`not exists (
  select from activity later
  where later.site_id = activity.site_id and later.replaces = activity.activity_id)`;

const photosOf = sql<readonly Photo[]>`(
  select coalesce(json_agg(
    json_build_object('fileRef', file_ref, 'mediaType', media_type) order by position), '[]')
  from activity_photo
  where activity_photo.site_id = activity.site_id
    and activity_photo.activity_id = activity.activity_id)`;

const activities = (db: Database, scope: Scope) =>
  db
    .selectFrom('activity')
    .innerJoin('person', 'person.id', 'activity.recorded_by')
    .where(inScope(scope, 'activity.site_id'))
    .select(['site_id as siteId', 'activity_id as activityId', 'kind', 'day', 'place'])
    .select(['participants', 'note', 'replaces', photosOf.as('photos')])
    .select(['person.name as recordedByName', 'recorded_at as recordedAt'])
    .$narrowType<{ siteId: SiteId; activityId: Id<'activity'>; kind: ActivityKind; day: Day }>()
    .$narrowType<{ replaces: Id<'activity'> | null; recordedAt: Instant }>();
