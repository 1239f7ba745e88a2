// What is done by the clock for those on duty: the notice of the day, its way to browsers, and the look for what nobody opened.

import { dayAt, type Day, type Instant } from '#ground/day.ts';
import type { PersonId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import type { Database } from '#ground/server/db.ts';
import { once, type Task } from '#ground/server/tasks.ts';
import type { PushSender } from '#ground/server/web-push.ts';
import type { Terms } from '../due.ts';
import { openedSince } from '../due.ts';
import { noticeHour, type SubscriptionId } from '../duty-notice.ts';
import { askNotice } from './duty-notice.ts';
import {
  deleteSubscription,
  listPeopleOnDuty,
  listSubscriptions,
  lookForUnreadRings,
  markPush,
  saveRun,
} from './duty-store.ts';

export type DutyHouse = {
  /** Reaches everywhere, as nobody. */
  readonly db: Database;
  readonly timeZone: string;
  readonly now: () => Date;
};

const todayOf = ({ timeZone, now }: DutyHouse): Day =>
  dayAt(now().toISOString() as Instant, timeZone);

/** Milliseconds: later than this it would come at night; that it was missed is shown instead. */
const latest = 8 * 3_600_000;

/** To everybody on duty, whatever happened: it asks who they are, and nothing about tips. */
export const sendDigestTask = (house: DutyHouse): Task<'send digest'> => ({
  daily: noticeHour,
  tries: 8,
  run: async (job) => {
    if (house.now().getTime() - Date.parse(job.due) > latest) return done('too late today');
    const today = todayOf(house);
    for (const personId of await listPeopleOnDuty(house.db)) {
      await once(house.db, { id: `${job.id} ${personId}` }, async (tx) => {
        await askNotice(tx, personId, today);
      });
    }
    await saveRun(house.db, today);
    return done('asked for');
  },
});

/** A browser that is gone is taken from the list; what may pass is tried again. */
export const sendPushTask = (db: Database, send: PushSender): Task<'send push'> => ({
  run: async ({ payload, isLastTry }) => {
    const personId = payload.personId as PersonId;
    const of = { personId, day: payload.day as Day };
    const subscriptionId = payload.subscriptionId as SubscriptionId;
    const known = await listSubscriptions(db, personId);
    const found = known.find((one) => one.subscriptionId === subscriptionId);
    if (!found) return done('switched off');
    const sent = await send(found.endpoint);
    if (sent.ok) {
      await markPush(db, of, { state: 'sent', problem: null });
      return done('sent');
    }
    const { kind: problem, isForGood } = sent.refusal;
    if (problem === 'gone') await deleteSubscription(db, { personId, subscriptionId });
    await markPush(db, of, { state: isForGood || isLastTry ? 'failed' : 'asked', problem });
    return isForGood ? done('given up') : refused(problem);
  },
});

/** Before the notice of the day: those above see which desks to call, without a count or a word. */
export const lookForUnreadTask = (
  house: DutyHouse & { readonly terms: () => Promise<Terms> },
): Task<'look for unread'> => ({
  daily: '07:15',
  tries: 8,
  run: async () => {
    const today = todayOf(house);
    const since = openedSince(await house.terms(), today);
    if (!since.ok) return refused('no rule');
    await lookForUnreadRings(house.db, today, since.value);
    return done('looked');
  },
});
