// The run that ends records: what is past its term goes with a tombstone, a day earlier nothing does.

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, addMonths, dayAt, type Day, type Instant } from '#ground/day.ts';
import { newId, type PersonId, type SiteId } from '#ground/id.ts';
import { inTransaction } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { listRules } from '#law/server/store.ts';
import { insertHolding, insertPerson } from '#people/server/store.ts';
import { aCommand, anActor, aSite } from '#sites/server/testing.ts';
import { lastEndedDay } from '../retention.ts';
import { endRecordsNow } from './retention-commands.ts';
import { listRuns, listTombstones } from './retention-store.ts';
import { previewRetention, runRetention } from './retention.ts';

const today = dayAt(new Date().toISOString() as Instant, 'UTC');
const timeZone = 'UTC';
const dayNumber = (of: Day): Instant => `${of}T12:00:00.000Z` as Instant;
let fresh: FreshDatabase;
let siteId: SiteId;
let personId: PersonId;

beforeAll(async () => {
  fresh = await freshDatabase();
  siteId = await aSite(fresh);
});
afterAll(() => fresh.close());
beforeEach(async () => {
  personId = newId<'person'>();
  await inTransaction(fresh.db, async (tx) => {
    const person = { personId, name: 'Ma Thị Ví Dụ', username: personId, passwordHash: 'x' };
    await insertPerson(tx, { ...person, demo: false });
    await insertHolding(tx, personId, { role: 'core_member', siteId, from: today, to: null });
  });
});

const run = async (on: Day = today) =>
  (await runRetention(fresh.db, on, { timeZone, commandId: aCommand(), startedBy: null })).gone;
const session = (expires: Day) => sql`
  INSERT INTO sign_in_session (id, person_id, token, expires_at)
  VALUES (gen_random_uuid(), ${personId}, gen_random_uuid(), ${dayNumber(expires)})`;
