// Everything held of the person signed in, to be printed.

import { listRules } from '#law/server/store.ts';
import { listHeldOfAccount } from '#privacy/server/store.ts';
import { actorOf } from '../../../actor.ts';
import { rowsHandedOut } from '../../../privacy/handed-out.ts';
import { termsIn } from '../../../privacy/terms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { personId, name } = actorOf(locals);
  const [held, rules] = await Promise.all([
    listHeldOfAccount(locals.withoutAccessCheck, personId, rowsHandedOut),
    listRules(locals.db, locals.today),
  ]);
  return {
    name,
    held,
    mentions: [],
    back: '/staff/account/data',
    telling: { language: locals.language, timeZone: locals.timeZone, personId },
    terms: termsIn(rules, locals.language),
  };
};
