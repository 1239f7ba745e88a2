// The record of what was done and of who looked: rows that are added, never changed afterwards.

import { sql, type Kysely, type Transaction } from 'kysely';
import { findId, type PersonId, type SiteId } from '#ground/id.ts';
import type { DB } from './schema.ts';

export type AuditEntry = {
  readonly siteId: SiteId | null;
  readonly personId: PersonId | null;
  /** The command's name, lower case: 'close step'. */
  readonly command: string;
  /** A word of the glossary and its id: 'step 4'. */
  readonly record: string;
  /** Whom it is about, who may see it then; 'person <id>' says so by itself. */
  readonly concerns?: PersonId | null;
  readonly before?: object;
  readonly after?: object;
};

export type AuditView = {
  readonly siteId: SiteId | null;
  /** What was looked at, as in AuditEntry: 'plan <id>', 'roster', 'file <ref>'. */
  readonly record: string;
  /** Missing: 'view record'. */
  readonly command?: string;
  /** Missing: whoever the database is limited to. */
  readonly personId?: PersonId;
  readonly concerns?: PersonId | null;
  /** What exactly was asked for, such as the filter of a list. */
  readonly details?: object;
};

/**
 * In the command's own transaction: the row is there if, and only if, the change is. Whose work it
 * was and what the device's clock said come from the reach of the transaction.
 */
export async function appendAudit(tx: Transaction<DB>, entry: AuditEntry): Promise<void> {
  await append(tx, { ...entry, kind: 'change' }, sql`true`);
}

/**
 * Before the bytes are sent: once this returns, the row outlives a crash. The same look again
 * within some minutes is folded into the first.
 */
export async function appendView(db: Kysely<DB>, view: AuditView): Promise<void> {
  const { command = 'view record', personId = null, details } = view;
  const entry = {
    ...view,
    personId,
    command,
    kind: 'view' as const,
    ...(details && { after: details }),
  };
  await append(db, entry, isFirstLook(entry));
}

/** What has to happen some moments after rows were added: one listener, the linker. */
export function onAppended(listener: () => void): void {
  appended = listener;
}

let appended = (): void => undefined;

type Row = AuditEntry & { readonly kind: 'change' | 'view' };

async function append(db: Kysely<DB>, row: Row, condition: ReturnType<typeof sql>): Promise<void> {
  const { siteId, personId, kind, command, record, concerns = concernedIn(record) } = row;
  await sql`SELECT append_audit(${siteId}, ${personId}, ${kind}, ${command}, ${record},
    ${concerns}, ${json(row.before)}, ${json(row.after)}) WHERE ${condition}`.execute(db);
  appended();
}

const actorOf = ({ personId }: Pick<Row, 'personId'>) =>
  sql`coalesce(${personId}::uuid, reach_person())`;

/** Among the person's latest rows only, so that the look stays cheap however long the record is. */
const isFirstLook = (row: Row) => sql`NOT EXISTS (
  SELECT FROM (
    SELECT site_id, kind, command, record, acting_for, after, at FROM audit
    WHERE person_id = ${actorOf(row)} ORDER BY audit_id DESC LIMIT 50
  ) AS latest
  WHERE kind = 'view' AND command = ${row.command} AND record = ${row.record}
    AND site_id IS NOT DISTINCT FROM ${row.siteId}::uuid
    AND acting_for IS NOT DISTINCT FROM acting_for()
    AND after IS NOT DISTINCT FROM ${json(row.after)}::jsonb
    AND at > now() - interval '10 minutes'
)`;

const json = (value: object | undefined): string | null =>
  value === undefined ? null : JSON.stringify(value);

function concernedIn(record: string): PersonId | null {
  const [word, id] = record.split(' ');
  return word === 'person' ? (findId<'person'>(id) ?? null) : null;
}
