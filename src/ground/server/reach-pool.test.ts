// A reach lasts exactly one transaction: nothing is left on a connection, and two never mix.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type SiteId } from '../id.ts';
import { inTransaction, openDatabase, withReach, type Database } from './db.ts';
import type { Reach } from './reach.ts';
import { freshDatabase, testLogin, type FreshDatabase } from './testing.ts';

let fresh: FreshDatabase;
/** One connection only: whoever comes next gets the one that was just given back. */
let narrow: Database;
let wide: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  const url = testLogin(fresh.url, 'binh_yen_app');
  narrow = openDatabase(url, { connections: 1 });
  wide = openDatabase(url, { connections: 3 });
});
afterAll(async () => {
  await Promise.all([narrow.destroy(), wide.destroy()]);
  await fresh.close();
});

const aReach = (): Reach & { readonly sites: readonly SiteId[] } => ({
  personId: newId<'person'>(),
  sites: [newId<'site'>(), newId<'site'>()],
  actingFor: newId<'person'>(),
});

type Felt = { readonly sites: readonly string[] | null; readonly person: string | null };
async function feel(db: Database): Promise<Felt> {
  const { rows } = await sql<Felt & { everywhere: boolean | null }>`
    SELECT reach_sites() AS sites, reach_person() AS person,
      acting_for() AS "actingFor", reach_everywhere() AS everywhere`.execute(db);
  const [felt] = rows;
  if (!felt) throw new Error('nothing felt');
  return felt;
}
const none = { sites: null, person: null, actingFor: null, everywhere: null };
const set = ({ sites, personId, actingFor }: Reach) => ({
  sites,
  person: personId,
  actingFor,
  everywhere: false,
});

/** What somebody finds who uses the connection without saying how far they reach. */
async function left(): Promise<unknown> {
  const { sites, person, ...others } = await feel(narrow);
  const is = (value: unknown) => (Array.isArray(value) && value.length === 0 ? null : value);
  return {
    sites: is(sites),
    person,
    ...Object.fromEntries(Object.entries(others).map(([k, v]) => [k, v === false ? null : v])),
  };
}

describe('on a connection given back', () => {
  test('nothing is left after a query', async () => {
    const reach = aReach();
    expect(await feel(withReach(narrow, reach))).toEqual(set(reach));
    expect(await left()).toEqual(none);
  });

  test('nothing is left after a transaction, kept or thrown away', async () => {
    const reach = aReach();
    const db = withReach(narrow, reach);
    expect(await inTransaction(db, feel)).toEqual(set(reach));
    expect(await left()).toEqual(none);
    const failing = inTransaction(db, async () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await left()).toEqual(none);
  });

  test('nothing is left after a statement that fails, alone or within a transaction', async () => {
    const db = withReach(narrow, aReach());
    await expect(sql`SELECT 1 / 0`.execute(db)).rejects.toThrow('division');
    expect(await left()).toEqual(none);
    await expect(sql`SELECT nonsense`.execute(db)).rejects.toThrow('nonsense');
    expect(await left()).toEqual(none);
    const failing = inTransaction(db, (tx) => sql`SELECT 1 / 0`.execute(tx));
    await expect(failing).rejects.toThrow('division');
    expect(await left()).toEqual(none);
  });

  test('the same reach again works as before', async () => {
    const reach = aReach();
    const db = withReach(narrow, reach);
    await expect(sql`SELECT 1 / 0`.execute(db)).rejects.toThrow('division');
    expect(await feel(db)).toEqual(set(reach));
  });
});

describe('within one transaction', () => {
  test('a savepoint keeps the reach, and so does going back to it', async () => {
    const reach = aReach();
    const tx = await withReach(narrow, reach).startTransaction().execute();
    const saved = await tx.savepoint('before').execute();
    expect(await feel(saved)).toEqual(set(reach));
    await expect(sql`SELECT 1 / 0`.execute(saved)).rejects.toThrow('division');
    const back = await saved.rollbackToSavepoint('before').execute();
    expect(await feel(back)).toEqual(set(reach));
    const released = await back.releaseSavepoint('before').execute();
    expect(await feel(released)).toEqual(set(reach));
    await tx.commit().execute();
    expect(await left()).toEqual(none);
  });
});

test('requests with different reaches on the same few connections never feel one another’s', async () => {
  const requests = Array.from({ length: 240 }, async (_, at) => {
    const reach = aReach();
    const db = withReach(wide, reach);
    const wait = sql`SELECT pg_sleep(${Math.random() / 200})`;
    if (at % 3 === 0) return [set(reach), await feel(db)];
    if (at % 3 === 1) {
      const felt = await inTransaction(db, async (tx) => {
        await wait.execute(tx);
        return feel(tx);
      });
      return [set(reach), felt];
    }
    await sql`SELECT 1 / 0`.execute(db).catch(() => undefined);
    return [set(reach), await feel(db)];
  });
  for (const [expected, felt] of await Promise.all(requests)) expect(felt).toEqual(expected);
});
