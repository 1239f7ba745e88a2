// A damaged record: every kind of damage is named, and every place of it.

import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId, type SiteId } from '#ground/id.ts';
import { rowText } from './audit-chain.ts';
import { appendAudit } from './audit.ts';
import { linkPending } from './audit-linker.ts';
import { verifyChains } from './audit-verify.ts';
import { inTransaction } from './db.ts';
import { freshDatabase, type FreshDatabase } from './testing.ts';

let fresh: FreshDatabase;
let [siteId, other]: readonly [SiteId, SiteId] = [newId<'site'>(), newId<'site'>()];
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());
beforeEach(() => {
  [siteId, other] = [newId<'site'>(), newId<'site'>()];
});
afterEach(async () => {
  await sql`TRUNCATE audit, audit_link, audit_pending, audit_closing, audit_closing_head`.execute(
    fresh.owner,
  );
});

async function write(of: SiteId | null, rows = 1): Promise<void> {
  for (let row = 1; row <= rows; row += 1)
    await inTransaction(fresh.db, (tx) =>
      appendAudit(tx, {
        siteId: of,
        personId: null,
        command: 'close step',
        record: `step ${row}`,
        after: { note: 'Họp xóm "lần\t1"\n', day: '2026-11-23', value: 1.5 },
      }),
    );
}

/** Ten rows of one site and some of another, linked. */
async function arrange(): Promise<void> {
  await write(siteId, 10);
  await write(other, 5);
  await linkPending(fresh.db);
}

const damage = (statement: ReturnType<typeof sql>) => statement.execute(fresh.owner);

test('says what waits, and does not call it broken', async () => {
  await arrange();
  await write(siteId, 2);
  expect(await verifyChains(fresh.owner)).toMatchObject({ rows: 15, waiting: 2, breaks: [] });
});

test('comes to the same in parts of any size', async () => {
  await arrange();
  await damage(sql`UPDATE audit SET record = 'step 0' WHERE record IN ('step 3', 'step 4')`);
  await damage(sql`DELETE FROM audit_link WHERE chain = ${siteId} AND position IN (6, 7, 9)`);
  const whole = await verifyChains(fresh.owner);
  expect(whole.breaks).toHaveLength(9);
  for (const size of [1, 2, 3, 4, 7]) expect(await verifyChains(fresh.owner, size)).toEqual(whole);
});

const at = (position: number) => sql`(
    SELECT audit_id FROM audit_link WHERE chain = ${siteId} AND position = ${position}::bigint)`;
const renumber = (from: number, by: number) => async () => {
  await damage(sql`ALTER TABLE audit_link DROP CONSTRAINT audit_link_pkey`);
  await damage(
    sql`UPDATE audit_link SET position = position + ${by}::bigint
        WHERE chain = ${siteId} AND position >= ${from}::bigint`,
  );
  await damage(sql`ALTER TABLE audit_link ADD PRIMARY KEY (chain, position)`);
};
const forge = async (position: number): Promise<void> => {
  await damage(sql`INSERT INTO audit (site_id, command, record)
      VALUES (${siteId}, 'close step', 'step 99')`);
  await damage(sql`INSERT INTO audit_link (chain, position, audit_id, hash)
      SELECT ${siteId}, ${position}::bigint, max(audit_id), sha256('forged') FROM audit`);
};

