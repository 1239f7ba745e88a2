// What is done when nobody on duty can open the ring any more: call the keyholders, give a part, take the ring up again.

import type { Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { tidy } from '#ground/text.ts';
import type { Actor } from '#people/person.ts';
import type {
  FinishRecoveryInput,
  GiveRecoveryShareInput,
  StartRecoveryInput,
} from '../ring.input.ts';
import { mayManageRings, shortestReason } from '../ring.ts';
import { findOwnKey } from './key-store.ts';
import {
  endCall,
  findCallOfCommand,
  findOpenCall,
  insertCall,
  insertGift,
  takeRecovered,
  type CallId,
} from './recovery-call-store.ts';
import { findRecoverySet, listMyParts } from './recovery-store.ts';
import { findRing, isOnDuty, lockRing } from './ring-store.ts';

type Called = { readonly callId: CallId };
export type RecoveryRefusal =
  'forbidden' | 'not-found' | 'key-unknown' | 'reason-short' | 'not-your-part' | 'proof-wrong';

/** Somebody on duty, with a key of their own, asks the keyholders for their parts. */
export const startRecovery = (
  db: Database,
  actor: Actor,
  { commandId, ringId, reason: typed }: StartRecoveryInput,
  today: Day,
): Promise<Outcome<Called, RecoveryRefusal>> =>
  inTransaction(db, async (tx) => {
    const { personId } = actor;
    if (!mayManageRings(actor)) return refused('forbidden');
    const sent = await findCallOfCommand(tx, commandId);
    if (sent) return done(sent);
    const ring = await findRing(tx, ringId);
    if (!ring || !(await isOnDuty(tx, ring))) return refused('not-found');
    const [set, own] = [await findRecoverySet(tx, ringId), await findOwnKey(tx, personId)];
    const reason = tidy(typed);
    if (!set) return refused('not-found');
    if (!own) return refused('key-unknown');
    if (reason.length < shortestReason) return refused('reason-short');
    const [callId, { setNumber }, { keyId }] = [newId<'recovery-call'>(), set, own];
    const by = { commandId, personId, on: today };
    await insertCall(tx, { callId, ringId, setNumber, keyId, reason }, by);
    const record = `ring ${ringId}`;
    const after = { reason, setNumber };
    await appendAudit(tx, { siteId: null, personId, command: 'call for recovery', record, after });
    return done({ callId });
  });

/** A keyholder's part, sealed on their device to the key of whoever called. */
export const giveRecoveryShare = (
  db: Database,
  actor: Actor,
  input: GiveRecoveryShareInput,
  today: Day,
): Promise<Outcome<Called, RecoveryRefusal>> =>
  inTransaction(db, async (tx) => {
    const { commandId, callId, number } = input;
    const { personId } = actor;
    if (!mayManageRings(actor)) return refused('forbidden');
    const call = await findOpenCall(tx, callId);
    if (!call) return refused('not-found');
    const parts = await listMyParts(tx, call);
    if (!parts.some((part) => part.number === number)) return refused('not-your-part');
    if (await insertGift(tx, input, { commandId, personId, on: today })) {
      await appendAudit(tx, {
        siteId: null,
        personId,
        command: 'give recovery share',
        record: `ring ${call.ringId}`,
        concerns: call.personId,
        after: { number, to: call.personId },
      });
    }
    return done({ callId });
  });

/**
 * Whoever called put the parts together on their device and shows, for every epoch, that they hold
 * its private half; PostgreSQL believes nothing else.
 */
export const finishRecovery = (
  db: Database,
  actor: Actor,
  { commandId, callId, recovered }: FinishRecoveryInput,
  today: Day,
): Promise<Outcome<Called, RecoveryRefusal>> =>
  inTransaction(db, async (tx) => {
    const { personId } = actor;
    if (!mayManageRings(actor)) return refused('forbidden');
    const call = await findOpenCall(tx, callId);
    if (call?.personId !== personId) return refused('not-found');
    const { ringId, keyId } = call;
    await lockRing(tx, ringId);
    const epochs: number[] = [];
    for (const one of recovered) {
      const taken = await takeRecovered(tx, { ...one, ringId, keyId }, { commandId, on: today });
      if (taken) epochs.push(one.epoch);
    }
    if (epochs.length === 0) return refused('proof-wrong');
    await endCall(tx, callId, today);
    const record = `ring ${ringId}`;
    const after = { epochs };
    await appendAudit(tx, { siteId: null, personId, command: 'recover ring', record, after });
    return done({ callId });
  });
