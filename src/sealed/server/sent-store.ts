// What earlier sendings of the same command did to a ring: a retry is answered as the first was.

import type { CommandId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { RingId } from '../ring.ts';

/** What an earlier sending of the same command opened or turned. */
export const findEpochOfCommand = (
  db: Database,
  commandId: CommandId,
): Promise<{ readonly ringId: RingId; readonly epoch: number } | undefined> =>
  db
    .selectFrom('ring_epoch')
    .where('command_id', '=', commandId)
    .select(['ring_id as ringId', 'epoch'])
    .$narrowType<{ ringId: RingId }>()
    .executeTakeFirst();

export async function isShareSent(db: Database, commandId: CommandId): Promise<boolean> {
  const row = await db
    .selectFrom('ring_share')
    .where('command_id', '=', commandId)
    .select('ring_id')
    .executeTakeFirst();
  return row !== undefined;
}
