// What people on duty do about the daily notice: name a browser for it, take it back, ask for one now.

import type { Day } from '#ground/day.ts';
import { newId, type CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { once } from '#ground/server/tasks.ts';
import type { Actor } from '#people/person.ts';
import { purposesOf } from '#sealed/ring.ts';
import type { NoticeChannel, SubscriptionId } from '../duty-notice.ts';
import type { SubscribeInput } from '../duty.input.ts';
import { askNotice } from './duty-notice.ts';
import { deleteSubscription, insertSubscription, listSubscriptions } from './duty-store.ts';

export type DutyRefusal =
  | 'forbidden'
  | 'not-found'
  /** Ten browsers of one person are enough. */
  | 'too-many';

const most = 10;

/** The browser this is sent from; sent again, or on again, it is one. */
export const subscribePush = (
  db: Database,
  actor: Actor,
  { commandId, endpoint }: SubscribeInput,
  today: Day,
): Promise<Outcome<null, DutyRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!isOnDuty(actor)) return refused('forbidden');
    const { personId } = actor;
    if ((await listSubscriptions(tx, personId)).length >= most) return refused('too-many');
    const subscriptionId = newId<'subscription'>();
    const given = { subscriptionId, commandId, personId, endpoint, madeOn: today };
    if (await insertSubscription(tx, given)) {
      const record = `push ${subscriptionId}`;
      await appendAudit(tx, { siteId: null, personId, command: 'turn on push', record });
    }
    return done(null);
  });

export const unsubscribePush = (
  db: Database,
  actor: Actor,
  subscriptionId: SubscriptionId,
): Promise<Outcome<null, DutyRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!isOnDuty(actor)) return refused('forbidden');
    const { personId } = actor;
    if (!(await deleteSubscription(tx, { personId, subscriptionId }))) return refused('not-found');
    const record = `push ${subscriptionId}`;
    await appendAudit(tx, { siteId: null, personId, command: 'turn off push', record });
    return done(null);
  });

/** The notice of the day once more, to oneself alone; by which ways, none where there is none. */
export async function askNoticeNow(
  db: Database,
  actor: Actor,
  { commandId }: { readonly commandId: CommandId },
  today: Day,
): Promise<Outcome<readonly NoticeChannel[], DutyRefusal>> {
  if (!isOnDuty(actor)) return refused('forbidden');
  let ways: readonly NoticeChannel[] = [];
  await once(db, { id: `notice ${commandId}` }, async (tx) => {
    const { personId } = actor;
    ways = await askNotice(tx, personId, today);
    const record = `person ${personId}`;
    await appendAudit(tx, { siteId: null, personId, command: 'ask for notice', record });
  });
  return done(ways);
}

const isOnDuty = (actor: Actor): boolean => purposesOf(actor).includes('tip');
