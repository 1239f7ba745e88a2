// A whole record: the linker makes its chains, closings hold them fast, and both can be checked.

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import { beginning, houseChain, lockChains } from './audit-chain.ts';
import { closeChains, listClosings, type Closing } from './audit-closing.ts';
import { appendAudit } from './audit.ts';
import { linkPending, openLinker } from './audit-linker.ts';
import { verifyChains } from './audit-verify.ts';
import { findClosingOfValue, readClosingValue, verifyClosings } from './audit-verify-closings.ts';
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
const close = (): Promise<Closing> =>
  inTransaction(fresh.db, async (tx) => {
    const asked = { commandId: newId<'command'>(), day: day('2026-11-23'), personId: null };
    return (await closeChains(tx, asked)).closing;
  });

const linksOf = (chain: string) =>
  fresh.owner
    .selectFrom('audit_link')
    .where('chain', '=', chain)
    .selectAll()
    .orderBy('position')
    .execute();

describe('linking', () => {
  test('gives each site its own chain, and one to what belongs to none', async () => {
    await arrange();
    await write(null, 3);
    await linkPending(fresh.db);
    const lengths = await Promise.all([siteId, other, houseChain].map(linksOf));
    expect(lengths.map((links) => links.map(({ position }) => position).at(-1))).toEqual([
      10, 5, 3,
    ]);
    expect(await verifyChains(fresh.owner)).toEqual({
      chains: 3,
      rows: 18,
      waiting: 0,
      breaks: [],
    });
  });

  test('can be repeated by anybody from the columns alone', async () => {
    await arrange();
    const rows = await fresh.owner
      .selectFrom('audit')
      .where('site_id', '=', siteId)
      .orderBy('audit_id')
      .selectAll()
      .select([
        sql<string | null>`before::text`.as('before_text'),
        sql<string | null>`after::text`.as('after_text'),
        sql<string>`to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`.as('at_text'),
      ])
      .execute();
    let hash: Buffer = beginning;
    for (const row of rows) {
      const { audit_id, site_id, person_id, acting_for, kind, command, record, concerns } = row;
      const plain = [audit_id, site_id, person_id, acting_for, kind, command, record, concerns];
      const at = `"${row.at_text.replace(/\.?0+$/, '')}+00:00"`;
      const texts = [...plain.map((value) => JSON.stringify(value)), row.before_text ?? 'null'];
      const text = `[${[...texts, row.after_text ?? 'null', 'null', at].join(', ')}]`;
      hash = createHash('sha256').update(hash).update(text).digest();
    }
    expect((await linksOf(siteId)).at(-1)?.hash).toEqual(hash);
  });

  test('by many servers at once makes one chain', async () => {
    await write(siteId, 40);
    await Promise.all([1, 2, 3, 4].map(() => linkPending(fresh.db)));
    expect(await verifyChains(fresh.owner)).toMatchObject({ rows: 40, waiting: 0, breaks: [] });
  });

  test('waits for whoever links already, and then finds what is left', async () => {
    await write(siteId, 2);
    let waiting: Promise<number> | undefined;
    await inTransaction(fresh.db, async (tx) => {
      await lockChains(tx);
      waiting = linkPending(fresh.db);
      await sql`SELECT pg_sleep(0.1)`.execute(tx);
      expect(await linksOf(siteId)).toEqual([]);
    });
    expect(await waiting).toBe(2);
  });

  test('while others write leaves nobody out', async () => {
    const linker = openLinker(fresh.db, { soon: 1 });
    await Promise.all(Array.from({ length: 20 }, (_, at) => write(at % 2 ? siteId : other, 5)));
    await linker.stop();
    expect(await verifyChains(fresh.owner)).toMatchObject({ rows: 100, waiting: 0, breaks: [] });
  });

  test('follows an append by itself some moments later, and the last one before the end', async () => {
    const linker = openLinker(fresh.db, { soon: 5 });
    await write(siteId, 2);
    await expect.poll(() => linksOf(siteId)).toHaveLength(2);
    await write(siteId, 1);
    await linker.stop();
    expect(await linksOf(siteId)).toHaveLength(3);
  });

  test('finds by a second look what was committed late', async () => {
    const linker = openLinker(fresh.db, { soon: 1, later: 150 });
    await inTransaction(fresh.db, async (tx) => {
      await appendAudit(tx, { siteId, personId: null, command: 'close step', record: 'step 1' });
      await sql`SELECT pg_sleep(0.08)`.execute(tx);
    });
    await expect.poll(() => linksOf(siteId)).toHaveLength(1);
    await linker.stop();
  });
});

describe('a closing', () => {
  test('counts what all chains hold and names only those that grew', async () => {
    await arrange();
    const first = await close();
    expect(first).toMatchObject({ number: 1, day: '2026-11-23', chains: 2, rows: 15 });
    await write(siteId, 1);
    await write(null, 1);
    await linkPending(fresh.db);
    expect(await close()).toMatchObject({ number: 2, chains: 3, rows: 17 });
    const heads = await sql`SELECT FROM audit_closing_head WHERE number = 2`.execute(fresh.owner);
    expect(heads.rows).toHaveLength(2);
    expect(await verifyClosings(fresh.owner)).toEqual({ closings: 2, ofFirstForm: 0, breaks: [] });
  });

  test('sent twice is one', async () => {
    const asked = { commandId: newId<'command'>(), day: day('2026-11-23'), personId: null };
    const twice = await Promise.all(
      [1, 2].map(() => inTransaction(fresh.db, (tx) => closeChains(tx, asked))),
    );
    expect(twice[0]?.closing).toEqual(twice[1]?.closing);
    expect(twice.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await listClosings(fresh.db)).toHaveLength(1);
  });

  test('shows a chain that was cut short or made anew since', async () => {
    await arrange();
    await close();
    await damage(sql`DELETE FROM audit WHERE audit_id IN (
      SELECT audit_id FROM audit_link WHERE chain = ${siteId} AND position = 10)`);
    await damage(sql`DELETE FROM audit_link WHERE chain = ${siteId} AND position = 10`);
    expect((await verifyChains(fresh.owner)).breaks).toEqual([]);
    expect(await verifyClosings(fresh.owner)).toEqual({
      closings: 1,
      ofFirstForm: 0,
      breaks: [{ number: 1, what: 'cut', chain: siteId, position: 10 }],
    });
  });

  test('is found by its printed value, however that is grouped, and not after it was remade', async () => {
    await arrange();
    const { value } = await close();
    const printed = value.toUpperCase().replace(/(.{4})/g, '$1 ');
    expect(readClosingValue(printed)).toBe(value);
    expect(readClosingValue(`${value}0`)).toBeUndefined();
    expect(await findClosingOfValue(fresh.owner, value)).toMatchObject({ number: 1 });
    await damage(sql`TRUNCATE audit_closing, audit_closing_head`);
    await write(siteId);
    await linkPending(fresh.db);
    await close();
    expect(await findClosingOfValue(fresh.owner, value)).toBeUndefined();
  });
});
