// The hotline on real PostgreSQL: a roster of those on duty, calls handed in once, numbers that are not kept.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { today } from '#sealed/server/testing.ts';
import type { Intake } from '../intake.ts';
import {
  addShifts,
  answerMissedCall,
  noteMissedCall,
  removeShift,
  setHotline,
  takeCall,
  takeTelephone,
} from './hotline-commands.ts';
import { endTips } from './store.ts';
import { findHotline, listMissedCalls, listShifts } from './hotline-store.ts';
import { aCommand, aLetter, aTipUnit, openTestIntake, someBytes, type Unit } from './testing.ts';

let fresh: FreshDatabase;
let intake: Intake;
let unit: Unit;
let other: Unit;
beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestIntake(fresh, () => new Date(`${today}T05:00:00Z`));
  unit = await aTipUnit(fresh);
  other = await aTipUnit(fresh);
});
afterAll(async () => {
  await intake.stop();
  await fresh.close();
});

const shifts = (more: object = {}) => ({
  commandId: aCommand(),
  unitId: unit.unitId,
  personId: unit.actor.personId,
  from: today,
  days: 3,
  fromHour: 6,
  hours: 8,
  ...more,
});
const missed = (more: object = {}) => ({
  commandId: aCommand(),
  unitId: unit.unitId,
  callId: newId<'call'>(),
  day: today,
  part: 'evening' as const,
  number: { ringId: unit.ringId, epoch: 1, sealed: someBytes(300) },
  ...more,
});
const aCall = () => {
  const { answerRecipient = '', ...letter } = aLetter(unit.ringId);
  return { unitId: unit.unitId, letter: { ...letter, answerRecipient } };
};

describe('the number', () => {
  test('is kept by those on duty, and told to everybody with how far it was checked', async () => {
    const input = {
      commandId: aCommand(),
      unitId: unit.unitId,
      phone: '0208 3 000 000',
      source: 'Thông báo ví dụ',
      checkedOn: '' as const,
    };
    expect(await setHotline(unit.db, unit.actor, input, today)).toMatchObject({ ok: true });
    expect(await setHotline(unit.db, unit.actor, { ...input, checkedOn: today }, today)).toEqual({
      ok: true,
      value: true,
    });
    const nobody = fresh.reaching({ personId: null, sites: [] });
    expect(await findHotline(nobody, unit.unitId)).toEqual({
      phone: '0208 3 000 000',
      source: 'Thông báo ví dụ',
      checkedOn: today,
    });
    expect(await setHotline(other.db, other.actor, input, today)).toMatchObject({
      refusal: 'forbidden',
    });
  });
});

