// What the people of a unit do with their ring: open it, admit a colleague, turn its key when somebody leaves.

import type { Day } from '#ground/day.ts';
import { newId, type PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { Actor } from '#people/person.ts';
import { fingerprintOf } from '../fingerprint.ts';
import type {
  AdmitInput,
  OpenRingInput,
  RenewRecoveryInput,
  TurnEpochInput,
} from '../ring.input.ts';
import {
  decideAdmit,
  decideHolders,
  decideParts,
  decideTurn,
  isSameEpochs,
  mayManageRings,
  mustLeave,
  type AdmitRefusal,
  type HolderRefusal,
  type PartsRefusal,
  type Ring,
  type RingId,
  type TurnRefusal,
} from '../ring.ts';
import { findOwnKey } from './key-store.ts';
import {
  endRecoverySet,
  findRecoverySet,
  insertRecoverySet,
  insertRingRecovery,
  moveRingRecovery,
} from './recovery-store.ts';
import {
  deleteSharesOf,
  endEpoch,
  findRing,
  findRingAt,
  insertEpoch,
  insertRing,
  insertShares,
  isOnDuty,
  listFitting,
  listMembers,
  listMyShares,
  lockRing,
} from './ring-store.ts';
import { findEpochOfCommand, isShareSent } from './sent-store.ts';

type Tx = Parameters<typeof appendAudit>[0];
type Turned = { readonly ringId: RingId; readonly epoch: number };
export type OpenRingRefusal =
  'forbidden' | 'ring-there' | 'key-unknown' | PartsRefusal | HolderRefusal;

/** The ceremony: the first epoch, sealed to its opener, and a recovery key in parts. */
export const openRing = (
  db: Database,
  actor: Actor,
  input: OpenRingInput,
  today: Day,
): Promise<Outcome<Turned, OpenRingRefusal>> =>
  inTransaction(db, async (tx) => {
    const { commandId, purpose, unitId, recipient, recovery } = input;
    const { personId } = actor;
    if (!mayManageRings(actor) || !(await isOnDuty(tx, input))) return refused('forbidden');
    const sent = await findEpochOfCommand(tx, commandId);
    if (sent) return done(sent);
    const own = await findOwnKey(tx, personId);
    if (own?.keyId !== input.share.keyId || input.share.personId !== personId)
      return refused('key-unknown');
    const parts = decideParts(recovery);
    if (!parts.ok) return parts;
    const held = decideHolders(recovery, await listFitting(tx, input));
    if (!held.ok) return held;
    if (await findRingAt(tx, input)) return refused('ring-there');
    const [ringId, epoch, setNumber] = [newId<'ring'>(), 1, 1];
    const by = { commandId, personId, on: today };
    await insertRing(tx, ringId, { purpose, unitId }, by);
    await insertEpoch(tx, { ringId, epoch, recipient, proof: input.proof }, by);
    await insertShares(tx, ringId, [{ ...input.share, epoch }], by);
    await insertRecoverySet(tx, { ringId, setNumber, ...recovery }, by);
    const sealedIdentity = input.sealedRecovery;
    await insertRingRecovery(tx, { ringId, epoch, setNumber, sealedIdentity });
    const { need, of } = recovery;
    await audit(tx, actor, ringId, {
      command: 'open ring',
      after: { purpose, unitId, number: fingerprintOf(recipient), need, of },
    });
    return done({ ringId, epoch });
  });

type Missing = 'forbidden' | 'not-found';

/** A colleague on duty gets the ring's key, sealed to their own on the device of whoever admits. */
export const admit = (
  db: Database,
  actor: Actor,
  input: AdmitInput,
  today: Day,
): Promise<Outcome<Turned, Missing | AdmitRefusal>> =>
  inTransaction(db, async (tx) => {
    const { commandId, ringId, keyId } = input;
    const ring = await findHeldRing(tx, actor, ringId);
    if (!ring.ok) return ring;
    const { epoch } = ring.value;
    if (await isShareSent(tx, commandId)) return done({ ringId, epoch });
    const mine = (await listMyShares(tx)).filter((share) => share.ringId === ringId);
    const decided = decideAdmit(input, {
      epoch,
      held: mine.map((share) => share.epoch),
      members: await listMembers(tx, ringId),
      fitting: await listFitting(tx, ring.value),
    });
    if (!decided.ok) return decided;
    const shares = input.shares.map((share) => ({ ...share, personId: input.personId, keyId }));
    await insertShares(tx, ringId, shares, { commandId, personId: actor.personId, on: today });
    await audit(tx, actor, ringId, {
      command: 'admit to ring',
      concerns: input.personId,
      after: { personId: input.personId, epochs: shares.map((share) => share.epoch) },
    });
    return done({ ringId, epoch });
  });

/**
 * A new key pair for those who stay. Who leaves loses every share; what they opened before they
 * have seen, and nothing that comes in from now on is sealed to a key they know.
 */
export const turnEpoch = (
  db: Database,
  actor: Actor,
  input: TurnEpochInput,
  today: Day,
): Promise<Outcome<Turned, Missing | TurnRefusal>> =>
  inTransaction(db, async (tx) => {
    const { commandId, ringId, leaving } = input;
    const sent = await findEpochOfCommand(tx, commandId);
    if (sent?.ringId === ringId) return done(sent);
    const found = await findHeldRing(tx, actor, ringId);
    if (!found.ok) return found;
    const [members, ring] = [await listMembers(tx, ringId), found.value];
    const set = await findRecoverySet(tx, ringId);
    const over = mustLeave(members, await listFitting(tx, ring)).map(({ personId }) => personId);
    const decided = decideTurn(input, { epoch: ring.epoch, members, over, by: actor.personId });
    if (!decided.ok) return decided;
    if (!set) return refused('not-found');
    await turn(tx, input, { ...ring, setNumber: set.setNumber }, { by: actor.personId, today });
    await audit(tx, actor, ringId, {
      command: 'turn ring',
      before: { number: fingerprintOf(ring.recipient), leaving },
      after: { number: fingerprintOf(input.recipient), staying: decided.value },
    });
    return done({ ringId, epoch: ring.epoch + 1 });
  });

/** A recovery key in new parts: where a keyholder left, a sheet is lost, or the old parts were used. */
export const renewRecovery = (
  db: Database,
  actor: Actor,
  { commandId, ringId, recovery, sealed }: RenewRecoveryInput,
  today: Day,
): Promise<Outcome<Turned, Missing | PartsRefusal | HolderRefusal | 'shares-incomplete'>> =>
  inTransaction(db, async (tx) => {
    const found = await findHeldRing(tx, actor, ringId);
    if (!found.ok) return found;
    const [ring, old] = [found.value, await findRecoverySet(tx, ringId)];
    const { epoch } = ring;
    if (!old) return refused('not-found');
    if (old.recipient === recovery.recipient) return done({ ringId, epoch });
    const parts = decideParts(recovery);
    if (!parts.ok) return parts;
    const held = decideHolders(recovery, await listFitting(tx, ring));
    if (!held.ok) return held;
    const mine = (await listMyShares(tx)).filter((share) => share.ringId === ringId);
    if (!isSameEpochs(mine, sealed)) return refused('shares-incomplete');
    const by = { commandId, personId: actor.personId, on: today };
    const setNumber = old.setNumber + 1;
    await endRecoverySet(tx, { ringId, setNumber: old.setNumber }, today);
    await insertRecoverySet(tx, { ringId, setNumber, ...recovery }, by);
    for (const one of sealed) await moveRingRecovery(tx, { ringId, setNumber, ...one });
    const { need, of } = recovery;
    await audit(tx, actor, ringId, {
      command: 'renew recovery',
      before: { need: old.need, of: old.of },
      after: { need, of, setNumber },
    });
    return done({ ringId, epoch });
  });

async function turn(
  tx: Tx,
  input: TurnEpochInput,
  old: Ring & { readonly setNumber: number },
  { by: personId, today: on }: { readonly by: PersonId; readonly today: Day },
): Promise<void> {
  const { commandId, ringId, recipient, proof } = input;
  const epoch = old.epoch + 1;
  const by = { commandId, personId, on };
  await deleteSharesOf(tx, ringId, input.leaving);
  await endEpoch(tx, old, on);
  await insertEpoch(tx, { ringId, epoch, recipient, proof }, by);
  const shares = input.shares.map((share) => ({ ...share, epoch }));
  await insertShares(tx, ringId, shares, by);
  const sealedIdentity = input.sealedRecovery;
  await insertRingRecovery(tx, { ringId, epoch, setNumber: old.setNumber, sealedIdentity });
}

/** The ring, where the actor holds its current epoch; locked, so that two never change it at once. */
async function findHeldRing(tx: Tx, actor: Actor, ringId: RingId): Promise<Outcome<Ring, Missing>> {
  if (!mayManageRings(actor)) return refused('forbidden');
  await lockRing(tx, ringId);
  const ring = await findRing(tx, ringId);
  if (!ring) return refused('not-found');
  const members = await listMembers(tx, ringId);
  return members.some(({ personId }) => personId === actor.personId)
    ? done(ring)
    : refused('not-found');
}

const audit = (
  tx: Tx,
  { personId }: Actor,
  ringId: RingId,
  entry: {
    readonly command: string;
    readonly concerns?: PersonId;
    readonly before?: object;
    readonly after: object;
  },
): Promise<void> => appendAudit(tx, { siteId: null, personId, record: `ring ${ringId}`, ...entry });
