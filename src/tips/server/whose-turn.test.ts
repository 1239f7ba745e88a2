// Whose turn it is with a tip that was passed on or lies under another, and what goes with it.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt, type Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { RequestId } from '../identity.ts';
import type { Intake } from '../intake.ts';
import type { TipId } from '../tip.ts';
import { mergeTips, passPiece, passTip, separateTips } from './casework-commands.ts';
import { acknowledgeTip, openTip } from './commands.ts';
import { answerIdentity, askForIdentity, lookAtIdentity } from './identity-commands.ts';
import { endTips, findPiece, findTip, listEnded, listLetters, listTipEvents } from './store.ts';
import { aCommand, aTip, aTipUnit, openTestIntake, someBytes, type Unit } from './testing.ts';

const today = dayAt(new Date().toISOString() as Instant, 'UTC');
const ok = { ok: true, value: null };
let fresh: FreshDatabase;
let intake: Intake;
let unit: Unit;
let province: Unit;
beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestIntake(fresh);
  unit = await aTipUnit(fresh);
  province = await aTipUnit(fresh, 'tinh');
});
afterAll(async () => {
  await intake.stop();
  await fresh.close();
});

const above = () => ({ ringId: province.ringId, epoch: 1 });
async function pass(tipId: TipId, identity?: string) {
  const letters = await listLetters(unit.db, tipId);
  const copies = letters.map(({ letterId }) => ({ letterId, sealed: someBytes(), identity }));
  const input = { commandId: aCommand(), tipId, ...above(), copies };
  return passTip(unit.db, unit.actor, input, today);
}
const acknowledge = ({ db, actor }: Unit['colleague'], tipId: TipId) => {
  const step = { commandId: aCommand(), tipId, day: today, reference: '8/2026' };
  return acknowledgeTip(db, actor, step, today);
};
const asking = (tipId: TipId) => ({
  commandId: aCommand(),
  tipId,
  requestId: newId() as RequestId,
  epoch: 1,
  sealedReason: someBytes(300),
});
async function named(): Promise<TipId> {
  const tipId = await aTip(fresh, intake, unit);
  await sql`INSERT INTO tip_identity SELECT tip_id, letter_id, ring_id, epoch, sealed
    FROM tip_letter WHERE tip_id = ${tipId}`.execute(fresh.owner);
  await sql`UPDATE tip SET has_identity = true WHERE tip_id = ${tipId}`.execute(fresh.owner);
  return tipId;
}
async function consented(tipId: TipId, { db, actor, colleague }: Unit): Promise<void> {
  const asked = asking(tipId);
  await askForIdentity(db, actor, asked, today);
  const { requestId } = asked;
  const answer = { commandId: aCommand(), tipId, requestId, answer: 'consented' } as const;
  const answered = await answerIdentity(colleague.db, colleague.actor, answer, today);
  if (!answered.ok) throw new Error(answered.refusal);
}