const count = async (table: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM ${sql.table(table)}`.execute(fresh.owner);
  return rows[0]?.count ?? 0;
};
const lastDay = async (rule: Parameters<typeof lastEndedDay>[1]): Promise<Day> => {
  const last = lastEndedDay(await listRules(fresh.db, today), rule);
  if (!last.ok) throw new Error('there is such a rule');
  return last.value;
};

describe('the run', () => {
  it('takes a session whose term is over today, and leaves the one that has a day to go', async () => {
    const last = await lastDay('retention.session');
    await session(last).execute(fresh.owner);
    await session(addDays(last, 1)).execute(fresh.owner);
    expect(await previewRetention(fresh.db, today, timeZone)).toEqual([
      { rule: 'retention.session', table: 'sign_in_session', records: 1, oldest: last },
    ]);
    expect(await run()).toEqual({ 'retention.session': 1 });
    expect(await count('sign_in_session')).toBe(1);
    expect(await run(addDays(today, 1))).toEqual({ 'retention.session': 1 });
  });
  it('lays a tombstone for what went, and tells who ran it', async () => {
    await session(addDays(today, -400)).execute(fresh.owner);
    const administrator = await anActor(fresh, 'administrator');
    const commandId = aCommand();
    const now = () => endRecordsNow(fresh.db, administrator, { commandId }, today, timeZone);
    expect(await now()).toEqual({ ok: true, value: { records: 1, failed: [] } });
    expect(await now()).toEqual({ ok: true, value: { records: 0, failed: [] } });
    const [latest] = await listRuns(fresh.db, 1);
    expect(latest).toMatchObject({ records: 1, startedBy: 'administrator', day: today });
    const [stone] = await listTombstones(fresh.db, 1);
    expect(stone).toMatchObject({
      rule: 'retention.session',
      table: 'sign_in_session',
      records: 1,
    });
    expect(stone?.recordHash).toBeNull();
  });
  it('ends the account of somebody who left long ago, and leaves their records an author with a name', async () => {
    const last = await lastDay('retention.account');
    await sql`UPDATE role_holding SET valid_from = ${addDays(last, -9)}, valid_to = ${last}
      WHERE person_id = ${personId}`.execute(fresh.owner);
    expect(await run(addDays(today, 1))).toMatchObject({ 'retention.account': 1 });
    const { rows } = await sql<{ name: string; ways: number }>`
      SELECT name, (SELECT count(*)::integer FROM sign_in_account WHERE person_id = ${personId}) AS ways
      FROM person WHERE id = ${personId}`.execute(fresh.owner);
    expect(rows).toEqual([{ name: 'Ma Thị Ví Dụ', ways: 0 }]);
    expect(await run(addDays(today, 1))).toEqual({});
  });
  it('leaves the account of somebody whose role still runs, however old', async () => {
    await sql`UPDATE role_holding SET valid_from = '2000-01-01' WHERE person_id = ${personId}`.execute(
      fresh.owner,
    );
    expect(await run()).toEqual({});
  });
  it('takes a roster entry that ended or was corrected long ago, and not the one that stands', async () => {
    const member = newId();
    const old = addDays(await lastDay('retention.roster'), -3);
    const entry = (recorded: Day, phone: string) => sql`
      INSERT INTO member_entry (site_id, entry_id, member_id, command_id, name, part, organisation,
        phone, core, consented_on, valid_from, recorded_by, recorded_at)
      VALUES (${siteId}, gen_random_uuid(), ${member}, gen_random_uuid(), 'Người Ví Dụ', 'tổ trưởng',
        '', ${phone}, true, ${old}, ${old}, ${personId}, ${dayNumber(recorded)})`;
    await entry(addDays(old, -1), '0900000001').execute(fresh.owner);
    await entry(old, '0900000002').execute(fresh.owner);
    expect(await run()).toEqual({ 'retention.roster': 1 });
    const { rows } = await sql<{ phone: string }>`SELECT phone FROM member_entry`.execute(
      fresh.owner,
    );
    expect(rows).toEqual([{ phone: '0900000002' }]);
    const [stone] = await listTombstones(fresh.db, 1);
    expect(stone?.recordHash).toMatch(/^[0-9a-f]{64}$/);
  });
  it('takes what points at a record before the record: a break of the glass and its remarks', async () => {
    const opening = newId();
    const ended = addMonths(today, -61);
    await sql`INSERT INTO glass_opening (site_id, opening_id, command_id, person_id, case_key, case_from,
        hamlet, commune, reason, opened_at, ends_at)
      SELECT ${siteId}, ${opening}, gen_random_uuid(), ${personId}, case_key, valid_from, 'xóm', 'xã',
        'một lý do đủ dài để ghi', ${dayNumber(addDays(ended, -1))}, ${dayNumber(ended)}
      FROM glass_case LIMIT 1`.execute(fresh.owner);
    await sql`INSERT INTO glass_seen (site_id, opening_id, command_id, seen_by)
      VALUES (${siteId}, ${opening}, gen_random_uuid(), ${personId})`.execute(fresh.owner);
    expect(await run()).toEqual({ 'retention.glass': 2 });
  });
  it('ends nothing by a rule nobody has entered for the day', async () => {
    await session(addDays(today, -400)).execute(fresh.owner);
    await sql`UPDATE legal_rule SET valid_to = valid_from WHERE key = 'retention.session'`.execute(
      fresh.owner,
    );
    expect(await run()).toEqual({});
    await sql`UPDATE legal_rule SET valid_to = NULL WHERE key = 'retention.session'`.execute(
      fresh.owner,
    );
    expect(await run()).toEqual({ 'retention.session': 1 });
  });
});

describe('the database itself', () => {
  const retire = (db: FreshDatabase['db'], day: Day) =>
    sql`SELECT retire(${newId()}, 'retention.session', ${day}::date, 'UTC')`.execute(db);
  it('ends nothing for whoever says it is later than it is', async () => {
    await session(today).execute(fresh.owner);
    await expect(retire(fresh.db, addDays(today, 90))).rejects.toThrow('not yet');
  });
  it('ends nothing for somebody who does not reach everything', async () => {
    const db = fresh.reaching({ personId, sites: [siteId] });
    await expect(retire(db, today)).rejects.toThrow('not yet');
  });
  it('lets the application neither write a tombstone nor take one away, nor widen what may go', async () => {
    const attempts = [
      sql`INSERT INTO tombstone (request_id, rule, table_name, records) VALUES (${newId()}, 'x', 'x', 1)`,
      sql`DELETE FROM tombstone`,
      sql`UPDATE tombstone SET records = 9`,
      sql`INSERT INTO retention_target VALUES ('x', 'audit', 'audit_id', 'at')`,
      sql`INSERT INTO name_place VALUES ('audit', 'record', 'audit_id', 'erased')`,
      sql`SELECT close_account(${personId}, ${today}::date, NULL, NULL, 'x')`,
      sql`DELETE FROM member_entry`,
      sql`DELETE FROM privacy_request`,
    ];
    const outcomes = await Promise.allSettled(attempts.map((attempt) => attempt.execute(fresh.db)));
    expect(outcomes.map(({ status }) => status)).toEqual(attempts.map(() => 'rejected'));
  });
  it('counts terms as the rule does, for every day of two years', async () => {
    const { rows } = await sql<{ today: Day; ended: Day }>`
      SELECT day::date AS today, term_ended_by('retention.request', day::date) AS ended
      FROM generate_series('2027-01-01'::date, '2028-12-31', interval '1 day') AS day`.execute(
      fresh.owner,
    );
    const law = await listRules(fresh.db, today);
    const wrong = rows.filter(({ today: on, ended }) => {
      const last = lastEndedDay({ ...law, day: on }, 'retention.request');
      return !last.ok || last.value !== ended;
    });
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(731);
  });
});
