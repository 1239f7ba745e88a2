// What those on duty do beyond the plain steps: who the sender is, passing on, laying together, covering.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { somebody, today } from '#sealed/server/testing.ts';
import type { Intake } from '../intake.ts';
import { listedOnce } from '../merging.ts';
import type { RequestId } from '../identity.ts';
import type { TipId } from '../tip.ts';
import {
  coverLetter,
  exportTip,
  mergeTips,
  openUncovered,
  passTip,
  separateTips,
} from './casework-commands.ts';
import { findRingAbove, listLayers } from './casework-store.ts';
import { answerIdentity, askForIdentity, lookAtIdentity } from './identity-commands.ts';
import { listIdentityRequests, listOpenIdentityRequests } from './identity-store.ts';
import { findTip, listLetters, listTipActs, listTipEvents, listTips } from './store.ts';
import { aCommand, aTip, aTipUnit, openTestIntake, someBytes, type Unit } from './testing.ts';

let fresh: FreshDatabase;
let intake: Intake;
let unit: Unit;
let province: Unit;
beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestIntake(fresh, () => new Date(`${today}T05:00:00Z`));
  unit = await aTipUnit(fresh);
  province = await aTipUnit(fresh, 'tinh');
});
afterAll(async () => {
  await intake.stop();
  await fresh.close();
});

const ok = { ok: true, value: null };

describe('who the sender is', () => {
  async function named(): Promise<TipId> {
    const tipId = await aTip(fresh, intake, unit);
    await sql`INSERT INTO tip_identity SELECT tip_id, letter_id, ring_id, epoch, sealed
      FROM tip_letter WHERE tip_id = ${tipId}`.execute(fresh.owner);
    await sql`UPDATE tip SET has_identity = true WHERE tip_id = ${tipId}`.execute(fresh.owner);
    return tipId;
  }
  const asking = (tipId: TipId) => ({
    commandId: aCommand(),
    tipId,
    requestId: newId() as RequestId,
    epoch: 1,
    sealedReason: someBytes(300),
  });
  const ask = (input: ReturnType<typeof asking>) =>
    askForIdentity(unit.db, unit.actor, input, today);
  const answer = (
    by: Unit['colleague'],
    of: ReturnType<typeof asking>,
    said: 'consented' | 'declined',
  ) => {
    const { tipId, requestId } = of;
    const input = { commandId: aCommand(), tipId, requestId, answer: said };
    return answerIdentity(by.db, by.actor, input, today);
  };

  test('is given to whoever asked once a second person agreed; each look is on record', async () => {
    const asked = asking(await named());
    const { tipId } = asked;
    expect(await lookAtIdentity(unit.db, unit.actor, asked)).toMatchObject({
      refusal: 'no-consent',
    });
    expect(await ask(asked)).toEqual(ok);
    expect(await ask(asked)).toEqual(ok);
    expect(await listIdentityRequests(unit.colleague.db, tipId)).toHaveLength(1);
    expect(await listOpenIdentityRequests(unit.colleague.db)).toHaveLength(1);
    expect(await ask(asking(tipId))).toMatchObject({ refusal: 'asked-already' });
    expect(await answer(unit, asked, 'consented')).toMatchObject({ refusal: 'own-request' });
    expect(await answer(unit.colleague, asked, 'consented')).toEqual(ok);
    expect(await answer(unit.colleague, asked, 'declined')).toMatchObject({
      refusal: 'answered-already',
    });
    expect(await lookAtIdentity(unit.db, unit.actor, asked)).toMatchObject({
      value: [{ ringId: unit.ringId, epoch: 1 }],
    });
    const { db, actor } = unit.colleague;
    expect(await lookAtIdentity(db, actor, asked)).toMatchObject({ refusal: 'no-consent' });
    expect((await listTipActs(unit.db, tipId)).map(({ command }) => command)).toEqual([
      'ask who sent tip',
      'agree to show who sent tip',
      'look who sent tip',
    ]);
  });
  test('stays closed after a refusal; one may ask again with a better reason', async () => {
    const asked = asking(await named());
    await ask(asked);
    await answer(unit.colleague, asked, 'declined');
    expect(await lookAtIdentity(unit.db, unit.actor, asked)).toMatchObject({
      refusal: 'no-consent',
    });
    expect(await ask(asking(asked.tipId))).toEqual(ok);
  });
  test('is not asked for where the sender did not say', async () => {
    const asked = asking(await aTip(fresh, intake, unit));
    expect(await ask(asked)).toMatchObject({ refusal: 'no-identity' });
  });
  test('is agreed to by nobody outside the ring, nor by one who stands in for somebody', async () => {
    const asked = asking(await named());
    await ask(asked);
    const outside = await somebody(fresh, 'commune_police', unit.unitId);
    expect(await answer(outside, asked, 'consented')).toMatchObject({ refusal: 'not-found' });
    expect(await listOpenIdentityRequests(outside.db)).toEqual([]);
    const { actor } = unit.colleague;
    const standIn = { ...actor, actingFor: { personId: unit.actor.personId, name: '' } };
    const db = fresh.reaching({
      personId: actor.personId,
      sites: [],
      actingFor: unit.actor.personId,
    });
    expect(await answer({ actor: standIn, db }, asked, 'consented')).toMatchObject({
      refusal: 'forbidden',
    });
    expect(await listOpenIdentityRequests(db)).toEqual([]);
  });
});

