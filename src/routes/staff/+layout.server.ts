// What every staff page shows around itself: who is signed in, as what, and where they may go.

import { rolesToGive } from '#people/giving.ts';
import { may } from '#people/may.ts';
import { peopleWords } from '#people/people.words.ts';
import { listStandIns } from '#people/server/standing-in-store.ts';
import { isOn } from '#people/standing-in.ts';
import { actorOf } from './actor.ts';
import { staffWords } from './staff.words.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
  const actor = actorOf(locals);
  const standIns = await listStandIns(locals.db, { personId: actor.personId }, locals.today);
  const role = actor.holdings.at(-1)?.role;
  return {
    person: {
      personId: actor.personId,
      name: actor.name,
      role: role ? peopleWords[locals.language].role[role] : staffWords[locals.language].noRole,
    },
    mayReadPlans: may(actor, 'read plan'),
    mayHandleRequests: may(actor, 'handle request'),
    mayViewAudit: may(actor, 'view audit'),
    mayKeepPeople: rolesToGive(actor).length > 0 || may(actor, 'hand over role'),
    maySetUp: may(actor, 'change setting'),
    mayLookUp: may(actor, 'view unit'),
    actingFor: actor.actingFor?.name ?? null,
    standIns: standIns
      .filter((one) => one.absentId !== actor.actingFor?.personId && isOn(one, locals.today))
      .filter((one, at, all) => all.findIndex(({ absentId }) => absentId === one.absentId) === at)
      .map(({ standInId, absentName }) => ({ standInId, absentName })),
    today: locals.today,
  };
};
