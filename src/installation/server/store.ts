// The rows of settings, and what is recorded of an installation that is being set up.

import { sql, type Kysely, type Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import type { CommandId, PersonId, UnitId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { SetupRecords } from '../setup-steps.ts';
import { isDemoThere, readDemo } from './demo-store.ts';
import { isSettingKey, type Change, type Recorded, type SettingKey } from '../setting.ts';

type Reader = Kysely<DB> | Transaction<DB>;

/** The latest value of everything that was ever set; secrets sealed. */
export async function readSettings(db: Reader): Promise<Recorded> {
  const rows = await db
    .selectFrom('setting_value')
    .distinctOn('key')
    .select(['key', 'value'])
    .orderBy('key')
    .orderBy('value_id', 'desc')
    .execute();
  // A key of a newer or older version of the house is left alone.
  return Object.fromEntries(
    rows.filter(({ key }) => isSettingKey(key)).map((r) => [r.key, r.value]),
  );
}

export const wasSet = async (db: Reader, commandId: CommandId): Promise<boolean> =>
  (await db
    .selectFrom('setting_value')
    .select('key')
    .where('command_id', '=', commandId)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** One change after the other, also where the same form was sent twice at once. */
export const lockSettings = async (tx: Transaction<DB>): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtext('setting_value'))`.execute(tx);
};

export type SettingRows = {
  readonly commandId: CommandId;
  readonly changes: readonly Change[];
  readonly reason: string;
  readonly setBy: PersonId;
};

export async function insertSettings(tx: Transaction<DB>, rows: SettingRows): Promise<void> {
  await tx
    .insertInto('setting_value')
    .values(
      rows.changes.map(({ key, value }) => ({
        command_id: rows.commandId,
        key,
        value: JSON.stringify(value),
        reason: rows.reason,
        set_by: rows.setBy,
      })),
    )
    .execute();
}

export type SettingEntry = {
  readonly valueId: number;
  readonly key: SettingKey;
  readonly value: string;
  /** What it was before; null where it had never been set. */
  readonly before: string | null;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Instant;
};

/** The latest changes first; secrets sealed. */
export async function listSettingEntries(
  db: Reader,
  keys: readonly SettingKey[],
  limit = 50,
): Promise<readonly SettingEntry[]> {
  const { rows } = await sql<SettingEntry>`
    SELECT value_id AS "valueId", key, value, before, reason, person.name AS by, set_at AS at
    FROM (
      SELECT *, lag(value) OVER (PARTITION BY key ORDER BY value_id) AS before
      FROM setting_value WHERE key = ANY(${keys})
    ) entry
    LEFT JOIN person ON person.id = set_by
    ORDER BY value_id DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** Communes of today that did not come with the demo. */
export async function countCommunes(db: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM unit
    WHERE level = 'xa' AND valid_to IS NULL AND NOT demo`.execute(db);
  return rows[0]?.count ?? 0;
}

export type CommuneWithoutBodies = {
  readonly unitId: UnitId;
  readonly name: string;
  /** What it stands in. */
  readonly parent: string;
  readonly from: Day;
  readonly legalAct: string | null;
};

/** The same communes, where no body stands yet. */
export async function listCommunesWithoutBodies(
  db: Reader,
  limit: number,
): Promise<readonly CommuneWithoutBodies[]> {
  const { rows } = await sql<CommuneWithoutBodies>`
    SELECT unit.unit_id AS "unitId", unit.name, parent.name AS parent,
      unit.valid_from AS "from", unit.legal_act AS "legalAct"
    FROM unit JOIN unit parent ON parent.unit_id = unit.parent_id
    WHERE unit.level = 'xa' AND unit.valid_to IS NULL AND NOT unit.demo
      AND NOT EXISTS (SELECT FROM body WHERE body.unit_id = unit.unit_id)
    ORDER BY unit.folded_name, unit.unit_id LIMIT ${limit}`.execute(db);
  return rows;
}

/** What stands in the records of what a first administrator comes to do; the demo's do not count. */
export async function readSetup(db: Reader): Promise<SetupRecords> {
  const { rows } = await sql<Omit<SetupRecords, 'settings' | 'hasDemo'>>`
    SELECT
      (SELECT count(*) FROM unit WHERE level = 'xa' AND valid_to IS NULL AND NOT demo) AS communes,
      (SELECT count(*) FROM body JOIN unit USING (unit_id)
        WHERE body.valid_to IS NULL AND NOT unit.demo) AS bodies,
      (SELECT count(*) FROM person WHERE NOT demo AND closed_on IS NULL) AS people,
      coalesce((
        SELECT at > (
          SELECT coalesce(max(set_at), '-infinity') FROM setting_value WHERE key LIKE 'mail.%')
        FROM audit
        WHERE record = 'setting mail' AND command = 'test mail' AND after ->> 'result' = 'sent'
        ORDER BY audit_id DESC LIMIT 1
      ), false) AS "isMailTested"`.execute(db);
  const [records] = rows;
  if (!records) throw new Error('a question without FROM has one answer');
  const hasDemo = isDemoThere(await readDemo(db));
  return { ...records, hasDemo, settings: await readSettings(db) };
}
