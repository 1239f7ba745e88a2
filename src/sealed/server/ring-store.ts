// The SQL of rings: who is on duty where, the key pair letters are sealed to, and who can open it.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { CommandId, PersonId, UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { RoleHolding } from '#people/person.ts';
import { toBase64Url } from '../bytes.ts';
import type {
  Fitting,
  KeyId,
  NewShare,
  Ring,
  RingId,
  RingMember,
  RingPlace,
  RingPurpose,
  RingShare,
} from '../ring.ts';
import { bytesOf } from './sealed-bytes.ts';

/** To whom a letter for the unit is sealed; undefined where nobody there has opened a ring. */
export const listRecipients = (
  db: Database,
  { purpose, unitId }: Pick<RingPlace, 'purpose' | 'unitId'>,
): Promise<Pick<Ring, 'ringId' | 'epoch' | 'recipient'> | undefined> =>
  currentRings(db)
    .where('key_ring.purpose', '=', purpose)
    .where('key_ring.unit_id', '=', unitId)
    .select(['key_ring.ring_id as ringId', 'epoch', 'recipient'])
    .$narrowType<{ ringId: RingId }>()
    .executeTakeFirst();

export const findRing = (db: Database, ringId: RingId): Promise<Ring | undefined> =>
  ringsWithPlace(db).where('key_ring.ring_id', '=', ringId).executeTakeFirst();

export const findRingAt = (
  db: Database,
  { purpose, unitId }: Pick<RingPlace, 'purpose' | 'unitId'>,
): Promise<Ring | undefined> =>
  ringsWithPlace(db)
    .where('key_ring.purpose', '=', purpose)
    .where('key_ring.unit_id', '=', unitId)
    .executeTakeFirst();

/** Nobody else admits, leaves or turns before the transaction ends. */
export async function lockRing(tx: Transaction<DB>, ringId: RingId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${ringId}, 16))`.execute(tx);
}

/** One person makes one key at a time, however fast they press. */
export async function lockKeysOf(tx: Transaction<DB>, personId: PersonId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${personId}, 17))`.execute(tx);
}

/** Where the person is on duty, by roles of their own: there a ring is theirs to open or to join. */
export async function listDutyPlaces(
  db: Database,
  holdings: readonly RoleHolding[],
  purposes: readonly RingPurpose[],
  on: Day,
): Promise<readonly RingPlace[]> {
  const units = holdings.flatMap(({ commune }) => (commune ? [commune.unitId] : []));
  const sites = holdings.flatMap(({ siteId }) => (siteId ? [siteId] : []));
  const { rows } = await sql<RingPlace>`
    SELECT purpose, unit.unit_id AS "unitId", unit.name AS "unitName"
    FROM unit CROSS JOIN unnest(${purposes}::text[]) AS purpose
    WHERE (
        (level = 'tinh' AND valid_from <= ${on} AND (valid_to IS NULL OR valid_to >= ${on}))
        OR unit_id = ANY (${units}::uuid[])
        OR unit_id IN (SELECT commune_id FROM site_place
          WHERE site_id = ANY (${sites}::uuid[]) AND valid_from <= ${on}
            AND (valid_to IS NULL OR valid_to >= ${on}))
      )
      AND opens_ring(purpose, unit.unit_id)
    ORDER BY unit.name, unit.unit_id, purpose`.execute(db);
  return rows;
}

/** Whether PostgreSQL itself takes them for one of those on duty there. */
export async function isOnDuty(
  db: Database,
  { purpose, unitId }: Pick<RingPlace, 'purpose' | 'unitId'>,
): Promise<boolean> {
  const { rows } = await sql<{ on_duty: boolean }>`
    SELECT opens_ring(${purpose}, ${unitId}::uuid) AS on_duty`.execute(db);
  return rows[0]?.on_duty ?? false;
}

/** Everybody who may be in it, by name; none at all for those who may not be in it themselves. */
export async function listFitting(
  db: Database,
  { purpose, unitId }: Pick<RingPlace, 'purpose' | 'unitId'>,
): Promise<readonly Fitting[]> {
  const { rows } = await sql<{
    personId: PersonId;
    name: string;
    keyId: KeyId | null;
    recipient: string | null;
  }>`
    SELECT person_id AS "personId", name, key_id AS "keyId", recipient
    FROM people_for_ring(${purpose}, ${unitId}::uuid) ORDER BY name, person_id`.execute(db);
  return rows.map(({ personId, name, keyId, recipient }) => ({
    personId,
    name,
    key: keyId && recipient ? { keyId, recipient } : null,
  }));
}

/** Who holds the current epoch; nobody where the person asking does not. */
export const listMembers = (db: Database, ringId: RingId): Promise<readonly RingMember[]> =>
  db
    .selectFrom('ring_share as share')
    .innerJoin('ring_epoch', (join) =>
      join
        .onRef('ring_epoch.ring_id', '=', 'share.ring_id')
        .onRef('ring_epoch.epoch', '=', 'share.epoch')
        .on('ring_epoch.ended_on', 'is', null),
    )
    .innerJoin('device_key', 'device_key.key_id', 'share.key_id')
    .innerJoin('person', 'person.id', 'share.person_id')
    .where('share.ring_id', '=', ringId)
    .select(['share.person_id as personId', 'person.name', 'share.key_id as keyId'])
    .select(['device_key.recipient', 'share.given_on as since'])
    .$narrowType<{ personId: PersonId; keyId: KeyId; since: Day }>()
    .orderBy('person.name')
    .orderBy('share.person_id')
    .execute();

