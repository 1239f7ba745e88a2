// Taking on a duty of one's role, and giving it back.

import type { Day } from '#ground/day.ts';
import type { CommandId, Id, SiteId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { decideTake, inWhoseName, type TakeRefusal } from '../holder.ts';
import { findDuty } from './duty-store.ts';
import { endHolder, insertHolder, isDutyOpen, listHolders, wasTakenBy } from './holder-store.ts';
import { lockWorkingSite } from './store.ts';

export type HolderInput = {
  readonly siteId: SiteId;
  readonly dutyId: Id<'duty'>;
  readonly commandId: CommandId;
};
type Refused = 'forbidden' | 'not-found';

/** One's name stands beside the duty until it is done, given back or passed on with the role. */
export const takeDuty = (
  db: Database,
  actor: Actor,
  input: HolderInput,
  today: Day,
): Promise<Outcome<true, Refused | TakeRefusal>> =>
  inTransaction(db, async (tx) => {
    const { siteId, dutyId, commandId } = input;
    if (!may(actor, 'do duty', siteId)) return refused('forbidden');
    if (!(await lockWorkingSite(tx, siteId))) return refused('forbidden');
    if (await wasTakenBy(tx, siteId, commandId)) return done(true);
    const duty = await findDuty(tx, [siteId], siteId, dutyId);
    if (!duty) return refused('not-found');
    const holders = await listHolders(tx, [siteId], siteId, today);
    const holder = holders.find((one) => one.dutyId === dutyId);
    const isOpen = await isDutyOpen(tx, siteId, dutyId);
    const decided = decideTake(actor, duty, { isOpen, holder });
    if (!decided.ok) return decided;
    if (holder) return done(true);
    const { personId, until } = decided.value;
    await insertHolder(tx, { ...input, personId, from: today, to: until });
    await appendAudit(tx, {
      siteId,
      personId: actor.personId,
      command: 'take duty',
      record: `duty ${dutyId}`,
      after: { holder: personId },
    });
    return done(true);
  });

/** From today on nobody is named for it. */
export const giveBackDuty = (
  db: Database,
  actor: Actor,
  { siteId, dutyId }: HolderInput,
  today: Day,
): Promise<Outcome<true, Refused>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'do duty', siteId)) return refused('forbidden');
    if (!(await lockWorkingSite(tx, siteId))) return refused('forbidden');
    const personId = inWhoseName(actor);
    const holders = await listHolders(tx, [siteId], siteId, today);
    const mine = holders.some((one) => one.dutyId === dutyId && one.personId === personId);
    // Sent a second time it finds nothing of theirs any more, which is what was wanted.
    if (!mine) return done(true);
    await endHolder(tx, { siteId, dutyId, personId }, today);
    await appendAudit(tx, {
      siteId,
      personId: actor.personId,
      command: 'give back duty',
      record: `duty ${dutyId}`,
      before: { holder: personId },
    });
    return done(true);
  });
