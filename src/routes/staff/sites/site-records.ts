// What a site's pages read together: its steps, its duties and its indicators as they stand on a day.

import { countsOf } from '#activities/record.ts';
import { countByMonth } from '#activities/server/store.ts';
import type { Day } from '#ground/day.ts';
import type { Database } from '#ground/server/db.ts';
import type { Language } from '#ground/words.ts';
import { listLaw } from '#law/server/store.ts';
import type { Scope } from '#people/person.ts';
import { lifeOf } from '#sites/comparable.ts';
import { dutyState, type DutyState } from '#sites/duty.ts';
import { indicatorView, type IndicatorView } from '#sites/indicator.ts';
import { rosterMonths, type Standing } from '#sites/roster-figure.ts';
import { inLanguage } from '#sites/names.ts';
import { listDuties, listDutyEvents } from '#sites/server/duty-store.ts';
import {
  listIndicatorEntries,
  listIndicators,
  listStandings,
} from '#sites/server/indicator-store.ts';
import { listStepEvents, listSteps } from '#sites/server/step-store.ts';
import type { IndicatorEntry, Site } from '#sites/site.ts';
import { stepState, type StepState } from '#sites/step.ts';

export type SiteRead = {
  readonly db: Database;
  readonly scope: Scope;
  readonly site: Site;
  readonly today: Day;
};

export async function stepStates({
  db,
  scope,
  site,
  today,
}: SiteRead): Promise<readonly StepState[]> {
  const ids = [site.siteId];
  const [steps, events, law] = await Promise.all([
    listSteps(db, scope, ids),
    listStepEvents(db, scope, ids),
    listLaw(db),
  ]);
  return steps.map((step) => stepState(step, events, today, law));
}

export async function dutyStates({
  db,
  scope,
  site,
  today,
}: SiteRead): Promise<readonly DutyState[]> {
  const duties = await listDuties(db, scope, site.siteId);
  const events = await listDutyEvents(db, scope, duties);
  return duties.map((duty) => dutyState(duty, events, today));
}

export type IndicatorRecords = {
  readonly views: readonly IndicatorView[];
  readonly entries: readonly IndicatorEntry[];
  readonly standings: readonly Standing[];
};

/** From the day the plan begins: what came before is unknown even to what is counted. */
export async function indicatorRecords(
  read: SiteRead,
  language: Language,
): Promise<IndicatorRecords> {
  const { db, scope, site, today } = read;
  const life = lifeOf(site, today);
  const [indicators, entries, months, standings] = await Promise.all([
    listIndicators(db, scope, site.siteId),
    listIndicatorEntries(db, scope, site.siteId),
    countByMonth(db, scope, site.siteId, life),
    listStandings(db, scope, site.siteId),
  ]);
  const records = { entries, counts: [...countsOf(months), ...rosterMonths(standings, today)] };
  const views = indicators.map((one) => indicatorView(inLanguage(one, language), records, life));
  return { entries, standings, views };
}
