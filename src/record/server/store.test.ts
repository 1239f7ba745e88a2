// The record as it is asked: whose rows one sees, filtered, page by page, and as an outsider checks it.

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import type { PersonId, SiteId } from '#ground/id.ts';
import { linkedColumns } from '#ground/server/audit-chain.ts';
import { verifyChains } from '#ground/server/audit-verify.ts';
import { appendAudit, appendView } from '#ground/server/audit.ts';
import { linkPending } from '#ground/server/audit-linker.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor, Role } from '#people/person.ts';
import { aCommand, anActor, aSite, testDay } from '#sites/server/testing.ts';
import { closedWordsFor, type EntryFilter, type Reader } from '../entry.ts';
import { closeAudit } from './commands.ts';
import { listEntries, listExportRows } from './store.ts';

let fresh: FreshDatabase;
let siteId: SiteId;
let other: SiteId;
let worker: Actor;

beforeAll(async () => {
  fresh = await freshDatabase();
  [siteId, other] = [await aSite(fresh), await aSite(fresh)];
  worker = await anActor(fresh, 'core_member', siteId);
});
afterAll(() => fresh.close());

const did = (personId: PersonId, record: string, of: SiteId | null = siteId): Promise<void> =>
  inTransaction(fresh.db, (tx) =>
    appendAudit(tx, {
      siteId: of,
      personId,
      command: 'close step',
      record,
      before: { status: 'running', note: 'Họp "xóm"\n' },
      after: { status: 'closed' },
    }),
  );

const readerOf = (actor: Actor, scope: Reader['scope'] = []): Reader => ({
  personId: actor.personId,
  scope,
  closedWords: closedWordsFor(actor),
  timeZone: 'Asia/Ho_Chi_Minh',
});

const seenBy = async (reader: Reader, filter: EntryFilter = {}): Promise<readonly string[]> =>
  (await listEntries(fresh.db, reader, filter)).entries.map(({ record }) => record);

const anyone = (role: Role): Promise<Actor> => anActor(fresh, role);

test('whoever oversees sees the sites of the scope, and nothing of another’s', async () => {
  await did(worker.personId, 'step 11');
  await did(worker.personId, 'step 12', other);
  const officer = await anyone('provincial_officer');
  expect(await seenBy(readerOf(officer, [siteId]))).toContain('step 11');
  expect(await seenBy(readerOf(officer, [siteId]))).not.toContain('step 12');
  expect(await seenBy(readerOf(officer, 'all'))).toContain('step 12');
});

test('everybody else sees their own doings, what was done for them and what concerns them', async () => {
  const [me, stranger] = [await anyone('viewer'), await anyone('viewer')];
  await did(me.personId, 'step 21');
  await did(stranger.personId, 'step 22');
  await did(stranger.personId, `person ${me.personId}`, null);
  const standIn = fresh.reaching({
    personId: stranger.personId,
    sites: [siteId],
    actingFor: me.personId,
  });
  await appendView(standIn, { siteId, record: 'step 23' });
  expect(await seenBy(readerOf(me))).toEqual(['step 23', `person ${me.personId}`, 'step 21']);
});

test('a filter narrows by site, record, person, day and kind', async () => {
  const officer = await anyone('provincial_officer');
  const all = readerOf(officer, 'all');
  await did(officer.personId, 'step 31', other);
  await appendView(fresh.db, { siteId: other, record: 'step 31', personId: officer.personId });
  const mine = { personIds: [officer.personId] };
  expect(await seenBy(all, mine)).toEqual(['step 31', 'step 31']);
  expect(await seenBy(all, { ...mine, kind: 'view' })).toHaveLength(1);
  expect(await seenBy(all, { ...mine, siteId })).toEqual([]);
  expect(await seenBy(all, { ...mine, record: 'step' })).toHaveLength(2);
  expect(await seenBy(all, { ...mine, record: 'step 3' })).toEqual([]);
  await appendView(fresh.db, { siteId: other, record: 'roster', personId: officer.personId });
  expect(await seenBy(all, { ...mine, record: 'roster' })).toEqual(['roster']);
  expect(await seenBy(all, { personIds: [] })).toEqual([]);
});

test('a day begins and ends by the clock of the installation', async () => {
  const officer = await anyone('provincial_officer');
  const all = readerOf(officer, 'all');
  await did(officer.personId, 'step 41');
  await fresh.owner
    .updateTable('audit')
    .set({ at: '2026-11-22T17:30:00Z' })
    .where('record', '=', 'step 41')
    .execute();
  const on = (text: string) => ({ record: 'step 41', from: day(text), to: day(text) });
  expect(await seenBy(all, on('2026-11-23'))).toEqual(['step 41']);
  expect(await seenBy(all, on('2026-11-22'))).toEqual([]);
});

