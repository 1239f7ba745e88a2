// One member: what stands of it now, everything recorded before, and the form to correct it.

import { findId, newId } from '#ground/id.ts';
import { memberInput } from '#rosters/roster.input.ts';
import { keepMember } from '#rosters/server/commands.ts';
import { listMemberEntries } from '#rosters/server/store.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn } from '../../../../../form-fields.ts';
import { actorOf } from '../../../../actor.ts';
import { notFound } from '../../../site-of.ts';
import { answerRoster, rosterOf } from '../../roster-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const memberId = findId<'member'>(params.member);
  if (!memberId) return notFound(locals);
  const { scope, site, mayKeep } = await rosterOf(locals, params.site, `member ${memberId}`);
  const entries = await listMemberEntries(locals.db, scope, site.siteId, memberId);
  const [member] = entries;
  if (!member) return notFound(locals);
  return { member, entries, mayKeep, commandId: newId<'command'>() };
};

export const actions = {
  default: async ({ locals, params, request }) => {
    const typed = typedIn(await request.formData());
    const of = { siteId: params.site, memberId: params.member };
    const input = readForm(memberInput, typed, locals, of);
    const outcome = input.ok
      ? await keepMember(locals.db, actorOf(locals), input.value, locals.today)
      : input;
    return answerRoster(outcome, { at: 'correct', typed }, locals);
  },
} satisfies Actions;
