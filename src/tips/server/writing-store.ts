// The SQL of what those on duty write in a tip: answers to the sender and notes for each other, all of it sealed.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import { newId, type CommandId, type Id, type PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import type { RingId, Sealed } from '#sealed/ring.ts';
import { bytesOf } from '#sealed/server/sealed-bytes.ts';
import type { LetterId, TipId } from '../tip.ts';
import type { AnswerLetterInput } from '../writing.input.ts';

type Tx = Transaction<DB>;
type Connection = Pick<Database, 'selectFrom'>;
type By = { readonly personId: PersonId; readonly today: Day; readonly ringId: RingId };

/** After everything that is there; its term of keeping begins anew. */
export async function insertAnswer(tx: Tx, input: AnswerLetterInput, by: By): Promise<void> {
  const { tipId, commandId, epoch, sealed, sealedCopy } = input;
  await tx
    .insertInto('tip_letter')
    .values({
      tip_id: tipId,
      letter_id: newId<'letter'>(),
      command_id: commandId,
      position: sql<number>`(SELECT coalesce(max(l.position), 0) + 1 FROM tip_letter l
        WHERE l.tip_id = ${tipId})`,
      direction: 'out',
      ring_id: by.ringId,
      epoch,
      sealed: bytesOf(sealed),
      sealed_copy: bytesOf(sealedCopy),
      written_by: by.personId,
      day: by.today,
    })
    .execute();
  await tx
    .updateTable('tip')
    .set({ last_letter_on: by.today })
    .where('tip_id', '=', tipId)
    .execute();
}

export async function isLetterOfCommand(
  db: Connection,
  { commandId, tipId }: { readonly commandId: CommandId; readonly tipId: TipId },
): Promise<boolean> {
  const row = await db
    .selectFrom('tip_letter')
    .where('command_id', '=', commandId)
    .where('tip_id', '=', tipId)
    .select('letter_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether that is the key of the ring now: what is written is for those on duty today. */
export async function isEpochOf(db: Connection, ringId: RingId, epoch: number): Promise<boolean> {
  const row = await db
    .selectFrom('ring_epoch')
    .where('ring_id', '=', ringId)
    .where('epoch', '=', epoch)
    .where('ended_on', 'is', null)
    .select('epoch')
    .executeTakeFirst();
  return row !== undefined;
}

export type SealedNote = {
  readonly noteId: Id<'note'>;
  readonly ringId: RingId;
  readonly epoch: number;
  readonly day: Day;
  /** Null where who asks may not know of them: somebody of the ring below. */
  readonly writtenBy: string | null;
  readonly sealed: Sealed;
};

/** What colleagues wrote for each other, with their names, in the order of their days. */
export async function listNotes(db: Connection, tipId: TipId): Promise<readonly SealedNote[]> {
  const rows = await db
    .selectFrom('tip_note')
    .leftJoin('person', 'person.id', 'tip_note.written_by')
    .where('tip_id', '=', tipId)
    .where('kind', '=', 'note')
    .select(['note_id as noteId', 'ring_id as ringId', 'epoch', 'day', 'person.name as writtenBy'])
    .select('sealed')
    .$castTo<Omit<SealedNote, 'sealed'> & { readonly sealed: Buffer }>()
    .orderBy('day')
    .orderBy('note_id')
    .execute();
  return rows.map((row) => ({ ...row, sealed: toBase64Url(row.sealed) }));
}

export type FirstLetter = {
  readonly tipId: TipId;
  readonly letterId: LetterId;
  readonly ringId: RingId;
  readonly epoch: number;
  readonly sealed: Sealed;
};

/** With what each tip began; of one that was sealed anew, both, of which the person opens one. */
export async function listFirstLetters(
  db: Connection,
  tipIds: readonly TipId[],
): Promise<readonly FirstLetter[]> {
  if (tipIds.length === 0) return [];
  const rows = await db
    .selectFrom('tip_letter')
    .where('tip_id', 'in', tipIds)
    .where('position', '=', 1)
    .select(['tip_id as tipId', 'letter_id as letterId', 'ring_id as ringId', 'epoch', 'sealed'])
    .$castTo<Omit<FirstLetter, 'sealed'> & { readonly sealed: Buffer }>()
    .execute();
  return rows.map((row) => ({ ...row, sealed: toBase64Url(row.sealed) }));
}
