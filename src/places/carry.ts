// When a unit ends, what stood in it goes on: its hamlets as new units, its sites in their new place.

import type { Day } from '#ground/day.ts';
import type { SiteId, UnitId } from '#ground/id.ts';
import type { SitePlace } from './roll-up.ts';
import type { ChangeKind, Unit, UnitPart } from './unit.ts';

/** What one change does, complete: written as it is, in one transaction. */
export type PlannedChange = {
  readonly kind: ChangeKind;
  readonly effectiveOn: Day;
  readonly legalAct: string;
  /** Their last day is the day before. */
  readonly ended: readonly UnitId[];
  readonly begun: readonly Unit[];
  readonly parts: readonly UnitPart[];
  readonly moves: readonly SiteMove[];
};

export type SiteMove = {
  readonly siteId: SiteId;
  /** The first day in the old unit, which tells the row. */
  readonly placedOn: Day;
  readonly from: UnitId;
  readonly to: UnitId;
};

export type Carried = {
  readonly begun: readonly Unit[];
  readonly parts: readonly UnitPart[];
  readonly moves: readonly SiteMove[];
};

export type Burden = {
  /** Everything that stands below the ending units, by its parent. */
  readonly below: readonly Unit[];
  readonly places: readonly SitePlace[];
};

/** Into which new unit something goes; undefined where it stays behind. */
export type Target = (of: Unit | SitePlace, within: UnitId) => Unit | undefined;

type Terms = { readonly effectiveOn: Day; readonly legalAct: string; readonly newId: () => UnitId };

/** Hamlets go on under their new unit with their names; whoever stands in one goes with it. */
export function carry(
  ending: readonly UnitId[],
  burden: Burden,
  target: Target,
  terms: Terms,
): Carried {
  const children = Map.groupBy(burden.below, ({ parentId }) => parentId);
  const places = Map.groupBy(burden.places, ({ unitId }) => unitId);
  const begun: Unit[] = [];
  const parts: UnitPart[] = [];
  const moves: SiteMove[] = [];
  const take = (unitId: UnitId, into: Target): void => {
    for (const place of places.get(unitId) ?? []) {
      const to = into(place, unitId);
      if (to) moves.push(moveOf(place, to));
    }
    for (const child of children.get(unitId) ?? []) {
      const parent = into(child, unitId);
      if (!parent) continue;
      const next = continued(child, parent, terms);
      begun.push(next);
      parts.push({ from: child.unitId, to: next.unitId, partial: false });
      take(child.unitId, () => next);
    }
  };
  for (const unitId of ending) take(unitId, target);
  return { begun, parts, moves };
}

const continued = (unit: Unit, parent: Unit, { effectiveOn, legalAct, newId }: Terms): Unit => ({
  ...unit,
  unitId: newId(),
  parentId: parent.unitId,
  validFrom: effectiveOn,
  validTo: parent.validTo,
  legalAct,
});

const moveOf = ({ siteId, unitId, validFrom }: SitePlace, to: Unit): SiteMove => ({
  siteId,
  placedOn: validFrom,
  from: unitId,
  to: to.unitId,
});
