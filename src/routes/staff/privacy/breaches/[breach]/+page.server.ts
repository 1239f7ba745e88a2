// One breach: its clock, what is known, what was done, and the next thing to write down.

import type { Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { timeIn } from '#ground/daily.ts';
import { newId } from '#ground/id.ts';
import { listLaw } from '#law/server/store.ts';
import { breachStepInput } from '#privacy/breach.input.ts';
import { requestWords } from '#privacy/request.words.ts';
import { stepBreach } from '#privacy/server/breach-commands.ts';
import { readForm } from '#ui/read-form.ts';
import { boxesIn, typedIn } from '../../../../form-fields.ts';
import { actorOf } from '../../../actor.ts';
import { refuse, saved } from '../../answer.ts';
import { assessmentIn, breachAt, clocked, momentFields, momentIn, nowAt } from '../breach-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const state = await breachAt(locals, params);
  return {
    ...clocked(state, await listLaw(locals.db), locals),
    timeZone: locals.timeZone,
    time: timeIn(locals.timeZone, new Date()),
    commandId: newId<'command'>(),
  };
};

const dated = v.object({ ...breachStepInput.entries, ...momentFields });

export const actions = {
  default: async ({ request, locals, params }) => {
    const actor = actorOf(locals);
    const fields = await request.formData();
    const typed = { ...typedIn(fields), ...boxesIn(fields, 'whose', 'touched') };
    const { kind = '', note = '' } = typed;
    const form = { at: kind === 'assessed' ? 'assessed' : 'step', typed };
    const isAssessed = kind === 'assessed';
    const input = readForm(isAssessed ? breachStepInput : dated, typed, locals, {
      breachId: params.breach,
      kind,
      note,
      at: kind === 'assessed' ? nowAt() : momentIn(typed, locals),
      told: kind === 'told' ? typed['told'] : null,
      assessment: kind === 'assessed' ? assessmentIn(typed, fields) : null,
    });
    if (!input.ok) return refuse(input, form, locals.language);
    const kept = await stepBreach(locals.db, actor, input.value, nowAt());
    if (!kept.ok) return refuse(kept, form, locals.language);
    return saved(form.at, requestWords[locals.language].stepSaved);
  },
} satisfies Actions;
