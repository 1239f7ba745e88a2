// Who may do what, in sentences written from the rules themselves.

import { heldEverywhere, permissions, type Act } from '#people/may.ts';
import { roles, type Role } from '#people/person.ts';
import { actorOf } from '../actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  const { holdings } = actorOf(locals);
  return {
    roles: roles.map((role) => ({
      role,
      acts: actsOf(role),
      everywhere: heldEverywhere.includes(role),
      mine: holdings.some((holding) => holding.role === role && !holding.glass),
    })),
  };
};

const actsOf = (role: Role): readonly Act[] =>
  (Object.keys(permissions) as Act[]).filter((act) => {
    const allowed: readonly Role[] = permissions[act];
    return allowed.includes(role);
  });
