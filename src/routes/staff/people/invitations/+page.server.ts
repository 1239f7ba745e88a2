// The sheets that are out: print one anew, or take it back.

import type { Actions } from '@sveltejs/kit';
import { newId } from '#ground/id.ts';
import { mayHandle } from '#people/giving.ts';
import { scopeOf } from '#people/may.ts';
import { sheetInput } from '#people/people.input.ts';
import { renewSheet, revokeInvitation } from '#people/server/invitation-commands.ts';
import { listOpenInvitations } from '#people/server/invitation-store.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { answerPeople, refusePeople } from '../answers.ts';
import { showSheet } from '../sheet.ts';
import type { PageServerLoad } from './$types';

/** A renewal gives no role anew. */
const unplaced = { role: null, siteId: null, unitId: null } as const;

export const load: PageServerLoad = async ({ locals }) => {
  const actor = actorOf(locals, 'invite member');
  const reader = { personId: actor.personId, scope: scopeOf(actor, 'invite member') };
  const open = await listOpenInvitations(locals.db, reader, locals.today);
  return {
    invitations: open.filter((one) => mayHandle(actor, { ...unplaced, ...one })),
    commandId: newId<'command'>(),
  };
};

export const actions: Actions = {
  renew: async (event) => {
    const { locals, request } = event;
    const typed = typedIn(await request.formData());
    const form = { at: 'renew', typed };
    const input = readForm(sheetInput, typed, locals);
    if (!input.ok) return refusePeople(input, form, locals);
    const made = await renewSheet(locals.db, actorOf(locals), input.value, locals.today);
    if (!made.ok) return refusePeople(made, form, locals);
    return { ...form, problem: undefined, sheet: showSheet(made.value, event) };
  },
  revoke: async ({ locals, request }) => {
    const typed = typedIn(await request.formData());
    const form = { at: 'revoke', typed };
    const input = readForm(sheetInput, typed, locals);
    if (!input.ok) return refusePeople(input, form, locals);
    return answerPeople(
      await revokeInvitation(locals.db, actorOf(locals), input.value),
      form,
      locals,
    );
  },
};
