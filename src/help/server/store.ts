// The SQL of requests for help: PostgreSQL shows helpers those of their own rings, and nobody else a row or a number.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { CommandId, PersonId, UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import type { RingId, Sealed } from '#sealed/ring.ts';
import { bytesOf } from '#sealed/server/sealed-bytes.ts';
import { shownGiven, type HelpGiven } from '../counts.ts';
import type { Ending, HelpId, HelpLetterId, HelpRequest } from '../help.ts';
import type { HelpAnswerInput } from '../help.input.ts';

type Tx = Transaction<DB>;
type Connection = Pick<Database, 'selectFrom'>;

export type Listed = HelpRequest & { readonly takenName: string | null };

/** Every request the person may see, the latest first; within a day in no order. */
export async function listHelp(db: Connection): Promise<readonly Listed[]> {
  const rows = await selectHelp(db)
    .leftJoin('person', 'person.id', 'help_request.taken_by')
    .select('person.name as takenName')
    .orderBy('received_on', 'desc')
    .orderBy('help_id')
    .execute();
  return rows.map(helpOf);
}

export const findHelp = async (db: Connection, helpId: HelpId): Promise<Listed | undefined> => {
  const row = await selectHelp(db)
    .leftJoin('person', 'person.id', 'help_request.taken_by')
    .select('person.name as takenName')
    .where('help_id', '=', helpId)
    .executeTakeFirst();
  return row && helpOf(row);
};

/** Nobody else works on it before the transaction ends. Not there for whom it is not theirs to change. */
export async function lockHelp(tx: Tx, helpId: HelpId): Promise<HelpRequest | undefined> {
  const row = await selectHelp(tx).where('help_id', '=', helpId).forUpdate().executeTakeFirst();
  return row && helpOf(row);
}

export type HelpLetter = {
  readonly letterId: HelpLetterId;
  readonly direction: 'in' | 'out';
  readonly ringId: RingId;
  readonly epoch: number;
  readonly day: Day;
  readonly writtenBy: string | null;
  readonly sealed: Sealed;
};

/** The conversation, sealed as it came; answers in the helpers' own copy. */
export async function listHelpLetters(
  db: Connection,
  helpId: HelpId,
): Promise<readonly HelpLetter[]> {
  const rows = await db
    .selectFrom('help_letter')
    .leftJoin('person', 'person.id', 'help_letter.written_by')
    .where('help_id', '=', helpId)
    .select(['letter_id as letterId', 'direction', 'ring_id as ringId', 'epoch', 'day'])
    .select(['person.name as writtenBy', 'sealed', 'sealed_copy'])
    .orderBy('position')
    .$castTo<
      Omit<HelpLetter, 'sealed'> & { readonly sealed: Buffer; readonly sealed_copy: Buffer | null }
    >()
    .execute();
  return rows.map(({ sealed, sealed_copy: copy, ...letter }) => ({
    ...letter,
    sealed: toBase64Url(copy ?? sealed),
  }));
}

/** Whether the person can still open what comes in for the ring: else anybody of it may step in. */
export async function isInRing(tx: Tx, ringId: RingId, personId: PersonId): Promise<boolean> {
  const row = await tx
    .selectFrom('ring_share')
    .where('ring_id', '=', ringId)
    .where('person_id', '=', personId)
    .select('epoch')
    .executeTakeFirst();
  return row !== undefined;
}

/** A request somebody else has taken over stays as it is: reading it is not answering it. */
export const markHelpRead = (tx: Tx, helpId: HelpId): Promise<unknown> =>
  tx
    .updateTable('help_request')
    .set({ unread_since: null })
    .where('help_id', '=', helpId)
    .where('unread_since', 'is not', null)
    .execute();

export const setTaken = (
  tx: Tx,
  helpId: HelpId,
  taken: { readonly by: PersonId; readonly on: Day } | null,
): Promise<unknown> =>
  tx
    .updateTable('help_request')
    .set({ taken_by: taken?.by ?? null, taken_on: taken?.on ?? null })
    .where('help_id', '=', helpId)
    .execute();

export async function closeHelpOn(tx: Tx, helpId: HelpId, ending: Ending, on: Day): Promise<void> {
  await tx
    .updateTable('help_request')
    .set({ closed_on: on, ending, unread_since: null })
    .where('help_id', '=', helpId)
    .execute();
  if (ending === 'helped') await sql`SELECT count_help(${helpId}::uuid, ${on}::date)`.execute(tx);
}

/** The request of an answer that was sent before. */
export async function findHelpOfCommand(
  db: Connection,
  commandId: CommandId,
): Promise<HelpId | undefined> {
  const row = await db
    .selectFrom('help_letter')
    .where('command_id', '=', commandId)
    .select('help_id as helpId')
    .$castTo<{ helpId: HelpId }>()
    .executeTakeFirst();
  return row?.helpId;
}

export const insertHelpAnswer = (
  tx: Tx,
  { helpId, commandId, epoch, sealed, sealedCopy }: HelpAnswerInput,
  of: { readonly ringId: RingId; readonly personId: PersonId; readonly today: Day },
): Promise<unknown> =>
  tx
    .insertInto('help_letter')
    .values({
      help_id: helpId,
      command_id: commandId,
      position: sql`(SELECT coalesce(max(l.position), 0) + 1 FROM help_letter l WHERE l.help_id = ${helpId})`,
      direction: 'out',
      ring_id: of.ringId,
      epoch,
      sealed: bytesOf(sealed),
      sealed_copy: bytesOf(sealedCopy),
      written_by: of.personId,
      day: of.today,
    })
    .execute();

/** Half-years that are over; the database itself tells no small number. */
export async function listHelpGiven(
  db: Database,
  unitId: UnitId,
  today: Day,
): Promise<readonly HelpGiven[]> {
  const { rows } = await sql<{ halfYear: Day; given: number | null; floor: number }>`
    SELECT half_year AS "halfYear", given, floor
    FROM help_given(${unitId}::uuid, ${today}::date)`.execute(db);
  return rows.map(({ halfYear, given, floor }) => ({ halfYear, shown: shownGiven(given, floor) }));
}

/** For a job alone: whether a helper finds something waiting. */
export async function helperHasDue(db: Database, personId: PersonId, on: Day): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    SELECT helper_has_due(${personId}::uuid, ${on}::date) AS due`.execute(db);
  return rows[0]?.due ?? false;
}

/** For a job alone: erases what is past its term, and tells nobody how much. */
export const endHelp = async (db: Database, today: Day): Promise<void> => {
  await sql`SELECT end_help(${today}::date)`.execute(db);
};

type Row = Omit<HelpRequest, 'findHash'> & {
  readonly find_hash: Buffer;
  readonly takenName?: string | null;
};

const selectHelp = (db: Connection) =>
  db
    .selectFrom('help_request')
    .select(['help_id as helpId', 'ring_id as ringId', 'find_hash'])
    .select(['answer_recipient as answerRecipient', 'received_on as receivedOn'])
    .select(['last_letter_on as lastLetterOn', 'unread_since as unreadSince'])
    .select([
      'taken_by as takenBy',
      'taken_on as takenOn',
      'help_request.closed_on as closedOn',
      'ending',
    ])
    .$castTo<Row>();

const helpOf = ({ find_hash: hash, takenName = null, ...request }: Row): Listed => ({
  ...request,
  findHash: toBase64Url(hash),
  takenName,
});
