// Where the area of a unit lies on any other day, followed through every change on record.

import type { Day } from '#ground/day.ts';
import type { UnitId } from '#ground/id.ts';
import { stands, unitAbove, type Unit, type UnitPart, type Units } from './unit.ts';

export type Lineage = {
  readonly units: Units;
  readonly successors: ReadonlyMap<UnitId, readonly UnitPart[]>;
  readonly predecessors: ReadonlyMap<UnitId, readonly UnitPart[]>;
};

export const lineageOf = (units: Units, parts: readonly UnitPart[]): Lineage => ({
  units,
  successors: grouped(parts, ({ from }) => from),
  predecessors: grouped(parts, ({ to }) => to),
});

/** The units of a day in which the area of a unit lies, as far as is on record. */
type Whereabouts = {
  readonly units: ReadonlySet<UnitId>;
  /** Whether all of the area is in them; if not, some of it is lost from the record. */
  readonly whole: boolean;
};

function whereabouts(lineage: Lineage, unitId: UnitId, on: Day): Whereabouts {
  const found = new Set<UnitId>();
  let whole = true;
  const seen = new Set<UnitId>();
  const open: UnitId[] = [unitId];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const unit = lineage.units.get(next);
    if (seen.has(next)) continue;
    seen.add(next);
    if (unit && stands(unit, on)) found.add(next);
    else {
      const step = stepTowards(lineage, unit, on);
      whole &&= step.whole;
      open.push(...step.to);
    }
  }
  return { units: found, whole };
}

/** The one unit of that day which holds all of the area; undefined where it is divided or unknown. */
export function unitOn(lineage: Lineage, unitId: UnitId, on: Day): Unit | undefined {
  return theOne(lineage, whereabouts(lineage, unitId, on));
}

/**
 * The commune of that day which holds all of the area: by the unit's own history, or, where that
 * is not known far enough, by the history of the commune it stood in, as the part goes with the whole.
 */
export function communeOn(lineage: Lineage, unitId: UnitId, on: Day): Unit | undefined {
  const own = whereabouts(lineage, unitId, on);
  const communes = new Set(
    [...own.units].flatMap((id) => unitAbove(lineage.units, id, 'xa')?.unitId ?? []),
  );
  const found = theOne(lineage, { units: communes, whole: own.whole });
  if (found) return found;
  const commune = unitAbove(lineage.units, unitId, 'xa');
  return commune && commune.unitId !== unitId ? unitOn(lineage, commune.unitId, on) : undefined;
}

const successorsOf = (lineage: Lineage, unitId: UnitId): readonly UnitPart[] =>
  lineage.successors.get(unitId) ?? [];

const predecessorsOf = (lineage: Lineage, unitId: UnitId): readonly UnitPart[] =>
  lineage.predecessors.get(unitId) ?? [];

type Step = { readonly to: readonly UnitId[]; readonly whole: boolean };

function stepTowards(lineage: Lineage, unit: Unit | undefined, on: Day): Step {
  if (!unit) return { to: [], whole: false };
  return on < unit.validFrom ? stepBack(lineage, unit) : stepForward(lineage, unit);
}

/** One part alone that went somewhere says nothing of the rest. */
function stepForward(lineage: Lineage, { unitId }: Unit): Step {
  const parts = successorsOf(lineage, unitId);
  const to = parts.flatMap((part) => part.to ?? []);
  return { to, whole: to.length > 1 || (to.length === 1 && parts[0]?.partial === false) };
}

/** Whatever it was made of, a part or a whole, held all of its area. */
function stepBack(lineage: Lineage, { unitId }: Unit): Step {
  const parts = predecessorsOf(lineage, unitId);
  const to = parts.flatMap((part) => part.from ?? []);
  return { to, whole: to.length > 0 && to.length === parts.length };
}

function theOne(lineage: Lineage, { units, whole }: Whereabouts): Unit | undefined {
  const [only] = units;
  return whole && only !== undefined && units.size === 1 ? lineage.units.get(only) : undefined;
}

function grouped(
  parts: readonly UnitPart[],
  key: (part: UnitPart) => UnitId | null,
): ReadonlyMap<UnitId, readonly UnitPart[]> {
  const groups = Map.groupBy(parts, key);
  return new Map([...groups].flatMap(([id, group]) => (id === null ? [] : [[id, group] as const])));
}
