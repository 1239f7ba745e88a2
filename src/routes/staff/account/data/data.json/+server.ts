// Everything held of the person signed in, as a file: theirs to take, whenever they like.

import { listHeldOfAccount } from '#privacy/server/store.ts';
import { actorOf } from '../../../actor.ts';
import { dataFile, rowsHandedOut } from '../../../privacy/handed-out.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
  const { personId } = actorOf(locals);
  const held = await listHeldOfAccount(locals.withoutAccessCheck, personId, rowsHandedOut);
  return dataFile(held, [], locals);
};
