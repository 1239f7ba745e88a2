// The SQL of the hotline: its number for everybody; roster and missed calls for those on duty at the unit.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import { newId, type CommandId, type PersonId, type UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import type { RingId } from '#sealed/ring.ts';
import { bytesOf } from '#sealed/server/sealed-bytes.ts';
import type { CallId, DayPart, Hotline, MissedCall, Shift, ShiftId } from '../hotline.ts';
import type { MissedInput } from '../hotline.input.ts';

type Tx = Transaction<DB>;

/** For everybody: the number to call. */
export async function findHotline(db: Database, unitId: UnitId): Promise<Hotline | undefined> {
  const { rows } = await sql<Hotline>`
    SELECT phone, source, checked_on AS "checkedOn" FROM hotline_of(${unitId}::uuid)`.execute(db);
  return rows[0];
}

export const saveHotline = (
  tx: Tx,
  unitId: UnitId,
  { phone, source, checkedOn }: Hotline,
  by: { personId: PersonId; on: Day },
): Promise<unknown> => {
  const set = { phone, source, checked_on: checkedOn, set_by: by.personId, set_on: by.on };
  return tx
    .insertInto('hotline')
    .values({ unit_id: unitId, ...set })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(set))
    .execute();
};

/** Those that touch the period; a night shift of the day before it is among them. */
export async function listShifts(
  db: Database,
  unitId: UnitId,
  from: Day,
  to: Day,
): Promise<readonly Shift[]> {
  const { rows } = await sql<Shift>`
    SELECT shift_id AS "shiftId", day, from_hour AS "fromHour", hours, taken_on AS "takenOn",
      jsonb_build_object('personId', person.id, 'name', person.name) AS person
    FROM hotline_shift shift JOIN person ON person.id = shift.person_id
    WHERE unit_id = ${unitId} AND removed_on IS NULL
      AND day BETWEEN ${from}::date - 1 AND ${to}::date
    ORDER BY day, from_hour, person.name, shift_id`.execute(db);
  return rows;
}

export type ShiftOf = { readonly unitId: UnitId; readonly personId: PersonId };

export const findShift = (db: Database, shiftId: ShiftId): Promise<ShiftOf | undefined> =>
  db
    .selectFrom('hotline_shift')
    .where('shift_id', '=', shiftId)
    .where('removed_on', 'is', null)
    .select(['unit_id as unitId', 'person_id as personId'])
    .$narrowType<ShiftOf>()
    .executeTakeFirst();

export async function areShiftsSent(db: Database, commandId: CommandId): Promise<boolean> {
  const row = await db
    .selectFrom('hotline_shift')
    .where('command_id', '=', commandId)
    .select('shift_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Nobody else changes the roster before the transaction ends. */
export async function lockRoster(tx: Tx, unitId: UnitId): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${unitId}, 18))`.execute(tx);
}

export const insertShifts = (
  tx: Tx,
  days: readonly Day[],
  shift: ShiftOf & {
    readonly commandId: CommandId;
    readonly fromHour: number;
    readonly hours: number;
  },
): Promise<unknown> =>
  tx
    .insertInto('hotline_shift')
    .values(
      days.map((day) => ({
        shift_id: newId(),
        command_id: shift.commandId,
        unit_id: shift.unitId,
        person_id: shift.personId,
        day,
        from_hour: shift.fromHour,
        hours: shift.hours,
      })),
    )
    .execute();

export const removeShiftRow = (tx: Tx, shiftId: ShiftId, on: Day): Promise<unknown> =>
  tx.updateTable('hotline_shift').set({ removed_on: on }).where('shift_id', '=', shiftId).execute();

export const markTaken = (tx: Tx, shiftId: ShiftId, on: Day): Promise<unknown> =>
  tx.updateTable('hotline_shift').set({ taken_on: on }).where('shift_id', '=', shiftId).execute();

type CallRow = Omit<MissedCall, 'number'> & {
  readonly ringId: RingId | null;
  readonly epoch: number | null;
  readonly sealed: Buffer | null;
};

/** Those nobody has called back yet, and those of the last days. */
export async function listMissedCalls(
  db: Database,
  unitId: UnitId,
  since: Day,
): Promise<readonly MissedCall[]> {
  const rows: readonly CallRow[] = await db
    .selectFrom('missed_call')
    .where('unit_id', '=', unitId)
    .where((eb) => eb.or([eb('answered_on', 'is', null), eb('day', '>=', since)]))
    .select(['call_id as callId', 'unit_id as unitId', 'day', 'part', 'ring_id as ringId'])
    .select(['epoch', 'sealed', 'answered_on as answeredOn'])
    .orderBy('day', 'desc')
    .orderBy('call_id')
    .$castTo<CallRow>()
    .execute();
  return rows.map(({ ringId, epoch, sealed, ...call }) => ({
    ...call,
    number: ringId && epoch && sealed ? { ringId, epoch, sealed: toBase64Url(sealed) } : null,
  }));
}

export const insertMissedCall = (tx: Tx, input: MissedInput): Promise<unknown> =>
  tx
    .insertInto('missed_call')
    .values({
      call_id: input.callId,
      command_id: input.commandId,
      unit_id: input.unitId,
      day: input.day,
      part: input.part satisfies DayPart,
      ...(input.number && {
        ring_id: input.number.ringId,
        epoch: input.number.epoch,
        sealed: bytesOf(input.number.sealed),
      }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** The number has served: it goes. */
export const markAnswered = (tx: Tx, callId: CallId, on: Day): Promise<unknown> =>
  tx
    .updateTable('missed_call')
    .set({ answered_on: on, ring_id: null, epoch: null, sealed: null })
    .where('call_id', '=', callId)
    .where('answered_on', 'is', null)
    .execute();

export const findUnitOfCall = (
  db: Database,
  callId: CallId,
): Promise<{ readonly unitId: UnitId } | undefined> =>
  db
    .selectFrom('missed_call')
    .where('call_id', '=', callId)
    .select('unit_id as unitId')
    .$narrowType<{ unitId: UnitId }>()
    .executeTakeFirst();
