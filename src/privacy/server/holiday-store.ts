// The days offices are closed, as administrators and the catalogue entered them.

import { sql, type Kysely, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { CommandId, Id, PersonId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Holiday } from '../working-days.ts';

type Reader = Kysely<DB> | Transaction<DB>;
export type HolidayId = Id<'holiday'>;
export type KnownHoliday = Holiday & { readonly holidayId: HolidayId };

export const listHolidays = (db: Reader): Promise<readonly KnownHoliday[]> =>
  db
    .selectFrom('holiday')
    .select((holiday) => [
      holiday.ref('holiday_id').$castTo<HolidayId>().as('holidayId'),
      holiday.ref('kind').$castTo<Holiday['kind']>().as('kind'),
      holiday.ref('repeats').$castTo<Holiday['repeats']>().as('repeats'),
      holiday.ref('first_day').$castTo<Day>().as('firstDay'),
      holiday.ref('last_day').$castTo<Day | null>().as('lastDay'),
      'name',
      'source',
      holiday.ref('mark').$castTo<Holiday['mark']>().as('mark'),
    ])
    .where('withdrawn_at', 'is', null)
    .orderBy('first_day')
    .orderBy('name')
    .execute();

/** False where a command of that id wrote it before. */
export async function insertHoliday(
  tx: Transaction<DB>,
  holiday: Holiday,
  by: { readonly commandId: CommandId; readonly personId: PersonId },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('holiday')
    .values({
      command_id: by.commandId,
      kind: holiday.kind,
      repeats: holiday.repeats,
      first_day: holiday.firstDay,
      last_day: holiday.lastDay,
      name: holiday.name,
      source: holiday.source,
      mark: holiday.mark,
      recorded_by: by.personId,
    })
    .onConflict((conflict) => conflict.column('command_id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** False where it is not there or was withdrawn before. */
export async function withdrawHoliday(tx: Transaction<DB>, holidayId: HolidayId): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('holiday')
    .set({ withdrawn_at: sql`now()` })
    .where('holiday_id', '=', holidayId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
