// The copy of everything held of who asked, to be printed and handed over.

import { listRules } from '#law/server/store.ts';
import { rowsHandedOut } from '../../handed-out.ts';
import { termsIn } from '../../terms.ts';
import { heldOf, mentionsOf, requestAt } from '../dossier.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { request } = await requestAt(locals, params);
  const [held, mentions, rules] = await Promise.all([
    heldOf(locals, request, rowsHandedOut),
    mentionsOf(locals, request),
    listRules(locals.db, locals.today),
  ]);
  const back = `/staff/privacy/${request.requestId}`;
  const { language, timeZone } = locals;
  return {
    name: request.personName,
    held,
    mentions,
    back,
    terms: termsIn(rules, language),
    telling: { language, timeZone, personId: request.personId },
  };
};