describe('passing to the province', () => {
  async function passing(tipId: TipId) {
    const letters = await listLetters(unit.db, tipId);
    const copies = letters.map(({ letterId }) => ({ letterId, sealed: someBytes() }));
    const to = { ringId: province.ringId, epoch: 1 };
    return { commandId: aCommand(), tipId, ...to, copies, note: someBytes() };
  }
  const pass = (input: Awaited<ReturnType<typeof passing>>) =>
    passTip(unit.db, unit.actor, input, today);

  test('hands over every letter sealed anew, once; the original stays as it came', async () => {
    const tipId = await aTip(fresh, intake, unit);
    expect(await findTip(province.db, tipId)).toBeUndefined();
    const [original] = await listLetters(unit.db, tipId);
    const input = await passing(tipId);
    expect(await pass(input)).toEqual(ok);
    expect(await pass(input)).toEqual(ok);
    expect(await pass(await passing(tipId))).toMatchObject({ refusal: 'passed-already' });
    expect(await findTip(unit.db, tipId)).toMatchObject({ passedTo: province.ringId });
    expect(await findTip(province.db, tipId)).toMatchObject({ unreadSince: today });
    const letters = await listLetters(province.db, tipId);
    expect(letters).toHaveLength(2);
    expect(letters).toContainEqual(original);
    expect(letters).toContainEqual(
      expect.objectContaining({ copyOf: original?.letterId, ringId: province.ringId }),
    );
    expect(await listTipEvents(unit.db, tipId)).toMatchObject([{ kind: 'passed' }]);
  });
  test('leaves no letter behind, seals to nobody but the desk on duty now', async () => {
    const tipId = await aTip(fresh, intake, unit);
    const input = await passing(tipId);
    const refusalOf = async (change: Partial<typeof input>) =>
      pass({ ...input, commandId: aCommand(), ...change });
    expect(await refusalOf({ copies: [] })).toMatchObject({ refusal: 'letters-missing' });
    expect(await refusalOf({ epoch: 2 })).toMatchObject({ refusal: 'ring-changed' });
    expect(await refusalOf({ ringId: unit.ringId })).toMatchObject({ refusal: 'ring-changed' });
    expect(await listTipEvents(unit.db, tipId)).toEqual([]);
    expect(await findRingAbove(unit.db)).toMatchObject({ ringId: province.ringId, epoch: 1 });
  });
  test('is not for the commune to see where it came to the province at once', async () => {
    const tipId = await aTip(fresh, intake, province);
    expect(await findTip(unit.db, tipId)).toBeUndefined();
    expect(await listTipEvents(unit.db, tipId)).toEqual([]);
    const { db, actor } = province;
    const letters = await listLetters(db, tipId);
    const copies = letters.map(({ letterId }) => ({ letterId, sealed: someBytes() }));
    const back = { commandId: aCommand(), tipId, ringId: province.ringId, epoch: 1, copies };
    expect(await passTip(db, actor, back, today)).toMatchObject({ refusal: 'not-to-pass' });
  });
});

