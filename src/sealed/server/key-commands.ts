// What people do with their own key: make it, and put another passphrase on it.

import type { Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { Actor } from '#people/person.ts';
import { fingerprintOf } from '../fingerprint.ts';
import type { MakeKeyInput, ReplaceLockInput } from '../ring.input.ts';
import { mayKeepKeys, type KeyId } from '../ring.ts';
import {
  deleteLocks,
  endKey,
  findKeyOfCommand,
  findOwnKey,
  insertKey,
  insertLock,
  isLockSent,
} from './key-store.ts';
import { deleteSharesOfKey, lockKeysOf } from './ring-store.ts';

type Made = { readonly keyId: KeyId };
export type KeyRefusal = 'forbidden' | 'has-key' | 'not-found';

/**
 * A key made on the person's device. One at a time: a new one gives up the old, and with it every
 * ring; colleagues admit the person again.
 */
export const makeKey = (
  db: Database,
  actor: Actor,
  input: MakeKeyInput,
  today: Day,
): Promise<Outcome<Made, KeyRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!mayKeepKeys(actor)) return refused('forbidden');
    const { personId } = actor;
    await lockKeysOf(tx, personId);
    const sent = await findKeyOfCommand(tx, input.commandId);
    if (sent) return done(sent);
    const old = await findOwnKey(tx, personId);
    if (old && !input.givesUpOld) return refused('has-key');
    const leftRings = old ? await deleteSharesOfKey(tx, old.keyId) : [];
    if (old) await endKey(tx, old.keyId, today);
    const keyId = newId<'key'>();
    await insertKey(tx, input, { keyId, personId, madeOn: today });
    await appendAudit(tx, {
      siteId: null,
      personId,
      command: 'make key',
      record: `key ${keyId}`,
      ...(old && { before: { keyId: old.keyId, number: fingerprintOf(old.recipient) } }),
      after: {
        number: fingerprintOf(input.recipient),
        ringsLeft: [...new Set(leftRings.map(({ ringId }) => ringId))],
      },
    });
    return done({ keyId });
  });

/** The same key behind another passphrase; whoever forgot the old one has nothing to seal anew. */
export const replaceLock = (
  db: Database,
  actor: Actor,
  { commandId, keyId, lock }: ReplaceLockInput,
  today: Day,
): Promise<Outcome<Made, KeyRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!mayKeepKeys(actor)) return refused('forbidden');
    await lockKeysOf(tx, actor.personId);
    const own = await findOwnKey(tx, actor.personId);
    if (own?.keyId !== keyId) return refused('not-found');
    if (await isLockSent(tx, commandId)) return done({ keyId });
    await deleteLocks(tx, keyId, lock.kind);
    await insertLock(tx, { keyId, commandId, madeOn: today, lock });
    const { personId } = actor;
    await appendAudit(tx, {
      siteId: null,
      personId,
      command: 'replace lock',
      record: `key ${keyId}`,
    });
    return done({ keyId });
  });
