// The SQL of passing tips on, laying them together and covering passages of their letters.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import { newId, type CommandId, type PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import type { RingId, Sealed } from '#sealed/ring.ts';
import { bytesOf } from '#sealed/server/sealed-bytes.ts';
import type { LayerInput, PassInput, PassPieceInput } from '../casework.input.ts';
import type { Copy } from '../passing.ts';
import type { LetterId, Stand, TipId } from '../tip.ts';

type Tx = Transaction<DB>;
type Connection = Pick<Database, 'selectFrom'>;
type By = { readonly personId: PersonId; readonly today: Day };

/** The duty desk of the province, where tips are passed to. */
export const findRingAbove = (
  db: Connection,
): Promise<
  { readonly ringId: RingId; readonly epoch: number; readonly recipient: string } | undefined
> =>
  db
    .selectFrom('key_ring')
    .innerJoin('unit', 'unit.unit_id', 'key_ring.unit_id')
    .innerJoin('ring_epoch', 'ring_epoch.ring_id', 'key_ring.ring_id')
    .where('purpose', '=', 'tip')
    .where('level', '=', 'tinh')
    .where('ring_epoch.ended_on', 'is', null)
    .select(['key_ring.ring_id as ringId', 'ring_epoch.epoch', 'ring_epoch.recipient'])
    .$narrowType<{ ringId: RingId }>()
    .orderBy('key_ring.made_on', 'desc')
    .executeTakeFirst();

/** Each copy stands where its original stands; that one stays as it came. */
export async function insertCopies(tx: Tx, input: PassInput, by: By): Promise<void> {
  for (const copy of input.copies) {
    const letterId = newId<'letter'>();
    await tx
      .insertInto('tip_letter')
      .values({ ...copyRow(input, copy, by), letter_id: letterId })
      .execute();
    if (copy.identity) await insertIdentityAnew(tx, input, letterId, copy.identity);
  }
}

const copyRow = (
  { tipId, ringId, epoch }: PassInput,
  { letterId, sealed }: Copy,
  { personId, today }: By,
) => ({
  tip_id: tipId,
  command_id: newId(),
  position: sql<number>`(SELECT o.position FROM tip_letter o
    WHERE o.tip_id = ${tipId} AND o.letter_id = ${letterId})`,
  direction: 'in',
  ring_id: ringId,
  epoch,
  sealed: bytesOf(sealed),
  copy_of: letterId,
  written_by: personId,
  day: today,
});

const insertIdentityAnew = (
  tx: Tx,
  { tipId, ringId, epoch }: PassInput,
  letterId: LetterId,
  sealed: Sealed,
): Promise<unknown> =>
  tx
    .insertInto('tip_identity')
    .values({ tip_id: tipId, letter_id: letterId, ring_id: ringId, epoch, sealed: bytesOf(sealed) })
    .execute();

/** The same piece again is the same piece. */
export const insertPieceAnew = (
  tx: Tx,
  { ringId, epoch, uploadId, number, sealed }: PassPieceInput,
  findHash: string,
  today: Day,
): Promise<unknown> =>
  tx
    .insertInto('tip_piece')
    .values({
      find_hash: bytesOf(findHash),
      upload_id: uploadId,
      number,
      ring_id: ringId,
      epoch,
      sealed: bytesOf(sealed),
      day: today,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** From now it is theirs, and nobody there has opened it yet. */
export const setPassed = (tx: Tx, tipId: TipId, ringId: RingId, today: Day): Promise<unknown> =>
  tx
    .updateTable('tip')
    .set({ passed_to: ringId, unread_since: today })
    .where('tip_id', '=', tipId)
    .execute();

/** From now, or no longer, the same matter as another, and where that one stands. */
export const setMerged = (
  tx: Tx,
  tipId: TipId,
  into: TipId | null,
  stand: Stand,
): Promise<unknown> =>
  tx
    .updateTable('tip')
    .set({
      merged_into: into,
      state: stand.state,
      state_on: stand.stateOn,
      class: stand.class,
      register_number: stand.registerNumber,
      handed_over_on: stand.handedOverOn,
    })
    .where('tip_id', '=', tipId)
    .execute();

/** Whether another tip lies under this one. */
export async function hasMerged(db: Connection, tipId: TipId): Promise<boolean> {
  const row = await db
    .selectFrom('tip')
    .where('merged_into', '=', tipId)
    .select('tip_id')
    .executeTakeFirst();
  return row !== undefined;
}

type NoteRow = {
  readonly tipId: TipId;
  readonly commandId: CommandId;
  readonly ringId: RingId;
  readonly epoch: number;
  readonly sealed: Sealed;
  readonly letterId: LetterId | null;
};

/** A note, or with a letter a layer over it. */
export const insertSealedNote = (
  tx: Tx,
  { tipId, commandId, ringId, epoch, sealed, letterId }: NoteRow,
  { personId, today }: By,
): Promise<unknown> =>
  tx
    .insertInto('tip_note')
    .values({
      tip_id: tipId,
      note_id: newId(),
      command_id: commandId,
      kind: letterId === null ? 'note' : 'redaction',
      letter_id: letterId,
      ring_id: ringId,
      epoch,
      sealed: bytesOf(sealed),
      written_by: personId,
      day: today,
    })
    .execute();

export async function isLayerOfCommand(
  db: Connection,
  { commandId, tipId }: Pick<LayerInput, 'commandId' | 'tipId'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('tip_note')
    .where('command_id', '=', commandId)
    .where('tip_id', '=', tipId)
    .select('note_id')
    .executeTakeFirst();
  return row !== undefined;
}

export type SealedLayer = {
  readonly letterId: LetterId;
  readonly ringId: RingId;
  readonly epoch: number;
  readonly sealed: Sealed;
};

/** Every layer that was ever laid; which lies on top is said inside. */
export async function listLayers(db: Connection, tipId: TipId): Promise<readonly SealedLayer[]> {
  const rows = await db
    .selectFrom('tip_note')
    .where('tip_id', '=', tipId)
    .where('kind', '=', 'redaction')
    .select(['letter_id as letterId', 'ring_id as ringId', 'epoch', 'sealed'])
    .$castTo<Omit<SealedLayer, 'sealed'> & { readonly sealed: Buffer }>()
    .orderBy('note_id')
    .execute();
  return rows.map((row) => ({ ...row, sealed: toBase64Url(row.sealed) }));
}
