// What the page of the day says to those on duty, above them, and to those who run the house: sentences without a count or a case.

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, dayAt, type Day, type Instant } from '#ground/day.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { somebody } from '#sealed/server/testing.ts';
import { dutyWords } from '#tips/duty.words.ts';
import type { Intake } from '#tips/intake.ts';
// Rings and tips as their own tests make them.
import { aTip, aTipUnit, openTestIntake, type Unit } from '#tips/server/testing.ts';
import { lookForUnreadRings } from '#tips/server/duty-store.ts';
import { dutyToday } from './duty-today.ts';

const today = dayAt(new Date().toISOString() as Instant, 'UTC');
const own = dutyWords.vi.today;
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
  await sql`TRUNCATE duty_notice, duty_notice_run`.execute(fresh.owner);
  unit = await aTipUnit(fresh);
});

type Somebody = Pick<Unit, 'actor' | 'db'>;
async function saidTo({ actor, db }: Somebody) {
  const locals = { db, today, language: 'vi' } as App.Locals;
  const { overdue, due } = await dutyToday(locals, actor);
  return [...overdue, ...due];
}
const titles = async (of: Somebody) => (await saidTo(of)).map(({ title }) => title);
const notice = (daysAgo: number, state: 'failed' | 'sent' = 'failed') =>
  sql`INSERT INTO duty_notice (person_id, day, channel, state, problem) VALUES
    (${unit.actor.personId}, ${addDays(today, -daysAgo)}, 'push', ${state},
      ${state === 'failed' ? 'gone' : null})`.execute(fresh.owner);
const runs = (...days: readonly Day[]) =>
  sql`INSERT INTO duty_notice_run SELECT unnest(${days}::date[])`.execute(fresh.owner);
const tips = (daysAgo: number) => {
  const on = addDays(today, -daysAgo);
  return { unread: sql`UPDATE tip SET unread_since = ${on} WHERE ring_id = ${unit.ringId}`, on };
};

describe('those on duty', () => {
  test('are told nothing where nothing is amiss', async () => {
    expect(await titles(unit)).toEqual([]);
  });
  test('are told once that something lies unopened past its term, however much it is', async () => {
    await aTip(fresh, intake, unit);
    await aTip(fresh, intake, unit);
    await tips(1).unread.execute(fresh.owner);
    expect(await titles(unit)).toEqual([]);
    await tips(2).unread.execute(fresh.owner);
    expect(await titles(unit)).toEqual([own.unread]);
  });
  test('are told that what a tip says is about to be erased, and no more once somebody writes', async () => {
    await aTip(fresh, intake, unit);
    const { on } = tips(23);
    await sql`UPDATE tip SET unread_since = NULL, handed_over_on = ${on}, last_letter_on = ${on}
      WHERE ring_id = ${unit.ringId}`.execute(fresh.owner);
    expect(await titles(unit)).toEqual([own.ending]);
    await sql`UPDATE tip SET last_letter_on = ${today}
      WHERE ring_id = ${unit.ringId}`.execute(fresh.owner);
    expect(await titles(unit)).toEqual([]);
  });
  test('are told that the notice does not reach them, for how long and why', async () => {
    await notice(1);
    await notice(2);
    await notice(3, 'sent');
    const [line] = await saidTo(unit);
    expect(line?.title).toBe(own.own);
    expect(line?.note).toContain('2 ngày liền');
    expect(line?.note).toContain(dutyWords.vi.problem.gone);
  });
  test('are told of a colleague it does not reach, by name', async () => {
    await notice(1);
    const { name } = unit.actor;
    expect(await titles(unit.colleague)).toEqual([own.notReached(name)]);
    expect(await titles(await aTipUnit(fresh))).toEqual([]);
  });
  test('are told that yesterday nobody was sent anything', async () => {
    await runs(addDays(today, -2), today);
    expect(await titles(unit)).toEqual([own.noRun]);
    await runs(addDays(today, -1));
    expect(await titles(unit)).toEqual([]);
  });
});

describe('the desk of the province', () => {
  test('is told which unit to call, once, by its name alone', async () => {
    await aTip(fresh, intake, unit);
    await aTip(fresh, intake, unit);
    await tips(2).unread.execute(fresh.owner);
    await lookForUnreadRings(fresh.db, today, addDays(today, -2));
    const province = await aTipUnit(fresh, 'tinh');
    const { name } = await fresh.owner
      .selectFrom('unit')
      .where('unit_id', '=', unit.unitId)
      .select('name')
      .executeTakeFirstOrThrow();
    const lines = (await saidTo(province)).filter(({ title }) => title.includes(name));
    expect(lines.map(({ title }) => title)).toEqual([own.below(name)]);
    expect(lines[0]?.note).not.toMatch(/\d+ tin/);
  });
});

describe('those who run the house', () => {
  test('are told of delivery and of nothing else', async () => {
    await aTip(fresh, intake, unit);
    await tips(2).unread.execute(fresh.owner);
    await lookForUnreadRings(fresh.db, today, addDays(today, -2));
    await notice(1);
    await runs(addDays(today, -2));
    const admin = await somebody(fresh, 'administrator', null);
    expect(await titles(admin)).toEqual([own.noRun, own.notReached(unit.actor.name)]);
  });
  test('are the administrators: members and officers are told nothing', async () => {
    await notice(1);
    await runs(addDays(today, -2));
    for (const role of ['provincial_officer', 'viewer', 'helper'] as const) {
      const at = role === 'provincial_officer' ? null : unit.unitId;
      expect(await titles(await somebody(fresh, role, at))).toEqual([]);
    }
  });
});