describe('the roster', () => {
  test('takes a shift on each day once, and nobody answers twice at one hour', async () => {
    const input = shifts();
    expect(await addShifts(unit.db, unit.actor, input)).toMatchObject({ ok: true });
    expect(await addShifts(unit.db, unit.actor, input)).toMatchObject({ ok: true });
    expect(await listShifts(unit.db, unit.unitId, today, addDays(today, 6))).toHaveLength(3);
    expect(await addShifts(unit.db, unit.actor, shifts({ fromHour: 13 }))).toMatchObject({
      refusal: 'overlaps',
    });
  });

  test('two who send the same hours at once: one stands', async () => {
    const late = () => shifts({ from: addDays(today, 20), days: 1 });
    const sent = await Promise.all([1, 2, 3].map(() => addShifts(unit.db, unit.actor, late())));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('only somebody on duty there is put on it, and only they take the telephone', async () => {
    expect(
      await addShifts(unit.db, unit.actor, shifts({ personId: other.actor.personId })),
    ).toMatchObject({ refusal: 'not-on-duty' });
    const on = addDays(today, 10);
    const person = unit.colleague.actor.personId;
    await addShifts(unit.db, unit.actor, shifts({ from: on, days: 1, personId: person }));
    const [shift] = await listShifts(unit.db, unit.unitId, on, on);
    if (!shift) throw new Error('no shift');
    const taking = { commandId: aCommand(), shiftId: shift.shiftId };
    expect(await takeTelephone(unit.db, unit.actor, taking, today)).toMatchObject({
      refusal: 'not-your-shift',
    });
    expect(
      await takeTelephone(unit.colleague.db, unit.colleague.actor, taking, today),
    ).toMatchObject({ ok: true });
    expect((await listShifts(unit.db, unit.unitId, on, on))[0]?.takenOn).toBe(today);
    expect(await removeShift(other.db, other.actor, taking, today)).toMatchObject({
      refusal: 'not-found',
    });
    await removeShift(unit.db, unit.actor, taking, today);
    expect(await listShifts(unit.db, unit.unitId, on, on)).toEqual([]);
  });

  test('is seen by those on duty alone', async () => {
    expect(await listShifts(other.db, unit.unitId, today, addDays(today, 30))).toEqual([]);
  });
});

describe('a call', () => {
  test('is one tip however often it is sent, through the door of the hotline', async () => {
    const call = aCall();
    expect(await takeCall(unit.db, intake, unit.actor, call)).toMatchObject({ ok: true });
    expect(await takeCall(unit.db, intake, unit.actor, call)).toMatchObject({ ok: true });
    const rows = await fresh.owner
      .selectFrom('tip')
      .innerJoin('tip_letter', 'tip_letter.tip_id', 'tip.tip_id')
      .where('tip_letter.command_id', '=', call.letter.commandId)
      .select('door')
      .execute();
    expect(rows).toEqual([{ door: 'hotline' }]);
  });

  test('is taken by those on duty there, and nobody in their name', async () => {
    expect(await takeCall(other.db, intake, other.actor, aCall())).toMatchObject({
      refusal: 'forbidden',
    });
    const standIn = { ...unit.actor, actingFor: { personId: newId<'person'>(), name: 'Ví Dụ' } };
    expect(await takeCall(unit.db, intake, standIn, aCall())).toMatchObject({
      refusal: 'forbidden',
    });
  });

  test('leaves no line in the record, whose time would be that of the call', async () => {
    const lines = () => fresh.owner.selectFrom('audit').select('audit_id').execute();
    const before = await lines();
    await takeCall(unit.db, intake, unit.actor, aCall());
    await noteMissedCall(unit.db, unit.actor, missed(), today);
    expect(await lines()).toEqual(before);
  });
});

describe('a missed call', () => {
  test('keeps its number sealed, until somebody called back', async () => {
    const input = missed();
    await noteMissedCall(unit.db, unit.actor, input, today);
    await noteMissedCall(unit.db, unit.actor, input, today);
    const find = async () =>
      (await listMissedCalls(unit.db, unit.unitId, today)).filter(
        ({ callId }) => callId === input.callId,
      );
    expect(await find()).toMatchObject([{ number: input.number, answeredOn: null }]);
    const { callId } = input;
    const answered = { commandId: aCommand(), callId };
    expect(await answerMissedCall(other.db, other.actor, answered, today)).toMatchObject({
      refusal: 'not-found',
    });
    await answerMissedCall(unit.db, unit.actor, answered, today);
    await answerMissedCall(unit.db, unit.actor, answered, today);
    expect(await find()).toMatchObject([{ number: null, answeredOn: today }]);
  });

  test('keeps no number past its term, though nobody called back', async () => {
    const calls = [missed({ day: addDays(today, -8) }), missed({ day: addDays(today, -5) })];
    for (const call of calls) await noteMissedCall(unit.db, unit.actor, call, today);
    await endTips(fresh.db, today);
    const found = await listMissedCalls(unit.db, unit.unitId, today);
    const numbers = calls.map(({ callId }) => found.find((one) => one.callId === callId)?.number);
    expect(numbers).toEqual([null, calls[1]?.number]);
  });

  test('is seen by those on duty alone, and lies not ahead', async () => {
    await noteMissedCall(unit.db, unit.actor, missed(), today);
    expect(await listMissedCalls(other.db, unit.unitId, today)).toEqual([]);
    const ahead = missed({ day: addDays(today, 1) });
    expect(await noteMissedCall(unit.db, unit.actor, ahead, today)).toMatchObject({
      refusal: 'in-future',
    });
  });
});
