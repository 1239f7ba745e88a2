// What those on duty do with a tip: once whatever is sent twice, in its turn, on record.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { today } from '#sealed/server/testing.ts';
import type { Intake } from '../intake.ts';
import type { TipId } from '../tip.ts';
import {
  acknowledgeTip,
  classifyTip,
  closeTip,
  confirmHandOver,
  forwardTip,
  openTip,
  reportTip,
  resolveTip,
  tellResult,
} from './commands.ts';
import { findTip, listAllTipEvents, listTipEvents, listUnreadUnits } from './store.ts';
import { aCommand, aLetter, aTip, aTipUnit, more, openTestIntake, type Unit } from './testing.ts';

let fresh: FreshDatabase;
let intake: Intake;
let unit: Unit;
beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestIntake(fresh, () => new Date(`${today}T05:00:00Z`));
  unit = await aTipUnit(fresh);
});
afterAll(async () => {
  await intake.stop();
  await fresh.close();
});

const of = (tipId: TipId) => ({ commandId: aCommand(), tipId, day: today });
const numbered = (tipId: TipId) => ({ ...of(tipId), reference: '5/2026' });

describe('a tip on its way', () => {
  test('goes through its steps, and its row says what they say', async () => {
    const tipId = await aTip(fresh, intake, unit);
    const { db, actor } = unit;
    await acknowledgeTip(db, actor, numbered(tipId), today);
    await reportTip(db, actor, of(tipId), today);
    await classifyTip(db, actor, { ...of(tipId), class: 'b' }, today);
    await forwardTip(db, actor, of(tipId), today);
    await confirmHandOver(db, actor, { ...numbered(tipId), reference: '7/CSĐT' }, today);
    await resolveTip(db, actor, of(tipId), today);
    expect(await tellResult(db, actor, of(tipId), today)).toEqual({ ok: true, value: { tipId } });
    expect(await findTip(db, tipId)).toMatchObject({
      state: 'told',
      class: 'b',
      registerNumber: '5/2026',
      handedOverOn: today,
    });
    const events = await listTipEvents(db, tipId);
    expect(events.map(({ kind, class: as, reference }) => [kind, as ?? reference])).toEqual([
      ['acknowledged', '5/2026'],
      ['reported', null],
      ['classified', 'b'],
      ['forwarded', null],
      ['confirmed', '7/CSĐT'],
      ['resolved', null],
      ['told', null],
    ]);
    const all = await listAllTipEvents(db);
    expect(all.filter((event) => event.tipId === tipId)).toHaveLength(7);
  });
  test('takes each step once, however often it is sent and by how many at once', async () => {
    const tipId = await aTip(fresh, intake, unit);
    const step = numbered(tipId);
    const sent = await Promise.all(
      [unit, unit, unit.colleague].map(({ db, actor }) => acknowledgeTip(db, actor, step, today)),
    );
    expect(sent.every(({ ok }) => ok)).toBe(true);
    const other = await acknowledgeTip(unit.db, unit.actor, numbered(tipId), today);
    expect(other).toMatchObject({ refusal: 'out-of-turn' });
    expect(await listTipEvents(unit.db, tipId)).toHaveLength(1);
  });
  test('is refused a step out of its turn, and nothing of it is written', async () => {
    const tipId = await aTip(fresh, intake, unit);
    const { db, actor } = unit;
    expect(await forwardTip(db, actor, of(tipId), today)).toMatchObject({ refusal: 'out-of-turn' });
    const tomorrow = { ...of(tipId), day: addDays(today, 1) };
    expect(await closeTip(db, actor, tomorrow, today)).toMatchObject({ refusal: 'in-future' });
    expect(await listTipEvents(db, tipId)).toEqual([]);
    const audits = await fresh.owner
      .selectFrom('audit')
      .where('record', '=', `tip ${tipId}`)
      .execute();
    expect(audits).toEqual([]);
  });
  test('is on record without a word of what it is about', async () => {
    const tipId = await aTip(fresh, intake, unit);
    await acknowledgeTip(unit.db, unit.actor, numbered(tipId), today);
    const audits = await fresh.owner
      .selectFrom('audit')
      .where('record', '=', `tip ${tipId}`)
      .select(['command', 'person_id', 'site_id', 'before', 'after'])
      .execute();
    const { personId } = unit.actor;
    expect(audits).toEqual([
      { command: 'acknowledge tip', person_id: personId, site_id: null, before: null, after: null },
    ]);
  });
  test('of another ring is not found; without the role nothing is asked', async () => {
    const next = await aTipUnit(fresh);
    const tipId = await aTip(fresh, intake, next);
    const { db, actor } = unit;
    expect(await closeTip(db, actor, of(tipId), today)).toMatchObject({ refusal: 'not-found' });
    expect(await closeTip(db, actor, of(newId()), today)).toMatchObject({ refusal: 'not-found' });
    const without = { ...actor, holdings: [] };
    expect(await closeTip(next.db, without, of(tipId), today)).toMatchObject({
      refusal: 'forbidden',
    });
  });
});

describe('what nobody has opened', () => {
  const reminded = async (before = today): Promise<boolean> =>
    (await listUnreadUnits(fresh.db, before)).some(({ ringId }) => ringId === unit.ringId);
  test('is told of by unit, to jobs alone, until somebody opens it, and again for what comes later', async () => {
    unit = await aTipUnit(fresh);
    const letter = aLetter(unit.ringId);
    await intake.receiveTip(letter, 'web');
    const { tip_id: id } = await fresh.owner
      .selectFrom('tip_letter')
      .where('command_id', '=', letter.commandId)
      .select('tip_id')
      .executeTakeFirstOrThrow();
    const tipId = id as TipId;
    expect(await reminded()).toBe(true);
    expect(await reminded(addDays(today, -1))).toBe(false);
    expect(await listUnreadUnits(unit.db, today)).toEqual([]);
    const open = () => openTip(unit.db, unit.actor, { commandId: aCommand(), tipId }, today);
    await open();
    await open();
    expect(await reminded()).toBe(false);
    expect(await listTipEvents(unit.db, tipId)).toMatchObject([{ kind: 'opened' }]);
    await intake.receiveTip(more(letter), 'web');
    expect(await reminded()).toBe(true);
    await open();
    expect(await listTipEvents(unit.db, tipId)).toHaveLength(2);
  });
});
