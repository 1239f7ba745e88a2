// The record as its writers meet it: what a row says by itself, which looks leave one, what nobody can undo.

import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Instant } from '#ground/day.ts';
import { newId, type PersonId, type SiteId } from '#ground/id.ts';
import { appendAudit, appendView } from './audit.ts';
import { linkPending } from './audit-linker.ts';
import { inTransaction, openDatabase, type Database } from './db.ts';
import { reachEverywhere } from './reach.ts';
import type { DB } from './schema.ts';
import { freshDatabase, testLogin, type FreshDatabase } from './testing.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const someone = (): PersonId => newId<'person'>();
const somewhere = (): SiteId => newId<'site'>();
const done = { siteId: null, command: 'close step', record: 'step 4' } as const;

const rowsOf = (db: Kysely<DB>, personId: PersonId) =>
  db
    .selectFrom('audit')
    .where('person_id', '=', personId)
    .selectAll()
    .orderBy('audit_id')
    .execute();

const commit = (db: Database, personId: PersonId, siteId: SiteId | null = null): Promise<void> =>
  inTransaction(db, (tx) => appendAudit(tx, { ...done, siteId, personId }));

describe('a row', () => {
  test('says for whom one acts and what the device’s clock said, without being told', async () => {
    const [personId, actingFor] = [someone(), someone()];
    const deviceAt = '2026-11-20T01:02:03.000Z' as Instant;
    await commit(fresh.reaching({ personId, sites: [], actingFor, deviceAt }), personId);
    expect(await rowsOf(fresh.owner, personId)).toMatchObject([
      { kind: 'change', acting_for: actingFor, device_at: deviceAt },
    ]);
  });

  test('about a person concerns that person, who may see it, as may whoever was acted for', async () => {
    const [personId, about, actingFor] = [someone(), someone(), someone()];
    const db = fresh.reaching({ personId, sites: [], actingFor });
    await inTransaction(db, (tx) =>
      appendAudit(tx, { ...done, personId, command: 'end role', record: `person ${about}` }),
    );
    for (const reader of [personId, about, actingFor])
      expect(await rowsOf(fresh.reaching({ personId: reader, sites: [] }), personId)).toHaveLength(
        1,
      );
    expect(await rowsOf(fresh.reaching({ personId: someone(), sites: [] }), personId)).toEqual([]);
  });

  test('cannot be written in another’s name, nor for a site out of reach', async () => {
    const [personId, siteId] = [someone(), somewhere()];
    const db = fresh.reaching({ personId, sites: [siteId] });
    await commit(db, personId, siteId);
    await expect(commit(db, someone(), siteId)).rejects.toThrow(/row-level security/);
    await expect(commit(db, personId, somewhere())).rejects.toThrow(/row-level security/);
  });

  test('is not there where its transaction came to nothing, and nothing waits for its link', async () => {
    const personId = someone();
    const failing = inTransaction(fresh.db, async (tx) => {
      await appendAudit(tx, { ...done, personId });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await rowsOf(fresh.owner, personId)).toEqual([]);
    await linkPending(fresh.db);
    expect(await sql`SELECT FROM audit_pending`.execute(fresh.owner)).toMatchObject({ rows: [] });
  });
});

describe('a look', () => {
  const look = { siteId: null, record: 'plan one' };

  test('leaves a row of whoever looks, once within some minutes', async () => {
    const personId = someone();
    const db = fresh.reaching({ personId, sites: [] });
    for (let times = 0; times < 3; times += 1) await appendView(db, look);
    expect(await rowsOf(fresh.owner, personId)).toMatchObject([
      { kind: 'view', command: 'view record', record: 'plan one' },
    ]);
  });

  test('at something else, in another way or for somebody else leaves its own', async () => {
    const personId = someone();
    const db = fresh.reaching({ personId, sites: [] });
    await appendView(db, look);
    await appendView(db, { ...look, record: 'plan two' });
    await appendView(db, { ...look, command: 'export record' });
    await appendView(db, { ...look, details: { day: '2026-11-23' } });
    await appendView(fresh.reaching({ personId, sites: [], actingFor: someone() }), look);
    expect(await rowsOf(fresh.owner, personId)).toHaveLength(5);
  });

  test('is on record again when the minutes are over', async () => {
    const personId = someone();
    const db = fresh.reaching({ personId, sites: [] });
    await appendView(db, look);
    await sql`UPDATE audit SET at = at - interval '11 minutes' WHERE person_id = ${personId}`.execute(
      fresh.owner,
    );
    await appendView(db, look);
    expect(await rowsOf(fresh.owner, personId)).toHaveLength(2);
  });
});

describe('nobody who works as the application or signs people in', () => {
  const damages = [
    "UPDATE audit SET command = 'x'",
    'DELETE FROM audit',
    'TRUNCATE audit',
    'TRUNCATE audit_link',
    'UPDATE audit_link SET position = position + 1',
    'DELETE FROM audit_link',
    "UPDATE audit_closing SET day = '2020-01-01'",
    'DELETE FROM audit_closing',
    'DELETE FROM audit_closing_head',
    'ALTER TABLE audit DROP COLUMN after',
    'ALTER TABLE audit DISABLE TRIGGER ALL',
    'ALTER TABLE audit DISABLE ROW LEVEL SECURITY',
    'DROP POLICY reach ON audit',
    'DROP TABLE audit_link',
    'CREATE RULE quiet AS ON INSERT TO audit DO INSTEAD NOTHING',
    "INSERT INTO audit (command, record, at) VALUES ('close step', 'step 4', '2020-01-01')",
    "INSERT INTO audit (command, record, audit_id) OVERRIDING SYSTEM VALUE VALUES ('close step', 'step 4', 1)",
    "INSERT INTO audit (command, record, device_at) VALUES ('close step', 'step 4', '2020-01-01')",
    "INSERT INTO audit_closing (form, number, command_id, day, made_at, chains, rows, value) VALUES (2, 1, gen_random_uuid(), '2020-01-01', '2020-01-01', 0, 0, sha256('x'))",
    'ALTER SEQUENCE audit_audit_id_seq RESTART WITH 1',
    "SELECT setval('audit_audit_id_seq', 1)",
    'GRANT UPDATE ON audit TO binh_yen_app; UPDATE audit SET after = NULL',
    'SET ROLE binh_yen',
    'SET SESSION AUTHORIZATION binh_yen',
    'RESET ROLE; DELETE FROM audit',
    'RESET SESSION AUTHORIZATION; DELETE FROM audit',
    "SET session_replication_role = 'replica'",
    'SET ROLE binh_yen_app; UPDATE audit SET before = NULL',
  ];
  const logins = ['binh_yen_app', 'binh_yen_sign_in'] as const;
  const cases = logins.flatMap((group) => damages.map((damage) => [group, damage] as const));

  test.each(cases)('%s is refused: %s', async (group, damage) => {
    const login = openDatabase(testLogin(fresh.url, group), { connections: 1 });
    try {
      await expect(sql.raw(damage).execute(login)).rejects.toThrow(
        /permission denied|must be owner|cannot insert a non-DEFAULT|not permitted/,
      );
    } finally {
      await login.destroy();
    }
  });

  test('reads rows of the record it does not reach', async () => {
    const personId = someone();
    await commit(fresh.db, personId, somewhere());
    await linkPending(fresh.db);
    const stranger = fresh.reaching({ personId: someone(), sites: [somewhere()] });
    for (const table of ['audit', 'audit_link'] as const)
      expect(await stranger.selectFrom(table).selectAll().execute()).toEqual([]);
    const all = await fresh.reaching(reachEverywhere).selectFrom('audit').selectAll().execute();
    expect(all.length).toBeGreaterThan(0);
  });
});
