// Exporting a tip as a sealed file, which the device makes: here stands only that it did.

import type { Actions } from '@sveltejs/kit';
import { refused } from '#ground/outcome.ts';
import { seeInput } from '#tips/casework.input.ts';
import { caseworkWords } from '#tips/casework.words.ts';
import { exportTip, openUncovered } from '#tips/server/casework-commands.ts';
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
  export: async ({ request, locals }) => {
    const { db, language } = locals;
    const actor = actorOf(locals, 'open tip');
    const input = await payloadIn(request, seeInput);
    if (input?.view === 'uncovered') await openUncovered(db, actor, input);
    const exported = input ? await exportTip(db, actor, input) : refused('invalid');
    return tell(locals, 'export', exported, caseworkWords[language].export.did);
  },
} satisfies Actions;
