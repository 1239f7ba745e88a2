// Requests about personal data on a real database: asked and written down, handed out, put right.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, type SiteId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { aCommand, aSite } from '#sites/server/testing.ts';
import { exportOf } from '../held.ts';
import { heldOf, linksOf, personalTables } from '../tables.ts';
import { correctData, handOutData } from './answer-commands.ts';
import { stepRequest, writeDownRequest } from './commands.ts';
import { listRequests } from './request-store.ts';
import { listHeldOfAccount, listHeldOfName } from './store.ts';
import { deskOf, someone, today, written, type Desk } from '../../../tests/personal-data/desk.ts';
import { fillEveryPlace } from '../../../tests/personal-data/traces.ts';

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

describe('a request', () => {
  it('goes from asked to told, and each step is on record', async () => {
    const person = await someone(fresh, 'Vi Văn Ví Dụ', 'core_member', siteId);
    const requestId = await desk.begun(await desk.asked(person, 'view'));
    await handOutData(fresh.db, officer, { commandId: aCommand(), requestId }, today);
    await desk.next(requestId, 'done');
    await desk.next(requestId, 'told');
    expect((await desk.standingOf(requestId)).standing).toBe('told');
    const { rows } = await sql<{ command: string }>`
      SELECT command FROM audit WHERE record = ${`request ${requestId}`}
      ORDER BY audit_id`.execute(fresh.owner);
    expect(rows.map(({ command }) => command)).toEqual([
      'ask about data',
      'acknowledge request',
      'start request',
      'hand out data',
      'finish request',
      'tell answer',
    ]);
  });
  it('sent twice is one request, and a step sent twice one step', async () => {
    const input = written('view', 'Người Ví Dụ');
    const [once, again] = [
      await writeDownRequest(fresh.db, officer, input, today),
      await writeDownRequest(fresh.db, officer, input, today),
    ];
    expect(again).toEqual(once);
    const requestId = once.ok ? once.value.requestId : newId<'request'>();
    const step = {
      commandId: aCommand(),
      requestId,
      kind: 'acknowledged' as const,
      day: today,
      note: '',
    };
    await stepRequest(fresh.db, officer, step, today);
    expect((await stepRequest(fresh.db, officer, step, today)).ok).toBe(true);
    expect((await desk.standingOf(requestId)).events).toHaveLength(1);
  });
  it('is seen by whoever asked and by the officer, by nobody else in the database itself', async () => {
    const person = await someone(fresh, 'Hà Thị Ví Dụ', 'core_member', siteId);
    const administrator = await someone(fresh, 'Lò Văn Ví Dụ', 'administrator');
    const requestId = await desk.asked(person, 'export');
    const sees = async (actor: Actor, sites: 'all' | readonly SiteId[]) => {
      const db = fresh.reaching({ personId: actor.personId, sites });
      return (await listRequests(db)).some((one) => one.requestId === requestId);
    };
    expect(await sees(person, [])).toBe(true);
    expect(await sees(officer, 'all')).toBe(true);
    expect(await sees(administrator, 'all')).toBe(false);
  });
  it('for somebody without an account keeps a name and a way to answer, and asks for both', async () => {
    const without = { ...written('view', 'Người Ví Dụ'), answerTo: '' };
    expect(await writeDownRequest(fresh.db, officer, without, today)).toEqual(
      refused('answer-missing'),
    );
    const unknown = { ...written('view', ''), username: 'khong-co-ai' };
    expect(await writeDownRequest(fresh.db, officer, unknown, today)).toEqual(
      refused('no-such-account'),
    );
  });
});

