// The SQL of broken glasses: the cases, who opened what until when, and what superiors said to it.

import { sql, type Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import type { CommandId, PersonId, SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { fold, tidy } from '#ground/text.ts';
import type { EndInput, SeenInput } from '../glass.input.ts';
import type { GlassCase, NewOpening, Opening, OpeningId, Seen } from '../glass.ts';
import type { Scope } from '../person.ts';

/** Who asks: what they did themselves they always see. */
export type Onlooker = { readonly personId: PersonId; readonly scope: Scope };

export const listGlassCases = (db: Database, on: Day): Promise<readonly GlassCase[]> =>
  db
    .selectFrom('glass_case')
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .select(['case_key as key', 'valid_from as from', 'longest_hours as longestHours'])
    .select(sql<GlassCase['name']>`json_build_object('vi', name_vi, 'en', name_en)`.as('name'))
    .select(sql<GlassCase['when']>`json_build_object('vi', when_vi, 'en', when_en)`.as('when'))
    .$narrowType<{ from: Day }>()
    .orderBy('position')
    .execute();

export type SiteBeyond = {
  readonly siteId: SiteId;
  readonly hamlet: string;
  readonly commune: string;
  readonly province: string;
  /** By what it is told apart from a site that looks alike. */
  readonly toldBy: string | null;
};

/** Sites out of reach by the words of their place; a function of the database, for they are hidden. */
export async function findSitesBeyond(db: Database, typed: string): Promise<readonly SiteBeyond[]> {
  return beyond(db, fold(tidy(typed)).slice(0, 100), null);
}

export const findSiteBeyond = async (
  db: Database,
  siteId: SiteId,
): Promise<SiteBeyond | undefined> => (await beyond(db, '', siteId))[0];

/** The opening through which a person may look at a site at this moment. */
export const findOpenGlass = (
  db: Database,
  personId: PersonId,
  siteId: SiteId,
  now: Instant,
): Promise<Pick<Opening, 'openingId' | 'endsAt'> | undefined> =>
  openOf(db, personId, now).where('site_id', '=', siteId).executeTakeFirst();

export const hasOpenGlass = async (
  db: Database,
  personId: PersonId,
  now: Instant,
): Promise<boolean> => (await openOf(db, personId, now).executeTakeFirst()) !== undefined;

/** What an earlier sending of the same command opened. */
export const findOpeningOfCommand = (
  db: Database,
  personId: PersonId,
  commandId: CommandId,
): Promise<{ readonly openingId: OpeningId } | undefined> =>
  db
    .selectFrom('glass_opening')
    .where('person_id', '=', personId)
    .where('command_id', '=', commandId)
    .select('opening_id as openingId')
    .$narrowType<{ openingId: OpeningId }>()
    .executeTakeFirst();

/** The latest first; with what superiors said. */
export async function listOpenings(
  db: Database,
  by: Onlooker,
  { since, limit = 100 }: { readonly since?: Instant; readonly limit?: number } = {},
): Promise<readonly Opening[]> {
  let query = openings(db, by).orderBy('opened_at', 'desc').limit(limit);
  if (since) query = query.where('ends_at', '>', since);
  return (await query.execute()).map(openingOf);
}

export async function findOpening(
  db: Database,
  by: Onlooker,
  { siteId, openingId }: Pick<EndInput, 'siteId' | 'openingId'>,
): Promise<Opening | undefined> {
  const row = await openings(db, by)
    .where('opening.site_id', '=', siteId)
    .where('opening.opening_id', '=', openingId)
    .executeTakeFirst();
  return row && openingOf(row);
}

/** How many no superior has looked at yet. */
export async function countUnseenOpenings(db: Database, scope: Scope): Promise<number> {
  const row = await db
    .selectFrom('glass_opening as opening')
    .where(within(scope))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('glass_seen')
            .whereRef('glass_seen.site_id', '=', 'opening.site_id')
            .whereRef('glass_seen.opening_id', '=', 'opening.opening_id')
            .select('glass_seen.seen_by'),
        ),
      ),
    )
    .select(({ fn }) => fn.countAll<number>().as('unseen'))
    .executeTakeFirstOrThrow();
  return row.unseen;
}

