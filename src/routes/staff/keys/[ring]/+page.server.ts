// A ring as its people see it: who holds it, whom to admit, turning its key, its recovery.

import type { Actions } from '@sveltejs/kit';
import { admitInput, renewRecoveryInput, turnEpochInput } from '#sealed/ring.input.ts';
import { ringWords } from '#sealed/ring.words.ts';
import { mayBeAdmitted, mayHoldParts, mustLeave } from '#sealed/ring.ts';
import { findOwnKey } from '#sealed/server/key-store.ts';
import { listOpenCalls } from '#sealed/server/recovery-call-store.ts';
import { findRecoverySet, listRecoveryParts } from '#sealed/server/recovery-store.ts';
import { admit, renewRecovery, turnEpoch } from '#sealed/server/ring-commands.ts';
import { listFitting, listMembers, listMyShares } from '#sealed/server/ring-store.ts';
import { keeperOf, payloadIn, refuse, saved } from '../answers.ts';
import { ringAt } from '../ring-at.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { actor, ring } = await ringAt(locals, params.ring);
  const { db } = locals;
  const [members, fitting] = [await listMembers(db, ring.ringId), await listFitting(db, ring)];
  const set = await findRecoverySet(db, ring.ringId);
  const shares = await listMyShares(db);
  return {
    ring,
    isRecovered: url.searchParams.has('recovered'),
    personId: actor.personId,
    members,
    over: mustLeave(members, fitting).map(({ personId }) => personId),
    colleagues: mayHoldParts(fitting, actor.personId),
    toAdmit: mayBeAdmitted(members, fitting),
    ownKey: await findOwnKey(db, actor.personId),
    shares: shares.filter(({ ringId }) => ringId === ring.ringId),
    isIn: members.some(({ personId }) => personId === actor.personId),
    set: set ?? null,
    parts: set ? await listRecoveryParts(db, ring.ringId, set.setNumber) : [],
    calls: await listOpenCalls(db, ring.ringId),
  };
};

export const actions = {
  admit: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const input = await payloadIn(request, admitInput);
    if (!input) return refuse('admit', 'invalid', language);
    const admitted = await admit(db, keeperOf(locals), input, today);
    return admitted.ok
      ? saved('admit', ringWords[language].admitted)
      : refuse('admit', admitted.refusal, language);
  },
  turn: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const input = await payloadIn(request, turnEpochInput);
    if (!input) return refuse('turn', 'invalid', language);
    const turned = await turnEpoch(db, keeperOf(locals), input, today);
    return turned.ok
      ? saved('turn', ringWords[language].turned)
      : refuse('turn', turned.refusal, language);
  },
  seal: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const input = await payloadIn(request, renewRecoveryInput);
    if (!input) return refuse('seal', 'invalid', language);
    const renewed = await renewRecovery(db, keeperOf(locals), input, today);
    return renewed.ok
      ? saved('seal', ringWords[language].recovery.renewed)
      : refuse('seal', renewed.refusal, language);
  },
} satisfies Actions;
