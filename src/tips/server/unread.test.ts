// What lies unopened past its term, and what is about to be erased: said to whose desk it is and above, by name alone.

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, day, dayAt, type Day, type Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { listLaw } from '#law/server/store.ts';
import { somebody } from '#sealed/server/testing.ts';
import type { Intake } from '../intake.ts';
import { openTip } from './commands.ts';
import { findDeskState, listUnreadBelow, lookForUnreadRings } from './duty-store.ts';
import { lookForUnreadTask } from './duty-tasks.ts';
import { aCommand, aTip, aTipUnit, openTestIntake, type Unit } from './testing.ts';

const now = new Date();
const today = dayAt(now.toISOString() as Instant, 'UTC');
let fresh: FreshDatabase;
let intake: Intake;
let unit: Unit;
beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestIntake(fresh);
});
afterAll(async () => {
  await intake.stop();
  await fresh.close();
});
beforeEach(async () => {
  unit = await aTipUnit(fresh);
});

describe('what nobody has opened', () => {
  const terms = async () => ({
    law: await listLaw(fresh.db),
    workingDayAfter: (from: Day) => from,
  });
  const look = () =>
    lookForUnreadTask({ db: fresh.db, timeZone: 'UTC', now: () => now, terms }).run({
      id: newId(),
      payload: {},
      due: now.toISOString() as Instant,
      attempt: 1,
      isLastTry: false,
    });
  const nameOf = async () =>
    (
      await fresh.owner
        .selectFrom('unit')
        .where('unit_id', '=', unit.unitId)
        .select('name')
        .executeTakeFirstOrThrow()
    ).name;
  const since = (daysAgo: number) =>
    sql`UPDATE tip SET unread_since = ${addDays(today, -daysAgo)}
      WHERE ring_id = ${unit.ringId}`.execute(fresh.owner);

  test('in its term is told above by the unit’s name alone, until somebody opens it', async () => {
    const tipId = await aTip(fresh, intake, unit);
    const province = await aTipUnit(fresh, 'tinh');
    const name = await nameOf();
    const called = async (db = province.db) =>
      (await listUnreadBelow(db)).filter(({ unitName }) => unitName === name);
    await since(1);
    await look();
    expect(await called()).toEqual([]);
    await since(2);
    expect(await look()).toMatchObject({ ok: true });
    expect(await called()).toEqual([{ unitName: name, day: today }]);
    const admin = await somebody(fresh, 'administrator', null);
    const officer = await somebody(fresh, 'provincial_officer', null);
    const elsewhere = await aTipUnit(fresh);
    for (const { db } of [admin, officer, elsewhere, unit]) expect(await called(db)).toEqual([]);
    await openTip(unit.db, unit.actor, { commandId: aCommand(), tipId }, today);
    await look();
    expect(await called()).toEqual([]);
  });
  test('is looked for by the job alone', async () => {
    await expect(lookForUnreadRings(unit.db, today, today)).rejects.toThrow(/not a job/);
    const { personId } = unit.actor;
    const everywhere = fresh.reaching({ personId, sites: 'all' });
    await expect(lookForUnreadRings(everywhere, today, today)).rejects.toThrow(/not a job/);
  });
  test('is said to those whose desk it is, and so is what will be erased; to nobody else', async () => {
    const on = { unread: addDays(today, -2), ending: addDays(today, -23) };
    await aTip(fresh, intake, unit);
    const state = (db = unit.db) => findDeskState(db, on);
    expect(await state()).toEqual({ isUnread: false, isEnding: false });
    await since(2);
    expect(await state()).toEqual({ isUnread: true, isEnding: false });
    const old = addDays(today, -23);
    await sql`UPDATE tip SET handed_over_on = ${old}, last_letter_on = ${old}
      WHERE ring_id = ${unit.ringId}`.execute(fresh.owner);
    expect(await state()).toEqual({ isUnread: true, isEnding: true });
    await sql`UPDATE tip SET last_letter_on = ${addDays(old, 1)}
      WHERE ring_id = ${unit.ringId}`.execute(fresh.owner);
    expect(await state()).toEqual({ isUnread: true, isEnding: false });
    const admin = await somebody(fresh, 'administrator', null);
    expect(await state(admin.db)).toEqual({ isUnread: false, isEnding: false });
    expect(await findDeskState(unit.db, { ...on, unread: day('2020-01-01') })).toMatchObject({
      isUnread: false,
    });
  });
});
