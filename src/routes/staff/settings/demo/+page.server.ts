// Leaving the demo behind: what is there of it, and the one step that takes it out.

import { fail, type Actions } from '@sveltejs/kit';
import { findId, newId, type CommandId } from '#ground/id.ts';
import { demoPageWords } from '#installation/demo-page.words.ts';
import { removeDemo } from '#installation/server/demo-commands.ts';
import { isDemoThere, readDemo } from '#installation/server/demo-store.ts';
import { typedIn } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  actorOf(locals, 'remove demo');
  const demo = await readDemo(locals.db);
  return { demo, isThere: isDemoThere(demo), commandId: newId<'command'>() };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const actor = actorOf(locals, 'remove demo');
    const typed = typedIn(await request.formData());
    const commandId = findId<'command'>(typed['commandId']) ?? (newId() as CommandId);
    const input = { commandId, confirmed: typed['confirmed'] === 'yes' };
    const removed = await removeDemo(locals.db, actor, input, locals.today);
    const own = demoPageWords[locals.language];
    if (!removed.ok) return fail(422, { said: '', problem: own.refusal[removed.refusal] });
    return { said: own.removed, problem: '' };
  },
};
