// Recovering a ring nobody can open any more: the call, the parts, and the ring taken up again.

import { redirect, type Actions } from '@sveltejs/kit';
import {
  finishRecoveryInput,
  giveRecoveryShareInput,
  startRecoveryInput,
} from '#sealed/ring.input.ts';
import { ringWords } from '#sealed/ring.words.ts';
import { findOwnKey } from '#sealed/server/key-store.ts';
import {
  finishRecovery,
  giveRecoveryShare,
  startRecovery,
} from '#sealed/server/recovery-commands.ts';
import { listGifts, listOpenCalls } from '#sealed/server/recovery-call-store.ts';
import {
  findRecoverySet,
  listEpochsToRecover,
  listMyParts,
} from '#sealed/server/recovery-store.ts';
import { listFitting } from '#sealed/server/ring-store.ts';
import { keeperOf, payloadIn, refuse, saved } from '../../answers.ts';
import { ringAt } from '../../ring-at.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { actor, ring } = await ringAt(locals, params.ring);
  const { db } = locals;
  const fitting = await listFitting(db, ring);
  const calls = await Promise.all(
    (await listOpenCalls(db, ring.ringId)).map(async (call) => {
      const isMine = call.personId === actor.personId;
      const gifts = await listGifts(db, call.callId);
      return {
        ...call,
        isMine,
        // The key they called with: another one since then cannot take the ring up.
        recipient: fitting.find(({ key }) => key?.keyId === call.keyId)?.key?.recipient ?? null,
        myParts: await listMyParts(db, call),
        givenParts: gifts.map(({ number }) => number),
        gifts: isMine ? gifts.map(({ sealedShare }) => sealedShare) : [],
        epochs: isMine ? await listEpochsToRecover(db, call) : [],
      };
    }),
  );
  return {
    ring,
    ownKey: await findOwnKey(db, actor.personId),
    set: (await findRecoverySet(db, ring.ringId)) ?? null,
    calls,
  };
};

export const actions = {
  call: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const input = await payloadIn(request, startRecoveryInput);
    if (!input) return refuse('call', 'invalid', language);
    const called = await startRecovery(db, keeperOf(locals), input, today);
    return called.ok ? saved('call', '') : refuse('call', called.refusal, language);
  },
  give: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const input = await payloadIn(request, giveRecoveryShareInput);
    if (!input) return refuse('give', 'invalid', language);
    const given = await giveRecoveryShare(db, keeperOf(locals), input, today);
    return given.ok
      ? saved('give', ringWords[language].recovery.given)
      : refuse('give', given.refusal, language);
  },
  finish: async ({ request, locals, params }) => {
    const { db, today, language } = locals;
    const input = await payloadIn(request, finishRecoveryInput);
    if (!input) return refuse('finish', 'invalid', language);
    const finished = await finishRecovery(db, keeperOf(locals), input, today);
    if (!finished.ok) return refuse('finish', finished.refusal, language);
    redirect(303, `/staff/keys/${params.ring}?recovered`);
  },
} satisfies Actions;
