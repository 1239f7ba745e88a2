// Units from files: a snapshot of a day, and what new units were merged from; seen before it is done.

import { addDays, type Day } from '#ground/day.ts';
import { newId, type CommandId, type UnitId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { matchMergers, type MatchedMergers, type MergerRow } from '../mergers.ts';
import { provinceTies } from '../province-ties.ts';
import {
  compareSnapshot,
  lastDayBefore,
  type Snapshot,
  type SnapshotRefusal,
  type SnapshotRow,
  type SnapshotTerms,
} from '../snapshot.ts';
import type { Tie } from '../ties.ts';
import { wholeCode } from '../unit-code.ts';
import { stands, unitAbove, unitsById, type Unit, type Units } from '../unit.ts';
import { tieAll } from './carry-out.ts';
import { endHamletsOf, endUnits, insertImport, insertUnits, lockUnits } from './change-store.ts';
import { readCsv, type CsvRefusal } from './csv.ts';
import { listPlacesIn } from './site-place-store.ts';
import { listBelow, listEndedWithCodes, listUnitsFrom, listWithParents } from './store.ts';

export type UnitFile = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Where the file is kept. */
  readonly fileRef: string;
  readonly commandId: CommandId;
};

export type FileRefusal = { readonly kind: 'file' } & CsvRefusal;
type Forbidden = { readonly kind: 'forbidden' };
type TermsRefusal = {
  readonly kind: 'terms';
  readonly problem: 'legal-act-missing' | 'days-turned';
};
export type SnapshotImportRefusal = FileRefusal | Forbidden | TermsRefusal | SnapshotRefusal;

export type SnapshotPreview = Snapshot & {
  readonly rows: number;
  /** What stands in the units that end, and waits to be told where it went. */
  readonly hamlets: number;
  readonly sites: number;
};

/** What the file would do; nothing is written. */
export const previewSnapshot = async (
  db: Database,
  actor: Actor,
  bytes: Uint8Array,
  terms: SnapshotTerms,
): Promise<Outcome<SnapshotPreview, SnapshotImportRefusal>> => {
  if (!may(actor, 'manage unit')) return refused({ kind: 'forbidden' });
  const compared = await compare(db, bytes, terms);
  if (!compared.ok) return compared;
  const { snapshot, rows } = compared.value;
  const ended = snapshot.ended.map(({ unitId }) => unitId);
  const hamlets = (await listBelow(db, ended, terms.from)).filter(({ level }) => level === 'thon');
  const places = await listPlacesIn(db, [...ended, ...hamlets.map(({ unitId }) => unitId)]);
  return done({ ...snapshot, rows, hamlets: hamlets.length, sites: places.length });
};

export type ImportCounts = {
  readonly begun: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly ended: number;
};

/** All of it in one transaction; the same file again finds everything unchanged. */
export const importSnapshot = (
  db: Database,
  actor: Actor,
  file: UnitFile,
  terms: SnapshotTerms,
): Promise<Outcome<ImportCounts, SnapshotImportRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'manage unit')) return refused({ kind: 'forbidden' });
    await lockUnits(tx);
    const compared = await compare(tx, file.bytes, terms);
    if (!compared.ok) return compared;
    const { snapshot, parents } = compared.value;
    const counts = countsOf(snapshot);
    const { personId } = actor;
    const isNew = await insertImport(tx, { ...file, ...terms, kind: 'snapshot', counts, personId });
    if (!isNew) return done(counts);
    const ended = snapshot.ended.map(({ unitId }) => unitId);
    await endUnits(tx, ended, lastDayBefore(terms));
    await endHamletsOf(tx, ended, lastDayBefore(terms));
    await insertUnits(tx, snapshot.begun, new Map([...parents, ...unitsById(snapshot.begun)]));
    const record = `units from ${terms.from}`;
    const after = { ...counts, fileName: file.fileName, legalAct: terms.legalAct };
    await appendAudit(tx, { siteId: null, personId, command: 'import units', record, after });
    return done(counts);
  });

type Compared = { readonly snapshot: Snapshot; readonly rows: number; readonly parents: Units };

async function compare(
  db: Database,
  bytes: Uint8Array,
  terms: SnapshotTerms,
): Promise<Outcome<Compared, SnapshotImportRefusal>> {
  if (terms.legalAct.trim() === '') return refused({ kind: 'terms', problem: 'legal-act-missing' });
  if (terms.to !== null && terms.to < terms.from) {
    return refused({ kind: 'terms', problem: 'days-turned' });
  }
  const read = readCsv(bytes, ['code', 'name', 'kind', 'parent_code']);
  if (!read.ok) return refused({ kind: 'file', ...read.refusal });
  const rows = read.value.map(({ line, cells }): SnapshotRow => ({
    line,
    ...cells,
    parentCode: cells.parent_code,
  }));
  const onRecord = await listUnitsFrom(db, ['tinh', 'huyen', 'xa', 'thon'], terms.from);
  const compared = compareSnapshot(rows, onRecord, terms, newId);
  if (!compared.ok) return compared;
  return done({ snapshot: compared.value, rows: rows.length, parents: unitsById(onRecord) });
}