const damages: Readonly<Record<string, readonly [() => Promise<unknown>, ...object[]]>> = {
  'a changed word': [
    () => damage(sql`UPDATE audit SET after = '{"note": ""}' WHERE audit_id = ${at(4)}`),
    { position: 4, what: 'changed' },
  ],
  'a changed time': [
    () =>
      damage(sql`UPDATE audit SET at = at - interval '1 microsecond' WHERE audit_id = ${at(10)}`),
    { position: 10, what: 'changed' },
  ],
  'a changed hash': [
    () => damage(sql`UPDATE audit_link SET hash = sha256('x') WHERE audit_id = ${at(6)}`),
    { position: 6, what: 'changed' },
  ],
  'a row changed and another put in behind it, rightly hashed': [
    async () => {
      await damage(sql`UPDATE audit SET record = 'step 0' WHERE audit_id = ${at(4)}`);
      await renumber(5, 1)();
      await forge(5);
      await rehash(5);
    },
    { position: 4, what: 'changed' },
    { position: 5, what: 'added' },
  ],
  'hashes changed side by side': [
    () =>
      damage(
        sql`UPDATE audit_link SET hash = sha256('x') WHERE audit_id IN (${at(5)}, ${at(6)}, ${at(7)})`,
      ),
    { position: 5, what: 'changed' },
    { position: 6, what: 'changed' },
    { position: 7, what: 'changed' },
  ],
  'words changed at several places': [
    () =>
      damage(sql`UPDATE audit SET record = 'step 0'
        WHERE site_id = ${siteId} AND record IN ('step 2', 'step 5', 'step 6', 'step 10')`),
    { position: 2, what: 'changed' },
    { position: 5, what: 'changed' },
    { position: 6, what: 'changed' },
    { position: 10, what: 'changed' },
  ],
  'one row changed, one taken out, two links cut out and a row put in from outside': [
    async () => {
      await damage(sql`UPDATE audit SET after = '{}' WHERE audit_id = ${at(2)}`);
      await damage(sql`DELETE FROM audit WHERE audit_id IN (${at(4)}, ${at(6)}, ${at(7)})`);
      await damage(sql`DELETE FROM audit_link WHERE chain = ${siteId} AND position IN (6, 7)`);
      await damage(sql`INSERT INTO audit (site_id, command, record)
        VALUES (${siteId}, 'close step', 'step 99')`);
    },
    { position: 2, what: 'changed' },
    { position: 4, what: 'missing' },
    { position: 6, until: 7, what: 'missing' },
    { position: null, what: 'outside' },
  ],
  'a row taken out': [
    () => damage(sql`DELETE FROM audit WHERE audit_id = ${at(5)}`),
    { position: 5, what: 'missing' },
  ],
  'the first row taken out with its link': [
    async () => {
      await damage(sql`DELETE FROM audit WHERE audit_id = ${at(1)}`);
      await damage(sql`DELETE FROM audit_link WHERE audit_id = ${at(1)}`);
    },
    { position: 1, what: 'missing', auditId: null },
  ],
  'a row and its link taken out': [
    async () => {
      await damage(sql`DELETE FROM audit WHERE audit_id = ${at(5)}`);
      await damage(sql`DELETE FROM audit_link WHERE audit_id = ${at(5)}`);
    },
    { position: 5, what: 'missing', auditId: null },
  ],
  'all rows but the first and the last taken out with their links': [
    async () => {
      const between = sql`SELECT audit_id FROM audit_link
        WHERE chain = ${siteId} AND position BETWEEN 2 AND 9`;
      await damage(sql`DELETE FROM audit WHERE audit_id IN (${between})`);
      await damage(sql`DELETE FROM audit_link WHERE audit_id IN (${between})`);
    },
    { position: 2, until: 9, what: 'missing', auditId: null },
  ],
  'a row taken out and all later ones renumbered': [
    async () => {
      await damage(sql`DELETE FROM audit WHERE audit_id = ${at(5)}`);
      await damage(sql`DELETE FROM audit_link WHERE audit_id = ${at(5)}`);
      await renumber(6, -1)();
    },
    { position: 5, what: 'changed' },
  ],
  'a link taken out, its row left': [
    () => damage(sql`DELETE FROM audit_link WHERE chain = ${siteId} AND position = 10`),
    { position: null, what: 'outside' },
  ],
  'a row put in from outside': [
    () =>
      damage(sql`INSERT INTO audit (site_id, command, record)
        VALUES (${siteId}, 'close step', 'step 99')`),
    { position: null, what: 'outside' },
  ],
  'a row put in between, with a link of its own': [
    async () => {
      await renumber(5, 1)();
      await forge(5);
    },
    { position: 5, what: 'added' },
  ],
  'a row put in between, rightly hashed': [
    async () => {
      await renumber(5, 1)();
      await forge(5);
      await rehash(5);
    },
    { position: 5, what: 'added' },
  ],
  'a row put in at the beginning, rightly hashed': [
    async () => {
      await renumber(1, 1)();
      await forge(1);
      await rehash(1);
    },
    { position: 1, what: 'added' },
  ],
  'two rows in each other’s place': [
    () =>
      damage(sql`UPDATE audit_link SET audit_id = CASE audit_id
          WHEN ${at(3)} THEN -2 ELSE -1 END WHERE audit_id IN (${at(3)}, ${at(7)})`).then(() =>
        damage(sql`UPDATE audit_link SET audit_id = CASE audit_id
          WHEN -2 THEN (SELECT audit_id FROM audit WHERE site_id = ${siteId} AND record = 'step 7')
          ELSE (SELECT audit_id FROM audit WHERE site_id = ${siteId} AND record = 'step 3') END
          WHERE audit_id < 0`),
      ),
    { position: 3, what: 'reordered' },
    { position: 7, what: 'reordered' },
  ],
  'two links in each other’s place': [
    async () => {
      await damage(sql`UPDATE audit_link SET position = 99 WHERE audit_id = ${at(3)}`);
      await damage(sql`UPDATE audit_link SET position = 3 WHERE audit_id = ${at(7)}`);
      await damage(sql`UPDATE audit_link SET position = 7 WHERE audit_id = ${at(99)}`);
    },
    { position: 3, what: 'reordered' },
    { position: 7, what: 'reordered' },
  ],
};
async function rehash(position: number): Promise<void> {
  await damage(sql`UPDATE audit_link SET hash = sha256(
        coalesce((SELECT hash FROM audit_link WHERE chain = ${siteId} AND position = ${position - 1}::bigint),
          decode(repeat('00', 32), 'hex'))
        || convert_to((SELECT ${rowText} FROM audit WHERE audit_id = ${at(position)}), 'UTF8'))
      WHERE chain = ${siteId} AND position = ${position}::bigint`);
}

