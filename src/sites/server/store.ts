// The SQL of the sites themselves; every read takes the scope of whoever asks, and lists have an end.

import { sql, type Expression, type InsertObject, type SqlBool, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import { newId, type Id, type PlanId, type SiteId, type UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { fold } from '#ground/text.ts';
import type { Scope } from '#people/person.ts';
import type { SiteBlueprint } from '../blueprint.ts';
import type { BaselineFigure, Resource, Site, SiteCalendar, SiteRecipient } from '../site.ts';
import { withLines } from './lines.ts';
import { keepOpenDuties, keepOpenSteps } from './open-store.ts';
import { siteRows, type NewSite } from './site-rows.ts';

/** Where a page of sites ended: the next one begins after it. */
export type SitePlace = Pick<Site, 'province' | 'commune' | 'hamlet' | 'siteId'>;

/** Whether a column's site is one that may be touched. */
export const inScope = (scope: Scope, column: string): Expression<SqlBool> =>
  scope === 'all' ? sql`true` : sql`${sql.ref(column)} = any(${scope}::uuid[])`;

export const findSite = (db: Database, scope: Scope, siteId: SiteId): Promise<Site | undefined> =>
  sites(db, scope).where('site.site_id', '=', siteId).executeTakeFirst();

/** By place, a page at a time. */
export const listSitesInScope = (
  db: Database,
  scope: Scope,
  page: { readonly limit?: number; readonly after?: SitePlace } = {},
): Promise<readonly Site[]> => {
  const { after, limit = 50 } = page;
  const query = sites(db, scope)
    .orderBy('province')
    .orderBy('commune')
    .orderBy('hamlet')
    .orderBy('site.site_id')
    .limit(limit);
  if (!after) return query.execute();
  const place = [after.province, after.commune, after.hamlet, after.siteId];
  return query
    .where(sql<boolean>`(province, commune, hamlet, site.site_id) > (${sql.join(place)})`)
    .execute();
};

export type Standing = {
  readonly programme: string;
  readonly hamlet: string;
  readonly commune: string;
  readonly province: string;
  /** The hamlet as units know it; empty where they do not. */
  readonly unitIds: readonly UnitId[];
};

/** The sites of the programme in that hamlet, by its unit or by its names, the oldest first. */
export const listSitesStanding = (
  db: Database,
  scope: Scope,
  { programme, unitIds, ...names }: Standing,
): Promise<readonly (Site & { readonly planNumber: string | null })[]> => {
  const place = fold(`${names.hamlet}, ${names.commune}, ${names.province}`);
  // Two ways to them, each by its own index.
  const there = sql<SiteId>`(select site_id from site join programme using (programme_id)
      where folded_name = ${fold(programme)} and folded_place = ${place}
    union select site_id from site_place where unit_id = any(${unitIds}::uuid[]))`;
  return sites(db, scope)
    .where('programme.folded_name', '=', fold(programme))
    .where('site.site_id', 'in', there)
    .select(planNumber.as('planNumber'))
    .orderBy('site.created_at')
    .limit(50)
    .execute();
};

const planNumber = sql<string | null>`(
  select read.plan -> 'paper' ->> 'number' from plan_reading read
  where read.plan_id = site.plan_id)`;

/** One after another for a programme: a hamlet has many names, so no narrower lock is sure. */
export const lockProgramme = (tx: Transaction<DB>, programme: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${fold(programme)}, 24))`.execute(tx);

export const listFigures = async (
  db: Database,
  scope: Scope,
  siteId: SiteId,
): Promise<readonly BaselineFigure[]> => {
  const rows = await db
    .selectFrom('baseline_figure')
    .where('site_id', '=', siteId)
    .where(inScope(scope, 'site_id'))
    .select(['figure_id as figureId', 'measure', 'of', 'value', 'unit', 'qualifier', 'year'])
    .select(['line_from', 'line_to'])
    .$narrowType<{ figureId: Id<'figure'>; qualifier: BaselineFigure['qualifier'] }>()
    .orderBy('position')
    .execute();
  return rows.map(withLines);
};

export const listResources = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
): Promise<readonly Resource[]> =>
  db
    .selectFrom('resource')
    .where('site_id', '=', siteId)
    .where(inScope(scope, 'site_id'))
    .select(['kind', 'text'])
    .$narrowType<{ kind: Resource['kind'] }>()
    .orderBy('position')
    .execute();

export const listRecipients = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
): Promise<readonly SiteRecipient[]> =>
  db
    .selectFrom('site_recipient')
    .where('site_id', '=', siteId)
    .where(inScope(scope, 'site_id'))
    .select(['name', 'purpose'])
    .orderBy('position')
    .execute();

/**
 * Nobody else changes anything of the site before the transaction ends; false where it only keeps
 * a record and nothing is added to it.
 */
export async function lockWorkingSite(tx: Transaction<DB>, siteId: SiteId): Promise<boolean> {
  await lockSite(tx, siteId);
  const site = await findSite(tx, [siteId], siteId);
  return site?.calendar !== 'record';
}

/** Nobody else changes anything of the site before the transaction ends. */
export const lockSite = (tx: Transaction<DB>, siteId: SiteId): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${siteId}, 0))`.execute(tx);

/** Writes the whole site at once; its steps, duties and figures get their ids here. */
export async function insertSite(
  tx: Transaction<DB>,
  blueprint: SiteBlueprint,
  of: NewSite,
  today: Day,
): Promise<void> {
  const programmeId = await keepProgramme(tx, blueprint.programme);
  const rows = siteRows(blueprint, of, today);
  await tx
    .insertInto('site')
    .values({ ...rows.site, programme_id: programmeId })
    .execute();
  await insertAll(tx, 'baseline_figure', rows.baseline_figure);
  await insertAll(tx, 'step', rows.step);
  await insertAll(tx, 'rhythm', rows.rhythm);
  await insertAll(tx, 'duty', rows.duty);
  await insertAll(tx, 'indicator', rows.indicator);
  await insertAll(tx, 'resource', rows.resource);
  await insertAll(tx, 'site_recipient', rows.site_recipient);
  await keepOpenDuties(tx, of.siteId);
  await keepOpenSteps(tx, of.siteId);
}

/** The programme of this name, however its accents are typed; new where there is none. */
async function keepProgramme(tx: Transaction<DB>, name: string): Promise<string> {
  const folded = fold(name);
  await tx
    .insertInto('programme')
    .values({ programme_id: newId(), name, folded_name: folded })
    .onConflict((conflict) => conflict.column('folded_name').doNothing())
    .execute();
  const kept = await tx
    .selectFrom('programme')
    .where('folded_name', '=', folded)
    .select('programme_id')
    .executeTakeFirstOrThrow();
  return kept.programme_id;
}

async function insertAll<T extends keyof DB>(
  tx: Transaction<DB>,
  table: T,
  rows: readonly InsertObject<DB, T>[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto(table).values(rows).execute();
}

const sites = (db: Database, scope: Scope) =>
  db
    .selectFrom('site')
    .innerJoin('programme', 'programme.programme_id', 'site.programme_id')
    .where(inScope(scope, 'site.site_id'))
    .select(['site.site_id as siteId', 'plan_id as planId', 'programme.name as programme'])
    .select(['hamlet', 'commune', 'district', 'province', 'demo', 'calendar'])
    .select(['plan_from as planFrom', 'plan_to as planTo'])
    .$narrowType<{ calendar: SiteCalendar; planFrom: Day | null; planTo: Day | null }>()
    .select(sql<string | null>`site_told_by(site.site_id)`.as('toldBy'))
    .select(['planned_from as plannedFrom', 'planned_to as plannedTo', 'baseline_on as baselineOn'])
    .$narrowType<{ siteId: SiteId; planId: PlanId; plannedFrom: Day; plannedTo: Day | null }>()
    .$narrowType<{ baselineOn: Day }>();
