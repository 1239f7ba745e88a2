// What the application's login may do at all, read from the catalogue: a new table, function or column is asked about.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../id.ts';
import { openDatabase, type Database } from './db.ts';
import { listSiteTables } from './reach-rows.ts';
import { freshDatabase, testLogin, type FreshDatabase } from './testing.ts';

let fresh: FreshDatabase;
let login: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  login = openDatabase(testLogin(fresh.url, 'binh_yen_app'));
});
afterAll(async () => {
  await login.destroy();
  await fresh.close();
});

const places = 'places, bodies and rules are the same for everybody who signs in';
const signIn = 'no secret column is granted (below); whose rows they are is asked in the query';
const ledger = 'numbers and hashes without content';

/** Tables without row policies that the application works with, each with the reason why. */
const open: Readonly<Record<string, string>> = {
  account_part: 'names of tables, written by migrations alone',
  audit_closing: ledger,
  audit_pending: ledger,
  body: places,
  body_change: places,
  body_change_part: places,
  finished_job: ledger,
  glass_case: 'the cases are for everybody to read',
  holiday: places,
  legal_rule: places,
  legal_rule_confirmation: places,
  mail: 'that a mail went out, without its text; administrators alone are shown it',
  mail_choice: 'one’s own choice of mails, asked for by person',
  name_place: 'names of columns, written by migrations alone',
  number_series: 'the last number of an agency’s year',
  passkey: signIn,
  person: 'names of those with an account stand beside what they recorded',
  programme: 'the names of the models',
  provider_link: signIn,
  recovery_code: signIn,
  retention_target: 'names of tables, written by migrations alone',
  role_rule: 'which role needs a second factor',
  second_factor: signIn,
  setting_value: 'settings of the installation; secrets among them are sealed',
  setup_link: 'a hash of a link that works once',
  sign_in_account: signIn,
  sign_in_session: signIn,
  unit: places,
  unit_change: places,
  unit_change_part: places,
  unit_import: places,
  unit_word: places,
};

/** Functions that do more than whoever calls them might, each with what keeps them small. */
const definers: Readonly<Record<string, string>> = {
  empty_account: 'the owner’s alone: part of erase_account',
  enqueue_job: 'adds a job; what a job does is code',
  erase_account: 'refused by itself where the law keeps the account',
  find_mentions: 'asks by itself whether the keeper of personal data asks',
  find_same_paper: 'an id, nothing of the paper',
  find_sites_beyond: 'names of places, to break the glass',
  holds_only_within_reach: 'yes or no',
  keeps_personal_data: 'yes or no about oneself',
  people_of_opened_site: 'ids of whom to tell, while one has that site open',
  queue_state: 'counts of jobs',
  remove_demo: 'asks by itself whether an administrator asks who did not come with the demo',
  renew_password: 'asks by itself for an open code of that person',
  retention_due: 'counts of what is due to be removed',
  retire: 'removes what is due and nothing else',
  retry_jobs: 'tries failed jobs again',
  roles_held_at: 'names of roles at a site in reach, no person',
  take_name_out: 'asks by itself whether the keeper of personal data asks',
  void_renewals: 'closes what is open for that person, tells nothing and opens nothing',
};

const names = async (query: ReturnType<typeof sql<{ name: string }>>): Promise<string[]> =>
  (await query.execute(fresh.owner)).rows.map(({ name }) => name);

describe('the catalogue', () => {
  test('every table of a site hides its rows, every other one says why it need not', async () => {
    const found = await names(sql`
      SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relrowsecurity
        AND (has_any_column_privilege('binh_yen_app', oid, 'SELECT, INSERT, UPDATE')
          OR has_table_privilege('binh_yen_app', oid, 'DELETE'))
      ORDER BY 1`);
    expect(found).toEqual(Object.keys(open));
    const ofSites = (await listSiteTables(fresh.owner)).map(({ name }) => name);
    expect(found.filter((name) => ofSites.includes(name))).toEqual([]);
  });

  test('no view looks past the policies with its owner’s eyes', async () => {
    const views = await names(sql`
      SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
        AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)`);
    expect(views).toEqual([]);
  });

  test('every function that runs with its owner’s rights is known, and fixes where it looks', async () => {
    const found = await names(sql`
      SELECT proname AS name FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND prosecdef ORDER BY 1`);
    expect(found.filter((name) => !(name in definers))).toEqual([]);
    const loose = await names(sql`
      SELECT proname AS name FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND prosecdef
        AND NOT coalesce(array_to_string(proconfig, ',') LIKE '%search_path=%pg_temp', false)`);
    expect(loose).toEqual([]);
  });

  test('whoever made a role for all sites made it without a place, and no other', async () => {
    const { rows } = await sql<{ text: string }>`
      SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint
      WHERE conname = 'role_holding_scope_check'`.execute(fresh.owner);
    expect(rows[0]?.text).toMatch(
      /administrator.*provincial_officer.*data_protection_officer.*site_id IS NULL.*unit_id IS NULL/,
    );
  });
});

