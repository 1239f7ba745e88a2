// What of an installation came with the demo, whether it was taken out, and the taking out itself.

import { sql, type Kysely, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { CommandId, PersonId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';

type Reader = Kysely<DB> | Transaction<DB>;

export type DemoRecords = {
  readonly people: number;
  readonly sites: number;
  /** Administrative units and bodies. */
  readonly places: number;
  /** Roles of other people that hold at a demo site, and go with it. */
  readonly othersRoles: number;
};

export async function readDemo(db: Reader): Promise<DemoRecords> {
  const { rows } = await sql<DemoRecords>`
    SELECT (SELECT count(*) FROM person WHERE demo) AS people,
      (SELECT count(*) FROM site WHERE demo) AS sites,
      (SELECT count(*) FROM unit WHERE demo) + (SELECT count(*) FROM body WHERE demo) AS places,
      (SELECT count(*) FROM role_holding
        JOIN site USING (site_id) JOIN person ON person.id = role_holding.person_id
        WHERE site.demo AND NOT person.demo) AS "othersRoles"`.execute(db);
  const [records] = rows;
  if (!records) throw new Error('a question without FROM has one answer');
  return records;
}

export const isDemoThere = ({ people, sites, places }: DemoRecords): boolean =>
  people + sites + places > 0;

/** Once it was, it never comes back. */
export async function wasDemoRemoved(db: Reader): Promise<boolean> {
  const stone = await db
    .selectFrom('tombstone')
    .select('tombstone_id')
    .where('rule', '=', 'demo.removed')
    .limit(1)
    .executeTakeFirst();
  return stone !== undefined;
}

export async function isOfDemo(db: Reader, personId: PersonId): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('demo')
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.demo ?? false;
}

/** Two administrators at once: the second finds nothing any more. */
export const lockDemo = async (tx: Transaction<DB>): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtext('demo'))`.execute(tx);
};

/** How many rows of each table went. */
export async function takeDemoOut(
  tx: Transaction<DB>,
  commandId: CommandId,
  today: Day,
): Promise<Readonly<Record<string, number>>> {
  await sql`SELECT remove_demo(${commandId}, ${today})`.execute(tx);
  const gone = await tx
    .selectFrom('tombstone')
    .select(({ fn }) => ['table_name', fn.sum<number>('records').as('records')])
    .where('request_id', '=', commandId)
    .groupBy('table_name')
    .orderBy('table_name')
    .execute();
  return Object.fromEntries(gone.map((one) => [one.table_name, Number(one.records)]));
}
