// A new box for the register: first the unit, then where it hangs, its seal, keys and rhythm.

import { redirect, type Actions } from '@sveltejs/kit';
import { findId, newId } from '#ground/id.ts';
import { listDutyPlaces } from '#sealed/server/ring-store.ts';
import { addBoxInput } from '#tips/box.input.ts';
import { addBox } from '#tips/server/box-commands.ts';
import { listPeopleForBox } from '#tips/server/box-store.ts';
import { openerOf, refuse, sentIn } from '../box-answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = openerOf(locals, 'keep');
  const { db, today } = locals;
  const places = await listDutyPlaces(db, actor.holdings, ['tip'], today);
  const asked = findId<'unit'>(url.searchParams.get('unit'));
  const unit = places.find(({ unitId }) => unitId === asked) ?? places[0];
  return {
    units: places.map(({ unitId, unitName }) => ({ unitId, unitName })),
    unitId: unit?.unitId ?? null,
    people: unit ? await listPeopleForBox(db, unit.unitId) : [],
    commandId: newId<'command'>(),
    today,
  };
};

export const actions = {
  default: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const actor = openerOf(locals, 'keep');
    const { typed, input } = await sentIn(request, addBoxInput);
    if (!input) return refuse('add', 'invalid', typed, language);
    const added = await addBox(db, actor, input, today);
    if (!added.ok) return refuse('add', added.refusal, typed, language);
    redirect(303, `/staff/boxes/${added.value.boxId}`);
  },
} satisfies Actions;
