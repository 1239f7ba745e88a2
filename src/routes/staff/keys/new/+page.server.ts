// Opening the ring of a unit: the ceremony with its first key and the parts of a recovery key.

import { error, redirect, type Actions } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import { openRingInput } from '#sealed/ring.input.ts';
import { mayHoldParts, purposesOf } from '#sealed/ring.ts';
import { findOwnKey } from '#sealed/server/key-store.ts';
import { openRing } from '#sealed/server/ring-commands.ts';
import { findRingAt, listDutyPlaces, listFitting } from '#sealed/server/ring-store.ts';
import { staffWords } from '../../staff.words.ts';
import { keeperOf, payloadIn, refuse } from '../answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = keeperOf(locals);
  const { db, today, language } = locals;
  const unitId = findId<'unit'>(url.searchParams.get('unit'));
  const purpose = url.searchParams.get('purpose');
  const places = await listDutyPlaces(db, actor.holdings, purposesOf(actor), today);
  const place = places.find((one) => one.unitId === unitId && one.purpose === purpose);
  const ownKey = await findOwnKey(db, actor.personId);
  if (!place || !ownKey) error(404, staffWords[language].notFound);
  const ring = await findRingAt(db, place);
  if (ring) redirect(303, `/staff/keys/${ring.ringId}`);
  const colleagues = mayHoldParts(await listFitting(db, place), actor.personId);
  return { place, ownKey, personId: actor.personId, colleagues };
};

export const actions = {
  seal: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const input = await payloadIn(request, openRingInput);
    if (!input) return refuse('seal', 'invalid', language);
    const opened = await openRing(db, keeperOf(locals), input, today);
    if (!opened.ok) return refuse('seal', opened.refusal, language);
    redirect(303, `/staff/keys/${opened.value.ringId}`);
  },
} satisfies Actions;
