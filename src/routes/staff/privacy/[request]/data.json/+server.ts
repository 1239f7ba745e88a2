// The copy of everything held of who asked, as data: for the person, handed over by the officer.

import { dataFile, rowsHandedOut } from '../../handed-out.ts';
import { heldOf, mentionsOf, requestAt } from '../dossier.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { request } = await requestAt(locals, params);
  const [held, mentions] = await Promise.all([
    heldOf(locals, request, rowsHandedOut),
    mentionsOf(locals, request),
  ]);
  return dataFile(held, mentions, locals);
};