describe('a tip that was passed on', () => {
  test('is the province’s turn: a look from below opens nothing for them, and no step is taken there', async () => {
    const tipId = await aTip(fresh, intake, unit);
    expect(await pass(tipId)).toEqual(ok);
    await openTip(unit.db, unit.actor, { commandId: aCommand(), tipId }, today);
    expect(await findTip(province.db, tipId)).toMatchObject({ unreadSince: today });
    expect(await acknowledge(unit, tipId)).toMatchObject({ refusal: 'out-of-turn' });
    await openTip(province.db, province.actor, { commandId: aCommand(), tipId }, today);
    expect(await findTip(province.db, tipId)).toMatchObject({ unreadSince: null });
    expect(await acknowledge(province, tipId)).toMatchObject({ ok: true });
  });
  test('is asked about, and consented to, by those above alone', async () => {
    const tipId = await named();
    await pass(tipId);
    const below = await askForIdentity(unit.db, unit.actor, asking(tipId), today);
    expect(below).toMatchObject({ refusal: 'passed-already' });
    const asked = asking(tipId);
    expect(await askForIdentity(province.db, province.actor, asked, today)).toEqual(ok);
    const { requestId } = asked;
    const answer = { commandId: aCommand(), tipId, requestId, answer: 'consented' } as const;
    expect(await answerIdentity(unit.db, unit.actor, answer, today)).toMatchObject({
      refusal: 'passed-already',
    });
    const past = await sql`UPDATE tip_identity_request SET answer = 'consented',
      answered_by = ${unit.actor.personId}, answered_on = ${today},
      answer_command_id = gen_random_uuid() WHERE request_id = ${requestId}`.execute(unit.db);
    expect(past.numAffectedRows).toBe(0n);
    expect(await lookAtIdentity(province.db, province.actor, { tipId })).toMatchObject({
      refusal: 'no-consent',
    });
  });
  test('takes the name along, sealed anew by whoever was allowed to see it, and by nobody else', async () => {
    const without = await named();
    await expect(pass(without, someBytes(300))).rejects.toThrow(/row-level/);
    expect(await findTip(unit.db, without)).toMatchObject({ passedTo: null });
    const tipId = await named();
    await consented(tipId, unit);
    const identity = someBytes(300);
    expect(await pass(tipId, identity)).toEqual(ok);
    await consented(tipId, province);
    const seen = await lookAtIdentity(province.db, province.actor, { tipId });
    if (!seen.ok) throw new Error(seen.refusal);
    expect(seen.value).toContainEqual(
      expect.objectContaining({ ringId: province.ringId, sealed: identity }),
    );
  });
  test('takes its files along piece by piece, each once, and to no other ring', async () => {
    const tipId = await aTip(fresh, intake, unit);
    const uploadId = newId<'upload'>();
    const piece = { tipId, ...above(), uploadId, number: 0, sealed: someBytes(300) };
    const send = (change: Partial<typeof piece> = {}) =>
      passPiece(unit.db, unit.actor, { ...piece, ...change }, today);
    expect([await send(), await send()]).toEqual([ok, ok]);
    expect(await send({ ringId: unit.ringId })).toMatchObject({ refusal: 'ring-changed' });
    expect(await send({ epoch: 2 })).toMatchObject({ refusal: 'ring-changed' });
    await pass(tipId);
    expect(await send({ number: 1 })).toMatchObject({ refusal: 'passed-already' });
    expect(await findPiece(province.db, tipId, uploadId, 0)).toMatchObject(above());
  });
});

describe('a tip that lies under another', () => {
  const pair = async () => {
    const [tipId, into] = [await aTip(fresh, intake, unit), await aTip(fresh, intake, unit)];
    const both = { commandId: aCommand(), tipId, into };
    expect(await mergeTips(unit.db, unit.actor, both, today)).toEqual(ok);
    return both;
  };
  test('stands where that one stands, takes no step of its own, and goes back when separated', async () => {
    const both = await pair();
    expect(await acknowledge(unit, both.tipId)).toMatchObject({ refusal: 'out-of-turn' });
    await acknowledge(unit, both.into);
    const stand = { state: 'acknowledged', registerNumber: '8/2026' };
    expect(await findTip(unit.db, both.tipId)).toMatchObject(stand);
    expect(await separateTips(unit.db, unit.actor, both)).toEqual(ok);
    expect(await findTip(unit.db, both.tipId)).toMatchObject({
      state: 'received',
      registerNumber: null,
    });
    expect(await findTip(unit.db, both.into)).toMatchObject(stand);
    expect(await listTipEvents(unit.db, both.tipId)).toMatchObject([{ kind: 'merged' }]);
  });
  test('is not passed on before it is separated', async () => {
    const both = await pair();
    for (const of of [both.tipId, both.into]) {
      expect(await pass(of)).toMatchObject({ refusal: 'not-to-pass' });
    }
  });
  test('counts once in what is left of both', async () => {
    const before = (await listEnded(unit.db)).length;
    const both = await pair();
    const long = addDays(today, -400);
    await sql`UPDATE tip SET state = 'closed', state_on = ${long}, handed_over_on = ${long},
      received_on = ${long}, last_letter_on = ${long}, unread_since = NULL
      WHERE tip_id IN (${both.tipId}, ${both.into})`.execute(fresh.owner);
    await sql`UPDATE tip SET last_letter_on = ${today} WHERE tip_id = ${both.tipId}`.execute(
      fresh.owner,
    );
    await endTips(fresh.db, today);
    expect(await findTip(unit.db, both.into)).toBeDefined();
    await sql`UPDATE tip SET last_letter_on = ${long} WHERE tip_id = ${both.tipId}`.execute(
      fresh.owner,
    );
    await endTips(fresh.db, today);
    expect(await findTip(unit.db, both.into)).toBeUndefined();
    expect(await listEnded(unit.db)).toHaveLength(before + 1);
  });
});
