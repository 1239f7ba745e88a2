// An administrative unit as it stood from one day until another, and how one changes into others.

import type { Day } from '#ground/day.ts';
import type { Id, UnitId } from '#ground/id.ts';

/** Greatest first: province, district (optional), commune, hamlet. */
export const levels = ['tinh', 'huyen', 'xa', 'thon'] as const;
export type Level = (typeof levels)[number];

/**
 * One version of a place: one name, code and parent on all of its days. Its parent's version lives
 * at least as long, so its full name is one as well.
 */
export type Unit = {
  readonly unitId: UnitId;
  readonly level: Level;
  /** Official, and given again to other places: it identifies nothing. Null for hamlets. */
  readonly code: string | null;
  /** With its word of kind: 'Xã Phú Thịnh', 'xóm Phố'. */
  readonly name: string;
  readonly parentId: UnitId | null;
  readonly validFrom: Day;
  /** The last day; null while it stands. */
  readonly validTo: Day | null;
  readonly legalAct: string | null;
  readonly demo: boolean;
};

export const changeKinds = ['created', 'renamed', 'merged', 'split', 'moved', 'dissolved'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What became of what; no `from` where it is new, no `to` where nothing followed. */
export type UnitPart = {
  readonly from: UnitId | null;
  readonly to: UnitId | null;
  /** Only a part of the old unit went there. */
  readonly partial: boolean;
};

export type UnitChange = {
  readonly changeId: Id<'unit change'>;
  readonly kind: ChangeKind;
  /** The first day on which it holds: the old units end the day before. */
  readonly effectiveOn: Day;
  readonly legalAct: string;
  readonly parts: readonly UnitPart[];
};

export type Units = ReadonlyMap<UnitId, Unit>;

export const unitsById = (units: readonly Unit[]): Units =>
  new Map(units.map((unit) => [unit.unitId, unit]));

export const stands = (unit: Pick<Unit, 'validFrom' | 'validTo'>, on: Day): boolean =>
  unit.validFrom <= on && (unit.validTo === null || on <= unit.validTo);

/** The unit itself and those it stands in, the smallest first. */
export function withParents(units: Units, unitId: UnitId): readonly Unit[] {
  const unit = units.get(unitId);
  if (!unit) return [];
  return unit.parentId === null ? [unit] : [unit, ...withParents(units, unit.parentId)];
}

/** The unit of that level which it is or stands in. */
export const unitAbove = (units: Units, unitId: UnitId, level: Level): Unit | undefined =>
  withParents(units, unitId).find((unit) => unit.level === level);

/** 'xóm Phố, xã Phú Thịnh, huyện Đại Từ, tỉnh Thái Nguyên' */
export const fullName = (units: Units, unitId: UnitId): string =>
  withParents(units, unitId)
    .map(({ name }) => inSentence(name))
    .join(', ');

/** Inside a sentence the word of kind is small: 'xã Phú Thịnh'. */
export const inSentence = (name: string): string =>
  name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);

/** Alone, on a list: 'Xóm Phố'. */
export const asTitle = (name: string): string =>
  name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);

/** Where a unit of a level may stand; a commune directly under its province where no district is. */
export const parentLevels: Readonly<Record<Level, readonly Level[]>> = {
  tinh: [],
  huyen: ['tinh'],
  xa: ['huyen', 'tinh'],
  thon: ['xa'],
};
