// What was asked of the helpers' ring, and one's own support files; each as far as PostgreSQL shows it.

import { keepingOf } from '#help/keeping.ts';
import { stateOf } from '#help/help.ts';
import { listHelp, listHelpGiven } from '#help/server/store.ts';
import { listOwnFiles } from '#help/server/support-store.ts';
import { listRules } from '#law/server/store.ts';
import { findOwnKey } from '#sealed/server/key-store.ts';
import { listMyShares } from '#sealed/server/ring-store.ts';
import { helperOf } from './answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = helperOf(locals);
  const { db, today } = locals;
  const rules = await listRules(db, today);
  const key = await findOwnKey(db, actor.personId);
  const files = await listOwnFiles(db);
  const communes = actor.holdings.flatMap(({ role, commune }) =>
    role === 'helper' && commune ? [commune.unitId] : [],
  );
  return {
    isErased: url.searchParams.has('erased'),
    personId: actor.personId,
    hasKey: (await listMyShares(db)).some(({ purpose }) => purpose === 'help'),
    requests: (await listHelp(db)).map((request) => {
      const { helpId, receivedOn, unreadSince, takenBy, takenName } = request;
      const keeping = keepingOf(request, rules);
      const until = keeping.ok && keeping.value.isWarned ? keeping.value.until : null;
      const state = stateOf(request);
      return { helpId, receivedOn, unreadSince, takenBy, takenName, state, until };
    }),
    files: files.map(({ fileId, begunOn, endsOn, remindOn, keyId }) => ({
      fileId,
      begunOn,
      endsOn,
      remindOn,
      opens: keyId === key?.keyId,
    })),
    given: (await Promise.all(communes.map((unit) => listHelpGiven(db, unit, today)))).flat(),
  };
};
