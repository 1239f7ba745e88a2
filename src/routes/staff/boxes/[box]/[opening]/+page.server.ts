// An opening on its way: who is there, the count, what is sealed, and how it is closed.

import type { Actions } from '@sveltejs/kit';
import { newId } from '#ground/id.ts';
import { closeInput, countInput, presenceInput } from '#tips/box.input.ts';
import { isOpener } from '#tips/box.ts';
import { closeOpening, confirmPresence, countLetters } from '#tips/server/opening-commands.ts';
import { openerOf, refuse, saved, sentIn } from '../../box-answers.ts';
import { openingAt } from './opening-at.ts';
import { ringsOf } from '../../rings-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const actor = openerOf(locals);
  const { box, opening } = await openingAt(locals, params);
  return {
    box,
    opening,
    personId: actor.personId,
    takesPart: isOpener(opening, actor.personId),
    rings: await ringsOf(locals.db, box.unitId),
    commandId: newId<'command'>(),
  };
};

const ofOpening = (params: Partial<Record<string, string>>) => ({
  openingId: params['opening'] ?? '',
});

export const actions = {
  confirm: async ({ request, locals, params }) => {
    const { db, today, language } = locals;
    const { typed, input } = await sentIn(request, presenceInput, ofOpening(params));
    if (!input) return refuse('confirm', 'invalid', typed, language);
    const there = await confirmPresence(db, openerOf(locals), input, today);
    return there.ok
      ? saved('confirm', language)
      : refuse('confirm', there.refusal, typed, language);
  },
  count: async ({ request, locals, params }) => {
    const { db, language } = locals;
    const { typed, input } = await sentIn(request, countInput, ofOpening(params));
    if (!input) return refuse('count', 'count-invalid', typed, language);
    const counted = await countLetters(db, openerOf(locals), input);
    return counted.ok
      ? saved('count', language)
      : refuse('count', counted.refusal, typed, language);
  },
  close: async ({ request, locals, params }) => {
    const { db, today, language } = locals;
    const { typed, input } = await sentIn(request, closeInput, ofOpening(params));
    if (!input) return refuse('close', 'invalid', typed, language);
    const closed = await closeOpening(db, openerOf(locals), input, today);
    return closed.ok ? saved('close', language) : refuse('close', closed.refusal, typed, language);
  },
} satisfies Actions;
