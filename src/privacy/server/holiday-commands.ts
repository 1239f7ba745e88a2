// Administrators enter the days off that are said anew every year, and take back what was wrong.

import type { CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { decideHoliday, type HolidayInput, type HolidayRefusal } from '../holiday.input.ts';
import { insertHoliday, withdrawHoliday, type HolidayId } from './holiday-store.ts';

export const enterHoliday = (
  db: Database,
  actor: Actor,
  input: HolidayInput,
): Promise<Outcome<true, 'forbidden' | HolidayRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'manage rule')) return refused('forbidden');
    const decided = decideHoliday(input);
    if (!decided.ok) return decided;
    const { commandId } = input;
    const { personId } = actor;
    if (!(await insertHoliday(tx, decided.value, { commandId, personId }))) return done(true);
    const { kind, firstDay, lastDay, name } = decided.value;
    await appendAudit(tx, {
      siteId: null,
      personId,
      command: 'enter holiday',
      record: `holiday ${firstDay}`,
      after: { kind, firstDay, lastDay, name },
    });
    return done(true);
  });

/** A second time finds it taken back, which is what was wanted. */
export const takeBackHoliday = (
  db: Database,
  actor: Actor,
  { holidayId }: { readonly commandId: CommandId; readonly holidayId: HolidayId },
): Promise<Outcome<true, 'forbidden'>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'manage rule')) return refused('forbidden');
    if (await withdrawHoliday(tx, holidayId)) {
      await appendAudit(tx, {
        siteId: null,
        personId: actor.personId,
        command: 'take back holiday',
        record: `holiday ${holidayId}`,
      });
    }
    return done(true);
  });
