// What comes in at the door of help: once whatever is sent twice, to rings of helpers and to no police.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { done, refused } from '#ground/outcome.ts';
import { openDatabase, type Database } from '#ground/server/db.ts';
import { freshDatabase, testLogin, type FreshDatabase } from '#ground/server/testing.ts';
import { anOpenRing, aUnit, onDuty, today } from '#sealed/server/testing.ts';
import type { HelpIntake } from '../intake.ts';
import { aCommand, aHelpLetter, aHelpUnit, openTestHelpIntake, type HelpUnit } from './testing.ts';

let fresh: FreshDatabase;
let intake: HelpIntake;
let unit: HelpUnit;
let door: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestHelpIntake(fresh, () => new Date(`${today}T05:00:00Z`));
  unit = await aHelpUnit(fresh);
  door = openDatabase(testLogin(fresh.url, 'binh_yen_intake'));
});
afterAll(async () => {
  await Promise.all([intake.stop(), door.destroy()]);
  await fresh.close();
});

const count = async (table: 'help_request' | 'help_letter'): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::integer AS n FROM ${sql.table(table)}`.execute(fresh.owner);
  return rows[0]?.n ?? 0;
};

describe('a request that comes in', () => {
  test('is there once, however often it is sent', async () => {
    const before = await count('help_request');
    const letter = aHelpLetter(unit.ringId);
    const answers = await Promise.all([1, 2, 3].map(() => intake.receive(letter)));
    expect(answers).toEqual([1, 2, 3].map(() => done({ day: today })));
    expect(await count('help_request')).toBe(before + 1);
  });
  test('is added to by its code, and what is added opens a closed one again', async () => {
    const letter = aHelpLetter(unit.ringId);
    await intake.receive(letter);
    await sql`UPDATE help_request SET closed_on = ${today}, ending = 'helped', unread_since = NULL`.execute(
      fresh.owner,
    );
    const { answerRecipient: _, ...more } = { ...letter, commandId: aCommand() };
    expect(await intake.receive(more)).toEqual(done({ day: today }));
    const found = await intake.findAnswers(letter.find);
    expect(found).toMatchObject({ asked: { standing: 'waiting', answers: [] }, file: null });
  });
  test('needs a code that is known, or a recipient for its answers', async () => {
    const { answerRecipient: _, ...letter } = aHelpLetter(unit.ringId);
    expect(await intake.receive(letter)).toEqual(refused('unknown'));
    expect(await intake.findAnswers(letter.find)).toBeUndefined();
  });
  test('goes to one ring: its code belongs to no other', async () => {
    const other = await aHelpUnit(fresh);
    const letter = aHelpLetter(unit.ringId);
    await intake.receive(letter);
    const elsewhere = { ...letter, commandId: aCommand(), ringId: other.ringId };
    expect(await intake.receive(elsewhere)).toEqual(refused('other-ring'));
  });
  test('is refused one by one: what is wrong with one is nobody else’s', async () => {
    const [good, bad] = [aHelpLetter(unit.ringId), aHelpLetter(unit.ringId, { epoch: 7 })];
    expect(await Promise.all([intake.receive(good), intake.receive(bad)])).toEqual([
      done({ day: today }),
      refused('unknown-ring'),
    ]);
  });
});

describe('help is not policing', () => {
  test.each([
    ['xa', 'commune_police'],
    ['tinh', 'provincial_police'],
  ] as const)(
    'a letter asking for help is refused by a ring of police at %s',
    async (level, role) => {
      const unitId = await aUnit(fresh, level);
      const officer = await onDuty(fresh, role, level === 'xa' ? unitId : null);
      const { ringId } = await anOpenRing(officer, { purpose: 'tip', unitId });
      expect(await intake.receive(aHelpLetter(ringId))).toEqual(refused('unknown-ring'));
    },
  );
});

describe('the door’s login', () => {
  test.each(['help_request', 'help_letter', 'support_file', 'help_work', 'help_count'] as const)(
    'lists nothing of %s',
    async (table) => {
      await expect(sql`SELECT count(*) FROM ${sql.table(table)}`.execute(door)).rejects.toThrow(
        /permission denied/,
      );
    },
  );
});
