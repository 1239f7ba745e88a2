// The form by which somebody is invited, and the sheet it makes: shown in the answer, this once.

import type { Actions } from '@sveltejs/kit';
import { newId } from '#ground/id.ts';
import { lastDayFrom } from '#people/invitation.ts';
import { inviteInput } from '#people/people.input.ts';
import { invite } from '#people/server/invitation-commands.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn, type Typed } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { refusePeople } from '../answers.ts';
import { placeChoices, type PlaceChoices } from '../choices.ts';
import { showSheet } from '../sheet.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = actorOf(locals, 'invite member');
  const choices = await placeChoices(locals, actor);
  return {
    ...choices,
    chosen: chosenIn(url, choices),
    commandId: newId<'command'>(),
    until: lastDayFrom(locals.today),
  };
};

/** What a link from a site brings along, where it is among the choices. */
function chosenIn({ searchParams }: URL, { roles, sites }: PlaceChoices): Typed {
  const siteId = searchParams.get('site') ?? '';
  const role = searchParams.get('role') ?? '';
  return {
    ...(sites.some(({ value }) => value === siteId) && { siteId }),
    ...(roles.some((one) => one === role) && { role }),
  };
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event;
    const actor = actorOf(locals, 'invite member');
    const typed = typedIn(await request.formData());
    const form = { at: 'invite', typed };
    const input = readForm(inviteInput, typed, locals);
    if (!input.ok) return refusePeople(input, form, locals);
    const made = await invite(locals.db, actor, input.value, locals.today);
    if (!made.ok) return refusePeople(made, form, locals);
    return { ...form, problem: undefined, sheet: showSheet(made.value, event) };
  },
};
