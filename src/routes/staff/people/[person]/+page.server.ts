// One person: the roles they hold, held and will hold, and what may be changed about them.

import type { Action } from '@sveltejs/kit';
import type * as v from 'valibot';
import { addDays } from '#ground/day.ts';
import { findId, newId } from '#ground/id.ts';
import type { Outcome } from '#ground/outcome.ts';
import { appendView } from '#ground/server/audit.ts';
import { isOwn, mayGive, mayPassOn, peopleScope, rolesToGive } from '#people/giving.ts';
import { may } from '#people/may.ts';
import {
  endInput,
  endStandInInput,
  giftInput,
  personInput,
  standInInput,
} from '#people/people.input.ts';
import { standingOf } from '#people/role-dates.ts';
import { renewAccess } from '#people/server/invitation-commands.ts';
import { findPerson, searchPeople } from '#people/server/people-store.ts';
import { endRole, giveRole, letGo } from '#people/server/role-commands.ts';
import { listHeldRoles } from '#people/server/role-store.ts';
import { endStandIn, nameStandIn } from '#people/server/standing-in-commands.ts';
import { listStandIns } from '#people/server/standing-in-store.ts';
import { mayName } from '#people/standing-in.ts';
import { listHandOvers } from '#sites/server/hand-over-store.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn, type Typed } from '../../../form-fields.ts';
import type { Answered } from '../../refusals.ts';
import { notFound } from '../../sites/site-of.ts';
import { answerPeople, refusePeople, type PeopleRefusal } from '../answers.ts';
import { keeperOf, placeChoices } from '../choices.ts';
import { showSheet } from '../sheet.ts';
import { findHelp, helpActions } from './help.ts';
import type { Actions, PageServerLoad, RequestEvent, RouteParams } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const actor = keeperOf(locals);
  const { db, today } = locals;
  const scope = peopleScope(actor);
  const personId = findId<'person'>(params.person);
  const person = personId && (await findPerson(db, scope, personId));
  if (!person) return notFound(locals);
  const held = await listHeldRoles(db, scope, [person.personId]);
  const isMe = isOwn(actor, person.personId);
  if (!isMe) await appendView(db, { siteId: null, record: `person ${person.personId}` });
  const open = held.filter((one) => ['held', 'ahead'].includes(standingOf(one, today)));
  const namesStandIn = !isMe && mayName(actor, person.personId, open);
  const colleagues = namesStandIn ? await searchPeople(db, { scope, query: '', today }, 200) : [];
  return {
    person,
    isMe,
    held: held.map((one) => ({
      ...one,
      standing: standingOf(one, today),
      mayEnd: !isMe && mayGive(actor, one),
      mayPassOn: !isMe && may(actor, 'hand over role') && mayPassOn(actor, one.role),
    })),
    help: await findHelp(locals, actor, person.personId),
    hasRoles: open.length > 0,
    mayRenew: !isMe && may(actor, 'renew access'),
    mayGiveRole: !isMe && rolesToGive(actor).length > 0,
    choices: await placeChoices(locals, actor),
    standIns: await listStandIns(db, { absentId: person.personId }, today),
    namesStandIn,
    colleagues: colleagues
      .filter((one) => one.personId !== person.personId && !isOwn(actor, one.personId))
      .map((one) => ({ personId: one.personId, name: one.name })),
    handOvers: await listHandOvers(db, person.personId),
    yesterday: addDays(today, -1),
    commandIds: {
      give: newId<'command'>(),
      end: newId<'command'>(),
      renew: newId<'command'>(),
      leave: newId<'command'>(),
      name: newId<'command'>(),
      unname: newId<'command'>(),
    },
  };
};

/** Reads the form with its schema, lets the command decide, and answers. */
const acted =
  <S extends v.GenericSchema>(
    at: string,
    schema: S,
    act: (locals: App.Locals, input: v.InferOutput<S>) => Promise<Outcome<unknown, PeopleRefusal>>,
    more: (params: RouteParams) => Typed = () => ({}),
  ): Action<RouteParams, Answered> =>
  async ({ request, locals, params }) => {
    const typed = typedIn(await request.formData());
    const input = readForm(schema, typed, locals, more(params));
    const outcome = input.ok ? await act(locals, input.value) : input;
    return answerPeople(outcome, { at, typed }, locals);
  };

const ofPerson = ({ person }: RouteParams): Typed => ({ personId: person });
const absent = ({ person }: RouteParams): Typed => ({ absentId: person });

export const actions = {
  ...helpActions,
  give: acted(
    'give',
    giftInput,
    (locals, input) => giveRole(locals.db, keeperOf(locals), input, locals.today),
    ofPerson,
  ),
  end: acted('end', endInput, (locals, input) =>
    endRole(locals.db, keeperOf(locals), input, locals.today),
  ),
  leave: acted(
    'leave',
    personInput,
    (locals, input) => letGo(locals.db, keeperOf(locals), input, locals.today),
    ofPerson,
  ),
  name: acted(
    'name',
    standInInput,
    (locals, input) =>
      nameStandIn(
        { db: locals.db, people: locals.withoutAccessCheck },
        keeperOf(locals),
        input,
        locals.today,
      ),
    absent,
  ),
  unname: acted('unname', endStandInInput, (locals, input) =>
    endStandIn(locals.db, keeperOf(locals), input, locals.today),
  ),
  renew: async (event: RequestEvent) => {
    const { locals, request, params } = event;
    const typed = typedIn(await request.formData());
    const form = { at: 'renew', typed };
    const input = readForm(personInput, typed, locals, ofPerson(params));
    if (!input.ok) return refusePeople(input, form, locals);
    const made = await renewAccess(locals.db, keeperOf(locals), input.value, locals.today);
    if (!made.ok) return refusePeople(made, form, locals);
    return { ...form, problem: undefined, sheet: showSheet(made.value, event) };
  },
} satisfies Actions;
