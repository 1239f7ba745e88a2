// The sites that stand where a plan wants one, as whoever confirms it is to know them.

import type { Day } from '#ground/day.ts';
import type { Database } from '#ground/server/db.ts';
import { listLaw } from '#law/server/store.ts';
import type { Scope } from '#people/person.ts';
import {
  listHamletsNamed,
  listPlaceNames,
  type HamletNames,
} from '#places/server/placing-store.ts';
import type { SiteBeside } from '../beside.ts';
import { calledBy, sitePlace } from '../names.ts';
import { currentStep, stepState } from '../step.ts';
import { listStepEvents, listSteps } from './step-store.ts';
import { listSitesStanding } from './store.ts';

export async function listBesides(
  db: Database,
  scope: Scope,
  { programme, place }: { readonly programme: string; readonly place: HamletNames },
  today: Day,
): Promise<readonly SiteBeside[]> {
  const unitIds = await listHamletsNamed(db, place);
  const sites = await listSitesStanding(db, scope, { ...place, programme, unitIds });
  if (sites.length === 0) return [];
  const ids = sites.map(({ siteId }) => siteId);
  const names = new Map(
    (await listPlaceNames(db, scope, ids, today)).map((one) => [one.siteId, one.names]),
  );
  const law = await listLaw(db);
  const steps = await listSteps(db, scope, ids);
  const events = await listStepEvents(db, scope, ids);
  return sites.map((site) => {
    const { siteId, planId, planNumber, calendar } = site;
    const own = events.filter((event) => event.siteId === siteId);
    const states = steps
      .filter((step) => step.siteId === siteId)
      .map((step) => stepState(step, own, today, law));
    return {
      siteId,
      title: sitePlace(calledBy(site, names.get(siteId))),
      planId,
      planNumber,
      step: calendar === 'record' ? null : (currentStep(states)?.step ?? null),
    };
  });
}
