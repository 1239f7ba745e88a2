// Figures by commune, by the boundaries of then, of now or of a day; of the sites in the actor's charge.

import type { Day } from '#ground/day.ts';
import type { UnitId } from '#ground/id.ts';
import { dayTyped } from '#ground/typed.ts';
import { areaFigures, type AreaRow, type AreaValues } from '#oversight/area-figures.ts';
import { heavyPages } from '#oversight/server/heavy-pages.ts';
import { listSiteRecords } from '#oversight/server/area-store.ts';
import { scopeOf } from '#people/may.ts';
import { listSitePlaces } from '#places/server/site-place-store.ts';
import { findLineage } from '#places/server/store.ts';
import { fullName, type Units } from '#places/unit.ts';
import { actorOf } from '../actor.ts';
import type { PageServerLoad } from './$types';

const ways = ['then', 'now', 'day'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = actorOf(locals, 'view site');
  const scope = scopeOf(actor, 'view site');
  const { db, today } = locals;
  const asked = (name: string): Day | undefined => dayTyped(url.searchParams.get(name));
  const way = ways.find((one) => one === url.searchParams.get('by')) ?? 'now';
  const day = asked('on') ?? today;
  const [from, to] = [asked('from'), asked('to')];
  const period = from || to ? { from: from ?? earliest, to: to ?? today } : undefined;
  const boundaries = boundariesOf(way, today, day);
  const key = JSON.stringify([scope, period, boundaries]);
  const figures = await figuresOf(actor.personId, key, async () => {
    const records = await listSiteRecords(db, { scope, ...(period && { period }) });
    const places = await listSitePlaces(db, scope);
    const lineage = await findLineage(db, [...new Set(places.map(({ unitId }) => unitId))]);
    const { rows, total } = areaFigures(records, { lineage, places }, boundaries);
    return { total, rows: rows.map((row) => named(row, lineage.units)).toSorted(byName) };
  });
  return { way, day, from: from ?? '', to: to ?? '', ...figures };
};

type Figures = { readonly total: AreaValues; readonly rows: readonly NamedRow[] };

const figuresOf = heavyPages<Figures>();

const boundariesOf = (way: (typeof ways)[number], today: Day, day: Day): 'then' | Day => {
  if (way === 'then') return 'then';
  return way === 'now' ? today : day;
};

const earliest = '1945-01-01' as Day;

export type NamedRow = AreaRow & { readonly name: string | null; readonly unitId: UnitId | null };

const named = (row: AreaRow, units: Units): NamedRow => ({
  ...row,
  name: row.unitId === null ? null : fullName(units, row.unitId),
});

const collator = new Intl.Collator('vi');
/** What is tied to no unit comes last. */
const byName = (a: NamedRow, b: NamedRow): number =>
  Number(a.name === null) - Number(b.name === null) || collator.compare(a.name ?? '', b.name ?? '');
