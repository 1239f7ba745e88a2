// Where a site stands over time: tied to one unit, it goes along with whatever that unit becomes.

import { addDays, type Day } from '#ground/day.ts';
import type { SiteId, UnitId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { unitOn, type Lineage } from './lineage.ts';
import type { SitePlace } from './roll-up.ts';
import { inSentence, stands, unitAbove, withParents, type Unit, type Units } from './unit.ts';

/** From a day on: in the unit, then in what it became whole; the last row stays open. */
export function placesAlong(
  lineage: Lineage,
  siteId: SiteId,
  first: UnitId,
  from: Day,
): readonly SitePlace[] {
  const places: SitePlace[] = [];
  let start = from;
  for (let unit = lineage.units.get(first); unit;) {
    const next: Unit | undefined = followerOf(lineage, unit);
    const validTo = next ? unit.validTo : null;
    if (validTo === null || validTo >= start) {
      places.push({ siteId, unitId: unit.unitId, validFrom: start, validTo });
      start = validTo === null ? start : addDays(validTo, 1);
    }
    unit = next;
  }
  return places;
}

/** A unit and whatever the whole of it became, in order of time. */
export function unitsAlong(lineage: Lineage, first: UnitId): readonly UnitId[] {
  const unit = lineage.units.get(first);
  const next = unit && followerOf(lineage, unit);
  return next ? [first, ...unitsAlong(lineage, next.unitId)] : [first];
}

/** The one unit the whole of it went into, on the day after its last. */
export const followerOf = (lineage: Lineage, { unitId, validTo }: Unit): Unit | undefined =>
  validTo === null ? undefined : unitOn(lineage, unitId, addDays(validTo, 1));

export type PlaceRefusal =
  'unit-unknown' | 'unit-too-great' | 'not-standing' | 'already-there' | 'placed-later';

export type Placed = {
  /** The last day in the unit it stood in so far; null where it was tied to none. */
  readonly endsOn: Day | null;
  readonly places: readonly SitePlace[];
};

/** Ties a site to a hamlet or commune from a day on; its earlier places stay as they are. */
export function decidePlace(
  {
    siteId,
    unitId,
    from,
  }: { readonly siteId: SiteId; readonly unitId: UnitId; readonly from: Day },
  lineage: Lineage,
  earlier: readonly SitePlace[],
): Outcome<Placed, PlaceRefusal> {
  const unit = lineage.units.get(unitId);
  if (!unit) return refused('unit-unknown');
  if (!unitAbove(lineage.units, unitId, 'xa')) return refused('unit-too-great');
  if (!stands(unit, from)) return refused('not-standing');
  const last = earlier.at(-1);
  if (last?.unitId === unitId) return refused('already-there');
  if (last && last.validFrom >= from) return refused('placed-later');
  const endsOn = last ? addDays(from, -1) : null;
  return done({ endsOn, places: placesAlong(lineage, siteId, unitId, from) });
}

/** Names with a small word of kind, as they stand in a sentence of a paper. */
export type PlaceNames = {
  /** Null where the site is tied to its commune only. */
  readonly hamlet: string | null;
  readonly commune: string;
  /** Null where there was no district on that day. */
  readonly district: string | null;
  readonly province: string;
};

/** Undefined where the site is tied to no unit that stood on that day: its plan's names remain. */
export function namesOn(
  units: Units,
  places: readonly SitePlace[],
  on: Day,
): PlaceNames | undefined {
  const place = places.find((one) => stands(one, on));
  const unit = place && units.get(place.unitId);
  if (!unit || !stands(unit, on)) return undefined;
  const above = withParents(units, unit.unitId);
  const name = (level: Unit['level']): string | null => {
    const found = above.find((one) => one.level === level);
    return found ? inSentence(found.name) : null;
  };
  const [commune, province] = [name('xa'), name('tinh')];
  if (commune === null || province === null) return undefined;
  return { hamlet: name('thon'), commune, district: name('huyen'), province };
}
