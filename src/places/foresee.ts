// How the units and the sites' places would stand after a change, for whoever is about to confirm it.

import { addDays } from '#ground/day.ts';
import type { PlannedChange } from './carry.ts';
import { lineageOf, type Lineage } from './lineage.ts';
import type { SitePlace, World } from './roll-up.ts';
import type { Unit, UnitPart } from './unit.ts';

export type Before = { readonly lineage: Lineage; readonly places: readonly SitePlace[] };

export function foresee({ lineage, places }: Before, change: PlannedChange): World {
  const eve = addDays(change.effectiveOn, -1);
  const ended = new Set(change.ended);
  const old = [...lineage.units.values()].map((unit): Unit =>
    ended.has(unit.unitId) ? { ...unit, validTo: eve } : unit,
  );
  const units = new Map([...old, ...change.begun].map((unit) => [unit.unitId, unit]));
  const parts: readonly UnitPart[] = [...lineage.successors.values()].flat();
  return {
    lineage: lineageOf(units, [...parts, ...change.parts]),
    places: places.flatMap((place) => moved(place, change)),
  };
}

function moved(place: SitePlace, { moves, effectiveOn }: PlannedChange): readonly SitePlace[] {
  const move = moves.find(
    ({ siteId, placedOn }) => siteId === place.siteId && placedOn === place.validFrom,
  );
  if (!move) return [place];
  if (place.validFrom >= effectiveOn) return [{ ...place, unitId: move.to }];
  return [
    { ...place, validTo: addDays(effectiveOn, -1) },
    { ...place, unitId: move.to, validFrom: effectiveOn, validTo: null },
  ];
}
