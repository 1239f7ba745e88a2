// The SQL of calls for recovery: who called, what keyholders gave, and the epochs taken up again.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { CommandId, Id, PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { toBase64Url } from '../bytes.ts';
import type { KeyId, RingId, Sealed } from '../ring.ts';
import { bytesOf } from './sealed-bytes.ts';

export type CallId = Id<'recovery-call'>;

export type RecoveryCall = {
  readonly callId: CallId;
  readonly ringId: RingId;
  readonly setNumber: number;
  readonly personId: PersonId;
  readonly name: string;
  readonly keyId: KeyId;
  readonly reason: string;
  readonly since: Day;
  readonly given: number;
};

export const findOpenCall = (db: Database, callId: CallId): Promise<RecoveryCall | undefined> =>
  calls(db).where('call.call_id', '=', callId).executeTakeFirst();

export const listOpenCalls = (db: Database, ringId: RingId): Promise<readonly RecoveryCall[]> =>
  currentCalls(db)
    .where('call.ring_id', '=', ringId)
    .orderBy('called_on')
    .orderBy('call.call_id')
    .execute();

/** Calls of colleagues that wait for a part whoever asks holds with a key of their own. */
export const listCallsForMe = (db: Database): Promise<readonly RecoveryCall[]> =>
  currentCalls(db)
    .innerJoin('recovery_share as part', (join) =>
      join
        .onRef('part.ring_id', '=', 'call.ring_id')
        .onRef('part.set_number', '=', 'call.set_number'),
    )
    .where(sql<boolean>`part.person_id = reach_person() AND call.person_id <> reach_person()`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('recovery_gift as given')
            .whereRef('given.call_id', '=', 'call.call_id')
            .whereRef('given.number', '=', 'part.number')
            .select('given.number'),
        ),
      ),
    )
    .orderBy('called_on')
    .orderBy('call.call_id')
    .execute();

export const findCallOfCommand = (
  db: Database,
  commandId: CommandId,
): Promise<{ readonly callId: CallId } | undefined> =>
  db
    .selectFrom('recovery_call')
    .where('command_id', '=', commandId)
    .select('call_id as callId')
    .$narrowType<{ callId: CallId }>()
    .executeTakeFirst();

/** In the order of their numbers; sealed to whoever called. */
export async function listGifts(
  db: Database,
  callId: CallId,
): Promise<readonly { readonly number: number; readonly sealedShare: Sealed }[]> {
  const rows = await db
    .selectFrom('recovery_gift')
    .where('call_id', '=', callId)
    .select(['number', 'sealed_share'])
    .orderBy('number')
    .execute();
  return rows.map(({ number, sealed_share }) => ({
    number,
    sealedShare: toBase64Url(sealed_share),
  }));
}

type By = { readonly commandId: CommandId; readonly personId: PersonId; readonly on: Day };

export const insertCall = (
  tx: Transaction<DB>,
  call: Pick<RecoveryCall, 'callId' | 'ringId' | 'setNumber' | 'keyId' | 'reason'>,
  { commandId, personId, on }: By,
): Promise<unknown> =>
  tx
    .insertInto('recovery_call')
    .values({
      call_id: call.callId,
      command_id: commandId,
      ring_id: call.ringId,
      set_number: call.setNumber,
      person_id: personId,
      key_id: call.keyId,
      reason: call.reason,
      called_on: on,
    })
    .execute();

export const endCall = (tx: Transaction<DB>, callId: CallId, on: Day): Promise<unknown> =>
  tx.updateTable('recovery_call').set({ ended_on: on }).where('call_id', '=', callId).execute();

/** False where this part was given to this call before. */
export async function insertGift(
  tx: Transaction<DB>,
  gift: { readonly callId: CallId; readonly number: number; readonly sealedShare: Sealed },
  { commandId, personId, on }: By,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('recovery_gift')
    .values({
      call_id: gift.callId,
      number: gift.number,
      command_id: commandId,
      given_by: personId,
      given_on: on,
      sealed_share: bytesOf(gift.sealedShare),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('call_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** PostgreSQL checks what is shown against the digest it keeps; false where it does not fit. */
export async function takeRecovered(
  tx: Transaction<DB>,
  {
    ringId,
    keyId,
    ...of
  }: {
    readonly ringId: RingId;
    readonly keyId: KeyId;
    readonly epoch: number;
    readonly shown: string;
    readonly sealedIdentity: Sealed;
  },
  { commandId, on }: Pick<By, 'commandId' | 'on'>,
): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    SELECT take_recovered(${ringId}::uuid, ${of.epoch}::integer, ${bytesOf(of.shown)}::bytea,
      ${keyId}::uuid, ${bytesOf(of.sealedIdentity)}::bytea, ${commandId}::uuid, ${on}::date) AS taken`.execute(
    tx,
  );
  return rows[0]?.taken ?? false;
}

const calls = (db: Database) =>
  db
    .selectFrom('recovery_call as call')
    .innerJoin('person', 'person.id', 'call.person_id')
    .where('call.ended_on', 'is', null)
    .select(['call.call_id as callId', 'call.ring_id as ringId', 'call.set_number as setNumber'])
    .select(['call.person_id as personId', 'person.name', 'call.key_id as keyId', 'reason'])
    .select('called_on as since')
    .select(
      sql<number>`(select count(*)::int from recovery_gift gift where gift.call_id = call.call_id)`.as(
        'given',
      ),
    )
    .$narrowType<{
      callId: CallId;
      ringId: RingId;
      personId: PersonId;
      keyId: KeyId;
      since: Day;
    }>();

/** To the recovery key of now: what was called for before a new one was made opens nothing more. */
const currentCalls = (db: Database) =>
  calls(db).innerJoin('recovery_set as current', (join) =>
    join
      .onRef('current.ring_id', '=', 'call.ring_id')
      .onRef('current.set_number', '=', 'call.set_number')
      .on('current.ended_on', 'is', null),
  );
