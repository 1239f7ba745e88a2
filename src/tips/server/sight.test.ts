// Who sees that there is a tip: those who hold a share of its ring, and nobody else, not even its number.

import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#ground/day.ts';
import { newId, type PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Role } from '#people/person.ts';
import { somebody, today } from '#sealed/server/testing.ts';
import type { Intake } from '../intake.ts';
import type { TipId } from '../tip.ts';
import { acknowledgeTip, openTip } from './commands.ts';
import { findTip, listEnded, listLetters, listTipActs, listTipEvents, listTips } from './store.ts';
import { aCommand, aRing, aShare, aTip, aTipUnit, openTestIntake, type Unit } from './testing.ts';

let fresh: FreshDatabase;
let intake: Intake;
let unit: Unit;
let province: Unit;
let tipId: TipId;
let upperTip: TipId;
beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestIntake(fresh, () => new Date(`${today}T05:00:00Z`));
  unit = await aTipUnit(fresh);
  province = await aTipUnit(fresh, 'tinh');
  tipId = await aTip(fresh, intake, unit);
  upperTip = await aTip(fresh, intake, province);
  await openTip(unit.db, unit.actor, { commandId: aCommand(), tipId }, today);
  const step = { commandId: aCommand(), tipId, day: today, reference: '1/2026' };
  await acknowledgeTip(unit.db, unit.actor, step, today);
});
afterAll(async () => {
  await intake.stop();
  await fresh.close();
});