describe('the application’s login', () => {
  test('is nobody special: no superuser, no bypass, no table of its own, one group', async () => {
    const { rows } = await sql`
      SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (SELECT count(*) FROM pg_class WHERE relowner = pg_roles.oid) AS owns,
        (SELECT string_agg(roleid::regrole::text, ',') FROM pg_auth_members
          WHERE member = pg_roles.oid) AS groups
      FROM pg_roles WHERE rolname = current_user`.execute(login);
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        owns: 0,
        groups: 'binh_yen_app',
      },
    ]);
  });

  test.each([
    'CREATE TABLE loose (x int)',
    'CREATE SCHEMA loose',
    'CREATE FUNCTION loose() RETURNS int LANGUAGE sql RETURN 1',
    'CREATE ROLE loose',
    'CREATE POLICY loose ON site USING (true)',
    'ALTER TABLE site ADD COLUMN loose int',
    'ALTER TABLE site DISABLE ROW LEVEL SECURITY',
    'ALTER ROLE CURRENT_USER BYPASSRLS',
    'DROP TABLE site',
    'DROP POLICY reach ON site',
    'TRUNCATE step',
    'TRUNCATE audit',
    'GRANT SELECT ON sign_in_verification TO PUBLIC',
    'GRANT binh_yen_sign_in TO CURRENT_USER',
    'SET session_replication_role = replica',
    'SELECT password FROM sign_in_account',
    'SELECT token FROM sign_in_session',
    'SELECT * FROM sign_in_verification',
    "SELECT pg_read_file('/etc/passwd')",
    "COPY site TO PROGRAM 'true'",
  ])('is refused: %s', async (statement) => {
    await expect(sql.raw(statement).execute(login)).rejects.toThrow(
      /permission denied|must be owner|must be superuser|no privileges|ADMIN option|only roles/i,
    );
  });

  test.each(['binh_yen_sign_in', 'binh_yen_worker', 'the owner'])(
    'cannot become %s',
    async (role) => {
      const { rows } = await sql<{ name: string }>`
      SELECT relowner::regrole::text AS name FROM pg_class WHERE relname = 'site'`.execute(
        fresh.owner,
      );
      const name = sql.id(role === 'the owner' ? (rows[0]?.name ?? '') : role);
      for (const becoming of [sql`SET ROLE ${name}`, sql`SET SESSION AUTHORIZATION ${name}`])
        await expect(becoming.execute(login)).rejects.toThrow(/permission denied/);
    },
  );

  test('RESET ROLE changes nothing: it is itself', async () => {
    const own = fresh.reaching({ personId: newId<'person'>(), sites: [] });
    await sql`RESET ROLE`.execute(own);
    await expect(sql`SELECT * FROM sign_in_verification`.execute(own)).rejects.toThrow(
      /permission/,
    );
  });

  test('switching row security off makes queries fail instead of showing more', async () => {
    const looking = login.transaction().execute(async (tx) => {
      await sql`SET LOCAL row_security = off`.execute(tx);
      return sql`SELECT * FROM site`.execute(tx);
    });
    await expect(looking).rejects.toThrow(/row-level security/);
  });

  test('no expression inside a query widens the reach', async () => {
    const widening = sql`SELECT set_config('binh_yen.sites', 'all', true)`;
    await expect(widening.execute(login)).rejects.toThrow(/permission denied/);
    await expect(
      sql`SELECT * FROM site WHERE set_config('binh_yen.sites', 'all', true) = 'all'`.execute(
        login,
      ),
    ).rejects.toThrow(/permission denied/);
  });

  test('reads no password, token, secret, key or code that opens anything', async () => {
    const readable = await names(sql`
      SELECT relname || '.' || attname AS name
      FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0
        AND NOT attisdropped AND has_column_privilege('binh_yen_app', pg_class.oid, attnum, 'SELECT')
        AND attname ~ '(password|token|secret|private|public_key|credential|counter|_hash)'
      ORDER BY 1`);
    expect(readable).toEqual([
      // Hashes of what is printed or sent once: to find its row again by.
      'invitation.code_hash',
      'plan_reading.text_hash',
      'setup_link.token_hash',
      'tombstone.record_hash',
    ]);
  });
});
