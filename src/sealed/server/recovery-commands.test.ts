// When every key is lost: enough parts give the ring back, too few or false ones never do.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type UnitId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { openWith, sealTo } from '../age.ts';
import { toBase64Url } from '../bytes.ts';
import {
  holdParts,
  newRecovery,
  openParts,
  openShare,
  passOnPart,
  recoverRing,
  sealAgain,
} from '../device/ring-keys.ts';
import type { RingId } from '../ring.ts';
import { finishRecovery, giveRecoveryShare, startRecovery } from './recovery-commands.ts';
import { findOpenCall, listCallsForMe, listGifts, type CallId } from './recovery-call-store.ts';
import { listEpochsToRecover, listMyParts } from './recovery-store.ts';
import { openRing, renewRecovery } from './ring-commands.ts';
import { listFitting, listMembers, listMyShares, listRecipients } from './ring-store.ts';
import { anOpenRing, aUnit, ceremony, onDuty, today, withKey, type OnDuty } from './testing.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

/** A ring whose only holder has lost the key, and a colleague who would take it up. */
async function lostRing() {
  const unitId = await aUnit(fresh, 'xa');
  const first = await onDuty(fresh, 'commune_police', unitId);
  const opened = await anOpenRing(first, { purpose: 'tip', unitId });
  const caller = await onDuty(fresh, 'commune_police', unitId);
  const sealed = await sealTo([opened.recipient], new TextEncoder().encode('một lá thư'));
  return { unitId, first, caller, sealed, ...opened };
}

const call = async ({ db, actor }: OnDuty, ringId: RingId): Promise<CallId> => {
  const input = { commandId: newId<'command'>(), ringId, reason: 'máy duy nhất đã hỏng' };
  const called = await startRecovery(db, actor, input, today);
  const again = await startRecovery(db, actor, input, today);
  if (!called.ok) throw new Error(called.refusal);
  expect(again).toEqual(called);
  return called.value.callId;
};

const epochsFor = async ({ db }: OnDuty, callId: CallId) => {
  const found = await findOpenCall(db, callId);
  if (!found) throw new Error('no call');
  return listEpochsToRecover(db, found);
};

const giftsFor = async ({ db }: OnDuty, callId: CallId) =>
  (await listGifts(db, callId)).map(({ sealedShare }) => sealedShare);

describe('a ring nobody can open any more', () => {
  test('is taken up again from two parts of three on paper', async () => {
    const { caller, ringId, parts, sealed } = await lostRing();
    const callId = await call(caller, ringId);
    const epochs = await epochsFor(caller, callId);
    const recovered = await recoverRing(parts.slice(1), epochs, caller.recipient);
    if (!recovered.ok) throw new Error('the parts did not fit');
    const input = { commandId: newId<'command'>(), callId, recovered: recovered.value };
    expect(await finishRecovery(caller.db, caller.actor, input, today)).toEqual(done({ callId }));
    const [share] = await listMyShares(caller.db);
    const opened = share && (await openShare(caller.identity, share));
    const plain = opened?.ok && (await openWith(opened.value, sealed));
    expect(plain && new TextDecoder().decode(plain)).toBe('một lá thư');
    expect(await listMembers(caller.db, ringId)).toHaveLength(2);
  });

  test('stays shut with one part, and with parts of another ring', async () => {
    const { caller, ringId, parts } = await lostRing();
    const other = await lostRing();
    const epochs = await epochsFor(caller, await call(caller, ringId));
    const one = await recoverRing(parts.slice(0, 1), epochs, caller.recipient);
    expect(one).toEqual(refused({ why: 'too-few', have: 1, need: 2 }));
    const strange = await recoverRing(other.parts.slice(1), epochs, caller.recipient);
    expect(strange).toEqual(refused('not-for-this-key'));
  });

  test('is given to nobody who cannot show its key', async () => {
    const { caller, ringId } = await lostRing();
    const callId = await call(caller, ringId);
    const shown = toBase64Url(new Uint8Array(32));
    const recovered = [{ epoch: 1, shown, sealedIdentity: toBase64Url(new Uint8Array(200)) }];
    const input = { commandId: newId<'command'>(), callId, recovered };
    expect(await finishRecovery(caller.db, caller.actor, input, today)).toEqual(
      refused('proof-wrong'),
    );
    expect(await listMyShares(caller.db)).toEqual([]);
  });

  test('is called for by those on duty there alone', async () => {
    const { ringId } = await lostRing();
    const elsewhere = await onDuty(fresh, 'commune_police', await aUnit(fresh, 'xa'));
    const input = { commandId: newId<'command'>(), ringId, reason: 'máy duy nhất đã hỏng' };
    const { db, actor } = elsewhere;
    expect(await startRecovery(db, actor, input, today)).toEqual(refused('not-found'));
  });
});

