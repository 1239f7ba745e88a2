// Figures by commune: what was recorded, added up by the boundaries of then or of another day.

import type { Day } from '#ground/day.ts';
import type { SiteId, UnitId } from '#ground/id.ts';
import { lastPlaces, rollUp, totalOf, type DatedRecord, type World } from '#places/roll-up.ts';

export const areaMeasures = ['sites', 'households', 'people', 'activities', 'attendees'] as const;
export type AreaMeasure = (typeof areaMeasures)[number];

/** A figure of a site, on a day within the time it stood in one place. */
export type SiteRecord = {
  readonly siteId: SiteId;
  /** The names of its hamlet, for a site whose hamlet is known as no unit. */
  readonly hamlet?: string;
  readonly day: Day;
  readonly measure: AreaMeasure;
  readonly value: number;
};

export type AreaValues = Readonly<Record<AreaMeasure, number>>;

export type AreaRow = {
  /** Null for sites tied to no unit. */
  readonly unitId: UnitId | null;
  /** False where the unit was divided and its records cannot be told apart. */
  readonly settled: boolean;
  readonly values: AreaValues;
};

export type AreaFigures = { readonly rows: readonly AreaRow[]; readonly total: AreaValues };

export function areaFigures(
  records: readonly SiteRecord[],
  world: World,
  boundaries: 'then' | Day,
): AreaFigures {
  const rows = new Map<string, AreaRow>();
  const total = { ...nothing };
  for (const measure of areaMeasures) {
    const own = records.filter((record) => record.measure === measure);
    const counted = ofTheHamlet.has(measure) ? oncePerHamlet(own, world) : own;
    const lines = rollUp(counted.map(dated), world, boundaries);
    total[measure] = totalOf(lines);
    for (const { unitId, settled, value } of lines) {
      const key = `${unitId} ${settled}`;
      const row = rows.get(key) ?? { unitId, settled, values: nothing };
      rows.set(key, { ...row, values: { ...row.values, [measure]: value } });
    }
  }
  return { rows: [...rows.values()], total };
}

const nothing: AreaValues = { sites: 0, households: 0, people: 0, activities: 0, attendees: 0 };

const dated = ({ siteId, day, value }: SiteRecord): DatedRecord => ({
  at: { siteId },
  day,
  value,
});

/** What a hamlet has, however many sites stand in it. */
const ofTheHamlet: ReadonlySet<AreaMeasure> = new Set(['households', 'people']);

/**
 * Of several sites in one hamlet the latest baseline is taken, whatever programmes they are of. It
 * is one hamlet by its unit, else by its names.
 */
function oncePerHamlet(records: readonly SiteRecord[], world: World): readonly SiteRecord[] {
  const places = lastPlaces(world.places);
  const latest = new Map<string, SiteRecord>();
  for (const record of records.toSorted(byDay)) {
    const unitId = places.get(record.siteId);
    const isHamlet = unitId !== undefined && world.lineage.units.get(unitId)?.level === 'thon';
    latest.set(isHamlet ? unitId : (record.hamlet ?? record.siteId), record);
  }
  return [...latest.values()];
}

/** The id settles which of two of the same day comes last. */
const byDay = (a: SiteRecord, b: SiteRecord): number =>
  `${a.day} ${a.siteId}` < `${b.day} ${b.siteId}` ? -1 : 1;
