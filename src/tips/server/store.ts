// The SQL of tips for those on duty: PostgreSQL shows each of them the tips of their own rings, and no others.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import { newId, type CommandId, type PersonId, type UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import type { RingId } from '#sealed/ring.ts';
import type { Letter } from '../letters.ts';
import type { Stand, Tip, TipAct, TipEvent, TipId, TipStep, UploadId } from '../tip.ts';

type Tx = Transaction<DB>;
/** A database or a transaction on it. */
type Connection = Pick<Database, 'selectFrom'>;

/** Every tip the person may see, the latest first; within a day in no order. */
export async function listTips(db: Connection): Promise<readonly Tip[]> {
  const rows = await selectTips(db).orderBy('received_on', 'desc').orderBy('tip_id').execute();
  return rows.map(tipOf);
}

export async function findTip(db: Connection, tipId: TipId): Promise<Tip | undefined> {
  const row = await selectTips(db).where('tip_id', '=', tipId).executeTakeFirst();
  return row && tipOf(row);
}

/** Nobody else works on it, and nothing comes in for it, before the transaction ends. */
export async function lockTip(tx: Tx, tipId: TipId): Promise<Tip | undefined> {
  const row = await selectTips(tx).where('tip_id', '=', tipId).forUpdate().executeTakeFirst();
  return row && tipOf(row);
}

/** What was done with it, in the order in which it was recorded. */
export const listTipEvents = (db: Connection, tipId: TipId): Promise<readonly TipEvent[]> =>
  db
    .selectFrom('tip_event')
    .where('tip_id', '=', tipId)
    .select(['kind', 'day', 'class', 'reference'])
    .select(['recorded_by as recordedBy', 'recorded_on as recordedOn'])
    .$castTo<TipEvent>()
    .orderBy('position')
    .execute();

/** The same of every tip the person may see, for a list with its due days. */
export const listAllTipEvents = (
  db: Connection,
): Promise<readonly (Pick<TipEvent, 'kind' | 'day'> & { readonly tipId: TipId })[]> =>
  db
    .selectFrom('tip_event')
    .select(['tip_id as tipId', 'kind', 'day'])
    .$castTo<Pick<TipEvent, 'kind' | 'day'> & { readonly tipId: TipId }>()
    .orderBy('tip_id')
    .orderBy('position')
    .execute();

/** The conversation, sealed as it came. */
export async function listLetters(db: Connection, tipId: TipId): Promise<readonly Letter[]> {
  const rows = await db
    .selectFrom('tip_letter')
    .where('tip_id', '=', tipId)
    .select(['letter_id as letterId', 'direction', 'ring_id as ringId', 'epoch', 'day'])
    .select(['copy_of as copyOf', 'written_by as writtenBy', 'sealed', 'sealed_copy'])
    .orderBy('position')
    .orderBy('letter_id')
    .execute();
  return rows.map(({ sealed, sealed_copy: copy, ...letter }) => ({
    ...(letter as Omit<Letter, 'sealed'>),
    // What was answered is read in the ring's own copy: the other one only the sender opens.
    sealed: toBase64Url(copy ?? sealed),
  }));
}

export type Piece = {
  readonly ringId: RingId;
  readonly epoch: number;
  readonly sealed: Uint8Array;
};

/** One piece of a file that a letter names. */
export async function findPiece(
  db: Connection,
  tipId: TipId,
  uploadId: UploadId,
  number: number,
): Promise<Piece | undefined> {
  return db
    .selectFrom('tip_piece')
    .innerJoin('tip', 'tip.find_hash', 'tip_piece.find_hash')
    .where('tip.tip_id', '=', tipId)
    .where('upload_id', '=', uploadId)
    .where('number', '=', number)
    .select(['tip_piece.ring_id as ringId', 'tip_piece.epoch', 'sealed'])
    .$castTo<Piece>()
    .executeTakeFirst();
}

/** Who of those on duty did what with it and who looked, from the record that nobody can change. */
export async function listTipActs(db: Database, tipId: TipId): Promise<readonly TipAct[]> {
  const { rows } = await sql<TipAct>`
    SELECT person_id AS "personId", name, kind, command, at
    FROM acts_on_tip(${tipId}::uuid)`.execute(db);
  return rows;
}

/** The tip of a step that was sent before. */
export async function findTipOfCommand(
  db: Connection,
  commandId: CommandId,
): Promise<TipId | undefined> {
  const row = await db
    .selectFrom('tip_event')
    .where('command_id', '=', commandId)
    .select('tip_id as tipId')
    .$castTo<{ tipId: TipId }>()
    .executeTakeFirst();
  return row?.tipId;
}

