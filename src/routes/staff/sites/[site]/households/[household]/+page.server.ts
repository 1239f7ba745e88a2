// One household: what stands of it now, everything recorded before, and the form to correct it.

import { findId, newId } from '#ground/id.ts';
import { householdInput } from '#rosters/roster.input.ts';
import { keepHousehold } from '#rosters/server/commands.ts';
import { listHouseholdEntries } from '#rosters/server/store.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn } from '../../../../../form-fields.ts';
import { actorOf } from '../../../../actor.ts';
import { notFound } from '../../../site-of.ts';
import { answerRoster, rosterOf } from '../../roster-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const householdId = findId<'household'>(params.household);
  if (!householdId) return notFound(locals);
  const { scope, site, mayKeep } = await rosterOf(locals, params.site, `household ${householdId}`);
  const entries = await listHouseholdEntries(locals.db, scope, site.siteId, householdId);
  const [household] = entries;
  if (!household) return notFound(locals);
  return { household, entries, mayKeep, commandId: newId<'command'>() };
};

export const actions = {
  default: async ({ locals, params, request }) => {
    const typed = typedIn(await request.formData());
    const of = { siteId: params.site, householdId: params.household };
    const input = readForm(householdInput, typed, locals, of);
    const outcome = input.ok
      ? await keepHousehold(locals.db, actorOf(locals), input.value, locals.today)
      : input;
    return answerRoster(outcome, { at: 'correct', typed }, locals);
  },
} satisfies Actions;
