// What a helper notes of their own work, by month and kind, and its sums by half-year for a report.

import { fail, type Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { addMonths, monthOf } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { removeWorkInput, workInput } from '#help/help.input.ts';
import { helpWords } from '#help/help.words.ts';
import { halfYearsBefore, inHalfYear, sumWork } from '#help/work.ts';
import { recordHelpWork, removeHelpWork } from '#help/server/work-commands.ts';
import { listOwnWork } from '#help/server/work-store.ts';
import { numberTyped, typedIn } from '../../../form-fields.ts';
import { helperOf, refuse, told } from '../answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const actor = helperOf(locals);
  const { db, today } = locals;
  const work = await listOwnWork(db);
  return {
    helper: actor.name,
    commandId: newId<'command'>(),
    months: Array.from({ length: 12 }, (_, at) => addMonths(monthOf(today), -at)),
    work,
    halves: halfYearsBefore(today, 4)
      .map((half) => ({ half, sums: sumWork(inHalfYear(work, half)) }))
      .filter(({ sums }) => sums.length > 0),
  };
};

export const actions = {
  record: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const typed = typedIn(await request.formData());
    const { times, hours, ...rest } = typed;
    const minutes = Math.round((numberTyped(hours) ?? 0) * 60);
    const input = v.safeParse(workInput, { ...rest, times: numberTyped(times), minutes });
    if (!input.success)
      return fail(400, { problem: helpWords[language].refusal.invalid, said: '', typed });
    const recorded = await recordHelpWork(db, helperOf(locals), input.output, today);
    return told(recorded, helpWords[language].recorded, language);
  },
  remove: async ({ request, locals }) => {
    const { db, language } = locals;
    const input = v.safeParse(removeWorkInput, typedIn(await request.formData()));
    if (!input.success) return refuse('invalid', language);
    const removed = await removeHelpWork(db, helperOf(locals), input.output);
    return told(removed, helpWords[language].removed, language);
  },
} satisfies Actions;
