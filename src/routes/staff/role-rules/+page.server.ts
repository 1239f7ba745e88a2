// Which roles need two-step sign-in: for administrators.

import { fail, type Actions } from '@sveltejs/kit';
import { findId, newId } from '#ground/id.ts';
import { dayTyped } from '#ground/typed.ts';
import { placesOf } from '#people/giving.ts';
import { roles, type Role } from '#people/person.ts';
import { requireSecondFactor } from '#people/server/second-factor-commands.ts';
import { listRoleRules } from '#people/server/sign-in-store.ts';
import { roleRuleWords } from '#people/role-rule.words.ts';
import { typedIn } from '../../form-fields.ts';
import { actorOf } from '../actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  actorOf(locals, 'manage role rule');
  const forms = roles.map((role) => ({
    role,
    widest: widestOf(role),
    commandId: newId<'command'>(),
  }));
  return { rules: await listRoleRules(locals.db), forms };
};

const widestOf = (role: Role): 'everywhere' | 'commune' | 'site' =>
  (['everywhere', 'commune'] as const).find((place) => placesOf[role].includes(place)) ?? 'site';

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const actor = actorOf(locals, 'manage role rule');
    const own = roleRuleWords[locals.language];
    const typed = typedIn(await request.formData());
    const role = roles.find((one) => one === typed['role']);
    const commandId = findId<'command'>(typed['commandId']);
    if (!role || !commandId) return fail(400, { problem: own.forbidden, said: '' });
    const needsSecondFactor = typed['need'] === 'yes';
    const graceUntil = dayTyped(typed['grace']) ?? locals.today;
    const input = { role, needsSecondFactor, graceUntil, commandId };
    const set = await requireSecondFactor(locals.db, actor, input, locals.today);
    return set.ok
      ? { problem: '', said: own.saved }
      : fail(422, { problem: own[set.refusal], said: '' });
  },
};