/** One person breaks one glass at a time, however fast they press. */
export const lockGlassOf = (tx: Transaction<DB>, personId: PersonId): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${personId}, 12))`.execute(tx);

export const insertOpening = (
  tx: Transaction<DB>,
  opening: NewOpening,
  by: {
    readonly openingId: OpeningId;
    readonly commandId: CommandId;
    readonly personId: PersonId;
  },
  { siteId, hamlet, commune, toldBy }: SiteBeyond,
): Promise<unknown> =>
  tx
    .insertInto('glass_opening')
    .values({
      site_id: siteId,
      hamlet,
      commune,
      told_by: toldBy,
      opening_id: by.openingId,
      command_id: by.commandId,
      person_id: by.personId,
      case_key: opening.case.key,
      case_from: opening.case.from,
      reason: opening.reason,
      opened_at: opening.openedAt,
      ends_at: opening.endsAt,
    })
    .execute();

/** Whom to tell that it was opened: those with a role at the site or in its commune. */
export async function listPeopleOfOpened(
  tx: Transaction<DB>,
  siteId: SiteId,
  on: Day,
): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`
    SELECT id FROM people_of_opened_site(${siteId}::uuid, ${on}::date) AS id`.execute(tx);
  return rows.map(({ id }) => id);
}

export const endOpening = (
  tx: Transaction<DB>,
  { siteId, openingId }: EndInput,
  personId: PersonId,
  now: Instant,
): Promise<unknown> =>
  tx
    .updateTable('glass_opening')
    .set({ ended_at: now, ended_by: personId })
    .where('site_id', '=', siteId)
    .where('opening_id', '=', openingId)
    .where('ended_at', 'is', null)
    .execute();

/** False where this person said so before: what they said then stands. */
export async function insertSeen(
  tx: Transaction<DB>,
  { siteId, openingId, commandId, remark }: SeenInput,
  personId: PersonId,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('glass_seen')
    .values({
      site_id: siteId,
      opening_id: openingId,
      command_id: commandId,
      seen_by: personId,
      remark,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('opening_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

async function beyond(
  db: Database,
  folded: string,
  wanted: SiteId | null,
): Promise<readonly SiteBeyond[]> {
  const { rows } = await sql<SiteBeyond>`
    SELECT site_id AS "siteId", hamlet, commune, province, told_by AS "toldBy"
    FROM find_sites_beyond(${folded}, ${wanted}::uuid)`.execute(db);
  return rows;
}

const openOf = (db: Database, personId: PersonId, now: Instant) =>
  db
    .selectFrom('glass_opening')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('opened_at', '<=', now)
    .where('ends_at', '>', now)
    .select(['opening_id as openingId', 'ends_at as endsAt'])
    .$narrowType<{ openingId: OpeningId; endsAt: Instant }>();

const within = (scope: Scope) =>
  scope === 'all' ? sql<boolean>`true` : sql<boolean>`opening.site_id = any(${scope}::uuid[])`;

const seenOf = sql<readonly Seen[]>`(
  select coalesce(json_agg(json_build_object(
    'byName', person.name, 'at', seen_at, 'remark', remark) order by seen_at), '[]')
  from glass_seen join person on person.id = seen_by
  where glass_seen.site_id = opening.site_id and glass_seen.opening_id = opening.opening_id)`;

const openings = (db: Database, { personId, scope }: Onlooker) =>
  db
    .selectFrom('glass_opening as opening')
    .innerJoin('person', 'person.id', 'opening.person_id')
    .innerJoin('glass_case', (join) =>
      join
        .onRef('glass_case.case_key', '=', 'opening.case_key')
        .onRef('glass_case.valid_from', '=', 'opening.case_from'),
    )
    .where((eb) => eb.or([within(scope), eb('opening.person_id', '=', personId)]))
    .select(['opening.site_id as siteId', 'opening.opening_id as openingId'])
    .select(['opening.person_id as personId', 'person.name as personName'])
    .select([
      'hamlet',
      'commune',
      'told_by as toldBy',
      'name_vi',
      'name_en',
      'reason',
      'opened_at as openedAt',
    ])
    .select(['ends_at as endsAt', 'ended_at as endedAt', seenOf.as('seen')])
    .$narrowType<{ siteId: SiteId; openingId: OpeningId; personId: PersonId }>()
    .$narrowType<{ openedAt: Instant; endsAt: Instant; endedAt: Instant | null }>();

type OpeningRow = Awaited<ReturnType<ReturnType<typeof openings>['executeTakeFirstOrThrow']>>;

const openingOf = ({ hamlet, commune, toldBy, name_vi, name_en, ...row }: OpeningRow): Opening => ({
  ...row,
  place: { hamlet, commune, toldBy },
  caseName: { vi: name_vi, en: name_en },
});
