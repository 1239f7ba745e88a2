// What the register says is held of a person, read from the tables it names; names found in texts; erasing.

import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { PersonId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { HeldTable, Mention } from '../held.ts';
import type { RequestId } from '../request.ts';
import { heldOf, linksOf, nameColumnOf, personalTables, type NamedTable } from '../tables.ts';

type Reader = Kysely<DB> | Transaction<DB>;

/**
 * Everything the register says is held of the holder of an account. It asks by the person's own id
 * in every table; the caller answers for who may ask.
 */
export async function listHeldOfAccount(
  db: Reader,
  personId: PersonId,
  limit: number,
): Promise<readonly HeldTable[]> {
  const tables = personalTables.filter((table) => linksOf(table).length > 0);
  const held = await Promise.all(
    tables.map((table) => {
      const isOwn = linksOf(table).map((column) => sql`${sql.ref(column)} = ${personId}`);
      return readTable(
        db,
        table,
        heldOf(table, ['account_holder']),
        sql.join(isOwn, sql` OR `),
        limit,
      );
    }),
  );
  return held.filter(({ total }) => total > 0);
}

/** The rows that bear a name of somebody without an account: rosters and earlier requests. */
export async function listHeldOfName(
  db: Reader,
  name: string,
  limit: number,
): Promise<readonly HeldTable[]> {
  const held = await Promise.all(
    personalTables.flatMap((table) => {
      const column = nameColumnOf(table);
      if (!column) return [];
      const isNamed = sql`lower(${sql.ref(column.name)}) = lower(${name})`;
      return [readTable(db, table, heldOf(table, column.whose), isNamed, limit)];
    }),
  );
  return held.filter(({ total }) => total > 0);
}

async function readTable(
  db: Reader,
  table: NamedTable,
  columns: HeldTable['rows'][number][number]['column'][],
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<HeldTable> {
  const open = columns.filter(({ isClosed }) => !isClosed);
  const chosen = sql.join(open.map(({ name }) => sql.ref(name)));
  const { rows } = await sql<Record<string, unknown>>`
    SELECT count(*) OVER () AS total_rows, ${chosen} FROM ${sql.table(table.name)}
    WHERE ${condition} LIMIT ${limit}`.execute(db);
  return {
    table,
    total: Number(rows[0]?.['total_rows'] ?? 0),
    rows: rows.map((row) =>
      columns.flatMap((column) => {
        const value = row[column.name];
        return column.isClosed || !isEmpty(value) ? [{ column, value }] : [];
      }),
    ),
  };
}

const isEmpty = (value: unknown): boolean => value === null || value === '';

/** Where a name stands in free text, whoever wrote it; for the data protection officer alone. */
export async function findMentions(db: Reader, name: string): Promise<readonly Mention[]> {
  const { rows } = await sql<Mention>`
    SELECT table_name AS "table", column_name AS "column", record, excerpt, at_erase AS "atErase"
    FROM find_mentions(${name})`.execute(db);
  return rows;
}

/** False where the account was emptied before. */
export async function eraseAccount(
  tx: Transaction<DB>,
  personId: PersonId,
  requestId: RequestId,
  today: Day,
): Promise<boolean> {
  const { rows } = await sql<{ erased: boolean }>`
    SELECT erase_account(${personId}, ${requestId}, ${today}::date) AS erased`.execute(tx);
  return rows[0]?.erased === true;
}

/** False where the name stands there no more. */
export async function takeNameOut(
  tx: Transaction<DB>,
  requestId: RequestId,
  { table, column, record }: Pick<Mention, 'table' | 'column' | 'record'>,
  name: string,
): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    SELECT take_name_out(${requestId}, ${table}, ${column}, ${record}, ${name}) AS taken`.execute(
    tx,
  );
  return rows[0]?.taken === true;
}

/** How many rows of which tables an erasure took, by its tombstones. */
export async function countErased(
  db: Reader,
  requestId: RequestId,
): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('tombstone')
    .select(({ fn }) => ['table_name', fn.sum<number>('records').as('records')])
    .where('request_id', '=', requestId)
    .groupBy('table_name')
    .orderBy('table_name')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.table_name, Number(row.records)]));
}

export type AccountName = {
  readonly personId: PersonId;
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly erasedOn: Day | null;
};

export const findAccount = (db: Reader, personId: PersonId): Promise<AccountName | undefined> =>
  selectAccount(db).where('id', '=', personId).executeTakeFirst();

export const findAccountByUsername = (
  db: Reader,
  username: string,
): Promise<AccountName | undefined> =>
  selectAccount(db).where('username', '=', username).executeTakeFirst();

const selectAccount = (db: Reader) =>
  db
    .selectFrom('person')
    .select((person) => [
      person.ref('id').$castTo<PersonId>().as('personId'),
      'name',
      'username',
      'email',
      person.ref('erased_on').$castTo<Day | null>().as('erasedOn'),
    ]);

/** Whether nobody else holds the role on the day: then the account must not end. */
export async function isLastOfRole(
  db: Reader,
  personId: PersonId,
  role: string,
  today: Day,
): Promise<boolean> {
  const holders = await db
    .selectFrom('role_holding')
    .select('person_id')
    .where('role', '=', role)
    .where('valid_from', '<=', today)
    .where((holding) =>
      holding.or([holding('valid_to', 'is', null), holding('valid_to', '>=', today)]),
    )
    .execute();
  const others = holders.filter((row) => row.person_id !== personId);
  return holders.length > others.length && others.length === 0;
}

/** Every account has an address of its own. */
export async function isEmailTaken(db: Reader, email: string, by: PersonId): Promise<boolean> {
  const other = await db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .where('id', '!=', by)
    .executeTakeFirst();
  return other !== undefined;
}

export async function correctAccount(
  tx: Transaction<DB>,
  personId: PersonId,
  column: 'name' | 'email',
  value: string,
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ [column]: value, updated_at: sql`now()` })
    .where('id', '=', personId)
    .execute();
}
