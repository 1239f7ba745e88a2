// One duty: whose it is, until when, and the forms to mark it done, put it off or take it up again.

import type { Action } from '@sveltejs/kit';
import * as v from 'valibot';
import { newId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { delayDuty, doDuty, reopenDuty } from '#sites/server/commands.ts';
import { dutyInput } from '#sites/site.input.ts';
import { actorOf } from '../../../../actor.ts';
import { typedIn } from '../../../../../form-fields.ts';
import { answer, type Answered } from '../../../../refusals.ts';
import { notFound, siteOf } from '../../../site-of.ts';
import { dutyStates } from '../../../site-records.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { scope, site } = await siteOf(locals, params.site);
  const states = await dutyStates({ db: locals.db, scope, site, today: locals.today });
  const state = states.find(({ duty }) => duty.dutyId === params.duty);
  if (!state) return notFound(locals);
  const commandIds = {
    done: newId<'command'>(),
    delay: newId<'command'>(),
    reopen: newId<'command'>(),
  };
  return { state, commandIds };
};

const moved =
  (at: string, move: typeof doDuty): Action<RouteParams, Answered> =>
  async ({ request, locals, params }) => {
    const typed = typedIn(await request.formData());
    const input = v.safeParse(dutyInput, {
      ...typed,
      note: typed['note'] ?? '',
      siteId: params.site,
      dutyId: params.duty,
    });
    const outcome = input.success
      ? await move(locals.db, actorOf(locals), input.output, locals.today)
      : refused('invalid');
    return answer(outcome, { at, typed }, locals.language);
  };

export const actions = {
  done: moved('done', doDuty),
  delay: moved('delay', delayDuty),
  reopen: moved('reopen', reopenDuty),
} satisfies Actions;
