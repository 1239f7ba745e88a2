// The SQL of what helpers note of their own work: everybody sees their own.

import type { Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import { newId, type CommandId, type Id, type PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { WorkInput } from '../help.input.ts';
import type { Work } from '../work.ts';

type Connection = Pick<Database, 'selectFrom'>;

export const listOwnWork = (db: Connection): Promise<readonly Work[]> =>
  db
    .selectFrom('help_work')
    .select(['work_id as workId', 'month', 'kind', 'times', 'minutes'])
    .$castTo<Work>()
    .orderBy('month', 'desc')
    .orderBy('kind')
    .orderBy('work_id')
    .execute();

export async function findWorkOfCommand(
  db: Connection,
  commandId: CommandId,
): Promise<Id<'work'> | undefined> {
  const row = await db
    .selectFrom('help_work')
    .where('command_id', '=', commandId)
    .select('work_id as workId')
    .$castTo<{ workId: Id<'work'> }>()
    .executeTakeFirst();
  return row?.workId;
}

export async function insertWork(
  tx: Transaction<DB>,
  { commandId, ...work }: WorkInput,
  by: { readonly personId: PersonId; readonly today: Day },
): Promise<Id<'work'>> {
  const workId = newId<'work'>();
  await tx
    .insertInto('help_work')
    .values({
      ...work,
      work_id: workId,
      command_id: commandId,
      helper_id: by.personId,
      recorded_on: by.today,
    })
    .execute();
  return workId;
}

/** Whether it was there. */
export async function deleteWork(tx: Transaction<DB>, workId: Id<'work'>): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('help_work')
    .where('work_id', '=', workId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
