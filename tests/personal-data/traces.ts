// For tests of personal data: a name written wherever one can stand, and the search for what is left of it.

import { sql } from 'kysely';
import { newId, type PersonId, type SiteId } from '#ground/id.ts';
import { fold } from '#ground/text.ts';
import type { FreshDatabase } from '#ground/server/testing.ts';

type Filled = {
  readonly siteId: SiteId;
  readonly personId: PersonId;
  readonly name: string;
};
type Column = { readonly name: string; readonly type: string; readonly required: boolean };

/** What a column is given where nothing else is said. */
const ordinary: Readonly<Record<string, (name: string) => string>> = {
  text: (name) => `'${name}'`,
  'text[]': (name) => `ARRAY['${name}']`,
  jsonb: (name) => `'{"text": "${name}"}'`,
  uuid: () => 'gen_random_uuid()',
  date: () => `'2026-01-01'`,
  smallint: () => '1',
  integer: () => '1',
  bigint: () => '1',
  numeric: () => '1',
  boolean: () => 'false',
  'timestamp with time zone': () => 'now()',
  bytea: () => `'\\x00'`,
};

/**
 * One row in every table a person or a name can stand in, with the name in every text, as the owner
 * and without the checks of the application: what no form of today lets in may stand there one day.
 */
export async function fillEveryPlace({ owner }: FreshDatabase, filled: Filled): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    // Keys to other tables are not what is looked at here.
    await sql`SET LOCAL session_replication_role = replica`.execute(tx);
    const { rows: checks } = await sql<{ table: string; name: string }>`
      SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint
      WHERE contype = 'c' AND connamespace = 'public'::regnamespace`.execute(tx);
    for (const { table, name } of checks)
      await sql`ALTER TABLE ${sql.table(table)} DROP CONSTRAINT ${sql.ref(name)}`.execute(tx);
    for (const table of await tablesToFill(tx)) await fill(tx, table, filled);
  });
}

type Connection = Parameters<
  Parameters<ReturnType<FreshDatabase['owner']['transaction']>['execute']>[0]
>[0];

/** Tables of people and of texts; rows that only list, and the account itself, are there already. */
async function tablesToFill(tx: Connection): Promise<readonly string[]> {
  const { rows } = await sql<{ table: string }>`
    SELECT DISTINCT c.relname AS "table" FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped
      AND (a.attname IN ('person_id', 'recorded_by', 'made_by', 'set_by')
        OR c.relname IN (SELECT table_name FROM name_place))
      AND c.relname NOT IN ('person', 'role_holding', 'sign_in_account', 'privacy_request',
        'privacy_request_event', 'breach', 'breach_event', 'tombstone')
    ORDER BY 1`.execute(tx);
  return rows.map(({ table }) => table);
}

async function fill(tx: Connection, table: string, { siteId, personId, name }: Filled) {
  const { rows: columns } = await sql<Column>`
    SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type,
      a.attnotnull AS required
    FROM pg_attribute a WHERE a.attrelid = ${table}::regclass AND a.attnum > 0
      AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = ''`.execute(tx);
  const { rows: places } = await sql<{ column: string }>`
    SELECT column_name AS "column" FROM name_place WHERE table_name = ${table}`.execute(tx);
  const { rows: people } = await sql<{ column: string }>`
    SELECT a.attname AS "column" FROM pg_constraint k
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
    WHERE k.contype = 'f' AND k.conrelid = ${table}::regclass
      AND k.confrelid = 'person'::regclass`.execute(tx);
  const isIn = (list: readonly { column: string }[], column: string): boolean =>
    list.some((one) => one.column === column);
  const isPerson = (column: string): boolean =>
    isIn(people, column) || (table === 'audit' && column === 'person_id');
  const values = columns.map((column) => {
    if (isPerson(column.name)) return [column.name, `'${personId}'`] as const;
    if (column.name === 'site_id') return [column.name, `'${siteId}'`] as const;
    if (column.type === 'uuid' && !column.required) return [column.name, 'NULL'] as const;
    const text = isIn(places, column.name) ? name : newId();
    return [column.name, ordinary[column.type]?.(text) ?? 'NULL'] as const;
  });
  await sql`INSERT INTO ${sql.table(table)} (${sql.join(values.map(([column]) => sql.ref(column)))})
    VALUES (${sql.raw(values.map(([, value]) => value).join(', '))})
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** Every text, list and JSON column of the database in which the name stands, in any spelling. */
export async function findTraces({ owner }: FreshDatabase, name: string): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    SELECT c.relname AS "table", a.attname AS "column"
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
      AND NOT a.attisdropped AND format_type(a.atttypid, NULL) IN
        ('text', 'text[]', 'jsonb', 'character varying', 'tsvector')
    ORDER BY 1, 2`.execute(owner);
  const found = await Promise.all(
    columns.map(async ({ table, column }) => {
      const { rows } = await sql`
        SELECT 1 FROM ${sql.table(table)}
        WHERE position(${name.toLowerCase()} IN lower(${sql.ref(column)}::text)) > 0
          OR position(${fold(name)} IN lower(${sql.ref(column)}::text)) > 0 LIMIT 1`.execute(owner);
      return rows.length > 0 ? [`${table}.${column}`] : [];
    }),
  );
  return found.flat();
}
