// An administrator leaves the demo behind, in one step and for good.

import type { Day } from '#ground/day.ts';
import type { CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { isDemoThere, isOfDemo, lockDemo, readDemo, takeDemoOut } from './demo-store.ts';

export type RemoveDemoRefusal = 'forbidden' | 'unconfirmed' | 'demo person';

/** Whoever came with the demo cannot end it: nobody would be left to come in. A second time nothing happens. */
export async function removeDemo(
  db: Database,
  actor: Actor,
  { commandId, confirmed }: { readonly commandId: CommandId; readonly confirmed: boolean },
  today: Day,
): Promise<Outcome<true, RemoveDemoRefusal>> {
  if (!may(actor, 'remove demo')) return refused('forbidden');
  if (!confirmed) return refused('unconfirmed');
  return inTransaction(db, async (tx) => {
    const { personId } = actor;
    if (await isOfDemo(tx, personId)) return refused('demo person');
    await lockDemo(tx);
    if (!isDemoThere(await readDemo(tx))) return done(true);
    const after = await takeDemoOut(tx, commandId, today);
    await appendAudit(tx, {
      siteId: null,
      personId,
      command: 'remove demo',
      record: 'demo',
      after,
    });
    return done(true);
  });
}