describe('parts held with keys of their own', () => {
  /** Two colleagues hold one part each; the third is on paper. */
  async function heldRing() {
    const unitId: UnitId = await aUnit(fresh, 'xa');
    const place = { purpose: 'tip', unitId } as const;
    const first = await onDuty(fresh, 'commune_police', unitId);
    const holders = [
      await onDuty(fresh, 'commune_police', unitId),
      await onDuty(fresh, 'commune_police', unitId),
    ];
    const made = await ceremony(first, place);
    const held = await holdParts(
      made.parts,
      holders.map(({ actor, ...key }) => ({ ...key, personId: actor.personId })),
    );
    const input = { ...made.input, recovery: { ...made.input.recovery, held } };
    return { first, holders, input, place };
  }

  test('are passed on, sealed to whoever called, and open the ring together', async () => {
    const { first, holders, input, place } = await heldRing();
    const opened = await openRing(first.db, first.actor, input, today);
    if (!opened.ok) throw new Error(opened.refusal);
    const { ringId } = opened.value;
    const caller = await withKey(first);
    const callId = await call(caller, ringId);
    for (const { db, actor, identity } of holders) {
      const asked = await findOpenCall(db, callId);
      const to = (await listFitting(db, place)).find(
        ({ personId }) => personId === asked?.personId,
      );
      const [part] = asked ? await listMyParts(db, asked) : [];
      const passed = await passOnPart(identity, part?.sealedShare ?? '', to?.key?.recipient ?? '');
      if (!passed.ok) throw new Error(passed.refusal);
      const number = part?.number ?? 0;
      const gift = { commandId: newId<'command'>(), callId, number, sealedShare: passed.value };
      expect(await listCallsForMe(db)).toMatchObject([{ callId, personId: caller.actor.personId }]);
      for (const once of [gift, gift]) {
        expect(await giveRecoveryShare(db, actor, once, today)).toEqual(done({ callId }));
      }
      expect(await listCallsForMe(db)).toEqual([]);
    }
    const parts = await openParts(caller.identity, await giftsFor(caller, callId));
    const recovered = await recoverRing(parts, await epochsFor(caller, callId), caller.recipient);
    if (!recovered.ok) throw new Error('the parts did not fit');
    const finish = { commandId: newId<'command'>(), callId, recovered: recovered.value };
    expect((await finishRecovery(caller.db, caller.actor, finish, today)).ok).toBe(true);
    expect(await listMyShares(caller.db)).toHaveLength(1);
  });

  test('are no stranger’s to give', async () => {
    const { first, holders, input } = await heldRing();
    const opened = await openRing(first.db, first.actor, input, today);
    if (!opened.ok) throw new Error(opened.refusal);
    const callId = await call(first, opened.value.ringId);
    const [holder] = holders;
    if (!holder) throw new Error('no holder');
    const gift = { commandId: newId<'command'>(), callId, number: 2 };
    const sealedShare = toBase64Url(new Uint8Array(200));
    const { db, actor } = holder;
    expect(await giveRecoveryShare(db, actor, { ...gift, sealedShare }, today)).toEqual(
      refused('not-your-part'),
    );
  });

  test('are one for each person, and fewer open nothing than are needed', async () => {
    const { first, input } = await heldRing();
    const [one] = input.recovery.held;
    if (!one) throw new Error('no part');
    const twice = { ...input.recovery, held: [one, { ...one, number: 2 }] };
    const alone = { ...input.recovery, need: 1 };
    for (const [recovery, refusal] of [
      [twice, 'holder-doubled'],
      [alone, 'too-few-needed'],
    ] as const) {
      const { db, actor } = first;
      expect(await openRing(db, actor, { ...input, recovery }, today)).toEqual(refused(refusal));
    }
  });
});

test('a new recovery key takes the place of the old, whose parts open nothing more', async () => {
  const { first, caller, ringId, unitId, parts } = await lostRing();
  const made = await newRecovery({ need: 3, of: 5 });
  const sealed = await sealAgain(first.identity, await listMyShares(first.db), made.recipient);
  if (!sealed.ok) throw new Error(sealed.refusal);
  const recovery = { need: 3, of: 5, recipient: made.recipient, held: [] };
  const input = { commandId: newId<'command'>(), ringId, recovery, sealed: sealed.value };
  const without = { ...input, sealed: [] };
  expect(await renewRecovery(first.db, first.actor, without, today)).toEqual(
    refused('shares-incomplete'),
  );
  for (const once of [input, input]) {
    expect((await renewRecovery(first.db, first.actor, once, today)).ok).toBe(true);
  }
  const epochs = await epochsFor(caller, await call(caller, ringId));
  expect((await recoverRing(parts, epochs, caller.recipient)).ok).toBe(false);
  expect((await recoverRing(made.parts.slice(0, 3), epochs, caller.recipient)).ok).toBe(true);
  expect(await listRecipients(caller.db, { purpose: 'tip', unitId })).toMatchObject({ epoch: 1 });
});
