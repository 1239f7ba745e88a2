// Handing a role over: who takes it, from which day. What moves stands on the minutes afterwards.

import { redirect } from '@sveltejs/kit';
import { findId, newId } from '#ground/id.ts';
import { tidy } from '#ground/text.ts';
import { isOwn, peopleScope } from '#people/giving.ts';
import { handOverInput } from '#people/people.input.ts';
import { findPerson, searchPeople } from '#people/server/people-store.ts';
import { findHeldRole } from '#people/server/role-store.ts';
import { handOverRole } from '#sites/server/hand-over-commands.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn } from '../../../../form-fields.ts';
import { actorOf } from '../../../actor.ts';
import { notFound } from '../../../sites/site-of.ts';
import { refusePeople } from '../../answers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const actor = actorOf(locals, 'hand over role');
  const { db, today } = locals;
  const scope = peopleScope(actor);
  const personId = findId<'person'>(params.person);
  const holdingId = findId<'holding'>(url.searchParams.get('holding'));
  const person = personId && (await findPerson(db, scope, personId));
  const held = holdingId && (await findHeldRole(db, scope, holdingId));
  if (!person || held?.personId !== person.personId) return notFound(locals);
  const query = tidy(url.searchParams.get('q') ?? '').slice(0, 100);
  const found = await searchPeople(db, { scope, query, today }, 100);
  return {
    person,
    held,
    query,
    found: found
      .filter((one) => one.personId !== person.personId && !isOwn(actor, one.personId))
      .map(({ personId: id, name, username }) => ({ personId: id, name, username })),
    commandId: newId<'command'>(),
  };
};

export const actions = {
  default: async ({ locals, request }) => {
    const actor = actorOf(locals, 'hand over role');
    const typed = typedIn(await request.formData());
    const form = { at: 'hand-over', typed };
    const input = readForm(handOverInput, typed, locals);
    if (!input.ok) return refusePeople(input, form, locals);
    const outcome = await handOverRole(locals.db, actor, input.value, locals.today);
    if (!outcome.ok) return refusePeople(outcome, form, locals);
    redirect(303, `/staff/people/hand-overs/${outcome.value.handOverId}`);
  },
} satisfies Actions;