export type StepBy = {
  readonly commandId: CommandId;
  readonly personId: PersonId;
  readonly today: Day;
};

export async function insertTipEvent(
  tx: Tx,
  tipId: TipId,
  step: Pick<TipEvent, 'kind' | 'day'> & Partial<Pick<TipEvent, 'class' | 'reference'>>,
  { commandId, personId, today }: StepBy,
): Promise<void> {
  await tx
    .insertInto('tip_event')
    .values({
      tip_id: tipId,
      event_id: newId(),
      command_id: commandId,
      position: sql`(SELECT coalesce(max(e.position), 0) + 1 FROM tip_event e WHERE e.tip_id = ${tipId})`,
      kind: step.kind,
      day: step.day,
      class: step.class ?? null,
      reference: step.reference ?? null,
      recorded_by: personId,
      recorded_on: today,
    })
    .execute();
}

/** The row says what the fold over the events says, so that lists need no folding. */
export const updateStand = (tx: Tx, tipId: TipId, stand: Stand): Promise<unknown> =>
  tx
    .updateTable('tip')
    .set({
      state: stand.state,
      state_on: stand.stateOn,
      class: stand.class,
      register_number: stand.registerNumber,
      handed_over_on: stand.handedOverOn,
    })
    // Those that lie under it are the same matter: their senders are told the same.
    .where((eb) => eb.or([eb('tip_id', '=', tipId), eb('merged_into', '=', tipId)]))
    .execute();

export const markRead = (tx: Tx, tipId: TipId): Promise<unknown> =>
  tx.updateTable('tip').set({ unread_since: null }).where('tip_id', '=', tipId).execute();

/** Whether the person holds a key of that ring: of a tip that was passed on, whose turn it is. */
export async function holdsRing(tx: Tx, ringId: RingId): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    SELECT ${ringId}::uuid IN (SELECT tip_rings()) AS holds`.execute(tx);
  return rows[0]?.holds ?? false;
}

/** For a job alone: units with something that nobody has opened since that day or before. */
export async function listUnreadUnits(
  db: Database,
  before: Day,
): Promise<readonly { readonly ringId: RingId; readonly unitId: UnitId }[]> {
  const { rows } = await sql<{ ringId: RingId; unitId: UnitId }>`
    SELECT ring_id AS "ringId", unit_id AS "unitId" FROM rings_unread_since(${before}::date)`.execute(
    db,
  );
  return rows;
}

/** For a job alone: erases what is past its term, and tells nobody how much. */
export const endTips = async (db: Database, today: Day): Promise<void> => {
  await sql`SELECT end_tips(${today}::date)`.execute(db);
};

/** In which month tips came and how they ended, of the person's own rings, each matter once; their code is not read. */
export const listEnded = (db: Connection): Promise<readonly Ended[]> =>
  db
    .selectFrom('tip_tombstone')
    .select(['ring_id as ringId', 'received_in as receivedIn', 'door', 'class', 'state'])
    .where('merged', '=', false)
    .$castTo<Ended>()
    .orderBy('received_in', 'desc')
    .execute();

export type Ended = Pick<Tip, 'ringId' | 'door' | 'class' | 'state'> & {
  /** The first day of the month. */
  readonly receivedIn: Day;
};

const selectTips = (db: Connection) =>
  db
    .selectFrom('tip')
    .select([
      'tip_id as tipId',
      'ring_id as ringId',
      'epoch',
      'find_hash',
      'door',
      'class',
      'state',
    ])
    .select(['answer_recipient as answerRecipient', 'received_on as receivedOn'])
    .select(['has_identity as hasIdentity', 'state_on as stateOn', 'unread_since as unreadSince'])
    .select(['register_number as registerNumber', 'last_letter_on as lastLetterOn'])
    .select(['handed_over_on as handedOverOn', 'body_ended_on as bodyEndedOn'])
    .select(['passed_to as passedTo', 'merged_into as mergedInto'])
    .$castTo<Omit<Tip, 'findHash'> & { readonly find_hash: Buffer }>();

const tipOf = ({
  find_hash: hash,
  ...tip
}: Omit<Tip, 'findHash'> & { readonly find_hash: Buffer }): Tip => ({
  ...tip,
  findHash: toBase64Url(hash),
});

/** What a step writes beside its day. */
export const partsOf = (step: TipStep): Partial<Pick<TipEvent, 'class' | 'reference'>> => ({
  ...(step.kind === 'classified' && { class: step.class }),
  ...('reference' in step && { reference: step.reference }),
});
