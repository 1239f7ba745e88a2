// Passing a tip to the duty desk of the province.

import type { Actions } from '@sveltejs/kit';
import { refused } from '#ground/outcome.ts';
import { passInput } from '#tips/casework.input.ts';
import { caseworkWords } from '#tips/casework.words.ts';
import { passTip } from '#tips/server/casework-commands.ts';
import { findRingAbove } from '#tips/server/casework-store.ts';
import { listIdentities } from '#tips/server/identity-store.ts';
import { actorOf } from '../../../actor.ts';
import { payloadIn } from '../../../keys/answers.ts';
import { caseAt, lettersOf, tell } from '../sealed-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await caseAt(locals, params.tip);
  return {
    ...found,
    letters: await lettersOf(locals, found.tip),
    identities: await listIdentities(locals.db, found.tip.tipId),
    above: (await findRingAbove(locals.db)) ?? null,
  };
};

export const actions = {
  pass: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const actor = actorOf(locals, 'open tip');
    const input = await payloadIn(request, passInput);
    const passed = input ? await passTip(db, actor, input, today) : refused('invalid');
    return tell(locals, 'pass', passed, caseworkWords[language].pass.done);
  },
} satisfies Actions;
