// A sheet of code slips: registered here by number before it is printed; codes never come here.

import type { Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { findId } from '#ground/id.ts';
import { listDutyPlaces } from '#sealed/server/ring-store.ts';
import { registerSlips } from '#tips/server/slip-commands.ts';
import { sheetInput } from '#tips/slip.input.ts';
import { openerOf, refuse, saved } from '../box-answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = openerOf(locals, 'keep');
  const places = await listDutyPlaces(locals.db, actor.holdings, ['tip'], locals.today);
  const asked = findId<'unit'>(url.searchParams.get('unit'));
  const unit = places.find(({ unitId }) => unitId === asked) ?? places[0] ?? null;
  return { unit, units: places, host: url.host };
};

export const actions = {
  default: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const payload = (await request.formData()).get('payload');
    const sheet = v.safeParse(v.pipe(v.string(), v.parseJson(), sheetInput), payload);
    if (!sheet.success) return refuse('slips', 'invalid', {}, language);
    const kept = await registerSlips(db, openerOf(locals, 'keep'), sheet.output, today);
    return kept.ok ? saved('slips', language) : refuse('slips', kept.refusal, {}, language);
  },
} satisfies Actions;
