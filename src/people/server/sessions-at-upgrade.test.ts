// Sessions that were open before the upgrade count as proved when they began, not at the upgrade.

import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#ground/server/db.ts';
import { migrate } from '#ground/server/migrate.ts';
import { freshDatabase } from '#ground/server/testing.ts';

const all = join(import.meta.dirname, '../../../db/migrations');

test('a session of before keeps its own times through the migration', async () => {
  const fresh = await freshDatabase();
  const url = fresh.url.replace('/test_', '/upgraded_');
  const folder = mkdtempSync(join(tmpdir(), 'binh-yen-upgrade-'));
  onTestFinished(async () => {
    const name = sql.id(new URL(url).pathname.slice(1));
    await sql`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`.execute(fresh.owner);
    await fresh.close();
    rmSync(folder, { recursive: true });
  });
  for (const file of readdirSync(all).filter((name) => name < '0009'))
    cpSync(join(all, file), join(folder, file));
  expect(await migrate(url, folder)).toMatchObject({ ok: true });
  const owner = openDatabase(url);
  onTestFinished(() => owner.destroy());
  const id = crypto.randomUUID();
  await sql`
    INSERT INTO person (id, name, username, email)
    VALUES (${id}, 'Lý Thị Ví Dụ', 'vi-du', 'vi-du@example.invalid')`.execute(owner);
  await sql`
    INSERT INTO sign_in_session (id, person_id, token, expires_at, created_at, updated_at)
    VALUES (${id}, ${id}, 'token', '2026-12-01T00:00:00Z', '2026-11-01T02:11:00Z',
      '2026-11-05T07:42:00Z')`.execute(owner);
  cpSync(join(all, '0009-sign-in.sql'), join(folder, '0009-sign-in.sql'));
  expect(await migrate(url, folder)).toEqual({ ok: true, value: ['0009-sign-in'] });
  const { rows } = await sql<{ proved: boolean; used: boolean }>`
    SELECT proved_at = '2026-11-01T02:11:00Z' AS proved, used_hour = '2026-11-05T07:00:00Z' AS used
    FROM sign_in_session`.execute(owner);
  expect(rows).toEqual([{ proved: true, used: true }]);
});
