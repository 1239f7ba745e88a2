// Standing in: for whom one may, who does one's own work meanwhile, and what was done in one's name.

import { redirect, type Cookies } from '@sveltejs/kit';
import { addDays } from '#ground/day.ts';
import { findId, newId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { endStandInInput, standInInput } from '#people/people.input.ts';
import { listColleagues } from '#people/server/people-store.ts';
import { endStandIn, nameStandIn } from '#people/server/standing-in-commands.ts';
import {
  findStandIn,
  listDoneFor,
  listStandIns,
  needsSecondFactor,
} from '#people/server/standing-in-store.ts';
import { isOn, standInCookie } from '#people/standing-in.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn } from '../../form-fields.ts';
import { ownerOf } from '../account/owner.ts';
import { actorOf } from '../actor.ts';
import { answerPeople } from '../people/answers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals } = event;
  const actor = actorOf(locals);
  const { db, today, withoutAccessCheck } = locals;
  const { personId } = actor;
  const { strong } = await ownerOf(event);
  const [mine, forMe, doneFor, colleagues] = await Promise.all([
    listStandIns(db, { personId }, today),
    listStandIns(db, { absentId: personId }, today),
    listDoneFor(db, personId),
    actor.actingFor ? [] : listColleagues(withoutAccessCheck, actor, today),
  ]);
  return {
    actingFor: actor.actingFor ?? null,
    timeZone: locals.timeZone,
    mine: await Promise.all(
      mine.map(async (one) => ({
        ...one,
        isOn: isOn(one, today),
        isBarred: !strong && (await needsSecondFactor(withoutAccessCheck, one.standInId, today)),
      })),
    ),
    forMe,
    doneFor,
    colleagues,
    lastDay: addDays(today, 6),
    commandIds: { name: newId<'command'>(), end: newId<'command'>() },
  };
};

export const actions = {
  on: async ({ request, locals, cookies, url }) => {
    const actor = actorOf(locals);
    const standInId = findId<'stand-in'>(typedIn(await request.formData())['standInId']);
    const standIn = standInId && (await findStandIn(locals.db, standInId));
    const isTheirs = standIn?.personId === actor.personId && isOn(standIn, locals.today);
    if (!isTheirs) return answerPeople(refused('not-found'), { at: 'on', typed: {} }, locals);
    // Ends with the browser; the table is asked at every request all the same.
    cookies.set(standInCookie, standIn.standInId, { ...cookieOf(url), httpOnly: true });
    redirect(303, '/staff');
  },
  off: ({ locals, cookies, url }) => {
    actorOf(locals);
    cookies.delete(standInCookie, cookieOf(url));
    redirect(303, '/staff');
  },
  name: async ({ request, locals }) => {
    const actor = actorOf(locals);
    const typed = typedIn(await request.formData());
    const input = readForm(standInInput, typed, locals, { absentId: actor.personId });
    const databases = { db: locals.db, people: locals.withoutAccessCheck };
    const outcome = input.ok
      ? await nameStandIn(databases, actor, input.value, locals.today)
      : input;
    return answerPeople(outcome, { at: 'name', typed }, locals);
  },
  unname: async ({ request, locals }) => {
    const typed = typedIn(await request.formData());
    const input = readForm(endStandInInput, typed, locals);
    const outcome = input.ok
      ? await endStandIn(locals.db, actorOf(locals), input.value, locals.today)
      : input;
    return answerPeople(outcome, { at: 'unname', typed }, locals);
  },
} satisfies Actions;

const cookieOf = (url: URL): Parameters<Cookies['delete']>[1] => ({
  path: '/',
  sameSite: 'lax',
  secure: url.protocol === 'https:',
});
