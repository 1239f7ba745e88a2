// The ring of an address, as whoever is on duty there sees it; to everybody else it is not there.

import { error } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import type { Actor } from '#people/person.ts';
import type { Ring } from '#sealed/ring.ts';
import { findRing, isOnDuty } from '#sealed/server/ring-store.ts';
import { staffWords } from '../staff.words.ts';
import { keeperOf } from './answers.ts';

export async function ringAt(
  locals: App.Locals,
  id: string,
): Promise<{ readonly actor: Actor; readonly ring: Ring }> {
  const actor = keeperOf(locals);
  const ringId = findId<'ring'>(id);
  const ring = ringId && (await findRing(locals.db, ringId));
  if (!ring || !(await isOnDuty(locals.db, ring))) {
    error(404, staffWords[locals.language].notFound);
  }
  return { actor, ring };
}
