// Asking who the sender of a tip is, answering a colleague who asks, looking after one agreed.

import type { Actions } from '@sveltejs/kit';
import { refused } from '#ground/outcome.ts';
import { answerInput, askInput, seeInput } from '#tips/casework.input.ts';
import { caseworkWords } from '#tips/casework.words.ts';
import { answerIdentity, askForIdentity, lookAtIdentity } from '#tips/server/identity-commands.ts';
import { listIdentityRequests } from '#tips/server/identity-store.ts';
import { actorOf } from '../../../actor.ts';
import { payloadIn } from '../../../keys/answers.ts';
import { caseAt, tell } from '../sealed-case.ts';
import type { PageServerLoad } from './$types';

const invalid = refused('invalid');

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await caseAt(locals, params.tip);
  return { ...found, requests: await listIdentityRequests(locals.db, found.tip.tipId) };
};

export const actions = {
  ask: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const actor = actorOf(locals, 'open tip');
    const input = await payloadIn(request, askInput);
    const asked = input ? await askForIdentity(db, actor, input, today) : invalid;
    return tell(locals, 'ask', asked, caseworkWords[language].identity.asked);
  },
  answer: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const actor = actorOf(locals, 'open tip');
    const input = await payloadIn(request, answerInput);
    const answered = input ? await answerIdentity(db, actor, input, today) : invalid;
    return tell(locals, 'answer', answered, caseworkWords[language].identity.answered);
  },
  look: async ({ request, locals }) => {
    const actor = actorOf(locals, 'open tip');
    const input = await payloadIn(request, seeInput);
    const looked = input ? await lookAtIdentity(locals.db, actor, input) : invalid;
    return looked.ok
      ? { at: 'look', problem: '', said: '', identities: looked.value }
      : tell(locals, 'look', looked, '');
  },
} satisfies Actions;
