// Ties new units that are on record already to the old ones they came from, and brings along what stood there.

import { addDays, type Day } from '#ground/day.ts';
import type { UnitId } from '#ground/id.ts';
import { carry, type Burden, type PlannedChange } from './carry.ts';
import type { ChangeKind, Unit, UnitPart, Units } from './unit.ts';

export type Tie = {
  readonly to: UnitId;
  readonly from: readonly { readonly unitId: UnitId; readonly partial: boolean }[];
};

export type TieTerms = { readonly effectiveOn: Day; readonly legalAct: string };

export type TieWorld = Burden & {
  readonly units: Units;
  /** Parts on record already: tied once, tied for good. */
  readonly parts: readonly UnitPart[];
};

/**
 * A change for each tie that says something new. Hamlets and sites of an old unit that went there
 * whole go along; those of a divided one stay where they were until a person places them.
 */
export function decideTies(
  ties: readonly Tie[],
  terms: TieTerms,
  world: TieWorld,
  newId: () => UnitId,
): readonly PlannedChange[] {
  const known = new Set(world.parts.map(({ from, to }) => `${from} ${to}`));
  return ties.flatMap(({ to, from }) => {
    const fresh = from.filter(({ unitId }) => unitId !== to && !known.has(`${unitId} ${to}`));
    const target = world.units.get(to);
    if (!target || fresh.length === 0) return [];
    return [tied(target, fresh, from.length, { ...terms, world, newId })];
  });
}

type Around = TieTerms & { readonly world: TieWorld; readonly newId: () => UnitId };

function tied(target: Unit, fresh: Tie['from'], all: number, around: Around): PlannedChange {
  const { effectiveOn, legalAct, world } = around;
  const whole = fresh.filter(({ partial }) => !partial).map(({ unitId }) => unitId);
  const gone = new Set(world.parts.flatMap(({ from }) => from ?? []));
  const below = world.below.filter(({ unitId }) => !gone.has(unitId));
  const carried = carry(whole, { ...world, below }, () => target, around);
  return {
    kind: kindOf(target, fresh, all, world),
    effectiveOn,
    legalAct,
    ended: [],
    begun: carried.begun,
    parts: [...fresh.map((one) => partOf(one, target)), ...carried.parts],
    moves: carried.moves,
  };
}

const partOf = ({ unitId, partial }: Tie['from'][number], { unitId: to }: Unit): UnitPart => ({
  from: unitId,
  to,
  partial,
});

function kindOf(target: Unit, [first]: Tie['from'], all: number, { units }: TieWorld): ChangeKind {
  if (all > 1 || !first) return 'merged';
  if (first.partial) return 'split';
  return units.get(first.unitId)?.name === target.name ? 'moved' : 'renamed';
}

/** Whether an old unit may be tied to one that begins on the day: its own last day is the eve. */
export const endsBefore = ({ validTo }: Unit, effectiveOn: Day): boolean =>
  validTo === addDays(effectiveOn, -1);
