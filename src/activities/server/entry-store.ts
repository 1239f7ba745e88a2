// The SQL of single entries: a photo found again by its file, the entry that corrects another, a day's own.

import { sql } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { Id, PersonId, SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { Scope } from '#people/person.ts';
import { inScope } from '#sites/server/store.ts';
import type { ActivityKind } from '../activity.ts';

export type PhotoFound = {
  readonly activityId: Id<'activity'>;
  readonly kind: ActivityKind;
  readonly day: Day;
  readonly mediaType: string;
};

/** Photos of corrected entries too: they stay on record with them. */
export const findPhoto = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
  fileRef: string,
): Promise<PhotoFound | undefined> =>
  db
    .selectFrom('activity_photo')
    .innerJoin('activity', (join) =>
      join
        .onRef('activity.site_id', '=', 'activity_photo.site_id')
        .onRef('activity.activity_id', '=', 'activity_photo.activity_id'),
    )
    .where('activity_photo.site_id', '=', siteId)
    .where('file_ref', '=', fileRef)
    .where(inScope(scope, 'activity_photo.site_id'))
    .select(['activity.activity_id as activityId', 'activity.kind', 'activity.day'])
    .select('media_type as mediaType')
    .$narrowType<{ activityId: Id<'activity'>; kind: ActivityKind; day: Day }>()
    .executeTakeFirst();

/** The entry that counts instead of this one; undefined where this one does. */
export const findCorrection = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
  activityId: Id<'activity'>,
): Promise<{ readonly activityId: Id<'activity'> } | undefined> =>
  db
    .selectFrom('activity')
    .where('site_id', '=', siteId)
    .where('replaces', '=', activityId)
    .where(inScope(scope, 'site_id'))
    .select('activity_id as activityId')
    .$narrowType<{ activityId: Id<'activity'> }>()
    .executeTakeFirst();

export type ActivityOfDay = {
  readonly siteId: SiteId;
  readonly activityId: Id<'activity'>;
  readonly kind: ActivityKind;
  readonly place: string;
};

/** What a person recorded as done on a day, in all their sites; what counts, the latest first. */
export const listActivitiesOfDay = (
  db: Database,
  scope: Scope,
  by: PersonId,
  day: Day,
): Promise<readonly ActivityOfDay[]> =>
  db
    .selectFrom('activity')
    .where(inScope(scope, 'activity.site_id'))
    .where('day', '=', day)
    .where('recorded_by', '=', by)
    .where(
      sql<boolean>`not exists (
        select from activity later
        where later.site_id = activity.site_id and later.replaces = activity.activity_id)`,
    )
    .select(['site_id as siteId', 'activity_id as activityId', 'kind', 'place'])
    .$narrowType<{ siteId: SiteId; activityId: Id<'activity'>; kind: ActivityKind }>()
    .orderBy('recorded_at', 'desc')
    .limit(50)
    .execute();