test('pages follow each other without a gap and without showing a row twice', async () => {
  const officer = await anyone('provincial_officer');
  const all = readerOf(officer, 'all');
  for (let row = 0; row < 7; row += 1) await did(officer.personId, `step ${50 + row}`);
  const filter = { personIds: [officer.personId] };
  const pages: (readonly string[])[] = [];
  for (let before: number | undefined; ;) {
    const page = await listEntries(fresh.db, all, filter, { before, limit: 3 });
    pages.push(page.entries.map(({ record }) => record));
    if (page.next === undefined) break;
    before = page.next;
  }
  expect(pages).toEqual([
    ['step 56', 'step 55', 'step 54'],
    ['step 53', 'step 52', 'step 51'],
    ['step 50'],
  ]);
});

test('of a record one may not see itself, it is said that something was done, not what', async () => {
  await did(worker.personId, 'plan one');
  const administrator = await anyone('administrator');
  const find = async (reader: Reader) =>
    (await listEntries(fresh.db, reader, { record: 'plan one' })).entries[0];
  expect(await find(readerOf(administrator, 'all'))).toMatchObject({
    before: null,
    after: null,
    withheld: true,
  });
  const officer = await anyone('provincial_officer');
  expect(await find(readerOf(officer, 'all'))).toMatchObject({
    after: { status: 'closed' },
    withheld: false,
  });
  expect(await find(readerOf({ ...worker, holdings: [] }))).toMatchObject({ withheld: false });
});

test('an outsider can check the chain from the exported columns alone', async () => {
  await linkPending(fresh.db);
  const officer = await anyone('provincial_officer');
  const { rows } = await listExportRows(
    fresh.db,
    readerOf(officer, 'all'),
    { siteId },
    { after: 0, limit: 1_000 },
  );
  const asWritten: ReadonlySet<string> = new Set(['audit_id', 'before', 'after']);
  let last = '0'.repeat(64);
  for (const { columns, previousHash, hash } of rows) {
    const texts = columns.map((text, at) =>
      text === null || asWritten.has(linkedColumns[at] ?? '') ? String(text) : JSON.stringify(text),
    );
    expect(previousHash).toBe(last);
    last = createHash('sha256')
      .update(Buffer.from(last, 'hex'))
      .update(`[${texts.join(', ')}]`)
      .digest('hex');
    expect(hash).toBe(last);
  }
  expect(rows.length).toBeGreaterThan(5);
});

test('an export in parts holds every row once', async () => {
  const all = readerOf(await anyone('provincial_officer'), 'all');
  const whole = await listExportRows(fresh.db, all, {}, { after: 0, limit: 1_000 });
  const parts: unknown[] = [];
  for (let after: number | undefined = 0; after !== undefined;) {
    const part = await listExportRows(fresh.db, all, {}, { after, limit: 4 });
    parts.push(...part.rows);
    after = part.last;
  }
  expect(parts).toEqual(whole.rows);
});

test('what is withheld on screen is withheld in the export', async () => {
  const administrator = await anyone('administrator');
  const { rows } = await listExportRows(
    fresh.db,
    readerOf(administrator, 'all'),
    { record: 'plan one' },
    { after: 0, limit: 10 },
  );
  const [before, after] = ['before', 'after'].map((name) =>
    linkedColumns.findIndex((column) => column === name),
  );
  expect(rows.map(({ columns }) => [columns[before ?? 0], columns[after ?? 0]])).toEqual([
    [null, null],
  ]);
  expect(rows[0]?.withheld).toBe(true);
});

test('closing the record is one closing however often it is sent, and is on record itself', async () => {
  const officer = await anyone('provincial_officer');
  const db: Database = fresh.reaching({ personId: officer.personId, sites: 'all' });
  const asked = { commandId: aCommand() };
  const first = await closeAudit(db, officer, asked, testDay);
  expect(await closeAudit(db, officer, asked, testDay)).toEqual(first);
  expect(first).toMatchObject({ ok: true, value: { day: testDay, madeBy: officer.personId } });
  await linkPending(fresh.db);
  expect(await verifyChains(fresh.owner)).toMatchObject({ waiting: 0, breaks: [] });
  const own = await listEntries(fresh.db, readerOf(officer), { kind: 'change' });
  expect(own.entries.map(({ command }) => command)).toEqual(['close audit']);
});