describe('two tips that are one', () => {
  const pair = async () => ({
    commandId: aCommand(),
    tipId: await aTip(fresh, intake, unit),
    into: await aTip(fresh, intake, unit),
  });
  const merge = (input: Awaited<ReturnType<typeof pair>>) =>
    mergeTips(unit.db, unit.actor, input, today);

  test('are listed once, with the event on both, and can be separated again', async () => {
    const both = await pair();
    const before = listedOnce(await listTips(unit.db)).length;
    expect([await merge(both), await merge(both)]).toEqual([ok, ok]);
    expect(listedOnce(await listTips(unit.db))).toHaveLength(before - 1);
    for (const of of [both.tipId, both.into]) {
      expect(await listTipEvents(unit.db, of)).toMatchObject([{ kind: 'merged' }]);
    }
    expect(await separateTips(unit.db, unit.actor, both)).toEqual(ok);
    expect(listedOnce(await listTips(unit.db))).toHaveLength(before);
  });
  test('are never a chain, nor of two rings, nor one with itself', async () => {
    const both = await pair();
    await merge(both);
    const third = await aTip(fresh, intake, unit);
    const again = { commandId: aCommand(), tipId: both.into, into: third };
    expect(await merge(again)).toMatchObject({ refusal: 'merged-already' });
    const under = { commandId: aCommand(), tipId: third, into: both.tipId };
    expect(await merge(under)).toMatchObject({ refusal: 'merged-already' });
    const self = { commandId: aCommand(), tipId: third, into: third };
    expect(await merge(self)).toMatchObject({ refusal: 'same-tip' });
    const foreign = { ...self, into: await aTip(fresh, intake, province) };
    expect(await merge(foreign)).toMatchObject({ refusal: 'not-found' });
  });
  test('stay one after the hand-over', async () => {
    const both = await pair();
    await merge(both);
    await sql`UPDATE tip SET handed_over_on = ${today} WHERE tip_id = ${both.into}`.execute(
      fresh.owner,
    );
    expect(await separateTips(unit.db, unit.actor, both)).toMatchObject({ refusal: 'handed-over' });
  });
});

describe('a covering layer', () => {
  test('lies beside the letter, which stays; what is under it opens on record', async () => {
    const tipId = await aTip(fresh, intake, unit);
    const [letter] = await listLetters(unit.db, tipId);
    if (!letter) throw new Error('no letter');
    const { letterId } = letter;
    const layer = { commandId: aCommand(), tipId, letterId, epoch: 1, sealed: someBytes() };
    const { db, actor } = unit;
    expect(await coverLetter(db, actor, layer, today)).toEqual(ok);
    expect(await coverLetter(db, actor, layer, today)).toEqual(ok);
    expect(await listLayers(unit.colleague.db, tipId)).toMatchObject([
      { letterId, sealed: layer.sealed },
    ]);
    expect(await listLetters(db, tipId)).toEqual([letter]);
    expect(await openUncovered(db, actor, { tipId })).toEqual(ok);
    expect(await exportTip(db, actor, { tipId })).toEqual(ok);
    expect((await listTipActs(db, tipId)).map(({ kind, command }) => [kind, command])).toEqual([
      ['change', 'cover passages of tip'],
      ['view', 'open uncovered tip'],
      ['view', 'export tip'],
    ]);
    const foreign = { ...layer, commandId: aCommand(), letterId: newId<'letter'>() };
    expect(await coverLetter(db, actor, foreign, today)).toMatchObject({ refusal: 'no-letter' });
  });
});
