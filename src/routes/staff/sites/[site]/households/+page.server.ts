// The households of a site: found by what is typed, one more added.

import { newId } from '#ground/id.ts';
import { tidy } from '#ground/text.ts';
import { householdInput } from '#rosters/roster.input.ts';
import { keepHousehold } from '#rosters/server/commands.ts';
import { listHouseholds } from '#rosters/server/store.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn } from '../../../../form-fields.ts';
import { actorOf } from '../../../actor.ts';
import { answerRoster, rosterOf } from '../roster-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { scope, site, mayKeep } = await rosterOf(locals, params.site, 'roster of households');
  return {
    households: await listHouseholds(locals.db, scope, site.siteId),
    query: tidy(url.searchParams.get('q') ?? '').slice(0, 100),
    mayKeep,
    commandId: newId<'command'>(),
  };
};

export const actions = {
  add: async ({ locals, params, request }) => {
    const typed = typedIn(await request.formData());
    const input = readForm(householdInput, typed, locals, { siteId: params.site });
    const outcome = input.ok
      ? await keepHousehold(locals.db, actorOf(locals), input.value, locals.today)
      : input;
    return answerRoster(outcome, { at: 'add', typed }, locals);
  },
} satisfies Actions;
