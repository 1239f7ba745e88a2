// The notice of the day to one person: a mail and an empty push, both the same whatever came in; nothing here looks at tips.

import type { Day } from '#ground/day.ts';
import type { PersonId } from '#ground/id.ts';
import { enqueueWatched } from '#ground/server/enqueue-mail.ts';
import { enqueue } from '#ground/server/queue.ts';
import type { NoticeChannel } from '../duty-notice.ts';
import { listSubscriptions, saveAsked } from './duty-store.ts';

type Tx = Parameters<typeof saveAsked>[0];

/** By every way the person has; that there is none is written down too. */
export async function askNotice(
  tx: Tx,
  personId: PersonId,
  day: Day,
): Promise<readonly NoticeChannel[]> {
  const mailId = await enqueueWatched(tx, personId, { kind: 'duty digest' });
  const subscriptions = await listSubscriptions(tx, personId);
  const found: NoticeChannel[] = [];
  if (mailId) found.push('mail');
  if (subscriptions.length > 0) found.push('push');
  const ways: readonly NoticeChannel[] = found.length > 0 ? found : ['none'];
  for (const channel of ways) {
    await saveAsked(tx, {
      personId,
      day,
      channel,
      mailId: channel === 'mail' ? mailId : undefined,
    });
  }
  for (const { subscriptionId } of subscriptions) {
    await enqueue(tx, 'send push', { subscriptionId, personId, day }, { tries: pushTries });
  }
  return ways;
}

/** Over about three quarters of an hour. */
const pushTries = 7;