test.each(Object.entries(damages))('%s is named', async (_, [harm, ...expected]) => {
  await arrange();
  await harm();
  const { breaks } = await verifyChains(fresh.owner);
  expect(breaks).toMatchObject(expected.map((one) => ({ chain: siteId, ...one })));
});

test('a row that was never linked and is gone is named too', async () => {
  await write(siteId);
  await damage(sql`DELETE FROM audit`);
  const { breaks } = await verifyChains(fresh.owner);
  expect(breaks).toMatchObject([{ chain: 'unknown', position: null, what: 'missing' }]);
});

test('a row moved to another site’s chain is named there', async () => {
  await arrange();
  await damage(sql`DELETE FROM audit_link WHERE chain = ${siteId} AND position = 10`);
  await damage(sql`INSERT INTO audit_link (chain, position, audit_id, hash)
      SELECT ${other}, 6, max(audit_id), sha256('x') FROM audit WHERE site_id = ${siteId}`);
  const { breaks } = await verifyChains(fresh.owner);
  expect(breaks).toMatchObject([{ chain: other, position: 6, what: 'added' }]);
});

test('where many do not follow, each is still named, the later ones without what became of them', async () => {
  await write(siteId, 103);
  await linkPending(fresh.db);
  await damage(sql`UPDATE audit SET after = '{}'`);
  const { breaks } = await verifyChains(fresh.owner);
  expect(breaks.map(({ position }) => position)).toEqual(
    Array.from({ length: 103 }, (_, place) => place + 1),
  );
  expect(breaks.filter(({ what }) => what === 'changed')).toHaveLength(100);
  expect(breaks.at(-1)).toMatchObject({ what: 'loose' });
});
