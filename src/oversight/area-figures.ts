// Figures by commune: what was recorded, added up by the boundaries of then or of another day.

import type { Day } from '#ground/day.ts';
import type { SiteId, UnitId } from '#ground/id.ts';
import { rollUp, totalOf, type DatedRecord, type World } from '#places/roll-up.ts';

export const areaMeasures = ['sites', 'households', 'people', 'activities', 'attendees'] as const;
export type AreaMeasure = (typeof areaMeasures)[number];

/** A figure of a site, on a day within the time it stood in one place. */
export type SiteRecord = {
  readonly siteId: SiteId;
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
    const lines = rollUp(datedOf(records, measure), world, boundaries);
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

const datedOf = (records: readonly SiteRecord[], measure: AreaMeasure): readonly DatedRecord[] =>
  records
    .filter((record) => record.measure === measure)
    .map(({ siteId, day, value }) => ({ at: { siteId }, day, value }));
