// Writes units and their changes; whoever writes here holds the lock of all units.

import { sql, type Transaction } from 'kysely';
import { addDays, type Day } from '#ground/day.ts';
import { newId, type CommandId, type PersonId, type UnitId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { PlannedChange, SiteMove } from '../carry.ts';
import { bareName, searchWords } from '../names.ts';
import { unitAbove, withParents, type Unit, type Units } from '../unit.ts';

type Tx = Transaction<DB>;

/** One change at a time: what a preview was worked out from must still be so when it is written. */
export const lockUnits = (tx: Tx): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended('unit', 0))`.execute(tx);

/** `units` holds them and everything they stand in. */
export async function insertUnits(tx: Tx, begun: readonly Unit[], units: Units): Promise<void> {
  if (begun.length === 0) return;
  const rows = begun.map((unit) => rowOf(unit, units));
  await sql`
    insert into unit (unit_id, level, code, name, folded_name, words, parent_id, valid_from,
      valid_to, legal_act, demo)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(unit_id uuid, level text,
      code text, name text, folded_name text, words text, parent_id uuid, valid_from date,
      valid_to date, legal_act text, demo boolean)`.execute(tx);
  const words = new Set(rows.flatMap((row) => row.words.split(' ').filter(isSpelt)));
  await sql`insert into unit_word select unnest(${[...words].toSorted()}::text[])
    on conflict do nothing`.execute(tx);
}

/** Codes and numbers are not mistyped into words. */
const isSpelt = (word: string): boolean => /^\p{L}+$/u.test(word);

/** The last day of units that stood on; one whose end is on record keeps it. */
export async function endUnits(tx: Tx, ids: readonly UnitId[], lastDay: Day): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('unit')
    .set({ valid_to: lastDay })
    .where(sql<boolean>`unit_id = any(${ids}::uuid[])`)
    .where('valid_to', 'is', null)
    .execute();
}

/** Hamlets do not outlive their commune's row. */
export const endHamletsOf = (
  tx: Tx,
  ids: readonly UnitId[],
  lastDay: Day,
): Promise<readonly { readonly unitId: UnitId }[]> =>
  tx
    .updateTable('unit')
    .set({ valid_to: lastDay })
    .where(sql<boolean>`parent_id = any(${ids}::uuid[])`)
    .where('level', '=', 'thon')
    .where('valid_to', 'is', null)
    .returning('unit_id as unitId')
    .$narrowType<{ unitId: UnitId }>()
    .execute();

export type Recorded = {
  readonly commandId: CommandId;
  readonly personId: PersonId;
  /** Which of the command's changes. */
  readonly position: number;
};

/** Everything a change does but for its units; they are there already. */
export async function insertChange(
  tx: Tx,
  change: PlannedChange,
  { commandId, personId, position }: Recorded,
): Promise<void> {
  const changeId = newId<'unit change'>();
  await tx
    .insertInto('unit_change')
    .values({
      change_id: changeId,
      command_id: commandId,
      position,
      kind: change.kind,
      effective_on: change.effectiveOn,
      legal_act: change.legalAct,
      recorded_by: personId,
    })
    .execute();
  await tx
    .insertInto('unit_change_part')
    .values(
      change.parts.map(({ from, to, partial }) => ({
        change_id: changeId,
        part_id: newId(),
        from_id: from,
        to_id: to,
        partial,
      })),
    )
    .execute();
}

/** Sites stand in their new unit from the day on; one placed later than that is put right. */
export async function moveSites(
  tx: Tx,
  moves: readonly SiteMove[],
  effectiveOn: Day,
  units: Units,
): Promise<void> {
  for (const { siteId, placedOn, to } of moves) {
    const commune = unitAbove(units, to, 'xa');
    if (!commune) throw new Error(`no commune above ${to}`);
    const place = { unit_id: to, commune_id: commune.unitId };
    const row = tx
      .updateTable('site_place')
      .where('site_id', '=', siteId)
      .where('valid_from', '=', placedOn);
    if (placedOn >= effectiveOn) await row.set(place).execute();
    else {
      await row.set({ valid_to: addDays(effectiveOn, -1) }).execute();
      await tx
        .insertInto('site_place')
        .values({ ...place, site_id: siteId, valid_from: effectiveOn })
        .execute();
    }
  }
}

export async function isChangeSent(tx: Tx, commandId: CommandId): Promise<boolean> {
  const sent = await tx
    .selectFrom('unit_change')
    .where('command_id', '=', commandId)
    .select('change_id')
    .executeTakeFirst();
  return sent !== undefined;
}

export type NewImport = {
  readonly commandId: CommandId;
  readonly kind: 'snapshot' | 'mergers';
  readonly from: Day;
  readonly to: Day | null;
  readonly legalAct: string;
  readonly fileName: string;
  readonly fileRef: string;
  readonly counts: object;
  readonly personId: PersonId;
};

/** False where the command was sent before: then nothing is written. */
export async function insertImport(tx: Tx, done: NewImport): Promise<boolean> {
  const inserted = await tx
    .insertInto('unit_import')
    .values({
      import_id: newId(),
      command_id: done.commandId,
      kind: done.kind,
      valid_from: done.from,
      valid_to: done.to,
      legal_act: done.legalAct,
      file_name: done.fileName,
      file_ref: done.fileRef,
      counts: JSON.stringify(done.counts),
      imported_by: done.personId,
    })
    .onConflict((conflict) => conflict.column('command_id').doNothing())
    .returning('import_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

function rowOf(unit: Unit, units: Units) {
  const parents = withParents(units, unit.unitId).slice(1);
  const names = parents.map(({ name }) => name);
  return {
    unit_id: unit.unitId,
    level: unit.level,
    code: unit.code,
    name: unit.name,
    folded_name: bareName(unit.name, unit.level),
    words: searchWords(unit.name, unit.code, names).join(' '),
    parent_id: unit.parentId,
    valid_from: unit.validFrom,
    valid_to: unit.validTo,
    legal_act: unit.legalAct,
    demo: unit.demo,
  };
}
