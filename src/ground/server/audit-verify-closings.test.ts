// Closings that were changed, taken out or made in an earlier form: each is named for what it is.

import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import { closingText, closingValue } from './audit-closing-value.ts';
import { closeChains, listClosingHeads } from './audit-closing.ts';
import { appendAudit } from './audit.ts';
import { linkPending } from './audit-linker.ts';
import { verifyClosings } from './audit-verify-closings.ts';
import { inTransaction } from './db.ts';
import { freshDatabase, type FreshDatabase } from './testing.ts';

let fresh: FreshDatabase;
let siteId: SiteId = newId<'site'>();
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());
beforeEach(() => {
  siteId = newId<'site'>();
});
afterEach(async () => {
  await sql`TRUNCATE audit, audit_link, audit_pending, audit_closing, audit_closing_head`.execute(
    fresh.owner,
  );
});

/** So many closings, a row of one site before each. */
async function close(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await inTransaction(fresh.db, (tx) =>
      appendAudit(tx, { siteId, personId: null, command: 'close step', record: 'step 1' }),
    );
    await linkPending(fresh.db);
    const asked = { commandId: newId<'command'>(), day: day('2026-11-23'), personId: null };
    await inTransaction(fresh.db, (tx) => closeChains(tx, asked));
  }
}

const damage = (statement: ReturnType<typeof sql>) => statement.execute(fresh.owner);

describe('a closing', () => {
  test.each([
    sql`UPDATE audit_closing SET day = '2026-11-22' WHERE number = 2`,
    sql`UPDATE audit_closing SET made_at = made_at - interval '1 microsecond' WHERE number = 2`,
    sql`UPDATE audit_closing SET made_by = (SELECT id FROM person LIMIT 1) WHERE number = 2`,
    sql`UPDATE audit_closing SET command_id = gen_random_uuid() WHERE number = 2`,
    sql`UPDATE audit_closing SET rows = rows + 1 WHERE number = 2`,
    sql`UPDATE audit_closing SET chains = chains + 1 WHERE number = 2`,
    sql`UPDATE audit_closing SET form = 1 WHERE number = 2`,
    sql`UPDATE audit_closing_head SET hash = sha256('x') WHERE number = 2`,
    sql`DELETE FROM audit_closing_head WHERE number = 2`,
  ])('whose own rows were changed does not follow from the one before', async (harm) => {
    await sql`INSERT INTO person (id, name, username, email)
      VALUES (gen_random_uuid(), 'Ví Dụ', gen_random_uuid(), gen_random_uuid() || '@example.invalid')`.execute(
      fresh.owner,
    );
    await close(3);
    await damage(harm);
    const { breaks } = await verifyClosings(fresh.owner);
    expect(breaks).toContainEqual({ number: 2, what: 'value' });
    expect(breaks.filter(({ number }) => number !== 2)).not.toContainEqual(
      expect.objectContaining({ number: 1 }),
    );
  });

  test('has no column that could be changed unseen', async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT attname AS name FROM pg_attribute
      WHERE attrelid = 'audit_closing'::regclass AND attnum > 0 AND NOT attisdropped
        AND attname <> 'value' ORDER BY 1`.execute(fresh.owner);
    const { sql: text } = sql`SELECT ${closingText}`.compile(fresh.owner);
    expect(rows.filter(({ name }) => !text.includes(name))).toEqual([]);
  });

  test('each that does not follow is named, and each at which a chain was another', async () => {
    await close(3);
    await damage(sql`UPDATE audit_closing SET chains = chains + 1 WHERE number IN (1, 3)`);
    await damage(sql`UPDATE audit_link SET hash = sha256('x') WHERE position <= 2`);
    const { breaks } = await verifyClosings(fresh.owner);
    expect(breaks).toEqual([
      { number: 1, what: 'value' },
      { number: 3, what: 'value' },
      { number: 1, what: 'cut', chain: siteId, position: 1 },
      { number: 2, what: 'cut', chain: siteId, position: 2 },
    ]);
  });

  test('that was taken out is missing', async () => {
    await close(3);
    await damage(sql`DELETE FROM audit_closing_head WHERE number < 3`);
    await damage(sql`DELETE FROM audit_closing WHERE number < 3`);
    const { breaks } = await verifyClosings(fresh.owner);
    expect(breaks).toEqual([{ number: 1, what: 'missing', until: 2 }]);
  });

  describe('of the first form', () => {
    /** As they were made when number and day alone stood under the value. */
    async function remakeInFirstForm(number: number, before?: string): Promise<string> {
      const heads = await listClosingHeads(fresh.owner, number);
      const value = closingValue(before, `${number} 2026-11-23`, heads);
      await damage(
        sql`UPDATE audit_closing SET form = 1, value = ${value} WHERE number = ${number}`,
      );
      return value.toString('hex');
    }
    const twoOfOld = async (): Promise<void> => {
      await close(2);
      await remakeInFirstForm(2, await remakeInFirstForm(1));
    };

    test('follows as ever, is counted, and closings of now follow from it', async () => {
      await twoOfOld();
      await close(1);
      expect(await verifyClosings(fresh.owner)).toEqual({
        closings: 3,
        ofFirstForm: 2,
        breaks: [],
      });
    });

    test.each(['rows', 'chains'])('says no other number of %s than its heads', async (column) => {
      await twoOfOld();
      await damage(
        sql`UPDATE audit_closing SET ${sql.ref(column)} = ${sql.ref(column)} + 1 WHERE number = 2`,
      );
      const { breaks } = await verifyClosings(fresh.owner);
      expect(breaks).toEqual([{ number: 2, what: 'counts' }]);
    });
  });
});
