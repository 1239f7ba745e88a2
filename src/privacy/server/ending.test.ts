// That records really end: nothing points at what goes, one rule in trouble holds no other up, a name outlives its account.

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { aCommand } from '#sites/server/testing.ts';
import { endRecordsTask, runRetention } from './retention.ts';
import { listRuns } from './retention-store.ts';
import { deskOf, someone, today } from '../../../tests/personal-data/desk.ts';

const timeZone = 'UTC';
let fresh: FreshDatabase;
let officer: Actor;
let person: Actor;

beforeAll(async () => {
  fresh = await freshDatabase();
  officer = await someone(fresh, 'Nông Thị Ví Dụ', 'data_protection_officer');
});
afterAll(() => fresh.close());
beforeEach(async () => {
  person = await someone(fresh, 'Hứa Văn Ví Dụ', 'administrator');
});

const run = () =>
  runRetention(fresh.db, today, { timeZone, commandId: aCommand(), startedBy: null });
const one = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row | undefined> =>
  (await query.execute(fresh.owner)).rows[0];

/** Used by the person, on a day; a mail told of it. */
async function mailedInvitation(usedOn: Day): Promise<string> {
  const id = newId();
  await sql`INSERT INTO invitation (invitation_id, command_id, code_hash, name, role, holds_from,
      email, valid_until, invited_by, accepted_at, accepted_by)
    VALUES (${id}, gen_random_uuid(), ${id}, 'Hứa Văn Ví Dụ', 'administrator', ${usedOn},
      'vi-du@example.org', ${usedOn}, ${officer.personId}, ${`${usedOn}T12:00:00Z`},
      ${person.personId})`.execute(fresh.owner);
  await sql`INSERT INTO mail (mail_id, invitation_id, kind, sent_at)
    VALUES (gen_random_uuid(), ${id}, 'invitation', now())`.execute(fresh.owner);
  return id;
}
const isThere = async (invitation: string): Promise<boolean> => {
  const row = await one(
    sql`SELECT 1 FROM invitation WHERE invitation_id = ${invitation}
      UNION ALL SELECT 1 FROM mail WHERE invitation_id = ${invitation}`,
  );
  return row !== undefined;
};
async function leftOn(lastDay: Day): Promise<void> {
  await sql`UPDATE role_holding SET valid_from = ${lastDay}, valid_to = ${lastDay}
    WHERE person_id = ${person.personId}`.execute(fresh.owner);
}

describe('what points at a record that ends', () => {
  it('goes with it, or went before: every foreign key of the database', async () => {
    const { rows } = await sql<{ trap: string }>`
      SELECT k.conrelid::regclass || ' -> ' || k.confrelid::regclass AS trap
      FROM pg_constraint k
      WHERE k.contype = 'f' AND k.confdeltype <> 'c' AND (
        EXISTS (SELECT FROM account_part a WHERE a.table_name = k.confrelid::regclass::text)
        OR EXISTS (
          SELECT FROM retention_target t
          WHERE t.table_name = k.confrelid::regclass::text AND t.table_name <> 'person'
            AND NOT EXISTS (
              SELECT FROM retention_target pointing
              WHERE pointing.table_name = k.conrelid::regclass::text
                AND pointing.rule = t.rule AND pointing.position < t.position)))`.execute(
      fresh.owner,
    );
    expect(rows).toEqual([]);
  });
  it('is no hindrance: an invitation that was mailed ends with its mail', async () => {
    const invitation = await mailedInvitation(addDays(today, -90));
    expect(await run()).toEqual({ gone: { 'retention.invitation': 1 }, failed: [] });
    expect(await isThere(invitation)).toBe(false);
  });
  it('is none for an erasure either, by whoever was invited by mail', async () => {
    const invitation = await mailedInvitation(today);
    const desk = deskOf(fresh, officer);
    const requestId = await desk.begun(await desk.asked(person, 'erase'));
    expect((await desk.erasing(requestId)).ok).toBe(true);
    expect(await isThere(invitation)).toBe(false);
  });
});

describe('a rule that cannot be carried out', () => {
  it('holds up no other, is tried again, and is shown', async () => {
    const invitation = await mailedInvitation(addDays(today, -90));
    await sql`INSERT INTO sign_in_session (id, person_id, token, expires_at)
      VALUES (gen_random_uuid(), ${person.personId}, 'x', now() - interval '90 days')`.execute(
      fresh.owner,
    );
    await sql`CREATE TABLE pointing (id uuid REFERENCES invitation (invitation_id))`.execute(
      fresh.owner,
    );
    await sql`INSERT INTO pointing VALUES (${invitation})`.execute(fresh.owner);
    const failed = ['retention.invitation'];
    expect(await run()).toEqual({ gone: { 'retention.session': 1 }, failed });
    expect((await listRuns(fresh.db, 1))[0]).toMatchObject({ records: 1, failed });
    const task = endRecordsTask(fresh.db, timeZone);
    const job = { id: 'x', payload: {}, due: `${today}T02:40:00Z`, attempt: 1, isLastTry: false };
    expect(await task.run(job as Parameters<typeof task.run>[0])).toMatchObject({ ok: false });
    await sql`DROP TABLE pointing`.execute(fresh.owner);
    expect(await run()).toEqual({ gone: { 'retention.invitation': 1 }, failed: [] });
  });
});

describe('the account of somebody who left long ago', () => {
  const account = () =>
    one(sql<Record<string, unknown>>`
      SELECT name, regexp_replace(username, '[0-9a-f]{16}$', '') AS login,
        regexp_replace(email, '-[0-9a-f]{16}@', '-@') AS email, erased_on, closed_on,
        (SELECT count(*)::integer FROM sign_in_account WHERE person_id = id) AS ways
      FROM person WHERE id = ${person.personId}`);
  it('ends, and their records keep their name', async () => {
    await leftOn(addDays(today, -800));
    expect(await run()).toEqual({ gone: { 'retention.account': 1 }, failed: [] });
    expect(await account()).toMatchObject({
      name: 'Hứa Văn Ví Dụ',
      login: 'thoi-',
      email: 'thoi-@binh-yen.invalid',
      erased_on: null,
      closed_on: today,
      ways: 0,
    });
    expect(await run()).toEqual({ gone: {}, failed: [] });
  });
  it('loses the name too when its holder asks to be erased, before or after', async () => {
    await leftOn(addDays(today, -800));
    await run();
    const desk = deskOf(fresh, officer);
    const requestId = await desk.begun(await desk.asked(person, 'erase'));
    expect((await desk.erasing(requestId)).ok).toBe(true);
    expect(await account()).toMatchObject({
      name: 'người đã được xóa tên',
      login: 'xoa-',
      email: 'xoa-@binh-yen.invalid',
      erased_on: today,
    });
  });
});
