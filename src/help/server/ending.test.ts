// How help ends at night, what a mail may say, and what is counted of it: never a small number, never a person.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { someSealed, today } from '#sealed/server/testing.ts';
import type { HelpId } from '../help.ts';
import type { HelpIntake } from '../intake.ts';
import { closeHelp, takeOverHelp } from './commands.ts';
import { endHelp, findHelp, helperHasDue, listHelpGiven } from './store.ts';
import { beginSupportFile } from './support-commands.ts';
import { listOwnFiles } from './support-store.ts';
import { aCommand, aHelpUnit, aRequest, openTestHelpIntake, type HelpUnit } from './testing.ts';
import { recordHelpWork, removeHelpWork } from './work-commands.ts';
import { listOwnWork } from './work-store.ts';

let fresh: FreshDatabase;
let intake: HelpIntake;
let unit: HelpUnit;
beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestHelpIntake(fresh, () => new Date(`${today}T05:00:00Z`));
  unit = await aHelpUnit(fresh);
});
afterAll(async () => {
  await intake.stop();
  await fresh.close();
});

const step = (helpId: HelpId) => ({ commandId: aCommand(), helpId });
const fileOf = () => ({
  commandId: aCommand(),
  fileId: newId<'file'>(),
  keyId: unit.helper.keyId,
  sealed: someSealed,
  endsOn: addDays(today, 30),
  remindOn: null,
});
const begin = (input: Parameters<typeof beginSupportFile>[2]) =>
  beginSupportFile(unit.helper.db, unit.helper.actor, input, today);

describe('at night', () => {
  const over = day(new Date().toISOString().slice(0, 10));
  test('what is past its day is erased without a trace, the rest stays', async () => {
    const of = await aHelpUnit(fresh);
    const [old, young] = [
      await aRequest(fresh, intake, of.ringId),
      await aRequest(fresh, intake, of.ringId),
    ];
    await sql`UPDATE help_request SET last_letter_on = ${over}, received_on = ${over}`.execute(
      fresh.owner,
    );
    await sql`UPDATE help_request SET closed_on = ${addDays(over, -30)}, ending = 'led_on',
      last_letter_on = ${addDays(over, -30)} WHERE help_id = ${old}`.execute(fresh.owner);
    const ended = { ...fileOf(), code: null };
    await begin(ended);
    await sql`UPDATE support_file SET begun_on = '2026-01-01', ends_on = ${addDays(over, -1)}
      WHERE file_id = ${ended.fileId}`.execute(fresh.owner);
    const lasting = { ...fileOf(), code: null };
    await begin(lasting);
    await sql`UPDATE support_file SET ends_on = ${over} WHERE file_id = ${lasting.fileId}`.execute(
      fresh.owner,
    );
    await endHelp(fresh.db, over);
    expect(await findHelp(of.helper.db, old)).toBeUndefined();
    expect(await findHelp(of.helper.db, young)).toBeDefined();
    const files = (await listOwnFiles(unit.helper.db)).map(({ fileId }) => fileId);
    expect(files).not.toContain(ended.fileId);
    expect(files).toContain(lasting.fileId);
  });
  test('is begun by nobody in person', async () => {
    await expect(endHelp(unit.helper.db, over)).rejects.toThrow(/not yet/);
  });
  test('a mail goes to a helper for whom something waits, and to nobody else', async () => {
    const of = await aHelpUnit(fresh);
    const { personId } = of.helper.actor;
    expect(await helperHasDue(fresh.db, personId, today)).toBe(false);
    await aRequest(fresh, intake, of.ringId);
    expect(await helperHasDue(fresh.db, personId, today)).toBe(true);
    expect(await helperHasDue(of.helper.db, personId, today)).toBe(false);
  });
});

describe('what is counted', () => {
  const half = day('2026-01-01');
  const countedIn = async (given: number): Promise<unknown> => {
    const of = await aHelpUnit(fresh);
    await sql`INSERT INTO help_count VALUES (${of.ringId}, '2025-07-01', ${given})`.execute(
      fresh.owner,
    );
    const [first] = await listHelpGiven(of.colleague.db, of.unitId, today);
    return first?.shown;
  };
  test('is one for a request that ends with help given, once however often it ends', async () => {
    const of = await aHelpUnit(fresh);
    const { db, actor } = of.helper;
    const helpId = await aRequest(fresh, intake, of.ringId);
    await takeOverHelp(db, actor, step(helpId), today);
    await closeHelp(db, actor, { ...step(helpId), ending: 'helped' }, today);
    await sql`UPDATE help_request SET closed_on = NULL, ending = NULL WHERE help_id = ${helpId}`.execute(
      fresh.owner,
    );
    await closeHelp(db, actor, { ...step(helpId), ending: 'helped' }, today);
    const { rows } = await sql`SELECT half_year, given FROM help_count
      WHERE ring_id = ${of.ringId}`.execute(fresh.owner);
    expect(rows).toEqual([{ half_year: half, given: 1 }]);
    // The half-year is not over: nobody can watch it grow.
    expect(await listHelpGiven(db, of.unitId, today)).toEqual([]);
  });
  test('is told from the floor on, and below it only that it is small', async () => {
    expect(await countedIn(9)).toEqual({ kind: 'below', below: 10 });
    expect(await countedIn(10)).toEqual({ kind: 'value', value: 10 });
  });
});

test('a helper’s own work is noted once, and taken out again', async () => {
  const { db, actor } = unit.helper;
  const work = { month: day('2026-05-01'), kind: 'visit', times: 2, minutes: 90 } as const;
  const input = { commandId: aCommand(), ...work };
  const first = await recordHelpWork(db, actor, input, today);
  expect(await recordHelpWork(db, actor, input, today)).toEqual(first);
  expect(await listOwnWork(db)).toMatchObject([work]);
  const early = { ...input, commandId: aCommand(), month: day('2026-06-01') };
  expect(await recordHelpWork(db, actor, early, today)).toEqual(refused('month-wrong'));
  if (first.ok) await removeHelpWork(db, actor, { commandId: aCommand(), ...first.value });
  expect(await listOwnWork(db)).toEqual([]);
});
