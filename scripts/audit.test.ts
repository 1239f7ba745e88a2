// The command checks a record wherever it lies: exit 0 where it is whole, 1 where it is not, and says where.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { closeChains, type Closing } from '#ground/server/audit-closing.ts';
import { linkPending } from '#ground/server/audit-linker.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';

const script = fileURLToPath(new URL('audit.ts', import.meta.url));
const siteId = newId<'site'>();
let fresh: FreshDatabase;
let closed: Closing;

beforeAll(async () => {
  fresh = await freshDatabase();
  await write(3);
  await linkPending(fresh.db);
  const asked = { commandId: newId<'command'>(), day: day('2026-11-23'), personId: null };
  closed = (await inTransaction(fresh.db, (tx) => closeChains(tx, asked))).closing;
});
afterAll(() => fresh.close());

async function write(rows: number): Promise<void> {
  for (let row = 1; row <= rows; row += 1)
    await inTransaction(fresh.db, (tx) =>
      appendAudit(tx, { siteId, personId: null, command: 'close step', record: `step ${row}` }),
    );
}

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

async function audit(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...words], {
    env: { DATABASE_URL: fresh.url, BINH_YEN_LANG: 'en', ...env },
  });
  const over = once(child, 'close');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await over;
  return { code: child.exitCode, out, err };
}

test('a whole record is said to be whole, and what waits is counted', async () => {
  await write(1);
  const { code, out, err } = await audit(['verify']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Checked 3 rows in 1 chains/);
  expect(out).toContain('1 rows written just now wait');
  expect(out).toContain('The record is whole.');
  expect(out).toContain('cut off together with its closings, this check does not see it');
});

test('a closing value is printed in groups, and what was printed is found again', async () => {
  const printed = await audit(['closing', '2026-11-23']);
  expect(printed.code).toBe(0);
  const rows = [...printed.out.matchAll(/^ {2}[A-D] {2}(.*)$/gm)].map(([, groups]) => groups);
  expect(rows.join(' ').replaceAll(' ', '')).toBe(closed.value);
  const found = await audit(['verify', '--against', rows.join(' ')]);
  expect(found).toMatchObject({ code: 0, err: '' });
  expect(found.out).toContain('The value on paper is that of closing 1');
  expect(found.out).not.toContain('Not held against');
});

test.each([
  ['another value', 'f'.repeat(64), 1, /no closing of this record/],
  ['no value', 'abcd', 1, /64 digits/],
])('%s on paper is no proof', async (_, value, code, sentence) => {
  const ended = await audit(['verify', '--against', value]);
  expect(ended.code).toBe(code);
  expect(ended.err).toMatch(sentence);
  expect(ended.out).not.toContain('whole');
});

test.each([
  ['another word', ['repair']],
  ['no day', ['closing', 'today']],
  ['a day without a closing', ['closing', '2020-01-01']],
])('%s: one sentence and exit 2', async (_, words) => {
  const { code, out, err } = await audit(words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).not.toBe('');
});

test('a folder without data is said to have none', async () => {
  const { code, err } = await audit([], { DATABASE_URL: '', BINH_YEN_DATA: '/nowhere/data' });
  expect({ code, err }).toEqual({ code: 2, err: 'There is no data in /nowhere/data yet.\n' });
});

test('a broken link is named: whose chain, where, which row, what', async () => {
  await sql`UPDATE audit SET record = 'step 9' WHERE record = 'step 2'`.execute(fresh.owner);
  const { code, err } = await audit(['verify']);
  expect(code).toBe(1);
  expect(err).toMatch(
    new RegExp(`^BROKEN: chain of site ${siteId}, link 2, audit row \\d+: is not what was written`),
  );
});
