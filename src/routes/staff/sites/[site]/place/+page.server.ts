// In which administrative unit the site stands, and the form that ties it to one.

import { fail, type Actions } from '@sveltejs/kit';
import type { SiteId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { dayTyped } from '#ground/typed.ts';
import { may, scopeOf } from '#people/may.ts';
import { placesWords } from '#places/places.words.ts';
import { placeSite } from '#places/server/commands.ts';
import { findUnits } from '#places/server/search-store.ts';
import { listSitePlaces } from '#places/server/site-place-store.ts';
import { typedIn } from '../../../../form-fields.ts';
import { actorOf } from '../../../actor.ts';
import { nothingPicked, pickedIn } from '../../../places/picked.ts';
import { siteOf } from '../../site-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { actor, site } = await siteOf(locals, params.site);
  const places = await listSitePlaces(locals.db, scopeOf(actor, 'view site'), [site.siteId]);
  const units = await findUnits(
    locals.db,
    places.map(({ unitId }) => unitId),
  );
  return {
    places: places.flatMap((place) => {
      const unit = units.find(({ unitId }) => unitId === place.unitId);
      return unit ? [{ ...place, unit }] : [];
    }),
    from: places.length === 0 ? site.plannedFrom : locals.today,
    mayPlace: may(actor, 'manage unit', site.siteId),
  };
};

export const actions: Actions = {
  tie: async ({ request, locals, params }) => {
    const { site } = await siteOf(locals, params['site'] ?? '');
    const own = placesWords[locals.language].place;
    const typed = typedIn(await request.formData());
    const from = dayTyped(typed['from']);
    const on = from ?? locals.today;
    const picked = await pickedIn(locals.db, typed, 'unit', { on, levels: ['xa', 'thon'] });
    const unitId = picked.chosen?.unitId;
    const actor = actorOf(locals, 'manage unit');
    const siteId: SiteId = site.siteId;
    const tied =
      from && unitId
        ? await placeSite(locals.db, actor, { siteId, unitId, from })
        : refused(from ? ('unit-unknown' as const) : ('day-missing' as const));
    if (tied.ok) return { picked: nothingPicked, from: '', problem: '', said: own.done };
    const problem = own.refusal[tied.refusal];
    return fail(422, { picked, from: typed['from'] ?? '', problem, said: '' });
  },
};
