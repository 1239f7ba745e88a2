// Recording what was just done: the form knows the day and the last place, the person adds the rest.

import { redirect } from '@sveltejs/kit';
import { recordActivity } from '#activities/server/commands.ts';
import { newId } from '#ground/id.ts';
import { actorOf } from '../../../../actor.ts';
import { typedIn } from '../../../../../form-fields.ts';
import { answer } from '../../../../refusals.ts';
import { activityFrom } from '../../../activity-form.ts';
import { earlierPlaces } from '../../../earlier-places.ts';
import { siteOf } from '../../../site-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  actorOf(locals, 'record activity');
  const seen = await siteOf(locals, params.site);
  return { commandId: newId<'command'>(), places: await earlierPlaces(locals.db, seen) };
};

export const actions = {
  default: async ({ request, locals, params }) => {
    const actor = actorOf(locals);
    const form = await request.formData();
    const read = await activityFrom(form, params.site, locals);
    const outcome = read.ok
      ? await recordActivity(locals.db, actor, read.value, locals.today)
      : read;
    if (outcome.ok) {
      redirect(303, `/staff/sites/${params.site}/activities?saved=${outcome.value.activityId}`);
    }
    return answer(outcome, { at: 'record', typed: typedIn(form) }, locals.language);
  },
} satisfies Actions;