/** What whoever asks can open with their own key, the current epoch of each ring first. */
export async function listMyShares(db: Database): Promise<readonly RingShare[]> {
  const rows = await db
    .selectFrom('ring_share as share')
    .innerJoin('ring_epoch', (join) =>
      join
        .onRef('ring_epoch.ring_id', '=', 'share.ring_id')
        .onRef('ring_epoch.epoch', '=', 'share.epoch'),
    )
    .innerJoin('key_ring', 'key_ring.ring_id', 'share.ring_id')
    .innerJoin('unit', 'unit.unit_id', 'key_ring.unit_id')
    .where(sql<boolean>`share.person_id = reach_person()`)
    .select(['share.ring_id as ringId', 'share.epoch', 'share.sealed_identity', 'recipient'])
    .select(['purpose', 'key_ring.unit_id as unitId', 'unit.name as unitName'])
    .select((eb) => eb('ring_epoch.ended_on', 'is', null).as('current'))
    .$narrowType<{ ringId: RingId; purpose: RingPurpose; unitId: UnitId }>()
    .orderBy('share.ring_id')
    .orderBy('share.epoch', 'desc')
    .execute();
  return rows.map(({ sealed_identity, current, ...share }) => ({
    ...share,
    isCurrent: Boolean(current),
    sealedIdentity: toBase64Url(sealed_identity),
  }));
}

/** The rings whose current epoch whoever asks can open. */
export const listHeldRings = (db: Database): Promise<readonly Ring[]> =>
  ringsWithPlace(db)
    .innerJoin('ring_share as share', (join) =>
      join
        .onRef('share.ring_id', '=', 'ring_epoch.ring_id')
        .onRef('share.epoch', '=', 'ring_epoch.epoch'),
    )
    .where(sql<boolean>`share.person_id = reach_person()`)
    .orderBy('unit.name')
    .orderBy('key_ring.ring_id')
    .execute();

type By = { readonly commandId: CommandId; readonly personId: PersonId; readonly on: Day };

export const insertRing = (
  tx: Transaction<DB>,
  ringId: RingId,
  { purpose, unitId }: Pick<RingPlace, 'purpose' | 'unitId'>,
  { commandId, personId, on }: By,
): Promise<unknown> =>
  tx
    .insertInto('key_ring')
    .values({
      ring_id: ringId,
      command_id: commandId,
      purpose,
      unit_id: unitId,
      made_by: personId,
      made_on: on,
    })
    .execute();

export type EpochRow = {
  readonly ringId: RingId;
  readonly epoch: number;
  readonly recipient: string;
  readonly proof: string;
};

export const insertEpoch = (
  tx: Transaction<DB>,
  { ringId, epoch, recipient, proof }: EpochRow,
  { commandId, personId, on }: By,
): Promise<unknown> =>
  tx
    .insertInto('ring_epoch')
    .values({
      ring_id: ringId,
      epoch,
      command_id: commandId,
      recipient,
      proof: bytesOf(proof),
      made_by: personId,
      made_on: on,
    })
    .execute();

export const endEpoch = (
  tx: Transaction<DB>,
  { ringId, epoch }: Pick<EpochRow, 'ringId' | 'epoch'>,
  on: Day,
): Promise<unknown> =>
  tx
    .updateTable('ring_epoch')
    .set({ ended_on: on })
    .where('ring_id', '=', ringId)
    .where('epoch', '=', epoch)
    .execute();

export const insertShares = (
  tx: Transaction<DB>,
  ringId: RingId,
  shares: readonly (NewShare & { readonly epoch: number })[],
  { commandId, personId: givenBy, on }: By,
): Promise<unknown> =>
  tx
    .insertInto('ring_share')
    .values(
      shares.map(({ epoch, personId, keyId, sealedIdentity }) => ({
        ring_id: ringId,
        epoch,
        person_id: personId,
        key_id: keyId,
        command_id: commandId,
        sealed_identity: bytesOf(sealedIdentity),
        given_by: givenBy,
        given_on: on,
      })),
    )
    .execute();

/** Of every epoch: whoever leaves keeps no way in on the server. */
export const deleteSharesOf = (
  tx: Transaction<DB>,
  ringId: RingId,
  people: readonly PersonId[],
): Promise<unknown> =>
  tx
    .deleteFrom('ring_share')
    .where('ring_id', '=', ringId)
    .where(sql<boolean>`person_id = any(${people}::uuid[])`)
    .execute();

/** The rings and epochs whose shares stood under a key that is given up. */
export const deleteSharesOfKey = (
  tx: Transaction<DB>,
  keyId: KeyId,
): Promise<readonly { readonly ringId: RingId }[]> =>
  tx
    .deleteFrom('ring_share')
    .where('key_id', '=', keyId)
    .returning('ring_id as ringId')
    .$narrowType<{ ringId: RingId }>()
    .execute();

const currentRings = (db: Database) =>
  db
    .selectFrom('key_ring')
    .innerJoin('ring_epoch', (join) =>
      join
        .onRef('ring_epoch.ring_id', '=', 'key_ring.ring_id')
        .on('ring_epoch.ended_on', 'is', null),
    );

const ringsWithPlace = (db: Database) =>
  currentRings(db)
    .innerJoin('unit', 'unit.unit_id', 'key_ring.unit_id')
    .select(['key_ring.ring_id as ringId', 'purpose', 'key_ring.unit_id as unitId'])
    .select([
      'unit.name as unitName',
      'ring_epoch.epoch',
      'recipient',
      'ring_epoch.made_on as since',
    ])
    .$narrowType<{ ringId: RingId; purpose: RingPurpose; unitId: UnitId; since: Day }>();
