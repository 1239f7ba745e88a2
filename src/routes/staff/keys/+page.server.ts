// One's own key, and the rings of the units one is on duty at.

import type { Actions } from '@sveltejs/kit';
import { makeKeyInput, replaceLockInput } from '#sealed/ring.input.ts';
import { keysWords } from '#sealed/keys.words.ts';
import { purposesOf } from '#sealed/ring.ts';
import { makeKey, replaceLock } from '#sealed/server/key-commands.ts';
import { findOwnKey } from '#sealed/server/key-store.ts';
import { findRingAt, listDutyPlaces, listMyShares } from '#sealed/server/ring-store.ts';
import { keeperOf, payloadIn, refuse, saved } from './answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const actor = keeperOf(locals);
  const { db, today } = locals;
  const places = await listDutyPlaces(db, actor.holdings, purposesOf(actor), today);
  const shares = await listMyShares(db);
  return {
    standsIn: actor.actingFor !== undefined,
    ownKey: (await findOwnKey(db, actor.personId)) ?? null,
    places: await Promise.all(
      places.map(async (place) => {
        const ring = await findRingAt(db, place);
        const isIn = shares.some(({ ringId, isCurrent }) => isCurrent && ringId === ring?.ringId);
        return { ...place, ringId: ring?.ringId ?? null, isIn };
      }),
    ),
  };
};

export const actions = {
  make: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const input = await payloadIn(request, makeKeyInput);
    if (!input) return refuse('make', 'invalid', language);
    const made = await makeKey(db, keeperOf(locals), input, today);
    return made.ok
      ? saved('make', keysWords[language].made)
      : refuse('make', made.refusal, language);
  },
  change: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const input = await payloadIn(request, replaceLockInput);
    if (!input) return refuse('change', 'invalid', language);
    const changed = await replaceLock(db, keeperOf(locals), input, today);
    return changed.ok
      ? saved('change', keysWords[language].changed)
      : refuse('change', changed.refusal, language);
  },
} satisfies Actions;
