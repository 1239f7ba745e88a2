// The bodies of one unit: as of a day, the usual ones in one go, one more, those to be renewed.

import type { Actions } from '@sveltejs/kit';
import { newId } from '#ground/id.ts';
import { dayTyped } from '#ground/typed.ts';
import { listRules } from '#law/server/store.ts';
import { may } from '#people/may.ts';
import { lackingKinds } from '#places/body-change.ts';
import { bodyInput, renewalInput, usualBodiesInput } from '#places/body.input.ts';
import { bodyWords } from '#places/body.words.ts';
import { foundBody, foundUsualBodies, renewBodies } from '#places/server/body-commands.ts';
import { listWaitingBodies } from '#places/server/body-store.ts';
import { findUnits } from '#places/server/search-store.ts';
import { stands } from '#places/unit.ts';
import { actorOf } from '../../actor.ts';
import { answer } from '../said.ts';
import { unitAt } from './unit-at.ts';
import type { PageServerLoad } from './$types';

const mostWaiting = 100;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const actor = actorOf(locals, 'view unit');
  const { db, today } = locals;
  const { unit, present } = await unitAt(locals, params);
  const { unitId } = unit;
  const lastDay = unit.validTo !== null && unit.validTo < today ? unit.validTo : today;
  const on = dayTyped(url.searchParams.get('on')) ?? lastDay;
  const mayManage = may(actor, 'manage unit');
  const [[place], waiting, rules] = await Promise.all([
    findUnits(db, [unitId]),
    listWaitingBodies(db, unit.validFrom, { unitId, limit: mostWaiting }),
    listRules(db, on),
  ]);
  return {
    unit,
    place,
    on,
    bodies: present.filter((body) => stands(body, on)),
    waiting,
    lacking: lackingKinds({ unit, present }, on, rules),
    mayManage: mayManage && stands(unit, on),
    commandIds: { renew: newId<'command'>(), usual: newId<'command'>(), add: newId<'command'>() },
  };
};

export const actions: Actions = {
  usual: async (event) => {
    const { locals, params } = event;
    const actor = actorOf(locals, 'manage unit');
    const form = { at: 'usual', schema: usualBodiesInput, fixed: { unitId: params['unit'] ?? '' } };
    const { made } = bodyWords[locals.language];
    return answer(event, form, (input) => foundUsualBodies(locals.db, actor, input), made);
  },
  add: async (event) => {
    const { locals, params } = event;
    const actor = actorOf(locals, 'manage unit');
    const form = { at: 'add', schema: bodyInput, fixed: { unitId: params['unit'] ?? '' } };
    const { saved } = bodyWords[locals.language];
    return answer(
      event,
      form,
      (input) => foundBody(locals.db, actor, input),
      () => saved,
    );
  },
  renew: async (event) => {
    const { locals, params } = event;
    const actor = actorOf(locals, 'manage unit');
    const form = { at: 'renew', schema: renewalInput, fixed: { unitId: params['unit'] ?? '' } };
    const { renewed } = bodyWords[locals.language];
    return answer(event, form, (input) => renewBodies(locals.db, actor, input), renewed);
  },
};
