// The table of sealed columns against the database itself: nothing sealed without a contract, and no contract for nothing.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { contracts } from './contracts.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

type Column = { readonly name: string; readonly isDigest: boolean };

/** Every column of bytes; a digest is one that takes 32 bytes, never more or less. */
async function columnsOfBytes(): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    SELECT c.relname || '.' || a.attname AS name, EXISTS (
      SELECT FROM pg_constraint k
      WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
        AND pg_get_constraintdef(k.oid) ~ 'length\\(.*\\) = 32\\)'
    ) AS "isDigest"
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
      AND a.atttypid = 'bytea'::regtype AND a.attnum > 0 AND NOT a.attisdropped`.execute(
    fresh.owner,
  );
  return rows;
}

const contracted = contracts.map(({ table, column }) => `${table}.${column}`);

describe('every sealed column', () => {
  it('stands in the table of contracts, and nothing else does', async () => {
    const sealed = (await columnsOfBytes()).filter(({ name }) => /[.]sealed/.test(name));
    expect(contracted.toSorted()).toEqual(sealed.map(({ name }) => name).toSorted());
  });
  it('is named so: whatever bytes are no digest are sealed', async () => {
    const others = (await columnsOfBytes()).filter(({ isDigest }) => !isDigest);
    expect(others.filter(({ name }) => !contracted.includes(name))).toEqual([]);
  });
});

describe('a contract', () => {
  it('binds an envelope to its purpose, ring, case and direction', () => {
    const loose = contracts.filter(
      ({ purposes, binds }) => purposes.length > 0 !== (binds === 'purpose, ring, case, direction'),
    );
    expect(loose).toEqual([]);
  });
  it('lets nobody of the house open what was told in confidence but those on duty', () => {
    const told = contracts.filter(({ table }) => table.startsWith('tip_'));
    const openers = new Set(told.flatMap(({ openedBy }) => openedBy));
    expect([...openers].toSorted()).toEqual(['ring', 'sender']);
  });
});
