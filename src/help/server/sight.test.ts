// Who sees that somebody asked for help: helpers who hold the ring's key, and nobody else, not even a number.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Role } from '#people/person.ts';
import { addDays, day } from '#ground/day.ts';
import { anOpenRing, aUnit, onDuty, somebody, someSealed, today } from '#sealed/server/testing.ts';
import type { HelpId } from '../help.ts';
import type { HelpIntake } from '../intake.ts';
import { openHelp, takeOverHelp } from './commands.ts';
import { findHelp, listHelp, listHelpLetters } from './store.ts';
import { beginSupportFile } from './support-commands.ts';
import { findOwnFile, listOwnFiles } from './support-store.ts';
import { aCommand, aHelpUnit, aRequest, openTestHelpIntake, type HelpUnit } from './testing.ts';
import { recordHelpWork } from './work-commands.ts';
import { listOwnWork } from './work-store.ts';

let fresh: FreshDatabase;
let intake: HelpIntake;
let unit: HelpUnit;
let helpId: HelpId;
const fileId = newId<'file'>();
beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestHelpIntake(fresh, () => new Date(`${today}T05:00:00Z`));
  unit = await aHelpUnit(fresh);
  helpId = await aRequest(fresh, intake, unit.ringId);
  const { db, actor, keyId } = unit.helper;
  await takeOverHelp(db, actor, { commandId: aCommand(), helpId }, today);
  const begun = await beginSupportFile(
    db,
    actor,
    {
      commandId: aCommand(),
      fileId,
      keyId,
      sealed: someSealed,
      endsOn: addDays(today, 30),
      remindOn: today,
      code: null,
    },
    today,
  );
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal));
  const work = { month: day('2026-05-01'), kind: 'visit', times: 2, minutes: 90 } as const;
  await recordHelpWork(db, actor, { commandId: aCommand(), ...work }, today);
});
afterAll(async () => {
  await intake.stop();
  await fresh.close();
});

/** How many rows of each table of help somebody is shown; and of the record. */
async function sightOf(db: Database): Promise<number> {
  const tables = ['help_request', 'help_letter', 'support_file', 'support_change', 'help_work'];
  const counts = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await sql<{ count: number }>`
        SELECT count(*)::integer AS count FROM ${sql.table(table)}`.execute(db);
      return rows[0]?.count ?? 0;
    }),
  );
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM audit
    WHERE record LIKE 'help %' OR record LIKE 'support %'`.execute(db);
  return counts.reduce((sum, count) => sum + count, rows[0]?.count ?? 0);
}

describe('helpers with the key', () => {
  test('see the requests of their own ring and those of no other', async () => {
    const other = await aHelpUnit(fresh);
    for (const { db } of [unit.helper, unit.colleague]) {
      expect((await listHelp(db)).map((one) => one.helpId)).toEqual([helpId]);
      expect(await listHelpLetters(db, helpId)).toHaveLength(1);
    }
    expect(await listHelp(other.helper.db)).toEqual([]);
    expect(await findHelp(other.helper.db, helpId)).toBeUndefined();
  });
  test('see their own files and their own work, and no colleague’s', async () => {
    expect((await listOwnFiles(unit.helper.db)).map((file) => file.fileId)).toEqual([fileId]);
    expect(await listOwnWork(unit.helper.db)).toHaveLength(1);
    expect(await listOwnFiles(unit.colleague.db)).toEqual([]);
    expect(await findOwnFile(unit.colleague.db, fileId)).toBeUndefined();
    expect(await listOwnWork(unit.colleague.db)).toEqual([]);
  });
});

describe('nobody else sees a row or a count', () => {
  const everywhere: readonly Role[] = [
    'administrator',
    'provincial_officer',
    'data_protection_officer',
    'provincial_police',
  ];
  test.each(everywhere)('not a person who reaches everything: %s', async (role) => {
    const { actor } = await somebody(fresh, role, null);
    const db = fresh.reaching({ personId: actor.personId, sites: 'all' });
    expect(await sightOf(db)).toBe(0);
  });
  test.each(['commune_police', 'viewer', 'helper'] as const)(
    'not somebody of the same commune without the key: %s',
    async (role) => {
      const { db } = await somebody(fresh, role, unit.unitId);
      expect(await sightOf(db)).toBe(0);
    },
  );
  test('not the police of the commune, with a ring of their own open', async () => {
    const officer = await onDuty(fresh, 'commune_police', unit.unitId);
    await anOpenRing(officer, { purpose: 'tip', unitId: unit.unitId });
    expect(await sightOf(officer.db)).toBe(0);
    expect(await openHelp(officer.db, officer.actor, { commandId: aCommand(), helpId })).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
  });
  test('not somebody who stands in for a helper: their key does not pass on', async () => {
    const { actor } = await somebody(fresh, 'viewer', unit.unitId);
    const { personId: actingFor } = unit.helper.actor;
    const db = fresh.reaching({ personId: actor.personId, sites: [], actingFor });
    expect(await sightOf(db)).toBe(0);
  });
  test('not jobs, which reach everything as nobody, but for the record they link', async () => {
    expect(await listHelp(fresh.db)).toEqual([]);
    expect(await listOwnFiles(fresh.db)).toEqual([]);
  });
});

describe('a person with a police role', () => {
  const policed = ['commune_police', 'provincial_police'] as const;
  test.each(policed)('opens no ring of help though they are a helper too: %s', async (role) => {
    const unitId = await aUnit(fresh, 'xa');
    const both = await onDuty(fresh, 'helper', unitId);
    await hold(both.actor.personId, role, role === 'commune_police' ? unitId : null);
    await expect(anOpenRing(both, { purpose: 'help', unitId })).rejects.toThrow(
      /forbidden|not-on-duty|row-level/,
    );
  });
  test.each(policed)('who holds the key loses sight of everything at once: %s', async (role) => {
    const of = await aHelpUnit(fresh);
    await aRequest(fresh, intake, of.ringId);
    expect(await listHelp(of.helper.db)).toHaveLength(1);
    await hold(of.helper.actor.personId, role, role === 'commune_police' ? of.unitId : null);
    expect(await sightOf(of.helper.db)).toBe(0);
    expect(await listHelp(of.colleague.db)).toHaveLength(1);
  });
});

const hold = (personId: string, role: Role, unitId: string | null) =>
  fresh.owner
    .insertInto('role_holding')
    .values({
      holding_id: newId(),
      person_id: personId,
      role,
      unit_id: unitId,
      valid_from: '2026-01-01',
    })
    .execute();
