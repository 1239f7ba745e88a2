// The SQL of a recovery key: its parts, who holds them, and the epochs sealed to it.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { CommandId, PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { toBase64Url } from '../bytes.ts';
import type { HeldPart, Parts, RingId, Sealed } from '../ring.ts';
import { bytesOf } from './sealed-bytes.ts';

export type RecoverySet = Parts & {
  readonly setNumber: number;
  readonly recipient: string;
  readonly since: Day;
};

/** One part and who holds it; on paper: nobody the house knows. */
export type RecoveryPart = {
  readonly number: number;
  readonly holder: { readonly personId: PersonId; readonly name: string } | null;
};

/** One recovery key of a ring, in its parts. */
type SetOf = { readonly ringId: RingId; readonly setNumber: number };

/** The current one; shown by PostgreSQL to those on duty alone. */
export const findRecoverySet = (db: Database, ringId: RingId): Promise<RecoverySet | undefined> =>
  db
    .selectFrom('recovery_set')
    .where('ring_id', '=', ringId)
    .where('ended_on', 'is', null)
    .select(['set_number as setNumber', 'recipient', 'made_on as since'])
    .select(['shares_needed as need', 'shares_made as of'])
    .$narrowType<{ since: Day }>()
    .executeTakeFirst();

export async function listRecoveryParts(
  db: Database,
  ringId: RingId,
  setNumber: number,
): Promise<readonly RecoveryPart[]> {
  const rows = await db
    .selectFrom('recovery_share')
    .leftJoin('person', 'person.id', 'recovery_share.person_id')
    .where('ring_id', '=', ringId)
    .where('set_number', '=', setNumber)
    .select(['number', 'person_id as personId', 'person.name'])
    .$narrowType<{ personId: PersonId | null }>()
    .orderBy('number')
    .execute();
  return rows.map(({ number, personId, name }) => ({
    number,
    holder: personId && name ? { personId, name } : null,
  }));
}

/** The parts whoever asks holds with their own key. */
export async function listMyParts(
  db: Database,
  { ringId, setNumber }: SetOf,
): Promise<readonly { readonly number: number; readonly sealedShare: Sealed }[]> {
  const rows = await db
    .selectFrom('recovery_share')
    .where('ring_id', '=', ringId)
    .where('set_number', '=', setNumber)
    .where(sql<boolean>`person_id = reach_person()`)
    .select(['number', 'sealed_share'])
    .$narrowType<{ sealed_share: Buffer }>()
    .orderBy('number')
    .execute();
  return rows.map(({ number, sealed_share }) => ({
    number,
    sealedShare: toBase64Url(sealed_share),
  }));
}

export type EpochToRecover = {
  readonly epoch: number;
  readonly recipient: string;
  readonly sealedIdentity: Sealed;
};

/** Every epoch as it was sealed to the recovery key. */
export async function listEpochsToRecover(
  db: Database,
  { ringId, setNumber }: SetOf,
): Promise<readonly EpochToRecover[]> {
  const rows = await db
    .selectFrom('ring_recovery as kept')
    .innerJoin('ring_epoch', (join) =>
      join
        .onRef('ring_epoch.ring_id', '=', 'kept.ring_id')
        .onRef('ring_epoch.epoch', '=', 'kept.epoch'),
    )
    .where('kept.ring_id', '=', ringId)
    .where('kept.set_number', '=', setNumber)
    .select(['kept.epoch', 'ring_epoch.recipient', 'kept.sealed_identity'])
    .orderBy('kept.epoch')
    .execute();
  return rows.map(({ sealed_identity, ...of }) => ({
    ...of,
    sealedIdentity: toBase64Url(sealed_identity),
  }));
}

type By = { readonly commandId: CommandId; readonly personId: PersonId; readonly on: Day };

export async function insertRecoverySet(
  tx: Transaction<DB>,
  set: Parts & {
    readonly ringId: RingId;
    readonly setNumber: number;
    readonly recipient: string;
    readonly held: readonly HeldPart[];
  },
  { commandId, personId, on }: By,
): Promise<void> {
  const { ringId, setNumber, recipient, need, of, held } = set;
  await tx
    .insertInto('recovery_set')
    .values({
      ring_id: ringId,
      set_number: setNumber,
      command_id: commandId,
      recipient,
      shares_needed: need,
      shares_made: of,
      made_by: personId,
      made_on: on,
    })
    .execute();
  const parts = Array.from({ length: of }, (_, at) => {
    const part = held.find(({ number }) => number === at + 1);
    return {
      ring_id: ringId,
      set_number: setNumber,
      number: at + 1,
      printed: !part,
      person_id: part?.personId ?? null,
      key_id: part?.keyId ?? null,
      sealed_share: part ? bytesOf(part.sealedShare) : null,
    };
  });
  await tx.insertInto('recovery_share').values(parts).execute();
}

export const insertRingRecovery = (
  tx: Transaction<DB>,
  kept: {
    readonly ringId: RingId;
    readonly epoch: number;
    readonly setNumber: number;
    readonly sealedIdentity: Sealed;
  },
): Promise<unknown> =>
  tx
    .insertInto('ring_recovery')
    .values({
      ring_id: kept.ringId,
      epoch: kept.epoch,
      set_number: kept.setNumber,
      sealed_identity: bytesOf(kept.sealedIdentity),
    })
    .execute();

export const endRecoverySet = (
  tx: Transaction<DB>,
  { ringId, setNumber }: SetOf,
  on: Day,
): Promise<unknown> =>
  tx
    .updateTable('recovery_set')
    .set({ ended_on: on })
    .where('ring_id', '=', ringId)
    .where('set_number', '=', setNumber)
    .execute();

/** From the keys it was sealed to before, to a new one. */
export async function moveRingRecovery(
  tx: Transaction<DB>,
  kept: Parameters<typeof insertRingRecovery>[1],
): Promise<void> {
  await tx
    .deleteFrom('ring_recovery')
    .where('ring_id', '=', kept.ringId)
    .where('epoch', '=', kept.epoch)
    .execute();
  await insertRingRecovery(tx, kept);
}
