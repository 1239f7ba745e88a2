// Covering passages of a tip's letters; what lies under a cover opens only when somebody says so.

import type { Actions } from '@sveltejs/kit';
import { refused } from '#ground/outcome.ts';
import { layerInput, seeInput } from '#tips/casework.input.ts';
import { caseworkWords } from '#tips/casework.words.ts';
import { coverLetter, openUncovered } from '#tips/server/casework-commands.ts';
import { listLayers } from '#tips/server/casework-store.ts';
import { actorOf } from '../../../actor.ts';
import { payloadIn } from '../../../keys/answers.ts';
import { caseAt, lettersOf, tell } from '../sealed-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await caseAt(locals, params.tip);
  const letters = await lettersOf(locals, found.tip);
  return { ...found, letters, layers: await listLayers(locals.db, found.tip.tipId) };
};

export const actions = {
  open: async ({ request, locals }) => {
    const actor = actorOf(locals, 'open tip');
    const input = await payloadIn(request, seeInput);
    const opened = input ? await openUncovered(locals.db, actor, input) : refused('invalid');
    return tell(locals, 'open', opened, '');
  },
  cover: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const actor = actorOf(locals, 'open tip');
    const input = await payloadIn(request, layerInput);
    const covered = input ? await coverLetter(db, actor, input, today) : refused('invalid');
    return tell(locals, 'cover', covered, caseworkWords[language].redact.saved);
  },
} satisfies Actions;