/** How many rows of each table of tips somebody is shown; and of the record, of this tip. */
async function sightOf(db: Database) {
  const tables = ['tip', 'tip_letter', 'tip_event', 'tip_note', 'tip_piece'] as const;
  const counts = await Promise.all(
    [...tables, 'tip_identity' as const, 'tip_identity_request' as const].map(async (table) => {
      const { rows } = await sql<{ count: number }>`
        SELECT count(*)::integer AS count FROM ${sql.table(table)}`.execute(db);
      return rows[0]?.count ?? 0;
    }),
  );
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM audit WHERE record LIKE 'tip %'`.execute(db);
  const ended = (await listEnded(db)).length + (await listTipActs(db, tipId)).length;
  return counts.reduce((sum, count) => sum + count, ended + (rows[0]?.count ?? 0));
}

describe('those on duty with a share', () => {
  test('see the tips of their own ring with all that was done, and those of no other', async () => {
    for (const { db } of [unit, unit.colleague]) {
      expect((await listTips(db)).map((one) => one.tipId)).toEqual([tipId]);
      expect((await listTipEvents(db, tipId)).map(({ kind }) => kind)).toEqual([
        'opened',
        'acknowledged',
      ]);
      expect(await listLetters(db, tipId)).toHaveLength(1);
      expect(await findTip(db, upperTip)).toBeUndefined();
    }
    expect((await listTips(province.db)).map((one) => one.tipId)).toEqual([upperTip]);
  });
  test('see on record what their colleagues did with it', async () => {
    const acts = await listTipActs(unit.colleague.db, tipId);
    const { personId } = unit.actor;
    expect(acts).toMatchObject([
      { personId, kind: 'view', command: 'open tip' },
      { personId, kind: 'change', command: 'acknowledge tip' },
    ]);
    expect(await listTipActs(province.db, tipId)).toEqual([]);
  });
});

describe('nobody else sees a row or a count', () => {
  const everywhere: readonly Role[] = [
    'administrator',
    'provincial_officer',
    'data_protection_officer',
  ];
  test.each(everywhere)('not a person who reaches everything: %s', async (role) => {
    const { actor } = await somebody(fresh, role, null);
    const db = fresh.reaching({ personId: actor.personId, sites: 'all' });
    expect(await sightOf(db)).toBe(0);
  });
  test.each(['commune_police', 'viewer', 'helper'] as const)(
    'not somebody of the same commune without a share: %s',
    async (role) => {
      const { db } = await somebody(fresh, role, unit.unitId);
      expect(await sightOf(db)).toBe(0);
    },
  );
  test('not the police of the next commune, nor the province for the commune', async () => {
    const next = await aTipUnit(fresh);
    expect(await sightOf(next.db)).toBe(0);
    expect(await findTip(province.db, tipId)).toBeUndefined();
  });
  test('not whoever holds a share of a ring of help', async () => {
    const help = await aTipUnit(fresh, 'xa', 'help');
    expect(await sightOf(help.db)).toBe(0);
  });
  test('not jobs, which reach everything as nobody, but for the record they link', async () => {
    expect(await listTips(fresh.db)).toEqual([]);
    const { rows } = await sql`SELECT count(*)::integer AS n FROM audit
      WHERE record = ${`tip ${tipId}`}`.execute(fresh.db);
    expect(rows).toEqual([{ n: 2 }]);
  });
  test('not somebody who stands in for one on duty: their key does not pass on', async () => {
    const { actor } = await somebody(fresh, 'viewer', unit.unitId);
    const actingFor = unit.actor.personId;
    const db = fresh.reaching({ personId: actor.personId, sites: [], actingFor });
    expect(await sightOf(db)).toBe(0);
    const standIn = {
      ...unit.actor,
      personId: actor.personId,
      actingFor: { personId: actingFor, name: '' },
    };
    const opened = await openTip(db, standIn, { commandId: aCommand(), tipId }, today);
    expect(opened).toMatchObject({ refusal: 'forbidden' });
  });
  test('not one whose role is over, though the share is still there', async () => {
    const gone = await aTipUnit(fresh);
    await aTip(fresh, intake, gone);
    const opened = await listTips(gone.db);
    expect(opened).toHaveLength(1);
    await sql`UPDATE role_holding SET valid_to = ${addDays(today, -9)}
      WHERE person_id = ${gone.actor.personId}`.execute(fresh.owner);
    expect(await sightOf(gone.db)).toBe(0);
    expect(await listTips(gone.colleague.db)).toHaveLength(1);
  });
  test('not an administrator who is on duty as well', async () => {
    const { actor, db } = await somebody(fresh, 'commune_police', unit.unitId);
    await aShare(fresh.owner, unit.ringId, actor.personId);
    expect(await listTips(db)).toHaveLength(1);
    await makeAdministrator(actor.personId);
    expect(await sightOf(db)).toBe(0);
  });
});

const makeAdministrator = (personId: PersonId) =>
  fresh.owner
    .insertInto('role_holding')
    .values({
      holding_id: newId(),
      person_id: personId,
      role: 'administrator',
      valid_from: '2026-01-01',
    })
    .execute();

describe('the application may not', () => {
  const asOnDuty = (statement: ReturnType<typeof sql>) => statement.execute(unit.db);
  test.each([
    ['make a tip', sql`INSERT INTO tip SELECT * FROM tip`],
    ['take one away', sql`DELETE FROM tip`],
    ['take a letter away', sql`DELETE FROM tip_letter`],
    ['change a letter', sql`UPDATE tip_letter SET sealed = sealed`],
    ['change what was done', sql`UPDATE tip_event SET day = day`],
    ['move a tip to another day', sql`UPDATE tip SET received_on = '2026-01-01'`],
    ['read the codes of erased tips', sql`SELECT find_hash FROM tip_tombstone`],
    ['hand in at the door', sql`SELECT * FROM answers_to('x')`],
  ])('%s', async (_, statement) => {
    await expect(asOnDuty(statement)).rejects.toThrow(/permission denied/);
  });
  const letter = (values: { direction: string; by: PersonId | null; copy?: boolean }) => sql`
    INSERT INTO tip_letter (tip_id, command_id, position, direction, ring_id, epoch, sealed,
      sealed_copy, written_by, day)
    VALUES (${tipId}, gen_random_uuid(), 9, ${values.direction}, ${unit.ringId}, 1,
      ${randomBytes(200)}, ${values.copy ? randomBytes(200) : null}, ${values.by}, ${today})`;
  test('write what a sender is to have said', async () => {
    await expect(asOnDuty(letter({ direction: 'in', by: null }))).rejects.toThrow(/row-level/);
    await expect(asOnDuty(letter({ direction: 'in', by: unit.actor.personId }))).rejects.toThrow(
      /check constraint/,
    );
  });
  test('answer in a colleague’s name', async () => {
    const by = unit.colleague.actor.personId;
    await expect(asOnDuty(letter({ direction: 'out', by, copy: true }))).rejects.toThrow(
      /row-level/,
    );
    await asOnDuty(letter({ direction: 'out', by: unit.actor.personId, copy: true }));
  });
  test('write to a tip of another ring', async () => {
    const foreign = sql`
      INSERT INTO tip_event (tip_id, event_id, command_id, position, kind, day, recorded_by, recorded_on)
      VALUES (${upperTip}, gen_random_uuid(), gen_random_uuid(), 1, 'closed', ${today},
        ${unit.actor.personId}, ${today})`;
    await expect(asOnDuty(foreign)).rejects.toThrow(/row-level/);
  });
});

describe('who the sender is', () => {
  const ask = (by: Unit['colleague'], of: TipId, requestId: string) =>
    sql`
    INSERT INTO tip_identity_request
      (request_id, command_id, tip_id, epoch, sealed_reason, asked_by, asked_on)
    VALUES (${requestId}, gen_random_uuid(), ${of}, 1, ${randomBytes(200)}, ${by.actor.personId},
      ${today})`.execute(by.db);
  const answer = (by: Unit['colleague'], requestId: string, said: string) =>
    sql`
    UPDATE tip_identity_request SET answer = ${said}, answered_by = ${by.actor.personId},
      answered_on = ${today}, answer_command_id = gen_random_uuid()
    WHERE request_id = ${requestId}`.execute(by.db);
  const seen = async ({ db }: { readonly db: Database }) =>
    (await db.selectFrom('tip_identity').select('tip_id').execute()).length;

  test('is handed out to whoever asked, after another one agreed, and to nobody before', async () => {
    const of = await aTipUnit(fresh);
    const withName = await aTip(fresh, intake, of);
    await sql`INSERT INTO tip_identity SELECT tip_id, letter_id, ring_id, epoch, sealed
      FROM tip_letter WHERE tip_id = ${withName}`.execute(fresh.owner);
    const requestId = newId();
    expect([await seen(of), await seen(of.colleague)]).toEqual([0, 0]);
    await ask(of, withName, requestId);
    expect([await seen(of), await seen(of.colleague)]).toEqual([0, 0]);
    const own = await answer(of, requestId, 'consented');
    expect(own.numAffectedRows).toBe(0n);
    await answer(of.colleague, requestId, 'consented');
    expect([await seen(of), await seen(of.colleague)]).toEqual([1, 0]);
    const again = await answer(of.colleague, requestId, 'declined');
    expect(again.numAffectedRows).toBe(0n);
  });
  test('stays closed where the other one declined', async () => {
    const of = await aTipUnit(fresh);
    const withName = await aTip(fresh, intake, of);
    await sql`INSERT INTO tip_identity SELECT tip_id, letter_id, ring_id, epoch, sealed
      FROM tip_letter WHERE tip_id = ${withName}`.execute(fresh.owner);
    const requestId = newId();
    await ask(of, withName, requestId);
    await answer(of.colleague, requestId, 'declined');
    expect(await seen(of)).toBe(0);
  });
});

test('a ring somebody made for themselves elsewhere shows them nothing of this one', async () => {
  const { actor, db } = await somebody(fresh, 'commune_police', unit.unitId);
  const elsewhere = await aTipUnit(fresh);
  const ring = { unitId: elsewhere.unitId, purpose: 'help', madeBy: actor.personId } as const;
  await aShare(fresh.owner, await aRing(fresh.owner, ring), actor.personId);
  expect(await sightOf(db)).toBe(0);
});
