// The usual bodies of the communes that have none yet: made for one, or for all of a few at once.

import { type Actions } from '@sveltejs/kit';
import { findId, newId } from '#ground/id.ts';
import { placePageWords } from '#installation/place-page.words.ts';
import { countCommunes, listCommunesWithoutBodies, readSetup } from '#installation/server/store.ts';
import { nextStep } from '#installation/setup-steps.ts';
import { foundUsualBodies } from '#places/server/body-commands.ts';
import { actorOf } from '../../actor.ts';
import type { PageServerLoad } from './$types';

/** A page of them; the rest follows when these are done. */
const mostShown = 50;

export const load: PageServerLoad = async ({ locals }) => {
  actorOf(locals, 'manage unit');
  const [left, communes, setup] = await Promise.all([
    listCommunesWithoutBodies(locals.db, mostShown),
    countCommunes(locals.db),
    readSetup(locals.db),
  ]);
  return { left, communes, next: nextStep(setup, 'bodies') };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const actor = actorOf(locals, 'manage unit');
    const chosen = (await request.formData()).getAll('unitId').map((id) => findId<'unit'>(id));
    const waiting = await listCommunesWithoutBodies(locals.db, mostShown);
    let made = 0;
    for (const { unitId, from, legalAct } of waiting) {
      if (!chosen.includes(unitId)) continue;
      const input = { commandId: newId<'command'>(), unitId, from, legalAct: legalAct ?? '' };
      const founded = await foundUsualBodies(locals.db, actor, input);
      if (founded.ok) made += founded.value.begun;
    }
    return { said: placePageWords[locals.language].made(made) };
  },
};
