// The register of personal data against the database itself: every column entered, every list of the database the same.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { findGaps, type CatalogueColumn } from './catalogue.ts';
import { plain } from './entry.ts';
import { retentionRules } from './retention.ts';
import { namedTables, personalColumns, personalTables, tables } from './tables.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const catalogue = async (): Promise<readonly CatalogueColumn[]> => {
  const { rows } = await sql<CatalogueColumn>`
    SELECT c.relname AS "table", a.attname AS "column"
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
      AND a.attnum > 0 AND NOT a.attisdropped`.execute(fresh.owner);
  return rows;
};

describe('the register', () => {
  it('has an entry for every column of the database, and none for anything else', async () => {
    expect(findGaps(await catalogue(), tables)).toEqual([]);
  });
  it('names a column without an entry, and an entry without a column', () => {
    const { person } = tables;
    const there = [{ table: 'person', column: 'birth_day' }];
    expect(
      findGaps(there, person ? { person: { ...person, columns: plain('key', 'id') } } : {}),
    ).toEqual(['person.birth_day has no entry', 'person.id is no column']);
  });
  it('says in both languages what everything is called', () => {
    const called = namedTables.flatMap((table) => [
      table.called,
      ...personalColumns(table).map((column) => column.called),
    ]);
    const silent = called.filter(([vi, en]) => vi.trim() === '' || en.trim() === '');
    const vietnamese = called.filter(([, en]) => /[đĐ]|\p{M}/u.test(en.normalize('NFD')));
    expect([silent, vietnamese]).toEqual([[], []]);
  });
  it('lets nobody see what is closed, and hides no person behind a table without links', () => {
    const unseen = personalTables.filter(({ seenBy }) => seenBy.length === 0);
    expect(unseen.map(({ name }) => name)).toEqual([]);
  });
});

describe('the lists in the database are those of the register', () => {
  it('of places where a name may stand, with what becomes of it', async () => {
    const { rows } = await sql<{ place: string }>`
      SELECT table_name || '.' || column_name || ' ' || at_erase AS place FROM name_place`.execute(
      fresh.db,
    );
    const entered = personalTables.flatMap((table) =>
      personalColumns(table)
        .filter(({ isFreeText }) => isFreeText)
        .map(({ name, atErase }) => `${table.name}.${name} ${atErase}`),
    );
    expect(rows.map(({ place }) => place).toSorted()).toEqual(entered.toSorted());
  });
  it('of what goes with an account', async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT DISTINCT table_name AS name FROM account_part`.execute(fresh.db);
    const going = personalTables.filter(({ columns }) =>
      Object.values(columns).some(
        (column) => column.personal && column.isLink && column.atErase === 'erased',
      ),
    );
    // A sign-in under way is closed to everybody, its person too: it goes all the same.
    const expected = [...going.map(({ name }) => name), 'sign_in_challenge'];
    expect(rows.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
  });
  it('of rules that end records, each with the law behind it', async () => {
    const { rows } = await sql<{ rule: string; known: boolean }>`
      SELECT DISTINCT rule, EXISTS (SELECT FROM legal_rule WHERE key = rule) AS known
      FROM retention_target`.execute(fresh.db);
    expect(rows.map(({ rule }) => rule).toSorted()).toEqual([...retentionRules].toSorted());
    expect(rows.filter(({ known }) => !known)).toEqual([]);
  });
});
