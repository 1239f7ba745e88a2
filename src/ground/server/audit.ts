// The record of what was done: one row in the transaction of its command, never changed afterwards.

import type { Transaction } from 'kysely';
import type { PersonId, SiteId } from '#ground/id.ts';
import type { DB } from './schema.ts';

export type AuditEntry = {
  readonly siteId: SiteId | null;
  readonly personId: PersonId | null;
  /** The command's name: 'close step'. */
  readonly command: string;
  /** A word of the glossary and its id: 'step 4'. */
  readonly record: string;
  readonly before?: object;
  readonly after?: object;
};

export async function appendAudit(tx: Transaction<DB>, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      site_id: entry.siteId,
      person_id: entry.personId,
      command: entry.command,
      record: entry.record,
      before: entry.before === undefined ? null : JSON.stringify(entry.before),
      after: entry.after === undefined ? null : JSON.stringify(entry.after),
    })
    .execute();
}
