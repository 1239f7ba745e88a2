// What each login may see of passwords and codes: PostgreSQL itself says no.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#ground/server/db.ts';
import { freshDatabase, testLogin, type FreshDatabase } from '#ground/server/testing.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

describe('the login of the application', () => {
  it.each([
    'SELECT password FROM sign_in_account',
    'SELECT token FROM sign_in_session',
    'SELECT secret FROM second_factor',
    'SELECT * FROM recovery_code',
    'SELECT public_key FROM passkey',
    'SELECT * FROM sign_in_challenge',
    "UPDATE sign_in_account SET password = 'x'",
  ])('is refused: %s', async (statement) => {
    await expect(sql.raw(statement).execute(fresh.db)).rejects.toThrow('permission denied');
  });
});

describe('the login of signing in', () => {
  it.each([
    'SELECT * FROM site',
    "UPDATE person SET name = 'x'",
    'SELECT * FROM plan_reading',
    'DELETE FROM audit',
    'INSERT INTO role_rule DEFAULT VALUES',
  ])('is refused: %s', async (statement) => {
    const own = openDatabase(testLogin(fresh.url, 'binh_yen_sign_in'));
    await expect(sql.raw(statement).execute(own)).rejects.toThrow('permission denied');
    await own.destroy();
  });
});
