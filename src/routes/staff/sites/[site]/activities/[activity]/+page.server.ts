// One activity: what was recorded, how it was corrected, and the form to correct it.

import { redirect } from '@sveltejs/kit';
import type { Activity } from '#activities/activity.ts';
import { correctActivity } from '#activities/server/commands.ts';
import { findCorrection } from '#activities/server/entry-store.ts';
import { findActivity, listVersions } from '#activities/server/store.ts';
import { findId, newId } from '#ground/id.ts';
import { actorOf } from '../../../../actor.ts';
import { typedIn } from '../../../../../form-fields.ts';
import { answer } from '../../../../refusals.ts';
import { activityFrom } from '../../../activity-form.ts';
import { earlierPlaces } from '../../../earlier-places.ts';
import { notFound, siteOf, type SiteSeen } from '../../../site-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const seen = await siteOf(locals, params.site);
  const { db } = locals;
  const activity = await activityOf(locals, seen, params.activity);
  const { siteId } = seen.site;
  const [versions, correction, places] = await Promise.all([
    listVersions(db, seen.scope, siteId, activity.activityId),
    findCorrection(db, seen.scope, siteId, activity.activityId),
    earlierPlaces(db, seen),
  ]);
  return {
    activity,
    versions,
    correctedBy: correction?.activityId ?? null,
    places,
    correcting: url.searchParams.has('correct'),
    saved: url.searchParams.has('saved'),
    commandId: newId<'command'>(),
  };
};

export const actions = {
  correct: async ({ request, locals, params }) => {
    const form = await request.formData();
    const actor = actorOf(locals);
    const old = await activityOf(locals, await siteOf(locals, params.site), params.activity);
    const kept = old.photos.filter(({ fileRef }) => form.getAll('kept').includes(fileRef));
    const read = await activityFrom(form, params.site, locals, kept);
    const outcome = read.ok
      ? await correctActivity(
          locals.db,
          actor,
          { ...read.value, replaces: old.activityId },
          locals.today,
        )
      : read;
    if (outcome.ok) {
      redirect(303, `/staff/sites/${params.site}/activities/${outcome.value.activityId}?saved`);
    }
    return answer(outcome, { at: 'correct', typed: typedIn(form) }, locals.language);
  },
} satisfies Actions;

async function activityOf(
  locals: App.Locals,
  { scope, site }: SiteSeen,
  param: string,
): Promise<Activity> {
  const id = findId<'activity'>(param);
  const found = id && (await findActivity(locals.db, scope, site.siteId, id));
  return found ?? notFound(locals);
}
