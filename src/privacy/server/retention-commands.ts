// Whoever may can end what is past its term before the night does.

import type { Day } from '#ground/day.ts';
import type { CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { Database } from '#ground/server/db.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { runRetention, type Ended } from './retention.ts';

export type EndedNow = {
  /** How many rows went; 0 where the same command ran before. */
  readonly records: number;
  readonly failed: Ended['failed'];
};

export async function endRecordsNow(
  db: Database,
  actor: Actor,
  { commandId }: { readonly commandId: CommandId },
  today: Day,
  timeZone: string,
): Promise<Outcome<EndedNow, 'forbidden'>> {
  if (!may(actor, 'end records')) return refused('forbidden');
  const parts = { timeZone, commandId, startedBy: actor.personId };
  const { gone, failed } = await runRetention(db, today, parts);
  return done({ records: Object.values(gone).reduce((sum, records) => sum + records, 0), failed });
}
