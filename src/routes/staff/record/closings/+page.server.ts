// The closings of the record, and one more on demand.

import { fail, redirect, type Actions } from '@sveltejs/kit';
import { findId, newId } from '#ground/id.ts';
import { listClosings } from '#ground/server/audit-closing.ts';
import { appendView } from '#ground/server/audit.ts';
import { recordWords } from '#record/record.words.ts';
import { closeAudit } from '#record/server/commands.ts';
import { actorOf } from '../../actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  actorOf(locals, 'view audit');
  await appendView(locals.db, { siteId: null, record: 'closing' });
  return {
    closings: await listClosings(locals.db),
    commandId: newId<'command'>(),
    timeZone: locals.timeZone,
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const commandId = findId<'command'>(form.get('commandId')) ?? newId<'command'>();
    const closed = await closeAudit(locals.db, actorOf(locals), { commandId }, locals.today);
    if (!closed.ok) {
      return fail(403, { problem: recordWords[locals.language].closing[closed.refusal] });
    }
    redirect(303, `/staff/record/closings/${closed.value.number}?made`);
  },
};
