// Reads what a review is written from, through the stores of the neighbours.

import type { Day, Period } from '#ground/day.ts';
import type { PersonId, SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import { listActivities } from '#activities/server/store.ts';
import { listLaw } from '#law/server/store.ts';
import type { Scope } from '#people/person.ts';
import { findPlaceNames } from '#places/server/placing-store.ts';
import { findPlanReading } from '#plans/server/store.ts';
import { earlierPeriod } from '#sites/comparable.ts';
import { listDuties, listDutyEvents } from '#sites/server/duty-store.ts';
import {
  listIndicatorEntries,
  listIndicators,
  listStandings,
} from '#sites/server/indicator-store.ts';
import { rosterMonths } from '#sites/roster-figure.ts';
import { listStepEvents, listSteps } from '#sites/server/step-store.ts';
import { calledBy } from '#sites/names.ts';
import { findSite, listFigures, listRecipients } from '#sites/server/store.ts';
import type { Site } from '#sites/site.ts';
import { untilOf, type ReviewRecords } from '../records.ts';

export type Asked = {
  readonly scope: Scope;
  readonly personId: PersonId;
  readonly siteId: SiteId;
  readonly period: Period;
};

/** Undefined where there is no such site, or not for whoever asks. */
export async function findReviewRecords(
  db: Database,
  asked: Asked,
  today: Day,
): Promise<ReviewRecords | undefined> {
  const { scope, personId, siteId } = asked;
  const site = await findSiteOn(db, scope, siteId, today);
  const reading = site && (await findPlanReading(db, { personId, scope }, site.planId));
  if (!site || !reading) return undefined;
  return {
    site,
    plan: { planId: site.planId, paper: reading.plan.paper },
    recipients: await listRecipients(db, scope, siteId),
    baseline: await listFigures(db, scope, siteId),
    steps: await stepsOf(db, scope, siteId),
    duties: await dutiesOf(db, scope, siteId),
    activities: await activitiesOf(db, asked, today),
    indicators: await indicatorsOf(db, asked, today),
    asOf: today,
    law: await listLaw(db),
  };
}

/** The site by the names its place has on the day of the paper. */
export async function findSiteOn(
  db: Database,
  scope: Scope,
  siteId: SiteId,
  on: Day,
): Promise<Site | undefined> {
  const site = await findSite(db, scope, siteId);
  return site && calledBy(site, await findPlaceNames(db, siteId, on));
}

/** Every one of both periods: a report that counted only a page of them would be wrong. */
const activitiesOf = (
  db: Database,
  { scope, siteId, period }: Asked,
  today: Day,
): Promise<ReviewRecords['activities']> =>
  listActivities(db, scope, siteId, {
    period: { from: earlierPeriod(period).from, to: period.to < today ? period.to : today },
    limit: Number.MAX_SAFE_INTEGER,
  });

async function stepsOf(
  db: Database,
  scope: Scope,
  siteId: SiteId,
): Promise<ReviewRecords['steps']> {
  const steps = await listSteps(db, scope, [siteId]);
  const events = await listStepEvents(db, scope, [siteId]);
  return steps.map((step) => ({
    step,
    events: events.filter(({ number }) => number === step.number),
  }));
}

async function dutiesOf(
  db: Database,
  scope: Scope,
  siteId: SiteId,
): Promise<ReviewRecords['duties']> {
  const duties = await listDuties(db, scope, siteId);
  const events = await listDutyEvents(db, scope, duties);
  return duties.map((duty) => ({
    duty,
    events: events.filter(({ dutyId }) => dutyId === duty.dutyId),
  }));
}

async function indicatorsOf(
  db: Database,
  { scope, siteId, period }: Asked,
  today: Day,
): Promise<ReviewRecords['indicators']> {
  const indicators = await listIndicators(db, scope, siteId);
  const entries = await listIndicatorEntries(db, scope, siteId);
  const standings = await listStandings(db, scope, siteId);
  const counts = rosterMonths(standings, untilOf({ asOf: today }, period));
  return indicators.map((indicator) => ({
    indicator,
    counted: counts.filter(({ key }) => key === indicator.key),
    entries: entries.filter(({ indicatorId }) => indicatorId === indicator.indicatorId),
  }));
}
