// Answers and notes: once whatever is sent twice, by those whose turn it is, and no first line without a trace.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { somebody, today } from '#sealed/server/testing.ts';
import type { Intake } from '../intake.ts';
import type { TipId } from '../tip.ts';
import { setPassed } from './casework-store.ts';
import { listOwnLevels } from './inbox-store.ts';
import { listLetters, listTipActs } from './store.ts';
import { aCommand, aTip, aTipUnit, openTestIntake, someBytes, type Unit } from './testing.ts';
import { answerSender, noteOnTip, seeFirstLines } from './writing-commands.ts';
import { listNotes } from './writing-store.ts';

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

const answer = (tipId: TipId, epoch = 1) => ({
  commandId: aCommand(),
  tipId,
  epoch,
  sealed: someBytes(),
  sealedCopy: someBytes(),
});
const note = (tipId: TipId) => ({ commandId: aCommand(), tipId, epoch: 1, sealed: someBytes() });

describe('what those on duty write', () => {
  test('is there once, however often it is sent, and stands on record once', async () => {
    const { db, actor } = unit;
    const tipId = await aTip(fresh, intake, unit);
    const [said, noted] = [answer(tipId), note(tipId)];
    const sent = await Promise.all([1, 2, 3].map(() => answerSender(db, actor, said, today)));
    expect(sent.every(({ ok }) => ok)).toBe(true);
    await noteOnTip(db, actor, noted, today);
    await noteOnTip(db, actor, noted, today);
    const letters = await listLetters(db, tipId);
    expect(letters.map(({ direction }) => direction)).toEqual(['in', 'out']);
    expect(letters[1]?.sealed).toBe(said.sealedCopy);
    expect(await listNotes(unit.colleague.db, tipId)).toMatchObject([
      { sealed: noted.sealed, writtenBy: actor.name },
    ]);
    const acts = await listTipActs(db, tipId);
    expect(acts.map(({ command }) => command)).toEqual(['answer sender of tip', 'note on tip']);
  });

  test('is refused with a key that is none of the ring now, and the tip stays as it was', async () => {
    const { db, actor } = unit;
    const tipId = await aTip(fresh, intake, unit);
    const refusal = { ok: false, refusal: 'ring-changed' };
    expect(await answerSender(db, actor, answer(tipId, 9), today)).toEqual(refusal);
    expect(await listLetters(db, tipId)).toHaveLength(1);
  });

  test('is refused once the tip was passed on: who has it now answers', async () => {
    const { db, actor } = unit;
    const tipId = await aTip(fresh, intake, unit);
    await db.transaction().execute((tx) => setPassed(tx, tipId, province.ringId, today));
    const refusal = { ok: false, refusal: 'not-theirs' };
    expect(await noteOnTip(db, actor, note(tipId), today)).toEqual(refusal);
    expect(await answerSender(db, actor, answer(tipId), today)).toEqual(refusal);
    const there = await answerSender(province.db, province.actor, answer(tipId), today);
    expect(there).toEqual({ ok: true, value: null });
  });

  test('is not for another unit, where there is no such tip, nor for administrators and superiors', async () => {
    const tipId = await aTip(fresh, intake, unit);
    const other = await aTipUnit(fresh);
    expect(await answerSender(other.db, other.actor, answer(tipId), today)).toEqual({
      ok: false,
      refusal: 'not-found',
    });
    for (const role of ['administrator', 'provincial_officer'] as const) {
      const { db, actor } = await somebody(fresh, role, null);
      const forbidden = { ok: false, refusal: 'forbidden' };
      expect(await noteOnTip(db, actor, note(tipId), today)).toEqual(forbidden);
      expect(await seeFirstLines(db, actor, [tipId])).toEqual(forbidden);
    }
  });
});

describe('the list', () => {
  test('gets first letters of its own tips alone, each look on record', async () => {
    const mine = await aTip(fresh, intake, unit);
    const other = await aTipUnit(fresh);
    const theirs = await aTip(fresh, intake, other);
    const seen = await seeFirstLines(unit.db, unit.actor, [mine, theirs]);
    expect(seen.ok && seen.value.map(({ tipId }) => tipId)).toEqual([mine]);
    const acts = await listTipActs(unit.db, mine);
    expect(acts).toMatchObject([{ kind: 'view', command: 'see first line of tip' }]);
    expect(await listTipActs(other.db, theirs)).toEqual([]);
  });

  test('knows the level of the units whose keys the person holds, and of no other', async () => {
    expect(await listOwnLevels(unit.db)).toEqual(new Map([[unit.ringId, 'xa']]));
    expect(await listOwnLevels(province.db)).toEqual(new Map([[province.ringId, 'tinh']]));
  });
});