describe('what is handed out', () => {
  it('holds every personal column of every row of the account, closed ones by their words', async () => {
    const person = await someone(fresh, 'Mã Thị Ví Dụ', 'core_member', siteId);
    await fillEveryPlace(fresh, { siteId, personId: person.personId, name: person.name });
    const held = await listHeldOfAccount(fresh.db, person.personId, 100);
    const reachable = personalTables.filter((table) => linksOf(table).length > 0);
    const missing = await Promise.all(
      reachable.map(async (table) => {
        const isOwn = linksOf(table).map((column) => sql`${sql.ref(column)} = ${person.personId}`);
        const { rows } = await sql<Record<string, unknown>>`
          SELECT * FROM ${sql.table(table.name)} WHERE ${sql.join(isOwn, sql` OR `)}`.execute(
          fresh.owner,
        );
        const out = held.find((one) => one.table.name === table.name)?.rows.flat() ?? [];
        const filled = heldOf(table, ['account_holder']).filter(({ name }) =>
          rows.some((row) => row[name] !== null && row[name] !== ''),
        );
        return filled
          .filter(({ name }) => !out.some(({ column }) => column.name === name))
          .map(({ name }) => `${table.name}.${name}`);
      }),
    );
    expect(missing.flat()).toEqual([]);
    expect(held.length).toBeGreaterThan(20);
    const handed = JSON.stringify(exportOf(held, [], 'vi'));
    expect(handed).toContain(person.name);
    expect(handed).not.toContain('"password":{"called":"Mật khẩu (chỉ giữ mã băm)","value":"x"');
  });
  it('finds the rows of rosters by the name of somebody without an account', async () => {
    const name = 'Giàng Thị Ví Dụ';
    await fillEveryPlace(fresh, { siteId, personId: officer.personId, name });
    const held = await listHeldOfName(fresh.db, name, 100);
    expect(held.map(({ table }) => table.name)).toEqual(['member_entry', 'household_entry']);
    const words = held.flatMap(({ rows }) => rows.flat()).map(({ column }) => column.name);
    expect(words).toEqual(expect.arrayContaining(['phone', 'representative', 'consented_on']));
    expect(words).not.toContain('recorded_by');
  });
});

describe('a correction', () => {
  it('puts the name of an account right and keeps what stood before', async () => {
    const person = await someone(fresh, 'Nguyễn Văn Ví Du', 'core_member', siteId);
    const requestId = await desk.begun(await desk.asked(person, 'correct'));
    const input = {
      commandId: aCommand(),
      requestId,
      what: 'name' as const,
      where: '',
      before: '',
      after: 'Nguyễn Văn Ví Dụ',
    };
    expect((await correctData(fresh.db, officer, input, today)).ok).toBe(true);
    expect((await correctData(fresh.db, officer, input, today)).ok).toBe(true);
    const state = await desk.standingOf(requestId);
    expect(state.request.personName).toBe('Nguyễn Văn Ví Dụ');
    expect(state.events.flatMap(({ detail }) => (detail ? [detail] : []))).toEqual([
      { what: 'person.name', before: 'Nguyễn Văn Ví Du', after: 'Nguyễn Văn Ví Dụ' },
    ]);
  });
  it('of an address is told to the address that was left, once and without a name', async () => {
    const person = await someone(fresh, 'Bế Văn Ví Dụ', 'core_member', siteId);
    const { personId } = person;
    const former = `${personId}@cu.example`;
    await fresh.owner
      .updateTable('person')
      .set({ email: former })
      .where('id', '=', personId)
      .execute();
    const requestId = await desk.begun(await desk.asked(person, 'correct'));
    const fields = { what: 'email' as const, where: '', before: '' };
    const input = { ...fields, commandId: aCommand(), requestId, after: `${personId}@moi.example` };
    for (const once of [input, input])
      expect((await correctData(fresh.db, officer, once, today)).ok).toBe(true);
    const { rows } =
      await sql`SELECT kind, former_address FROM mail WHERE person_id = ${personId}`.execute(
        fresh.owner,
      );
    expect(rows).toEqual([{ kind: 'security notice', former_address: former }]);
  });
  it('takes no address that is none, or somebody else’s', async () => {
    const [person, other] = [
      await someone(fresh, 'Tô Thị Ví Dụ', 'core_member', siteId),
      await someone(fresh, 'Tô Văn Ví Dụ', 'core_member', siteId),
    ];
    const requestId = await desk.begun(await desk.asked(person, 'correct'));
    const correct = (after: string) =>
      correctData(
        fresh.db,
        officer,
        { commandId: aCommand(), requestId, what: 'email', where: '', before: '', after },
        today,
      );
    expect(await correct('khong-co')).toEqual(refused('email-invalid'));
    const taken = `P-${other.personId.slice(0, 8)}@binh-yen.invalid`;
    expect(await correct(taken)).toEqual(refused('email-taken'));
  });
});
