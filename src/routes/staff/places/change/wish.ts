// Reads the wizard's form: which change is meant, and what was typed so far.

import type { Day } from '#ground/day.ts';
import { findId, type SiteId, type UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import { dayTyped } from '#ground/typed.ts';
import type { ChangeWish, Destination, NewUnit } from '#places/change.ts';
import type { FoundUnit } from '#places/found-unit.ts';
import { findUnits } from '#places/server/search-store.ts';
import { changeKinds, levels, parentLevels, type ChangeKind, type Level } from '#places/unit.ts';
import type { Typed } from '../../../form-fields.ts';
import { nothingPicked, pickedIn, type Picked } from '../picked.ts';

/** A split has at least two new units, and at most so many. */
const mostNew = 4;

export type Told = {
  readonly kind: ChangeKind;
  readonly units: readonly FoundUnit[];
  readonly add: Picked;
  readonly parent: Picked;
  readonly effectiveOn: Day | null;
  readonly typed: Typed;
};

export const kindIn = (text: string | null | undefined): ChangeKind | undefined =>
  changeKinds.find((kind) => kind === text);

export async function toldIn(db: Database, typed: Typed, today: Day): Promise<Told> {
  const kind = kindIn(typed['kind']) ?? 'merged';
  const effectiveOn = dayTyped(typed['effectiveOn']) ?? null;
  const on = effectiveOn ?? today;
  const ids = idsIn(typed['units']).filter((id) => id !== typed['drop']);
  const known = await findUnits(db, ids);
  const first = known.find(({ unitId }) => unitId === ids[0]);
  const add = await pickedIn(db, typed, 'add', { on, ...(first && { levels: [first.level] }) });
  const added = add.chosen && !ids.includes(add.chosen.unitId) ? [add.chosen] : [];
  const inOrder = ids.flatMap((id) => known.find(({ unitId }) => unitId === id) ?? []);
  const above = parentLevels[first?.level ?? levelIn(typed)];
  return {
    kind,
    units: [...inOrder, ...added],
    add: add.chosen ? nothingPicked : add,
    parent: await pickedIn(db, typed, 'parent', { on, levels: above }),
    effectiveOn,
    typed,
  };
}

/** Undefined without a day: nothing can be decided then. */
export function wishOf({ kind, units, parent, effectiveOn, typed }: Told): ChangeWish | undefined {
  if (effectiveOn === null) return undefined;
  return {
    kind,
    effectiveOn,
    legalAct: typed['legalAct'] ?? '',
    level: levelIn(typed),
    from: units.map(({ unitId }) => ({ unitId, partial: isPartial(typed, kind, unitId) })),
    to: newUnits(kind, typed, parent.chosen?.unitId ?? null, units[0]),
    destinations: destinationsIn(typed),
  };
}

const isPartial = (typed: Typed, kind: ChangeKind, unitId: UnitId): boolean =>
  kind === 'merged' && typed[`partial_${unitId}`] === 'yes';

const levelIn = (typed: Typed): Level => levels.find((level) => level === typed['level']) ?? 'thon';

const idsIn = (text: string | undefined): readonly UnitId[] =>
  (text ?? '').split(',').flatMap((part) => findId<'unit'>(part) ?? []);

/** What moves keeps its name and code; what is split has a name for each part. */
function newUnits(
  kind: ChangeKind,
  typed: Typed,
  parentId: UnitId | null,
  old: FoundUnit | undefined,
): readonly NewUnit[] {
  if (kind === 'dissolved') return [];
  if (kind === 'moved') return old ? [{ name: old.name, code: old.code, parentId }] : [];
  const at = Array.from({ length: kind === 'split' ? mostNew : 1 }, (_, index) => index);
  const named = at.filter((index) => index < 2 || (typed[`name${index}`] ?? '').trim() !== '');
  return named.map((index) => ({
    name: typed[`name${index}`] ?? '',
    code: typed[`code${index}`] ?? null,
    parentId,
  }));
}

function destinationsIn(typed: Typed): ReadonlyMap<UnitId | SiteId, Destination> {
  return new Map(
    Object.entries(typed).flatMap(([name, value]) => {
      const id = name.startsWith('goes_') ? findId<'unit'>(name.slice('goes_'.length)) : undefined;
      if (!id || value === '') return [];
      return [[id, value === 'rest' ? 'rest' : Number(value)] as const];
    }),
  );
}