const countsOf = ({ begun, unchanged, changed, ended }: Snapshot): ImportCounts => ({
  begun: begun.length,
  unchanged,
  changed: changed.length,
  ended: ended.length,
});

export type MergerTerms = {
  /** The province of today. */
  readonly provinceId: UnitId;
  readonly effectiveOn: Day;
  readonly legalAct: string;
};

export type MergersRefusal =
  FileRefusal | Forbidden | TermsRefusal | { readonly kind: 'province-unknown' };

export type MergersPreview = MatchedMergers & {
  readonly rows: number;
  /** The province's units, and those of the provinces it was made of. */
  readonly units: Units;
  readonly before: readonly Unit[];
  readonly provinces: readonly Tie[];
};

export const previewMergers = async (
  db: Database,
  actor: Actor,
  bytes: Uint8Array,
  terms: MergerTerms,
): Promise<Outcome<MergersPreview, MergersRefusal>> =>
  may(actor, 'manage unit') ? readMergers(db, bytes, terms) : refused({ kind: 'forbidden' });

/** Rows that could not be settled are left out, to be tied by hand; the others in one transaction. */
export const importMergers = (
  db: Database,
  actor: Actor,
  file: UnitFile,
  terms: MergerTerms,
): Promise<Outcome<{ readonly tied: number; readonly left: number }, MergersRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'manage unit')) return refused({ kind: 'forbidden' });
    await lockUnits(tx);
    const read = await readMergers(tx, file.bytes, terms);
    if (!read.ok) return read;
    const { mergers, errors, provinces } = read.value;
    const { personId } = actor;
    const { commandId } = file;
    const left = new Set(errors.map(({ line }) => line)).size;
    const counts = { tied: mergers.length, left };
    const imported = { ...file, ...terms, from: terms.effectiveOn, to: null, counts, personId };
    if (!(await insertImport(tx, { ...imported, kind: 'mergers' }))) return done(counts);
    const tied = await tieAll(tx, actor, [...mergers, ...provinces], { ...terms, commandId });
    return done({ tied, left });
  });

async function readMergers(
  db: Database,
  bytes: Uint8Array,
  { provinceId, effectiveOn, legalAct }: MergerTerms,
): Promise<Outcome<MergersPreview, MergersRefusal>> {
  if (legalAct.trim() === '') return refused({ kind: 'terms', problem: 'legal-act-missing' });
  const read = readCsv(bytes, ['code', 'name', 'merged_from']);
  if (!read.ok) return refused({ kind: 'file', ...read.refusal });
  const rows = read.value.map(({ line, cells }): MergerRow => ({
    line,
    ...cells,
    code: wholeCode(cells.code.trim(), 'xa'),
    mergedFrom: cells.merged_from,
  }));
  const [province] = await listWithParents(db, [provinceId]);
  if (province?.level !== 'tinh') return refused({ kind: 'province-unknown' });
  const begun = await communesOf(db, [provinceId], effectiveOn);
  const before = await communesBefore(db, provinceId, rows, addDays(effectiveOn, -1));
  const units = unitsById(
    await listWithParents(
      db,
      [...begun, ...before].map(({ unitId }) => unitId),
    ),
  );
  const matched = matchMergers(rows, { units, begun, before, eve: addDays(effectiveOn, -1) });
  const provinces = provinceTies(matched.mergers, before, provinceId, units);
  return done({ ...matched, rows: rows.length, units, before, provinces });
}

/**
 * The old communes of the province and of those merged into it: codes stay within their territory,
 * so an old commune whose code the file gives again shows which provinces those were.
 */
async function communesBefore(
  db: Database,
  provinceId: UnitId,
  rows: readonly MergerRow[],
  eve: Day,
): Promise<readonly Unit[]> {
  const codes = rows.map(({ code }) => code.trim());
  const ended = await listEndedWithCodes(db, codes, eve);
  const ids = ended.map(({ unitId }) => unitId);
  const units = unitsById(await listWithParents(db, ids));
  const provinces = ids.flatMap((unitId) => unitAbove(units, unitId, 'tinh')?.unitId ?? []);
  return communesOf(db, [...new Set([provinceId, ...provinces])], eve);
}

const communesOf = async (
  db: Database,
  provinces: readonly UnitId[],
  on: Day,
): Promise<readonly Unit[]> =>
  (await listBelow(db, provinces, on)).filter((unit) => unit.level === 'xa' && stands(unit, on));
