// What one looks things up in: the same for everybody, with what only some may open left out.

import { may } from '#people/may.ts';
import { actorOf } from '../actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  const actor = actorOf(locals, 'view unit');
  return {
    language: locals.language,
    mayKeepRoleRules: may(actor, 'manage role rule'),
    mayBreakGlass: may(actor, 'break glass'),
    mayViewFigures: may(actor, 'view site'),
  };
};
