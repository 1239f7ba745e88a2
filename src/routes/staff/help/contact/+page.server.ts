// The telephone of the health station: what the door of help tells, set by the helpers of the commune.

import { fail, type Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { findId, newId } from '#ground/id.ts';
import { contactWords } from '#help/contact.words.ts';
import { helpContactInput } from '#help/help.input.ts';
import { helpWords } from '#help/help.words.ts';
import { setHelpContact } from '#help/server/contact-commands.ts';
import { findHelpContact } from '#help/server/contact-store.ts';
import { listDutyPlaces } from '#sealed/server/ring-store.ts';
import { typedIn, type Typed } from '../../../form-fields.ts';
import { helperOf } from '../answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = helperOf(locals);
  const { db, today } = locals;
  const units = await listDutyPlaces(db, actor.holdings, ['help'], today);
  const asked = findId<'unit'>(url.searchParams.get('unit'));
  const unit = units.find(({ unitId }) => unitId === asked) ?? units[0] ?? null;
  return {
    units: units.map(({ unitId, unitName }) => ({ unitId, unitName })),
    unit,
    contact: unit && ((await findHelpContact(db, unit.unitId)) ?? null),
    today,
    commandId: newId<'command'>(),
  };
};

export const actions = {
  default: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const own = contactWords[language];
    const typed = typedIn(await request.formData());
    const input = v.safeParse(helpContactInput, typed);
    if (!input.success) return again(400, own.refusal.invalid, typed);
    const set = await setHelpContact(db, helperOf(locals), input.output, today);
    if (set.ok) return { problem: '', said: helpWords[language].saved, typed: {} satisfies Typed };
    return again(set.refusal === 'forbidden' ? 403 : 422, own.refusal[set.refusal], typed);
  },
} satisfies Actions;

const again = (status: number, problem: string, typed: Typed) =>
  fail(status, { problem, said: '', typed });
