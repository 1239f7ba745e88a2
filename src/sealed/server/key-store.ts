// The SQL of people's own keys: the public half, and the ways to open the sealed private one.

import type { Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import { newId, type CommandId, type Id, type PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { toBase64Url } from '../bytes.ts';
import type { MakeKeyInput } from '../ring.input.ts';
import type { KeyId, KeyLock, OwnKey } from '../ring.ts';
import { bytesOf } from './sealed-bytes.ts';

/** The person's current key; PostgreSQL shows nobody another's locks. */
export async function findOwnKey(db: Database, personId: PersonId): Promise<OwnKey | undefined> {
  const key = await db
    .selectFrom('device_key')
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .select(['key_id as keyId', 'recipient', 'made_on as since'])
    .$narrowType<{ keyId: KeyId; since: Day }>()
    .executeTakeFirst();
  return key && { ...key, locks: await listLocks(db, key.keyId) };
}

async function listLocks(db: Database, keyId: KeyId): Promise<readonly KeyLock[]> {
  const rows = await db
    .selectFrom('key_lock')
    .where('key_id', '=', keyId)
    .select(['lock_id as lockId', 'kind', 'sealed_identity'])
    .$narrowType<{ lockId: Id<'lock'>; kind: KeyLock['kind'] }>()
    .orderBy('kind')
    .orderBy('lock_id')
    .execute();
  return rows.map(({ sealed_identity, ...lock }) => ({
    ...lock,
    sealedIdentity: toBase64Url(sealed_identity),
  }));
}

/** What an earlier sending of the same command made. */
export const findKeyOfCommand = (
  db: Database,
  commandId: CommandId,
): Promise<{ readonly keyId: KeyId } | undefined> =>
  db
    .selectFrom('device_key')
    .where('command_id', '=', commandId)
    .select('key_id as keyId')
    .$narrowType<{ keyId: KeyId }>()
    .executeTakeFirst();

export async function isLockSent(db: Database, commandId: CommandId): Promise<boolean> {
  const row = await db
    .selectFrom('key_lock')
    .where('command_id', '=', commandId)
    .select('lock_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertKey(
  tx: Transaction<DB>,
  { commandId, recipient, lock }: MakeKeyInput,
  key: { readonly keyId: KeyId; readonly personId: PersonId; readonly madeOn: Day },
): Promise<void> {
  const { keyId, personId, madeOn } = key;
  await tx
    .insertInto('device_key')
    .values({
      key_id: keyId,
      command_id: commandId,
      person_id: personId,
      recipient,
      made_on: madeOn,
    })
    .execute();
  await insertLock(tx, { keyId, commandId, madeOn, lock });
}

export const insertLock = (
  tx: Transaction<DB>,
  {
    keyId,
    commandId,
    madeOn,
    lock,
  }: {
    readonly keyId: KeyId;
    readonly commandId: CommandId;
    readonly madeOn: Day;
    readonly lock: Pick<KeyLock, 'kind' | 'sealedIdentity'>;
  },
): Promise<unknown> =>
  tx
    .insertInto('key_lock')
    .values({
      key_id: keyId,
      lock_id: newId<'lock'>(),
      command_id: commandId,
      kind: lock.kind,
      sealed_identity: bytesOf(lock.sealedIdentity),
      made_on: madeOn,
    })
    .execute();

/** The old passphrase opens nothing any more, here; who copied what it sealed can still try it. */
export const deleteLocks = (
  tx: Transaction<DB>,
  keyId: KeyId,
  kind: KeyLock['kind'],
): Promise<unknown> =>
  tx.deleteFrom('key_lock').where('key_id', '=', keyId).where('kind', '=', kind).execute();

/** With every way to open it; its shares of rings are removed by whoever ends it. */
export async function endKey(tx: Transaction<DB>, keyId: KeyId, on: Day): Promise<void> {
  await tx.deleteFrom('key_lock').where('key_id', '=', keyId).execute();
  await tx.updateTable('device_key').set({ ended_on: on }).where('key_id', '=', keyId).execute();
}
