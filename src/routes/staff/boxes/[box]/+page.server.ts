// One box: opening it with somebody, its earlier openings, and its register for those who keep it.

import { error, redirect, type Actions } from '@sveltejs/kit';
import { findId, newId } from '#ground/id.ts';
import { mayWithoutSite } from '#people/may.ts';
import { isOnDuty } from '#sealed/server/ring-store.ts';
import {
  beginInput,
  endBoxInput,
  keyholdersInput,
  moveBoxInput,
  rhythmInput,
} from '#tips/box.input.ts';
import { daysLate, dueOn, isInUse } from '#tips/box.ts';
import { changeKeyholders, changeRhythm, endBox, moveBox } from '#tips/server/box-commands.ts';
import { findBox, listPeopleForBox, listPlacesOf } from '#tips/server/box-store.ts';
import { beginOpening } from '#tips/server/opening-commands.ts';
import { isBoxOpen, listOpenings } from '#tips/server/opening-store.ts';
import { staffWords } from '../../staff.words.ts';
import { openerOf, refuse, saved, sentIn } from '../box-answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const actor = openerOf(locals);
  const { db, today, language } = locals;
  const boxId = findId<'box'>(params.box);
  const box = boxId && (await findBox(db, boxId));
  if (!box) error(404, staffWords[language].notFound);
  const keeps = mayWithoutSite(actor, 'keep boxes');
  const openings = await listOpenings(db, box.boxId);
  return {
    box: { ...box, due: dueOn(box), late: daysLate(box, today), inUse: isInUse(box, today) },
    mayKeep: keeps && (await isOnDuty(db, { purpose: 'tip', unitId: box.unitId })),
    places: await listPlacesOf(db, box.boxId),
    people: await listPeopleForBox(db, box.unitId),
    personId: actor.personId,
    isOpen: await isBoxOpen(db, box.boxId),
    openings: openings.map(({ openingId, openedOn, first, second, sealState, closedOn }) => ({
      openingId,
      openedOn,
      first,
      second,
      sealState,
      closedOn,
    })),
    commandId: newId<'command'>(),
    today,
  };
};

export const actions = {
  begin: async ({ request, locals, params }) => {
    const { db, today, language } = locals;
    const { typed, input } = await sentIn(request, beginInput, { boxId: params['box'] ?? '' });
    if (!input) return refuse('begin', 'invalid', typed, language);
    const begun = await beginOpening(db, openerOf(locals), input, today);
    if (!begun.ok) return refuse('begin', begun.refusal, typed, language);
    redirect(303, `/staff/boxes/${input.boxId}/${begun.value.openingId}`);
  },
  move: async ({ request, locals, params }) => {
    const { db, language } = locals;
    const { typed, input } = await sentIn(request, moveBoxInput, { boxId: params['box'] ?? '' });
    if (!input) return refuse('move', 'invalid', typed, language);
    const moved = await moveBox(db, openerOf(locals, 'keep'), input);
    return moved.ok ? saved('move', language) : refuse('move', moved.refusal, typed, language);
  },
  keys: async ({ request, locals, params }) => {
    const { db, today, language } = locals;
    const { typed, input } = await sentIn(request, keyholdersInput, { boxId: params['box'] ?? '' });
    if (!input) return refuse('keys', 'invalid', typed, language);
    const kept = await changeKeyholders(db, openerOf(locals, 'keep'), input, today);
    return kept.ok ? saved('keys', language) : refuse('keys', kept.refusal, typed, language);
  },
  rhythm: async ({ request, locals, params }) => {
    const { db, language } = locals;
    const { typed, input } = await sentIn(request, rhythmInput, { boxId: params['box'] ?? '' });
    if (!input) return refuse('rhythm', 'invalid', typed, language);
    const kept = await changeRhythm(db, openerOf(locals, 'keep'), input);
    return kept.ok ? saved('rhythm', language) : refuse('rhythm', kept.refusal, typed, language);
  },
  end: async ({ request, locals, params }) => {
    const { db, language } = locals;
    const { typed, input } = await sentIn(request, endBoxInput, { boxId: params['box'] ?? '' });
    if (!input) return refuse('end', 'invalid', typed, language);
    const ended = await endBox(db, openerOf(locals, 'keep'), input);
    return ended.ok ? saved('end', language) : refuse('end', ended.refusal, typed, language);
  },
} satisfies Actions;
