// Totals of dated records by the boundaries of their own day or of any other: every record once.

import type { Day } from '#ground/day.ts';
import type { SiteId, UnitId } from '#ground/id.ts';
import { communeOn, type Lineage } from './lineage.ts';
import { unitAbove } from './unit.ts';

/** In which unit a site stood, from when until when; both days included. */
export type SitePlace = {
  readonly siteId: SiteId;
  readonly unitId: UnitId;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** Known to a site, or only to a unit as a whole. */
export type DatedRecord = {
  readonly at: { readonly siteId: SiteId } | { readonly unitId: UnitId };
  readonly day: Day;
  /** A whole number. */
  readonly value: number;
};

export type World = { readonly lineage: Lineage; readonly places: readonly SitePlace[] };

export type Line = {
  /** Null where the records' site is tied to no unit. */
  readonly unitId: UnitId | null;
  /**
   * False where the unit's area is divided between several of that day, or its end is not on
   * record: such records stay a line of their own rather than being guessed apart.
   */
  readonly settled: boolean;
  readonly value: number;
};

/** By the boundaries of each record's own day, or of one day for all. */
export function rollUp(
  records: readonly DatedRecord[],
  world: World,
  boundaries: 'then' | Day,
): readonly Line[] {
  const places = Map.groupBy(world.places, ({ siteId }) => siteId);
  const lines = new Map<string, Line>();
  for (const record of records) {
    const on = boundaries === 'then' ? record.day : boundaries;
    const unitId =
      'unitId' in record.at ? record.at.unitId : nearestPlace(places.get(record.at.siteId), on);
    const where = lineFor(world.lineage, unitId, on);
    const key = `${where.unitId} ${where.settled}`;
    lines.set(key, { ...where, value: (lines.get(key)?.value ?? 0) + record.value });
  }
  return [...lines.values()];
}

export const totalOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { value }) => sum + value, 0);

/** Where each site stands in the end. */
export const lastPlaces = (places: readonly SitePlace[]): ReadonlyMap<SiteId, UnitId> =>
  new Map(
    places
      .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
      .map(({ siteId, unitId }) => [siteId, unitId]),
  );

/** Where the site stood on the day, else where it stood nearest to it in time. */
function nearestPlace(places: readonly SitePlace[] = [], on: Day): UnitId | null {
  const inOrder = places.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const begun = inOrder.findLast(({ validFrom }) => validFrom <= on);
  return (begun ?? inOrder[0])?.unitId ?? null;
}

function lineFor(
  lineage: Lineage,
  unitId: UnitId | null,
  on: Day,
): Pick<Line, 'unitId' | 'settled'> {
  if (unitId === null) return { unitId, settled: true };
  const commune = communeOn(lineage, unitId, on);
  if (commune) return { unitId: commune.unitId, settled: true };
  const last = unitAbove(lineage.units, unitId, 'xa');
  return { unitId: last?.unitId ?? unitId, settled: false };
}
