// One duty: whose it is, until when, and the forms to mark it done, put it off or take it up again.

import type { Action } from '@sveltejs/kit';
import * as v from 'valibot';
import { newId } from '#ground/id.ts';
import { mayTake, inWhoseName } from '#sites/holder.ts';
import { delayDuty, doDuty, reopenDuty } from '#sites/server/commands.ts';
import { giveBackDuty, takeDuty } from '#sites/server/holder-commands.ts';
import { listHolders } from '#sites/server/holder-store.ts';
import { dutyInput } from '#sites/site.input.ts';
import { readForm } from '#ui/read-form.ts';
import { actorOf } from '../../../../actor.ts';
import { typedIn } from '../../../../../form-fields.ts';
import { answer, type Answered } from '../../../../refusals.ts';
import { notFound, siteOf } from '../../../site-of.ts';
import { dutyStates } from '../../../site-records.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { actor, scope, site } = await siteOf(locals, params.site);
  const states = await dutyStates({ db: locals.db, scope, site, today: locals.today });
  const state = states.find(({ duty }) => duty.dutyId === params.duty);
  if (!state) return notFound(locals);
  const holders = await listHolders(locals.db, scope, site.siteId, locals.today);
  const holder = holders.find(({ dutyId }) => dutyId === state.duty.dutyId) ?? null;
  const commandIds = {
    done: newId<'command'>(),
    delay: newId<'command'>(),
    reopen: newId<'command'>(),
    hold: newId<'command'>(),
  };
  return {
    state,
    commandIds,
    holder,
    isMine: holder?.personId === inWhoseName(actor),
    mayTake: mayTake(actor, state.duty),
  };
};

const moved =
  (at: string, move: typeof doDuty): Action<RouteParams, Answered> =>
  async ({ request, locals, params }) => {
    const typed = typedIn(await request.formData());
    const input = readForm(dutyInput, typed, locals, {
      note: typed['note'] ?? '',
      siteId: params.site,
      dutyId: params.duty,
    });
    const outcome = input.ok
      ? await move(locals.db, actorOf(locals), input.value, locals.today)
      : input;
    return answer(outcome, { at, typed }, locals.language);
  };

/** Taking it on, or giving it back: no day, no words. */
const held =
  (at: string, hold: typeof takeDuty | typeof giveBackDuty): Action<RouteParams, Answered> =>
  async ({ request, locals, params }) => {
    const typed = typedIn(await request.formData());
    const of = { siteId: params.site, dutyId: params.duty };
    const input = readForm(v.omit(dutyInput, ['day', 'note']), typed, locals, of);
    const outcome = input.ok
      ? await hold(locals.db, actorOf(locals), input.value, locals.today)
      : input;
    return answer(outcome, { at, typed }, locals.language);
  };

export const actions = {
  take: held('take', takeDuty),
  giveBack: held('giveBack', giveBackDuty),
  done: moved('done', doDuty),
  delay: moved('delay', delayDuty),
  reopen: moved('reopen', reopenDuty),
} satisfies Actions;
