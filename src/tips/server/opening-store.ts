// The SQL of openings of a box: seen by the two who opened it and by those on duty whose box it is.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { CommandId, PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { BoxId, Closing, Opening, OpeningId, SealState } from '../box.ts';

type Tx = Transaction<DB>;

/** Of one box, the latest first. */
export const listOpenings = (db: Database, boxId: BoxId): Promise<readonly Opening[]> =>
  selectOpenings(db, sql`opening.box_id = ${boxId}`);

/** Those the person takes part in that are not closed. */
export const listOpenOpenings = (db: Database, personId: PersonId): Promise<readonly Opening[]> =>
  selectOpenings(
    db,
    sql`opening.closed_on IS NULL AND ${personId}::uuid IN (opening.first_id, opening.second_id)`,
  );

export const findOpening = async (
  db: Database,
  openingId: OpeningId,
): Promise<Opening | undefined> =>
  (await selectOpenings(db, sql`opening.opening_id = ${openingId}`))[0];

/** Nobody counts, enters or closes at the same moment. */
export async function lockOpening(tx: Tx, openingId: OpeningId): Promise<Opening | undefined> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${openingId}, 18))`.execute(tx);
  return findOpening(tx, openingId);
}

async function selectOpenings(
  db: Database,
  where: ReturnType<typeof sql<boolean>>,
): Promise<readonly Opening[]> {
  const { rows } = await sql<Opening>`
    SELECT opening.opening_id AS "openingId", opening.box_id AS "boxId",
      opened_on AS "openedOn", replacement_reason AS "replacementReason",
      jsonb_build_object('personId', one.id, 'name', one.name) AS first,
      jsonb_build_object('personId', two.id, 'name', two.name) AS second,
      seal_expected AS "sealExpected", seal_found AS "sealFound", seal_state AS "sealState",
      both_present(opening.opening_id) AS "isConfirmed", letters,
      ARRAY(SELECT number FROM box_letter entered
        WHERE entered.opening_id = opening.opening_id ORDER BY number) AS entered,
      set_aside AS "setAside", set_aside_reason AS "setAsideReason",
      difference_reason AS "differenceReason", new_seal AS "newSeal", handed_to AS "handedTo",
      opening.closed_on AS "closedOn"
    FROM box_opening opening
    JOIN person one ON one.id = opening.first_id
    JOIN person two ON two.id = opening.second_id
    WHERE ${where}
    ORDER BY opened_on DESC, opening.opening_id`.execute(db);
  return rows;
}

/** Whether somebody has it open, seen by whoever may open it. */
export async function isBoxOpen(db: Database, boxId: BoxId): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`SELECT box_is_open(${boxId}::uuid) AS open`.execute(
    db,
  );
  return rows[0]?.open ?? false;
}

export async function findOpeningOfCommand(
  db: Database,
  commandId: CommandId,
): Promise<OpeningId | undefined> {
  const { rows } = await sql<{ openingId: OpeningId }>`
    SELECT opening_id AS "openingId" FROM box_opening
    WHERE ${commandId}::uuid IN (command_id, close_command_id)`.execute(db);
  return rows[0]?.openingId;
}

export type NewOpening = {
  readonly openingId: OpeningId;
  readonly commandId: CommandId;
  readonly boxId: BoxId;
  readonly openedOn: Day;
  readonly firstId: PersonId;
  readonly secondId: PersonId;
  readonly replacementReason: string | null;
  readonly sealExpected: string;
  readonly sealFound: string;
  readonly sealState: SealState;
};

export const insertOpening = (tx: Tx, opening: NewOpening): Promise<unknown> =>
  tx
    .insertInto('box_opening')
    .values({
      opening_id: opening.openingId,
      command_id: opening.commandId,
      box_id: opening.boxId,
      opened_on: opening.openedOn,
      first_id: opening.firstId,
      second_id: opening.secondId,
      replacement_reason: opening.replacementReason,
      seal_expected: opening.sealExpected,
      seal_found: opening.sealFound,
      seal_state: opening.sealState,
    })
    .execute();

export const insertPresence = (
  tx: Tx,
  openingId: OpeningId,
  { commandId, personId, on }: { commandId: CommandId; personId: PersonId; on: Day },
): Promise<unknown> =>
  tx
    .insertInto('box_presence')
    .values({
      opening_id: openingId,
      command_id: commandId,
      person_id: personId,
      confirmed_on: on,
    })
    .execute();

export const updateCount = (tx: Tx, openingId: OpeningId, letters: number): Promise<unknown> =>
  tx.updateTable('box_opening').set({ letters }).where('opening_id', '=', openingId).execute();

/** Twice is once. */
export const insertBoxLetter = (tx: Tx, openingId: OpeningId, number: number): Promise<unknown> =>
  tx
    .insertInto('box_letter')
    .values({ opening_id: openingId, number })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const closeOpeningRow = (
  tx: Tx,
  openingId: OpeningId,
  closing: Closing,
  { commandId, on }: { commandId: CommandId; on: Day },
): Promise<unknown> =>
  tx
    .updateTable('box_opening')
    .set({
      set_aside: closing.setAside,
      set_aside_reason: closing.setAsideReason || null,
      difference_reason: closing.differenceReason || null,
      new_seal: closing.newSeal,
      handed_to: closing.handedTo || null,
      closed_on: on,
      close_command_id: commandId,
    })
    .where('opening_id', '=', openingId)
    .execute();
