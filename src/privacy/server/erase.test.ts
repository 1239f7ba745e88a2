// Erasing on a real database: no trace of the name but where the register says it stays.

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId, type SiteId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { aCommand, aSite } from '#sites/server/testing.ts';
import { personalTables, tables } from '../tables.ts';
import { findMentions, listHeldOfName } from './store.ts';
import { deskOf, someone, today, type Desk } from '../../../tests/personal-data/desk.ts';
import { fillEveryPlace, findTraces } from '../../../tests/personal-data/traces.ts';

let fresh: FreshDatabase;
let siteId: SiteId;
let officer: Actor;
let desk: Desk;

beforeAll(async () => {
  fresh = await freshDatabase();
  siteId = await aSite(fresh);
  officer = await someone(fresh, 'Nông Thị Ví Dụ', 'data_protection_officer');
  desk = deskOf(fresh, officer);
});
afterAll(() => fresh.close());

describe('an erasure', () => {
  let person: Actor;
  beforeEach(async () => {
    person = await someone(fresh, `Đàm Thị Dấu Vết ${newId().slice(0, 4)}`, 'core_member', siteId);
  });

  it('leaves no trace of the name anywhere but where the register says it stays', async () => {
    await fillEveryPlace(fresh, { siteId, personId: person.personId, name: person.name });
    const before = await findTraces(fresh, person.name);
    expect(before.length).toBeGreaterThan(30);
    const requestId = await desk.begun(await desk.asked(person, 'erase'));
    const mentions = await findMentions(fresh.db, person.name);
    expect(
      (
        await desk.erasing(
          requestId,
          mentions.filter(({ atErase }) => atErase !== 'stays'),
        )
      ).ok,
    ).toBe(true);
    await desk.next(requestId, 'done');
    await desk.next(requestId, 'told');
    const staying = personalTables.flatMap(({ name, columns }) =>
      Object.entries(columns).flatMap(([column, entry]) =>
        entry.personal && entry.atErase === 'stays' ? [`${name}.${column}`] : [],
      ),
    );
    const after = await findTraces(fresh, person.name);
    expect(after.filter((place) => !staying.includes(place))).toEqual([]);
    expect(after).toEqual(expect.arrayContaining(['issued_paper.paper', 'audit.after']));
  });
  it('takes the address out of a mail that was still to tell of its change', async () => {
    const { personId } = person;
    await sql`INSERT INTO mail (mail_id, person_id, kind, former_address)
      VALUES (${newId()}, ${personId}, 'security notice', 'cu@vi-du.example')`.execute(fresh.owner);
    await desk.erasing(await desk.begun(await desk.asked(person, 'erase')));
    const { rows } = await sql`
      SELECT former_address, problem FROM mail WHERE person_id = ${personId}`.execute(fresh.owner);
    expect(rows).toEqual([{ former_address: null, problem: 'erased' }]);
  });
  it('leaves no trace of somebody without an account either, who asked for it included', async () => {
    const name = `Sùng Văn Dấu Vết ${newId().slice(0, 4)}`;
    await fillEveryPlace(fresh, { siteId, personId: officer.personId, name });
    const requestId = await desk.begun(await desk.writtenDown('erase', name));
    const mentions = await findMentions(fresh.db, name);
    const gone = mentions.filter(
      ({ atErase, record }) => atErase !== 'stays' && record !== requestId,
    );
    await desk.erasing(requestId, gone);
    await desk.next(requestId, 'done');
    await desk.next(requestId, 'told', `đã nói với bà con ${name}`);
    const after = await findTraces(fresh, name);
    const stays = (place: string): boolean => {
      const [table = '', column = ''] = place.split('.');
      const entry = tables[table]?.columns[column];
      return entry?.personal === true && entry.atErase === 'stays';
    };
    expect(after.filter((place) => !stays(place))).toEqual([]);
    expect(await listHeldOfName(fresh.db, name, 10)).toEqual([]);
  });
  it('ends the account: no role, no session, no way to sign in', async () => {
    const { personId } = person;
    const requestId = await desk.begun(await desk.asked(person, 'erase'));
    await desk.erasing(requestId);
    const { rows } = await sql<{ count: number }>`
      SELECT (SELECT count(*) FROM sign_in_account WHERE person_id = ${personId})
        + (SELECT count(*) FROM sign_in_session WHERE person_id = ${personId})
        + (SELECT count(*) FROM role_holding WHERE person_id = ${personId}
           AND (valid_to IS NULL OR valid_to >= ${today})) AS count`.execute(fresh.owner);
    expect(Number(rows[0]?.count)).toBe(0);
  });
  it('is told with how much went and what stays, and lays a tombstone without content', async () => {
    await fillEveryPlace(fresh, { siteId, personId: person.personId, name: person.name });
    const requestId = await desk.begun(await desk.asked(person, 'erase'));
    await desk.erasing(requestId);
    const detail = (await desk.standingOf(requestId)).events.at(-1)?.detail;
    expect(detail).toMatchObject({ gone: { person: 1, sign_in_account: 1 } });
    expect(detail && 'stays' in detail ? detail.stays : []).toContain('issued_paper');
    const { rows } = await sql<{ text: string }>`
      SELECT string_agg(tombstone::text, ' ') AS text FROM tombstone
      WHERE request_id = ${requestId}`.execute(fresh.owner);
    expect(rows[0]?.text).not.toContain(person.personId);
    expect(rows[0]?.text).not.toContain('Dấu Vết');
  });
  it('sent again does nothing more, whether it is the same command or another', async () => {
    const requestId = await desk.begun(await desk.asked(person, 'erase'));
    const commandId = aCommand();
    const first = await desk.erasing(requestId, [], commandId);
    expect(await desk.erasing(requestId, [], commandId)).toEqual(first);
    expect(await desk.erasing(requestId)).toEqual(refused('erased-already'));
  });
  it('takes nothing where one of its places is none of the register: all or nothing', async () => {
    const requestId = await desk.begun(await desk.asked(person, 'erase'));
    const wrong = { table: 'issued_paper', column: 'paper', record: 'x' };
    await expect(desk.erasing(requestId, [wrong])).rejects.toThrow('not a name');
    expect((await desk.standingOf(requestId)).request.personName).toBe(person.name);
  });
  it('is not for one’s own account, nor for the last administrator', async () => {
    const own = await desk.begun(await desk.asked(officer, 'erase'));
    expect(await desk.erasing(own)).toEqual(refused('own-account'));
    const administrator = await someone(fresh, 'Bế Văn Ví Dụ', 'administrator');
    await sql`UPDATE role_holding SET valid_to = valid_from - 1 WHERE role = 'administrator'
      AND person_id <> ${administrator.personId}`.execute(fresh.owner);
    const requestId = await desk.begun(await desk.asked(administrator, 'erase'));
    expect(await desk.erasing(requestId)).toEqual(refused('last-administrator'));
  });
  it('is nothing the application can do without such a request, or for an administrator', async () => {
    const administrator = await someone(fresh, 'Chu Văn Ví Dụ', 'administrator');
    const requestId = await desk.asked(person, 'view');
    const call = (db: FreshDatabase['db']) =>
      sql`SELECT erase_account(${person.personId}, ${requestId}, ${today}::date)`.execute(db);
    await expect(call(fresh.db)).rejects.toThrow('nobody asked');
    const erase = await desk.asked(person, 'erase');
    const reach = { personId: administrator.personId, sites: 'all' as const };
    await expect(
      sql`SELECT erase_account(${person.personId}, ${erase}, ${today}::date)`.execute(
        fresh.reaching(reach),
      ),
    ).rejects.toThrow('nobody asked');
    await expect(
      sql`SELECT * FROM find_mentions(${person.name})`.execute(fresh.reaching(reach)),
    ).rejects.toThrow('not allowed');
  });
});
