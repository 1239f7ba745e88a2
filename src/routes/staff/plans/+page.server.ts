// The plans read in so far, and the door for a new one.

import { fail, redirect, type Actions } from '@sveltejs/kit';
import { findId, newId } from '#ground/id.ts';
import { scopeOf } from '#people/may.ts';
import { correctionWords } from '#plans/correction.words.ts';
import { planHref } from '#plans/plan-reading.ts';
import type { ReadRefusal } from '#plans/plan.ts';
import { planWords } from '#plans/plan.words.ts';
import { getPlanReading, readInPlan } from '#plans/server/commands.ts';
import { readFile } from '#plans/server/read-file.ts';
import { listPlanReadings } from '#plans/server/store.ts';
import { actorOf } from '../actor.ts';
import { staffWords } from '../staff.words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const actor = actorOf(locals, 'read plan');
  const reader = { personId: actor.personId, scope: scopeOf(actor, 'read plan') };
  return { commandId: newId<'command'>(), plans: await listPlanReadings(locals.db, reader) };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const actor = actorOf(locals);
    const form = await request.formData();
    const file = form.get('file');
    if (!(file instanceof File) || file.name === '')
      return fail(400, { noFile: true, problem: '' });
    const read = await readInPlan(
      locals.db,
      locals.files,
      actor,
      {
        commandId: findId<'command'>(form.get('commandId')) ?? newId<'command'>(),
        fileName: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      },
      (bytes, name) => readFile(bytes, name, actor.personId),
    );
    if (read.ok) {
      const { planId, already } = read.value;
      const found = await getPlanReading(locals.db, actor, planId);
      if (found.ok) redirect(303, planHref(found.value) + (already ? '?already' : ''));
      const problem = correctionWords[locals.language].readElsewhere;
      return fail(409, { noFile: false, problem });
    }
    const problem =
      read.refusal === 'forbidden'
        ? staffWords[locals.language].forbidden
        : planWords[locals.language].refusal[read.refusal];
    return fail(statusOf(read.refusal), { noFile: false, problem });
  },
};

function statusOf(refusal: ReadRefusal | 'forbidden'): 403 | 422 | 503 {
  if (refusal === 'forbidden') return 403;
  return refusal === 'queue-full' ? 503 : 422;
}
