// Helpers say under which number they are reached in person; the door of help tells it to everybody.

import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { Actor } from '#people/person.ts';
import { purposesOf } from '#sealed/ring.ts';
import { isOnDuty } from '#sealed/server/ring-store.ts';
import type { HelpContactInput } from '../help.input.ts';
import { saveHelpContact } from './contact-store.ts';

/** Set twice it is as set once. */
export const setHelpContact = (
  db: Database,
  actor: Actor,
  { unitId, phone, source, checkedOn }: HelpContactInput,
  today: Day,
): Promise<Outcome<true, 'forbidden' | 'in-future'>> =>
  inTransaction(db, async (tx): Promise<Outcome<true, 'forbidden' | 'in-future'>> => {
    const isHelping = purposesOf(actor).includes('help');
    if (!isHelping || !(await isOnDuty(tx, { purpose: 'help', unitId })))
      return refused('forbidden');
    if (checkedOn > today) return refused('in-future');
    const { personId } = actor;
    const contact = { phone, source, checkedOn: checkedOn || null };
    await saveHelpContact(tx, unitId, contact, { personId, on: today });
    await appendAudit(tx, {
      siteId: null,
      personId,
      command: 'set help contact',
      record: `unit ${unitId}`,
      after: { phone, source },
    });
    return done(true);
  });
