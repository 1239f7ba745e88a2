// A sheet of code slips is registered before it is cut and given out: numbers and keys, no code.

import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { mayWithoutSite } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { isOnDuty } from '#sealed/server/ring-store.ts';
import type { SheetInput } from '../slip.input.ts';
import { insertSlips, isSheetSent } from './slip-store.ts';

/** Before printing: a slip whose letter could not be bound to it is worth nothing. */
export const registerSlips = (
  db: Database,
  actor: Actor,
  { commandId, unitId, slips }: SheetInput,
  today: Day,
): Promise<Outcome<true, 'forbidden'>> =>
  inTransaction(db, async (tx) => {
    const { personId, actingFor } = actor;
    if (actingFor || !mayWithoutSite(actor, 'keep boxes')) return refused('forbidden');
    if (!(await isOnDuty(tx, { purpose: 'tip', unitId }))) return refused('forbidden');
    if (await isSheetSent(tx, commandId)) return done(true);
    await insertSlips(tx, slips, { commandId, unitId, personId, on: today });
    const record = `unit ${unitId}`;
    await appendAudit(tx, { siteId: null, personId, command: 'print code slips', record });
    return done(true);
  });
