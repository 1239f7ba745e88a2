// A list of what new units were merged from, matched to the old units on record within one province.

import type { Day } from '#ground/day.ts';
import type { UnitId } from '#ground/id.ts';
import { tidy } from '#ground/text.ts';
import { partsNamed, type NamedPart } from './merged-from.ts';
import { nameKeys } from './names.ts';
import { unitAbove, type Unit, type Units } from './unit.ts';

export type MergerRow = {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly mergedFrom: string;
};

export type MergerProblem =
  'new-unknown' | 'new-twice' | 'nothing-named' | 'old-unknown' | 'old-ambiguous' | 'old-stands';

export type MergerError = {
  readonly line: number;
  readonly problem: MergerProblem;
  /** The words that could not be matched. */
  readonly about: string;
  /** The units it could be. */
  readonly perhaps: readonly UnitId[];
};

export type MergedFrom = {
  readonly unitId: UnitId;
  readonly partial: boolean;
  /** Whether the name on record is written in another way than the file's. */
  readonly readAs: string | null;
};

export type Merger = {
  readonly line: number;
  readonly to: UnitId;
  readonly from: readonly MergedFrom[];
};

export type MatchedMergers = {
  readonly mergers: readonly Merger[];
  readonly errors: readonly MergerError[];
};

export type MergerWorld = {
  readonly units: Units;
  /** Communes of the province from the day on. */
  readonly begun: readonly Unit[];
  /** Communes that stood there the day before. */
  readonly before: readonly Unit[];
  readonly eve: Day;
};

/** Rows that cannot be settled are named and left out; an old unit named twice went partly to each. */
export function matchMergers(rows: readonly MergerRow[], world: MergerWorld): MatchedMergers {
  const errors: MergerError[] = [];
  const mergers: Merger[] = [];
  const prepared = prepare(world);
  for (const row of rows) {
    const read = matchRow(row, prepared, mergers);
    if ('errors' in read) errors.push(...read.errors);
    else mergers.push(read.merger);
  }
  return { mergers: withSharedParts(mergers), errors };
}

type Prepared = MergerWorld & {
  /** The old units by each way of writing their names. */
  readonly byKey: readonly ReadonlyMap<string, readonly Unit[]>[];
};

const prepare = (world: MergerWorld): Prepared => {
  const keyed = world.before.map((unit) => ({ unit, keys: nameKeys(unit.name, 'xa') }));
  const byKey = nameKeys('', 'xa').map((_, rank) => {
    const groups = Map.groupBy(keyed, ({ keys }) => keys[rank] ?? '');
    return new Map([...groups].map(([key, group]) => [key, group.map(({ unit }) => unit)]));
  });
  return { ...world, byKey };
};

type RowRead = { readonly merger: Merger } | { readonly errors: readonly MergerError[] };

function matchRow(row: MergerRow, world: Prepared, earlier: readonly Merger[]): RowRead {
  const { line } = row;
  const error = (problem: MergerProblem, about: string, perhaps: readonly UnitId[] = []) => ({
    errors: [{ line, problem, about, perhaps }],
  });
  const to = world.begun.find(
    ({ code, name }) => code === row.code.trim() && isNamed(name, tidy(row.name)),
  );
  if (!to) return error('new-unknown', `${row.code} ${row.name}`);
  if (earlier.some((merger) => merger.to === to.unitId)) return error('new-twice', row.name);
  const named = partsNamed(row.mergedFrom);
  if (named.length === 0) return error('nothing-named', row.name);
  const found = named.map((part) => ({ part, units: candidates(part, to, world) }));
  const errors = found.flatMap(({ part, units }) => {
    const problem = problemOf(units, to, world.eve);
    const perhaps = units.map(({ unitId }) => unitId);
    return problem === undefined ? [] : [{ line, problem, about: part.text, perhaps }];
  });
  if (errors.length > 0) return { errors };
  return { merger: { line, to: to.unitId, from: found.flatMap(mergedFrom) } };
}

/** An old unit goes into a new one by ending; only the one that stays itself stands on. */
function problemOf(units: readonly Unit[], to: Unit, eve: Day): MergerProblem | undefined {
  const [unit] = units;
  if (!unit) return 'old-unknown';
  if (units.length > 1) return 'old-ambiguous';
  return unit.validTo === eve || unit.unitId === to.unitId ? undefined : 'old-stands';
}

const isNamed = (name: string, other: string): boolean =>
  nameKeys(name, 'xa')[1] === nameKeys(other, 'xa')[1];

const mergedFrom = ({
  part,
  units,
}: {
  readonly part: NamedPart;
  readonly units: readonly Unit[];
}): readonly MergedFrom[] =>
  units.map(({ unitId, name }) => ({
    unitId,
    partial: part.partial,
    readAs:
      part.name === null || nameKeys(name, 'xa')[0] === nameKeys(part.name, 'xa')[0] ? null : name,
  }));

/** The closest way of writing that any unit answers to decides; more than one then is ambiguous. */
function candidates(part: NamedPart, to: Unit, { units, byKey }: Prepared): readonly Unit[] {
  const wanted = nameKeys(part.name ?? to.name, 'xa');
  for (const [rank, key] of wanted.entries()) {
    const alike = (byKey[rank]?.get(key) ?? []).filter(
      (unit) => part.within === null || isWithin(units, unit, part.within),
    );
    // What stays as it was keeps its code too, where that tells two of a name apart.
    const same = part.name === null ? alike.filter(({ code }) => code === to.code) : [];
    if (same.length === 1) return same;
    if (alike.length > 0) return alike;
  }
  return [];
}

function isWithin(units: Units, unit: Unit, district: string): boolean {
  const above = unitAbove(units, unit.unitId, 'huyen');
  if (!above) return false;
  const keys = nameKeys(above.name, 'huyen');
  return nameKeys(district, 'huyen').some((key, rank) => rank > 0 && key === keys[rank]);
}

function withSharedParts(mergers: readonly Merger[]): readonly Merger[] {
  const named = Map.groupBy(
    mergers.flatMap(({ from }) => from),
    ({ unitId }) => unitId,
  );
  const isShared = (unitId: UnitId): boolean => (named.get(unitId)?.length ?? 0) > 1;
  return mergers.map((merger) => ({
    ...merger,
    from: merger.from.map((one) => ({ ...one, partial: one.partial || isShared(one.unitId) })),
  }));
}
