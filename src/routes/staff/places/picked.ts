// Which unit a picker's fields mean: the one chosen, or those its text may mean.

import type { Day } from '#ground/day.ts';
import { findId, type UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import { dayTyped } from '#ground/typed.ts';
import type { FoundUnit } from '#places/found-unit.ts';
import { findUnits, searchUnits } from '#places/server/search-store.ts';
import { nameAndParents } from '#places/say-unit.ts';
import { levels, type Level } from '#places/unit.ts';
import type { Typed } from '../../form-fields.ts';

/** What a picker is drawn with again. */
export type Picked = {
  readonly chosen: FoundUnit | null;
  readonly text: string;
  readonly found: readonly FoundUnit[];
};

export const nothingPicked: Picked = { chosen: null, text: '', found: [] };

/** A text changed after choosing is searched for; a single answer that is just so named is taken. */
export async function pickedIn(
  db: Database,
  typed: Typed,
  name: string,
  query: { readonly on: Day; readonly levels?: readonly Level[] },
): Promise<Picked> {
  const text = (typed[`${name}Text`] ?? '').trim();
  const choice = findId<'unit'>(typed[`${name}Choice`]) ?? unchanged(typed, name);
  const chosen = choice && (await findUnits(db, [choice]))[0];
  if (chosen) return { chosen, text, found: [] };
  const found = await searchUnits(db, { ...query, text });
  const [only] = found;
  const isNamed = only && (found.length === 1 || nameAndParents(only) === text);
  return { chosen: isNamed ? only : null, text, found };
}

const unchanged = (typed: Typed, name: string): UnitId | undefined =>
  typed[`${name}Text`] === undefined || typed[`${name}Text`] === typed[`${name}Was`]
    ? findId<'unit'>(typed[name])
    : undefined;

/** A day from a form or an address; else the day it is. */
export const dayOr = (text: unknown, today: Day): Day => dayTyped(text) ?? today;

export const levelsIn = (text: string | null): readonly Level[] | undefined => {
  const asked = (text ?? '').split(',');
  const known = levels.filter((level) => asked.includes(level));
  return known.length > 0 ? known : undefined;
};
