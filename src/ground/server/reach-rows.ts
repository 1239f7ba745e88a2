// For tests: the tables of a site as the database itself knows them, each filled with rows of several sites.

import { sql } from 'kysely';
import type { SiteId } from '../id.ts';
import type { Database } from './db.ts';

export type SiteTable = {
  readonly name: string;
  /** The column that says whose a row is. */
  readonly site: string;
};

/** Tables whose rows belong to a site under another column's name. */
const otherNames: Readonly<Record<string, string>> = {
  audit_link: 'chain',
  audit_closing_head: 'chain',
};

/** Every table that carries a site, found in the catalogue: a new one is tested without being told of. */
export async function listSiteTables(owner: Database): Promise<readonly SiteTable[]> {
  const columns = await listColumns(owner);
  return columns
    .filter(({ table, name }) => name === 'site_id' || otherNames[table] === name)
    .map(({ table, name }) => ({ name: table, site: name }));
}

type Column = {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly mayInsert: boolean;
  readonly mayUpdate: boolean;
};

/** What can be written to: no generated values, no identities. */
export async function listColumns(owner: Database): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    SELECT relname AS "table", attname AS name, format_type(atttypid, NULL) AS type,
      has_column_privilege('binh_yen_app', pg_class.oid, attnum, 'INSERT') AS "mayInsert",
      has_column_privilege('binh_yen_app', pg_class.oid, attnum, 'UPDATE') AS "mayUpdate"
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
      AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = ''
    ORDER BY relname, attnum`.execute(owner);
  return rows;
}

/** A database for tests of the wall alone: what a row says no longer matters, only whose it is. */
export async function dropRules(owner: Database): Promise<void> {
  await sql`DO $$
    DECLARE rule record;
    BEGIN
      FOR rule IN
        SELECT conrelid::regclass AS of, conname FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'x')
        ORDER BY contype DESC
      LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', rule.of, rule.conname);
      END LOOP;
    END $$`.execute(owner);
}

/** One row of a table, of this site or, where it may be so, of none; everything else is made up. */
export function aRow(
  columns: readonly Column[],
  { name, site }: SiteTable,
  siteId: SiteId | null,
  only: (column: Column) => boolean = () => true,
) {
  const own = columns.filter(({ table }) => table === name).filter(only);
  const names = own.map((column) => sql.ref(column.name));
  const values = own.map((column) =>
    column.name === site ? sql`${siteId}::uuid` : madeUp(column.type),
  );
  return sql`INSERT INTO ${sql.table(name)} (${sql.join(names)}) SELECT ${sql.join(values)}`;
}

const random = sql`floor(random() * 1000000000)`;

function madeUp(type: string) {
  if (type.endsWith('[]')) return sql`'{}'`;
  const made = examples[type];
  if (!made) throw new Error(`a column of type ${type}: say here what one looks like`);
  return made;
}

const examples: Readonly<Record<string, ReturnType<typeof sql>>> = {
  uuid: sql`gen_random_uuid()`,
  text: sql`md5(random()::text)`,
  jsonb: sql`'{}'::jsonb`,
  json: sql`'{}'::json`,
  boolean: sql`false`,
  date: sql`date '2020-01-01' + (random() * 3000)::int`,
  'timestamp with time zone': sql`now() + random() * interval '9 years'`,
  integer: sql`${random}::integer`,
  smallint: sql`floor(random() * 30000)::smallint`,
  bigint: sql`${random}::bigint`,
  numeric: sql`${random}::numeric`,
  'double precision': sql`random()`,
  bytea: sql`decode(md5(random()::text), 'hex')`,
};
