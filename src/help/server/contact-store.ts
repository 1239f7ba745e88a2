// The SQL of the telephone of a commune's helpers: told to everybody, set by those on duty there.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { PersonId, UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { HelpContact } from '../contact.ts';

/** For everybody: whom to call. */
export async function findHelpContact(
  db: Database,
  unitId: UnitId,
): Promise<HelpContact | undefined> {
  const { rows } = await sql<HelpContact>`
    SELECT phone, source, checked_on AS "checkedOn"
    FROM help_contact_of(${unitId}::uuid)`.execute(db);
  return rows[0];
}

export const saveHelpContact = (
  tx: Transaction<DB>,
  unitId: UnitId,
  { phone, source, checkedOn }: HelpContact,
  by: { readonly personId: PersonId; readonly on: Day },
): Promise<unknown> => {
  const set = { phone, source, checked_on: checkedOn, set_by: by.personId, set_on: by.on };
  return tx
    .insertInto('help_contact')
    .values({ unit_id: unitId, ...set })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(set))
    .execute();
};
