// The unit a paper means by the names it gives, as units stood on its day: one, or none at all.

import type { Day } from '#ground/day.ts';
import { nameKeys } from './names.ts';
import { stands, withParents, type Level, type Unit, type Units } from './unit.ts';

export type AreaNames = {
  readonly commune: string;
  readonly district: string | null;
  readonly province: string;
};

/** Undefined where no commune, or more than one, answers to all the names given. */
export function communeNamed(units: Units, names: AreaNames, on: Day): Unit | undefined {
  const communes = [...units.values()].filter((unit) => unit.level === 'xa' && stands(unit, on));
  const answering = communes.filter((commune) => answers(units, commune, names));
  // 'Xã Phú Thịnh' and 'Thị trấn Phú Thịnh' may stand in one province: the fuller name decides.
  for (const key of keysOf(names.commune, 'xa')) {
    const alike = answering.filter(({ name }) => nameKeys(name, 'xa')[key.rank] === key.key);
    if (alike.length > 0) return alike.length === 1 ? alike[0] : undefined;
  }
  return undefined;
}

/** A hamlet of that name under the commune. */
export const hamletNamed = (hamlets: readonly Unit[], name: string, on: Day): Unit | undefined => {
  const standing = hamlets.filter((unit) => stands(unit, on));
  for (const { key, rank } of keysOf(name, 'thon')) {
    const alike = standing.filter((unit) => nameKeys(unit.name, 'thon')[rank] === key);
    if (alike.length > 0) return alike.length === 1 ? alike[0] : undefined;
  }
  return undefined;
};

/** A district that is not named, or that no longer exists, decides nothing. */
function answers(units: Units, commune: Unit, { district, province }: AreaNames): boolean {
  const above = withParents(units, commune.unitId);
  const isNamed = (level: Level, name: string): boolean => {
    const unit = above.find((one) => one.level === level);
    return unit === undefined || isAlike(unit.name, name, level);
  };
  return isNamed('tinh', province) && (district === null || isNamed('huyen', district));
}

const isAlike = (name: string, other: string, level: Level): boolean => {
  const keys = nameKeys(other, level);
  return nameKeys(name, level).some((key, rank) => key === keys[rank]);
};

const keysOf = (name: string, level: Level) =>
  nameKeys(name, level).map((key, rank) => ({ key, rank }));
