// Writing a request down for somebody who came in person or sent a letter.

import { redirect, type Actions } from '@sveltejs/kit';
import { newId } from '#ground/id.ts';
import { writtenRequestInput } from '#privacy/request.input.ts';
import { writeDownRequest } from '#privacy/server/commands.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { refuse } from '../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  actorOf(locals, 'handle request');
  return { commandId: newId<'command'>() };
};

export const actions = {
  default: async ({ request, locals }) => {
    const actor = actorOf(locals);
    const typed = typedIn(await request.formData());
    const form = { at: 'write', typed };
    const input = readForm(writtenRequestInput, typed, locals);
    if (!input.ok) return refuse(input, form, locals.language);
    const written = await writeDownRequest(locals.db, actor, input.value, locals.today);
    if (!written.ok) return refuse(written, form, locals.language);
    redirect(303, '/staff/privacy?saved');
  },
} satisfies Actions;
