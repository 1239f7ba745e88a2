// The sites in the person's charge, a page at a time, each with its step and what is late there.

import { findId, type SiteId } from '#ground/id.ts';
import { listLaw } from '#law/server/store.ts';
import { may, scopeOf } from '#people/may.ts';
import { dutyState } from '#sites/duty.ts';
import { listDutiesDue, listDutyEvents } from '#sites/server/duty-store.ts';
import { listStepEvents, listSteps } from '#sites/server/step-store.ts';
import { findSite, listSitesInScope } from '#sites/server/store.ts';
import type { DutyRole } from '#sites/site.ts';
import { stepLines } from '#sites/step-line.ts';
import { stepState } from '#sites/step.ts';
import { actorOf } from '../actor.ts';
import { calledToday } from './called-today.ts';
import type { PageServerLoad } from './$types';

const pageLength = 30;
const everyRole: readonly DutyRole[] = ['provincial_officer', 'commune_police', 'core_member'];

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = actorOf(locals);
  const recording = url.searchParams.has('record');
  const scope = scopeOf(actor, recording ? 'record activity' : 'view site');
  const afterId = findId<'site'>(url.searchParams.get('after'));
  const after = afterId && (await findSite(locals.db, scope, afterId));
  const page = { limit: pageLength + 1, ...(after && { after }) };
  const sites = await listSitesInScope(locals.db, scope, page);
  const shown = await calledToday(locals, scope, sites.slice(0, pageLength));
  const work = await workAt(
    locals,
    shown.map(({ siteId }) => siteId),
  );
  return {
    recording,
    sites: shown.map((site) => ({ site, ...work(site.siteId) })),
    after: sites.length > pageLength ? shown.at(-1)?.siteId : undefined,
    isFirst: !after,
    mayReadPlans: may(actor, 'read plan'),
    mayBreakGlass: may(actor, 'break glass') && scope !== 'all',
  };
};

type Work = {
  readonly current: ReturnType<typeof stepLines>[number] | null;
  readonly late: number;
};

/** Where some sites stand; read for all of them at once. */
async function workAt(
  { db, today, language }: App.Locals,
  ids: readonly SiteId[],
): Promise<(siteId: SiteId) => Work> {
  const [steps, events, duties, law] = await Promise.all([
    listSteps(db, ids, ids),
    listStepEvents(db, ids, ids),
    listDutiesDue(db, ids, everyRole, today),
    listLaw(db),
  ]);
  const dutyEvents = await listDutyEvents(db, ids, duties);
  const lateDuties = duties
    .map((duty) => dutyState(duty, dutyEvents, today))
    .filter(({ status }) => status === 'overdue');
  return (siteId) => {
    const own = steps.filter((step) => step.siteId === siteId);
    const ownEvents = events.filter((event) => event.siteId === siteId);
    const lines = stepLines(
      own.map((step) => stepState(step, ownEvents, today, law)),
      language,
    );
    const lateSteps = lines.filter(({ late }) => late).length;
    const late = lateSteps + lateDuties.filter(({ duty }) => duty.siteId === siteId).length;
    return { current: lines.find(({ state }) => state === 'current') ?? null, late };
  };
}
