// The daily notice to those on duty: how it comes, whether it came, and on which of one's own browsers.

import { fail, type Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { addDays } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { hasAddress } from '#ground/mail.ts';
import { findAddress } from '#installation/server/mail-store.ts';
import { noticeHour, reachedBy } from '#tips/duty-notice.ts';
import { askAgainInput, subscribeInput, unsubscribeInput } from '#tips/duty.input.ts';
import { dutyWords } from '#tips/duty.words.ts';
import { askNoticeNow, subscribePush, unsubscribePush } from '#tips/server/duty-commands.ts';
import { listNotices, listSubscriptions, listUnreadBelow } from '#tips/server/duty-store.ts';
import { typedIn } from '../../form-fields.ts';
import { actorOf } from '../actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { personId } = actorOf(locals, 'open tip');
  const { db, today, pushKey } = locals;
  const address = await findAddress(db, personId);
  const notices = await listNotices(db, addDays(today, -6));
  const subscriptions = await listSubscriptions(db, personId);
  return {
    hour: noticeHour,
    address: hasAddress(address) ? address : '',
    pushKey,
    commandId: newId<'command'>(),
    devices: subscriptions.map(({ subscriptionId, endpoint, madeOn }) => ({
      subscriptionId,
      host: new URL(endpoint).hostname,
      madeOn,
    })),
    week: notices
      .filter((notice) => notice.personId === personId)
      .map(({ day, channel, problem, ...rest }) => ({
        day,
        channel,
        problem,
        reached: reachedBy({ day, channel, problem, ...rest }, today),
      })),
    below: await listUnreadBelow(db),
  };
};

export const actions = {
  on: async ({ request, locals }) => {
    const words = dutyWords[locals.language];
    const input = v.safeParse(subscribeInput, typedIn(await request.formData()));
    if (!input.success) return fail(400, { problem: words.trouble.refused, said: '' });
    const taken = await subscribePush(
      locals.db,
      actorOf(locals, 'open tip'),
      input.output,
      locals.today,
    );
    return taken.ok
      ? { problem: '', said: words.turnedOn }
      : fail(409, { problem: words.trouble.refused, said: '' });
  },
  off: async ({ request, locals }) => {
    const input = v.safeParse(unsubscribeInput, typedIn(await request.formData()));
    if (!input.success) return fail(400, { problem: '', said: '' });
    const actor = actorOf(locals, 'open tip');
    await unsubscribePush(locals.db, actor, input.output.subscriptionId);
    // Gone already is what was wanted.
    return { problem: '', said: dutyWords[locals.language].turnedOff };
  },
  again: async ({ request, locals }) => {
    const words = dutyWords[locals.language];
    const input = v.safeParse(askAgainInput, typedIn(await request.formData()));
    if (!input.success) return fail(400, { problem: words.trouble.refused, said: '' });
    const actor = actorOf(locals, 'open tip');
    const asked = await askNoticeNow(locals.db, actor, input.output, locals.today);
    if (!asked.ok) return fail(403, { problem: words.trouble.refused, said: '' });
    const hasWay = !asked.value.includes('none');
    return hasWay ? { problem: '', said: words.askedAgain } : { problem: words.noWay, said: '' };
  },
} satisfies Actions;
