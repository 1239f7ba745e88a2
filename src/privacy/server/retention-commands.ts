// Whoever may can end what is past its term before the night does.

import type { Day } from '#ground/day.ts';
import type { CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { Database } from '#ground/server/db.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { runRetention } from './retention.ts';

/** How many rows went; 0 where the same command ran before. */
export async function endRecordsNow(
  db: Database,
  actor: Actor,
  { commandId }: { readonly commandId: CommandId },
  today: Day,
  timeZone: string,
): Promise<Outcome<number, 'forbidden'>> {
  if (!may(actor, 'end records')) return refused('forbidden');
  const gone = await runRetention(db, today, { timeZone, commandId, startedBy: actor.personId });
  return done(Object.values(gone).reduce((sum, records) => sum + records, 0));
}
