// A list of all units as they stood on a day, compared with what is on record: nothing is written here.

import type { Day } from '#ground/day.ts';
import { addDays } from '#ground/day.ts';
import type { UnitId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';
import { withWholeCodes, type WholeCodes } from './unit-code.ts';
import { parentLevels, stands, unitAbove, unitsById, type Level, type Unit } from './unit.ts';

/** A line of the file, as it was written; `line` counts from 1, the header included. */
export type SnapshotRow = {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parentCode: string;
};

export type RowProblem =
  | 'kind-unknown'
  | 'code-empty'
  | 'code-wrong'
  | 'code-twice'
  | 'name-empty'
  | 'name-too-long'
  | 'parent-missing'
  | 'parent-unneeded'
  | 'parent-unclear'
  | 'parent-wrong';

/** `about` is the value that is wrong, as it was written. */
export type RowError = {
  readonly line: number;
  readonly problem: RowProblem;
  readonly about: string;
};

export type SnapshotTerms = {
  readonly from: Day;
  /** The last day it speaks of; null where the units go on. */
  readonly to: Day | null;
  readonly legalAct: string;
  /** Whether the file holds the whole country; if not, other provinces are left alone. */
  readonly wholeCountry: boolean;
  readonly demo: boolean;
};

export type Snapshot = {
  readonly begun: readonly Unit[];
  readonly unchanged: number;
  /** Codes that go on with another name or under another parent. */
  readonly changed: readonly { readonly old: Unit; readonly new: Unit }[];
  /** On record, standing on the day before, and in the file no more. */
  readonly ended: readonly Unit[];
  /** Codes to which the zeros were given back that a spreadsheet had dropped. */
  readonly restored: number;
};

export type SnapshotRefusal =
  | { readonly kind: 'rows'; readonly errors: readonly RowError[] }
  /** Units on record begin on that very day, or within the period, and the file knows them not. */
  | { readonly kind: 'contradicts'; readonly units: readonly Unit[] };

/**
 * A row is the same unit only where level, code, name and parent are: since codes are given again,
 * a code alone never makes two units one. What became of what is told by a list of mergers.
 */
export function compareSnapshot(
  given: readonly SnapshotRow[],
  onRecord: readonly Unit[],
  terms: SnapshotTerms,
  newId: () => UnitId,
): Outcome<Snapshot, SnapshotRefusal> {
  const whole = withWholeCodes(given);
  const { rows, restored } = whole;
  const errors = rowErrors(whole);
  if (errors.length > 0) return refused({ kind: 'rows', errors });
  const standing = onRecord.filter((unit) => unit.level !== 'thon' && stands(unit, terms.from));
  const kept = matched(rows, standing, newId);
  const begun = begunUnits(rows, kept, terms);
  const isMeant = meantBy(rows, onRecord, terms);
  const ended = standing.filter((unit) => !kept.old.has(unit.unitId) && isMeant(unit));
  const meant = onRecord.filter(isMeant);
  const against = contradicted({ onRecord: meant, standing, kept, ended }, terms);
  if (against.length > 0) return refused({ kind: 'contradicts', units: against });
  const changed = changedCodes(begun, ended);
  return done({ begun, unchanged: kept.old.size, changed, ended, restored });
}

function rowErrors({ rows, unclear }: WholeCodes<SnapshotRow>): readonly RowError[] {
  const lists = Map.groupBy(rows, ({ code }) => code.trim());
  const above = new Map(unclear.map(({ line, codes }) => [line, codes.join(' / ')]));
  return rows.flatMap((row) => {
    const about = above.get(row.line);
    const problem =
      about === undefined ? problemOf(row, lists) : { problem: 'parent-unclear' as const, about };
    return problem === undefined ? [] : [{ line: row.line, ...problem }];
  });
}

type Problem = Pick<RowError, 'problem' | 'about'>;
type ByCode = ReadonlyMap<string, readonly SnapshotRow[]>;

const longestName = 120;

function problemOf(row: SnapshotRow, byCode: ByCode): Problem | undefined {
  const code = row.code.trim();
  const name = tidy(row.name);
  if (!isLevel(row.kind)) return { problem: 'kind-unknown', about: row.kind };
  if (code === '') return { problem: 'code-empty', about: name };
  if (!/^[0-9A-Za-z.-]{1,12}$/.test(code)) return { problem: 'code-wrong', about: row.code };
  if (name === '') return { problem: 'name-empty', about: code };
  if (name.length > longestName) return { problem: 'name-too-long', about: name };
  const same = (byCode.get(code) ?? []).filter(({ kind }) => kind.trim() === row.kind.trim());
  if (same[0] !== row) return { problem: 'code-twice', about: code };
  return parentProblem(row, byCode);
}

function parentProblem(row: SnapshotRow, byCode: ByCode): Problem | undefined {
  const level = levelOf(row);
  const parentCode = row.parentCode.trim();
  if (level === 'tinh') {
    return parentCode === '' ? undefined : { problem: 'parent-unneeded', about: parentCode };
  }
  const parents = byCode.get(parentCode) ?? [];
  if (parentCode === '' || parents.length === 0)
    return { problem: 'parent-missing', about: parentCode };
  const isRight = parents.some((parent) => parentLevels[level].includes(levelOf(parent)));
  return isRight ? undefined : { problem: 'parent-wrong', about: parentCode };
}

/** Hamlets have no official code and come in no such list. */
const listed: readonly Level[] = ['tinh', 'huyen', 'xa'];
const isLevel = (kind: string): boolean => listed.some((level) => level === kind.trim());
const levelOf = ({ kind }: SnapshotRow): Level =>
  listed.find((level) => level === kind.trim()) ?? 'thon';

type Matched = {
  /** The id each row has: of the unit on record, or a new one. */
  readonly ids: ReadonlyMap<SnapshotRow, UnitId>;
  /** Those on record that go on unchanged. */
  readonly old: ReadonlySet<UnitId>;
  readonly parents: ReadonlyMap<SnapshotRow, UnitId | null>;
};

/** From the provinces down, since a unit under another parent is another unit. */
function matched(
  rows: readonly SnapshotRow[],
  standing: readonly Unit[],
  newId: () => UnitId,
): Matched {
  const known = new Map(standing.map((unit) => [keyOf(unit), unit.unitId]));
  const ids = new Map<SnapshotRow, UnitId>();
  const parents = new Map<SnapshotRow, UnitId | null>();
  const old = new Set<UnitId>();
  const idAt = new Map<string, UnitId>();
  for (const level of listed) {
    for (const row of rows.filter((one) => levelOf(one) === level)) {
      const parentId = parentIdOf(row, level, idAt);
      const unit = known.get(
        keyOf({ level, code: row.code.trim(), name: tidy(row.name), parentId }),
      );
      const unitId = unit ?? newId();
      if (unit) old.add(unit);
      ids.set(row, unitId);
      parents.set(row, parentId);
      idAt.set(`${level} ${row.code.trim()}`, unitId);
    }
  }
  return { ids, old, parents };
}

const keyOf = ({
  level,
  code,
  name,
  parentId,
}: Pick<Unit, 'level' | 'code' | 'name' | 'parentId'>) => `${level} ${code} ${parentId} ${name}`;

const parentIdOf = (
  row: SnapshotRow,
  level: Level,
  idAt: ReadonlyMap<string, UnitId>,
): UnitId | null =>
  parentLevels[level]
    .map((parent) => idAt.get(`${parent} ${row.parentCode.trim()}`))
    .find((id) => id !== undefined) ?? null;

const begunUnits = (
  rows: readonly SnapshotRow[],
  { ids, old, parents }: Matched,
  { from, to, legalAct, demo }: SnapshotTerms,
): readonly Unit[] =>
  rows.flatMap((row) => {
    const unitId = ids.get(row);
    if (unitId === undefined || old.has(unitId)) return [];
    const parentId = parents.get(row) ?? null;
    const own = { level: levelOf(row), code: row.code.trim(), name: tidy(row.name) };
    return [{ ...own, unitId, parentId, validFrom: from, validTo: to, legalAct, demo }];
  });

/** A file about some provinces speaks of what stands in those and of nothing else. */
function meantBy(
  rows: readonly SnapshotRow[],
  onRecord: readonly Unit[],
  { wholeCountry }: SnapshotTerms,
): (unit: Unit) => boolean {
  const units = unitsById(onRecord);
  const provinces = new Set(
    rows.filter((row) => levelOf(row) === 'tinh').map(({ code }) => code.trim()),
  );
  return ({ unitId }) =>
    wholeCountry || provinces.has(unitAbove(units, unitId, 'tinh')?.code ?? '');
}

type Compared = {
  /** Of what the file speaks of. */
  readonly onRecord: readonly Unit[];
  readonly standing: readonly Unit[];
  readonly kept: Matched;
  readonly ended: readonly Unit[];
};

/**
 * What cannot be true beside the record: a unit that began on that very day, or whose end is on
 * record, does not end the day before; one that goes on must last as long as the file says; and
 * what begins within the period would stand twice, so a snapshot of the past needs its last day.
 */
function contradicted(
  { onRecord, standing, kept, ended }: Compared,
  { from, to }: SnapshotTerms,
): readonly Unit[] {
  const endsSoon = ({ validTo }: Unit): boolean =>
    validTo !== null && (to === null || validTo < to);
  const gone = new Set(ended.map(({ unitId }) => unitId));
  const isLater = ({ level, parentId, validFrom }: Unit): boolean =>
    level === 'thon'
      ? validFrom >= from && parentId !== null && gone.has(parentId)
      : validFrom > from && (to === null || validFrom <= to);
  return [
    ...ended.filter(({ validFrom, validTo }) => validFrom >= from || validTo !== null),
    ...standing.filter((unit) => kept.old.has(unit.unitId) && endsSoon(unit)),
    ...onRecord.filter(isLater),
  ];
}

function changedCodes(begun: readonly Unit[], ended: readonly Unit[]): Snapshot['changed'] {
  const byCode = new Map(ended.map((unit) => [`${unit.level} ${unit.code}`, unit]));
  return begun.flatMap((unit) => {
    const old = byCode.get(`${unit.level} ${unit.code}`);
    return old ? [{ old, new: unit }] : [];
  });
}

/** The last day of what a snapshot ends. */
export const lastDayBefore = ({ from }: Pick<SnapshotTerms, 'from'>): Day => addDays(from, -1);
