// What a person does with the record itself: close it, so that a value can be kept on paper.

import type { Day } from '#ground/day.ts';
import type { CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { closeChains, type Closing } from '#ground/server/audit-closing.ts';
import { linkPending } from '#ground/server/audit-linker.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';

/** Everything written until now is linked and closed; sent twice, it is one closing. */
export async function closeAudit(
  db: Database,
  actor: Actor,
  { commandId }: { readonly commandId: CommandId },
  today: Day,
): Promise<Outcome<Closing, 'forbidden'>> {
  if (!may(actor, 'view audit')) return refused('forbidden');
  await linkPending(db);
  const { personId } = actor;
  return inTransaction(db, async (tx) => {
    const { closing, isNew } = await closeChains(tx, { commandId, day: today, personId });
    if (isNew) {
      const record = `closing ${closing.number}`;
      const after = { rows: closing.rows, value: closing.value };
      await appendAudit(tx, { siteId: null, personId, command: 'close audit', record, after });
    }
    return done(closing);
  });
}
