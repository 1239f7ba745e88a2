// The SQL of boxes: PostgreSQL shows each person those they keep or hold a key of, and the openings they may know.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import { newId, type CommandId, type PersonId, type UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Box, BoxId, Named, SealState } from '../box.ts';

type Tx = Transaction<DB>;

type BoxRow = Omit<Box, 'keyholders'> & { readonly keyholders: readonly Named[] };

/** Every box the person may see, those in use first, by place. */
export const listBoxes = (db: Database): Promise<readonly Box[]> => selectBoxes(db, null);

export const findBox = async (db: Database, boxId: BoxId): Promise<Box | undefined> =>
  (await selectBoxes(db, boxId))[0];

/** Nobody else opens or changes it before the transaction ends. */
export async function lockBox(tx: Tx, boxId: BoxId): Promise<Box | undefined> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${boxId}, 18))`.execute(tx);
  return findBox(tx, boxId);
}

async function selectBoxes(db: Database, boxId: BoxId | null): Promise<readonly Box[]> {
  const { rows } = await sql<BoxRow>`
    SELECT box.box_id AS "boxId", unit_id AS "unitId", hung.place, hung.hangs_from AS "hangsFrom",
      seal_number AS "sealNumber", every_days AS "everyDays", used_from AS "usedFrom",
      used_until AS "usedUntil", last_opened_on AS "lastOpenedOn",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', person.id, 'name', person.name)
          ORDER BY person.name, person.id), '[]')
        FROM box_key held JOIN person ON person.id = held.person_id
        WHERE held.box_id = box.box_id AND held.valid_to IS NULL) AS keyholders
    FROM box
    JOIN LATERAL (SELECT place, hangs_from FROM box_place
      WHERE box_place.box_id = box.box_id ORDER BY hangs_from DESC LIMIT 1) hung ON true
    WHERE ${boxId}::uuid IS NULL OR box.box_id = ${boxId}::uuid
    ORDER BY used_until NULLS FIRST, hung.place, box.box_id`.execute(db);
  return rows;
}

export type HungAt = { readonly place: string; readonly from: Day };

/** Where it hung, the latest first. */
export const listPlacesOf = (db: Database, boxId: BoxId): Promise<readonly HungAt[]> =>
  db
    .selectFrom('box_place')
    .where('box_id', '=', boxId)
    .select(['place', 'hangs_from as from'])
    .$narrowType<{ from: Day }>()
    .orderBy('hangs_from', 'desc')
    .execute();

/** Who may hold a key of a box there; nobody, for those who have nothing to do with its boxes. */
export async function listPeopleForBox(db: Database, unitId: UnitId): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    SELECT person_id AS "personId", name FROM people_for_box(${unitId}::uuid)
    ORDER BY name, person_id`.execute(db);
  return rows;
}

export type HungBox = { readonly boxId: BoxId; readonly place: string };

/** For everybody: where the boxes of a unit hang. */
export async function listHungBoxes(db: Database, unitId: UnitId): Promise<readonly HungBox[]> {
  const { rows } = await sql<HungBox>`
    SELECT box_id AS "boxId", place FROM boxes_hung(${unitId}::uuid) ORDER BY place`.execute(db);
  return rows;
}

export type DoubtfulSeal = {
  readonly unitName: string;
  readonly place: string;
  readonly openedOn: Day;
  readonly sealState: SealState;
};

/** For the duty desk of the province: nobody, for anybody else. */
export async function listDoubtfulSeals(db: Database): Promise<readonly DoubtfulSeal[]> {
  const { rows } = await sql<DoubtfulSeal>`
    SELECT unit.name AS "unitName", place, opened_on AS "openedOn", seal_state AS "sealState"
    FROM seals_in_question() found JOIN unit ON unit.unit_id = found.unit_id`.execute(db);
  return rows;
}

/** The box that an earlier sending of the same command made or moved. */
export async function findBoxOfCommand(
  db: Database,
  commandId: CommandId,
): Promise<BoxId | undefined> {
  const { rows } = await sql<{ boxId: BoxId }>`
    SELECT box_id AS "boxId" FROM box WHERE command_id = ${commandId}
    UNION ALL SELECT box_id FROM box_place WHERE command_id = ${commandId}`.execute(db);
  return rows[0]?.boxId;
}

export type NewBox = {
  readonly boxId: BoxId;
  readonly commandId: CommandId;
  readonly unitId: UnitId;
  readonly sealNumber: string;
  readonly everyDays: number;
  readonly usedFrom: Day;
  readonly madeBy: PersonId;
  readonly madeOn: Day;
};

export const insertBox = (tx: Tx, box: NewBox): Promise<unknown> =>
  tx
    .insertInto('box')
    .values({
      box_id: box.boxId,
      command_id: box.commandId,
      unit_id: box.unitId,
      seal_number: box.sealNumber,
      every_days: box.everyDays,
      used_from: box.usedFrom,
      made_by: box.madeBy,
      made_on: box.madeOn,
    })
    .execute();

export const insertPlace = (
  tx: Tx,
  boxId: BoxId,
  { place, from }: HungAt,
  commandId: CommandId,
): Promise<unknown> =>
  tx
    .insertInto('box_place')
    .values({
      box_id: boxId,
      place_id: newId(),
      command_id: commandId,
      place,
      hangs_from: from,
    })
    .execute();

/** Exactly these hold the keys from that day; whoever held one before holds it no longer. */
export async function replaceKeyholders(
  tx: Tx,
  boxId: BoxId,
  people: readonly PersonId[],
  today: Day,
): Promise<void> {
  await sql`UPDATE box_key SET valid_to = greatest(${today}::date, valid_from)
    WHERE box_id = ${boxId} AND valid_to IS NULL AND person_id <> ALL (${people}::uuid[])`.execute(
    tx,
  );
  await sql`INSERT INTO box_key (box_id, key_id, person_id, valid_from)
    SELECT ${boxId}, gen_random_uuid(), chosen, ${today}::date FROM unnest(${people}::uuid[]) AS chosen
    WHERE NOT EXISTS (SELECT FROM box_key held
      WHERE held.box_id = ${boxId} AND held.person_id = chosen AND held.valid_to IS NULL)`.execute(
    tx,
  );
}

export const updateRhythm = (tx: Tx, boxId: BoxId, everyDays: number): Promise<unknown> =>
  tx.updateTable('box').set({ every_days: everyDays }).where('box_id', '=', boxId).execute();

export const endUse = (tx: Tx, boxId: BoxId, day: Day): Promise<unknown> =>
  tx.updateTable('box').set({ used_until: day }).where('box_id', '=', boxId).execute();

/** After an opening: another seal hangs on it. */
export const sealAgain = (tx: Tx, boxId: BoxId, seal: string, on: Day): Promise<unknown> =>
  tx
    .updateTable('box')
    .set({ seal_number: seal, last_opened_on: on })
    .where('box_id', '=', boxId)
    .execute();
