// Recording a breach: when it was found, and what is known already.

import { redirect, type Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { timeIn } from '#ground/daily.ts';
import { newId } from '#ground/id.ts';
import { breachInput } from '#privacy/breach.input.ts';
import { recordBreach } from '#privacy/server/breach-commands.ts';
import { readForm } from '#ui/read-form.ts';
import { boxesIn, typedIn } from '../../../../form-fields.ts';
import { actorOf } from '../../../actor.ts';
import { refuse } from '../../answer.ts';
import { assessmentIn, momentFields, momentIn, nowAt } from '../breach-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  actorOf(locals, 'keep breach record');
  return { commandId: newId<'command'>(), time: timeIn(locals.timeZone, new Date()) };
};

const sent = v.object({ ...breachInput.entries, ...momentFields });

export const actions = {
  default: async ({ request, locals }) => {
    const actor = actorOf(locals);
    const fields = await request.formData();
    const typed = typedIn(fields);
    const form = { at: 'record', typed: { ...typed, ...boxesIn(fields, 'whose', 'touched') } };
    const input = readForm(sent, typed, locals, {
      foundAt: momentIn(typed, locals),
      assessment: assessmentIn(typed, fields),
    });
    if (!input.ok) return refuse(input, form, locals.language);
    const recorded = await recordBreach(locals.db, actor, input.value, nowAt());
    if (!recorded.ok) return refuse(recorded, form, locals.language);
    redirect(303, `/staff/privacy/breaches/${recorded.value.breachId}`);
  },
} satisfies Actions;
