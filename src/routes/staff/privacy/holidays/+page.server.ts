// The days offices are closed: seen by whoever counts by them, entered by administrators.

import { error, type Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { addMonths } from '#ground/day.ts';
import { isId, newId, type CommandId } from '#ground/id.ts';
import { may } from '#people/may.ts';
import { holidayInput } from '#privacy/holiday.input.ts';
import { keepingWords } from '#privacy/keeping.words.ts';
import { enterHoliday, takeBackHoliday } from '#privacy/server/holiday-commands.ts';
import { listHolidays, type HolidayId } from '#privacy/server/holiday-store.ts';
import { yearsNotEntered } from '#privacy/working-days.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { staffWords } from '../../staff.words.ts';
import { refuse, saved } from '../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const actor = actorOf(locals);
  const mayEnter = may(actor, 'manage rule');
  const counts = may(actor, 'handle request');
  if (!mayEnter && !counts) error(403, staffWords[locals.language].forbidden);
  const holidays = await listHolidays(locals.db);
  return {
    holidays,
    years: yearsNotEntered(holidays, locals.today, addMonths(locals.today, 3)),
    mayEnter,
    counts,
    commandId: newId<'command'>(),
  };
};

const takenBack = v.object({
  commandId: v.custom<CommandId>(isId),
  holidayId: v.custom<HolidayId>(isId),
});

export const actions = {
  enter: async ({ request, locals }) => {
    const actor = actorOf(locals);
    const typed = typedIn(await request.formData());
    const form = { at: 'enter', typed };
    const input = readForm(holidayInput, typed, locals);
    if (!input.ok) return refuse(input, form, locals.language);
    const entered = await enterHoliday(locals.db, actor, input.value);
    return entered.ok
      ? saved('enter', keepingWords[locals.language].holiday.saved)
      : refuse(entered, form, locals.language);
  },
  takeBack: async ({ request, locals }) => {
    const actor = actorOf(locals);
    const typed = typedIn(await request.formData());
    const form = { at: 'takeBack', typed };
    const input = readForm(takenBack, typed, locals);
    if (!input.ok) return refuse(input, form, locals.language);
    const outcome = await takeBackHoliday(locals.db, actor, input.value);
    return outcome.ok
      ? saved('takeBack', keepingWords[locals.language].holiday.takenBack)
      : refuse(outcome, form, locals.language);
  },
} satisfies Actions;
