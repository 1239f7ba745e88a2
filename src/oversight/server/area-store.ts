// Sums of what sites recorded, one for each stretch of time a site stood in one place.

import { sql } from 'kysely';
import type { Period } from '#ground/day.ts';
import type { SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { Scope } from '#people/person.ts';
import type { AreaMeasure, SiteRecord } from '../area-figures.ts';

export type Asked = {
  readonly scope: Scope;
  /** Only these, of those in scope. */
  readonly siteIds?: readonly SiteId[];
  /** Activities within it; without one, all of them. */
  readonly period?: Period;
};

/**
 * Sites with their households and people as of their baseline, activities and attendees: never rows
 * of cases. Figures of people at risk are of another measure and are not among them.
 */
export async function listSiteRecords(db: Database, asked: Asked): Promise<readonly SiteRecord[]> {
  const [still, moving] = await Promise.all([baselines(db, asked), activities(db, asked)]);
  return [...still, ...moving];
}

async function baselines(db: Database, asked: Asked): Promise<readonly SiteRecord[]> {
  const { rows } = await sql<SiteRecord>`
    select site.site_id as "siteId", ${hamlet} as hamlet, site.planned_from as day,
      'sites' as measure, 1 as value
    from site where calendar <> 'record' and ${isAsked(asked, 'site.site_id')}
    union all
    select distinct on (figure.site_id, kind.measure) figure.site_id, ${hamlet}, site.planned_from,
      kind.measure, round(figure.value)
    from baseline_figure figure
    join site on site.site_id = figure.site_id
    join lateral (select case
        when lower(figure.measure) ~ ${households} then 'households'
        when lower(figure.measure) ~ ${people} then 'people'
      end as measure) kind on kind.measure is not null
    where site.calendar <> 'record' and lower(figure.of) = lower(site.hamlet) and ${isAsked(asked, 'figure.site_id')}`.execute(
    db,
  );
  return rows.map(whole);
}

const hamlet = sql`lower(concat_ws(', ', site.hamlet, site.commune, site.province))`;
const households = '^(tổng )?(số )?hộ( dân| gia đình)?$';
const people = '^(tổng )?(số )?(nhân )?khẩu$';

async function activities(db: Database, asked: Asked): Promise<readonly SiteRecord[]> {
  const { period } = asked;
  const within = period ? sql`and a.day between ${period.from} and ${period.to}` : sql``;
  const { rows } = await sql<SiteRecord>`
    with latest as (
      select a.site_id, a.day, coalesce(a.participants, 0) as participants, place.valid_from
      from activity a
      left join site_place place on place.site_id = a.site_id and a.day >= place.valid_from
        and (place.valid_to is null or a.day <= place.valid_to)
      where ${isAsked(asked, 'a.site_id')} ${within} and not exists (
        select from activity later where later.site_id = a.site_id and later.replaces = a.activity_id)
    )
    select site_id as "siteId", min(day) as day, 'activities' as measure, count(*) as value
    from latest group by site_id, valid_from
    union all
    select site_id, min(day), 'attendees', sum(participants) from latest group by site_id, valid_from`.execute(
    db,
  );
  return rows.map(whole);
}

const isAsked = ({ scope, siteIds }: Asked, column: string) => {
  const inScope = scope === 'all' ? sql`true` : sql`${sql.ref(column)} = any(${scope}::uuid[])`;
  return siteIds ? sql`${inScope} and ${sql.ref(column)} = any(${siteIds}::uuid[])` : inScope;
};

const whole = (row: SiteRecord): SiteRecord => ({
  ...row,
  measure: row.measure satisfies AreaMeasure,
  value: Number(row.value),
});
