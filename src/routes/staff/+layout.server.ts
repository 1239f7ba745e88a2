// What every staff page shows around itself: who is signed in, as what, and where they may go.

import { may } from '#people/may.ts';
import { peopleWords } from '#people/people.words.ts';
import { actorOf } from './actor.ts';
import { staffWords } from './staff.words.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
  const actor = actorOf(locals);
  const role = actor.holdings.at(-1)?.role;
  return {
    person: {
      name: actor.name,
      role: role ? peopleWords[locals.language].role[role] : staffWords[locals.language].noRole,
    },
    mayReadPlans: may(actor, 'read plan'),
    mayInvite: may(actor, 'invite person'),
    today: locals.today,
  };
};
