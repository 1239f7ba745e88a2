// The SQL of looking at the record: whose rows one may see is part of every query, of counts too.

import { sql } from 'kysely';
import { linkedColumns } from '#ground/server/audit-chain.ts';
import type { PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { Scope } from '#people/person.ts';
import type { Entry, EntryFilter, Reader } from '../entry.ts';

export type EntryPage = {
  readonly entries: readonly Entry[];
  /** Where the next page begins; undefined on the last. */
  readonly next: number | undefined;
};

/** The latest first; a page begins below the key the one before ended with. */
export async function listEntries(
  db: Database,
  reader: Reader,
  filter: EntryFilter,
  { before, limit = 50 }: { readonly before?: number | undefined; readonly limit?: number } = {},
): Promise<EntryPage> {
  const { rows } = await sql<Entry>`
    SELECT audit.audit_id AS "auditId", audit.at, audit.device_at AS "deviceAt", audit.kind,
      audit.command, audit.record, audit.site_id AS "siteId",
      site.hamlet || ', ' || site.commune || coalesce(' (' || site_told_by(site.site_id) || ')', '') AS place,
      audit.person_id AS "personId", actor.name AS "personName",
      absent.name AS "actingForName", about.name AS "aboutName",
      ${isOpen(reader, sql`audit.before`)} AS before, ${isOpen(reader, sql`audit.after`)} AS after,
      ${isClosed(reader)} AND coalesce(audit.before, audit.after) IS NOT NULL AS withheld,
      link.position, encode(link.hash, 'hex') AS hash
    FROM audit
    LEFT JOIN site ON site.site_id = audit.site_id
    LEFT JOIN person AS actor ON actor.id = audit.person_id
    LEFT JOIN person AS absent ON absent.id = audit.acting_for
    LEFT JOIN person AS about ON audit.record = 'person ' || about.id
    LEFT JOIN audit_link AS link ON link.audit_id = audit.audit_id
    WHERE ${isAsked(reader, filter)}
      AND (${before ?? null}::bigint IS NULL OR audit.audit_id < ${before ?? null}::bigint)
    ORDER BY audit.audit_id DESC LIMIT ${limit + 1}`.execute(db);
  const entries = rows.slice(0, limit);
  return { entries, next: rows.length > limit ? entries.at(-1)?.auditId : undefined };
}

/** A row as it is exported: PostgreSQL's own text of each hashed column, and names for people. */
export type ExportRow = {
  readonly columns: readonly (string | null)[];
  readonly position: number | null;
  readonly hash: string | null;
  readonly previousHash: string | null;
  readonly personName: string | null;
  readonly place: string | null;
  readonly withheld: boolean;
};

/** The earliest first, above the key the part before ended with. */
export async function listExportRows(
  db: Database,
  reader: Reader,
  filter: EntryFilter,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<{ readonly rows: readonly ExportRow[]; readonly last: number | undefined }> {
  const { rows } = await sql<ExportRow & { readonly auditId: number }>`
    SELECT audit.audit_id AS "auditId", ARRAY[${sql.join(exportColumns(reader))}]::text[] AS columns,
      link.position, encode(link.hash, 'hex') AS hash,
      CASE WHEN link.position = 1 THEN repeat('0', 64) ELSE encode(previous.hash, 'hex') END
        AS "previousHash",
      actor.name AS "personName", site.hamlet || ', ' || site.commune || coalesce(' (' || site_told_by(site.site_id) || ')', '') AS place,
      ${isClosed(reader)} AND coalesce(audit.before, audit.after) IS NOT NULL AS withheld
    FROM audit
    LEFT JOIN site ON site.site_id = audit.site_id
    LEFT JOIN person AS actor ON actor.id = audit.person_id
    LEFT JOIN audit_link AS link ON link.audit_id = audit.audit_id
    LEFT JOIN audit_link AS previous
      ON previous.chain = link.chain AND previous.position = link.position - 1
    WHERE ${isAsked(reader, filter)} AND audit.audit_id > ${after}::bigint
    ORDER BY audit.audit_id LIMIT ${limit}`.execute(db);
  return { rows, last: rows.at(-1)?.auditId };
}

/** Who may be looked for: everybody who stands in a row the reader may see is among them. */
export const listPeopleToAsk = (
  db: Database,
): Promise<readonly { readonly personId: PersonId; readonly name: string }[]> =>
  db
    .selectFrom('person')
    .select(['id as personId', 'name'])
    .$narrowType<{ personId: PersonId }>()
    .orderBy('name')
    .limit(5_000)
    .execute();

type Condition = ReturnType<typeof sql<boolean>>;

const isAsked = (reader: Reader, filter: EntryFilter): Condition =>
  sql<boolean>`${sql.join([isOwnOrIn(reader), ...conditionsOf(reader, filter)], sql` AND `)}`;

const isOwn = ({ personId }: Reader): Condition => sql<boolean>`(
  audit.person_id = ${personId} OR audit.acting_for = ${personId} OR audit.concerns = ${personId})`;

const isOwnOrIn = (reader: Reader): Condition =>
  sql<boolean>`(${inScope(reader.scope)} OR ${isOwn(reader)})`;

const inScope = (scope: Scope): Condition =>
  scope === 'all' ? sql<boolean>`true` : sql<boolean>`audit.site_id = ANY (${scope}::uuid[])`;

function conditionsOf({ timeZone }: Reader, filter: EntryFilter): readonly Condition[] {
  const { siteId, record, personIds, from, to, kind } = filter;
  const conditions: Condition[] = [];
  if (siteId) conditions.push(sql`audit.site_id = ${siteId}`);
  if (record?.includes(' ')) conditions.push(sql`audit.record = ${record}`);
  else if (record)
    conditions.push(sql`(audit.record = ${record} OR audit.record LIKE ${`${record} %`})`);
  if (personIds) conditions.push(sql`audit.person_id = ANY (${personIds}::uuid[])`);
  if (from) conditions.push(sql`audit.at >= ${from}::timestamp AT TIME ZONE ${timeZone}`);
  if (to) conditions.push(sql`audit.at < (${to}::date + 1)::timestamp AT TIME ZONE ${timeZone}`);
  if (kind) conditions.push(sql`audit.kind = ${kind}`);
  return conditions;
}

const isClosed = (reader: Reader): Condition => sql<boolean>`(
  split_part(audit.record, ' ', 1) = ANY (${reader.closedWords}::text[]) AND NOT coalesce(${isOwn(reader)}, false))`;

const isOpen = (reader: Reader, value: ReturnType<typeof sql>) =>
  sql`CASE WHEN NOT ${isClosed(reader)} THEN ${value} END`;

const instants: ReadonlySet<string> = new Set(['at', 'device_at']);
const contents: ReadonlySet<string> = new Set(['before', 'after']);

/** Times as they stand in the hashed text; what the reader may not see is left out. */
const exportColumns = (reader: Reader) =>
  linkedColumns.map((name) => {
    const column = sql.ref(`audit.${name}`);
    if (instants.has(name)) return sql`to_json(${column}) #>> '{}'`;
    return contents.has(name) ? isOpen(reader, sql`${column}::text`) : sql`${column}::text`;
  });
