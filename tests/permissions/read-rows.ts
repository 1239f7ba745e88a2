// For tests: what is read of a site, by which act, and what is read without one and why.

import { findCorrection, findPhoto, listActivitiesOfDay } from '#activities/server/entry-store.ts';
import {
  countByMonth,
  findActivity,
  findActivityOfCommand,
  isCorrected,
  listActivities,
  listVersions,
} from '#activities/server/store.ts';
import { addDays, day } from '#ground/day.ts';
import type { SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import { listSiteRecords } from '#oversight/server/area-store.ts';
import type { Act } from '#people/may.ts';
import { listRolesHeldAt } from '#people/server/role-store.ts';
import type { Scope } from '#people/person.ts';
import { listPlacesIn, listSitePlaces, listSitesIn } from '#places/server/site-place-store.ts';
import { findPlaceNames, listPlaceNames } from '#places/server/placing-store.ts';
import { findPlanReading, listPlanReadings } from '#plans/server/store.ts';
import {
  findHouseholdSent,
  findMemberSent,
  listHouseholdEntries,
  listHouseholds,
  listMemberEntries,
  listMembers,
} from '#rosters/server/store.ts';
import {
  findIssuedPaper,
  findIssuedPaperOfReview,
  findReview,
  findReviewOfCommand,
  listReviews,
} from '#reports/server/store.ts';
import { listDutiesDone, listStepsDone } from '#sites/server/done-store.ts';
import {
  findDuty,
  findDutyEvent,
  listDuties,
  listDutiesDue,
  listDutyEvents,
} from '#sites/server/duty-store.ts';
import { isDutyOpen, listHolders } from '#sites/server/holder-store.ts';
import {
  findIndicatorEntry,
  listIndicatorEntries,
  listStandings,
  listIndicators,
} from '#sites/server/indicator-store.ts';
import {
  findStepEvent,
  listStepEvents,
  listSteps,
  listStepsDue,
} from '#sites/server/step-store.ts';
import {
  findSite,
  listFigures,
  listRecipients,
  listResources,
  listSitesInScope,
  listSitesStanding,
} from '#sites/server/store.ts';
import { testDay } from '#sites/server/testing.ts';
import type { RecordsOfSite } from './records-of-a-site.ts';

export type ReadRow = {
  /** What lets a person read it; undefined where only a command that asked already does. */
  readonly act: Act | undefined;
  readonly read: (db: Database, scope: Scope, of: RecordsOfSite) => Promise<unknown>;
};

const by = (act: Act, read: ReadRow['read']): ReadRow => ({ act, read });
const inCommands = (read: (db: Database, of: RecordsOfSite) => Promise<unknown>): ReadRow => ({
  act: undefined,
  read: (db, _, of) => read(db, of),
});

/** Of a list that may hold several sites: the rows of this one. */
const at = async <R extends { readonly siteId: SiteId }>(
  { siteId }: RecordsOfSite,
  rows: Promise<readonly R[]>,
): Promise<readonly R[]> => (await rows).filter((row) => row.siteId === siteId);

/** Nobody's own paper: what one read in oneself one sees anyway. */
const stranger = '00000000-0000-4000-8000-000000000000' as RecordsOfSite['personId'];
const reader = (scope: Scope) => ({ personId: stranger, scope });
const exampleStanding = {
  programme: 'Phòng, chống tội phạm về ma túy',
  hamlet: 'xóm Phố',
  commune: 'xã Phú Thịnh',
  province: 'tỉnh Thái Nguyên',
  unitIds: [],
};
const late = day('2030-01-01');
const whole = { from: addDays(testDay, -400), to: late };

export const readRows: Readonly<Record<string, ReadRow>> = {
  'sites/findSite': by('view site', (db, scope, { siteId }) => findSite(db, scope, siteId)),
  'sites/listSitesInScope': by('view site', (db, scope, of) => at(of, listSitesInScope(db, scope))),
  'sites/listSitesStanding': by('view site', (db, scope, of) =>
    at(of, listSitesStanding(db, scope, exampleStanding)),
  ),
  'sites/listFigures': by('view site', (db, scope, { siteId }) => listFigures(db, scope, siteId)),
  'sites/listResources': by('view site', (db, scope, { siteId }) =>
    listResources(db, scope, siteId),
  ),
  'sites/listRecipients': by('view site', (db, scope, { siteId }) =>
    listRecipients(db, scope, siteId),
  ),
  'sites/listSteps': by('view site', (db, scope, { siteId }) => listSteps(db, scope, [siteId])),
  'sites/listStepsDue': by('advance step', (db, scope, of) =>
    at(of, listStepsDue(db, scope, late)),
  ),
  'sites/listStepEvents': by('view site', (db, scope, { siteId }) =>
    listStepEvents(db, scope, [siteId]),
  ),
  'sites/listStepsDone': by('view site', (db, scope, of) =>
    at(of, listStepsDone(db, scope, of.personId, testDay)),
  ),
  'sites/findStepEvent': inCommands((db, { siteId, commandId }) =>
    findStepEvent(db, siteId, commandId),
  ),
  'sites/findDuty': by('do duty', (db, scope, { siteId, dutyId }) =>
    findDuty(db, scope, siteId, dutyId),
  ),
  'sites/listDuties': by('view site', (db, scope, { siteId }) => listDuties(db, scope, siteId)),
  'sites/listDutiesDue': by('do duty', (db, scope, of) =>
    at(of, listDutiesDue(db, scope, ['provincial_officer', 'commune_police', 'core_member'], late)),
  ),
  'sites/listDutyEvents': by('view site', async (db, scope, { siteId }) =>
    listDutyEvents(db, scope, await listDuties(db, 'all', siteId)),
  ),
  'sites/listDutiesDone': by('view site', (db, scope, of) =>
    at(of, listDutiesDone(db, scope, of.personId, testDay)),
  ),
  'sites/findDutyEvent': inCommands((db, { siteId, commandId }) =>
    findDutyEvent(db, siteId, commandId),
  ),
  'sites/listHolders': by('view site', (db, scope, { siteId }) =>
    listHolders(db, scope, siteId, testDay),
  ),
  'sites/isDutyOpen': inCommands((db, { siteId, dutyId }) => isDutyOpen(db, siteId, dutyId)),
  'sites/listIndicators': by('view site', (db, scope, { siteId }) =>
    listIndicators(db, scope, siteId),
  ),
  'people/listRolesHeldAt': by('view site', (db, scope, { siteId }) =>
    listRolesHeldAt(db, scope, siteId, testDay),
  ),
  'sites/listStandings': by('view site', (db, scope, { siteId }) =>
    listStandings(db, scope, siteId),
  ),
  'sites/listIndicatorEntries': by('view site', (db, scope, { siteId }) =>
    listIndicatorEntries(db, scope, siteId),
  ),
  'sites/findIndicatorEntry': inCommands((db, { siteId, commandId }) =>
    findIndicatorEntry(db, siteId, commandId),
  ),
  'activities/listActivities': by('view site', (db, scope, { siteId }) =>
    listActivities(db, scope, siteId),
  ),
  'activities/findActivity': by('view site', (db, scope, { siteId, activityId }) =>
    findActivity(db, scope, siteId, activityId),
  ),
  'activities/listVersions': by('view site', (db, scope, { siteId, activityId }) =>
    listVersions(db, scope, siteId, activityId),
  ),
  'activities/countByMonth': by('view site', (db, scope, { siteId }) =>
    countByMonth(db, scope, siteId, whole),
  ),
  'activities/findPhoto': by('view site', (db, scope, { siteId, photoRef }) =>
    findPhoto(db, scope, siteId, photoRef),
  ),
  'activities/findCorrection': by('view site', (db, scope, { siteId, oldActivityId }) =>
    findCorrection(db, scope, siteId, oldActivityId),
  ),
  'activities/listActivitiesOfDay': by('view site', (db, scope, of) =>
    at(of, listActivitiesOfDay(db, scope, of.personId, testDay)),
  ),
  'activities/findActivityOfCommand': inCommands((db, { siteId, commandId }) =>
    findActivityOfCommand(db, siteId, commandId),
  ),
  'activities/isCorrected': inCommands((db, { siteId, oldActivityId }) =>
    isCorrected(db, siteId, oldActivityId),
  ),
  'reports/listReviews': by('view site', (db, scope, { siteId }) => listReviews(db, scope, siteId)),
  'reports/findReview': by('view site', (db, scope, { siteId, issuedId }) =>
    findReview(db, scope, siteId, issuedId),
  ),
  'reports/findIssuedPaper': by('view site', (db, scope, { siteId, paperId }) =>
    findIssuedPaper(db, scope, siteId, paperId),
  ),
  'reports/findIssuedPaperOfReview': by('view site', (db, scope, { siteId, issuedId }) =>
    findIssuedPaperOfReview(db, scope, siteId, issuedId),
  ),
  'reports/findReviewOfCommand': inCommands((db, { siteId, commandId }) =>
    findReviewOfCommand(db, siteId, commandId),
  ),
  'plans/findPlanReading': by('read plan', (db, scope, { planId }) =>
    findPlanReading(db, reader(scope), planId),
  ),
  'plans/listPlanReadings': by('read plan', (db, scope, of) =>
    at(
      of,
      listPlanReadings(db, reader(scope)).then((plans) =>
        plans.flatMap(({ siteId }) => (siteId ? [{ siteId }] : [])),
      ),
    ),
  ),
  'places/listSitePlaces': by('view site', (db, scope, of) => at(of, listSitePlaces(db, scope))),
  'places/findPlaceNames': inCommands((db, { siteId }) => findPlaceNames(db, siteId, testDay)),
  'places/listPlaceNames': by('view site', (db, scope, of) =>
    at(of, listPlaceNames(db, scope, [of.siteId], testDay)),
  ),
  'places/listSitesIn': by('view site', async (db, scope, of) => {
    const units = (await listSitePlaces(db, 'all', [of.siteId])).map(({ unitId }) => unitId);
    return at(of, listSitesIn(db, scope, units));
  }),
  'places/listPlacesIn': inCommands(async (db, of) => {
    const units = (await listSitePlaces(db, 'all', [of.siteId])).map(({ unitId }) => unitId);
    return at(of, listPlacesIn(db, units));
  }),
  'rosters/listMembers': by('view roster', (db, scope, { siteId }) =>
    listMembers(db, scope, siteId),
  ),
  'rosters/listMemberEntries': by('view roster', (db, scope, { siteId, memberId }) =>
    listMemberEntries(db, scope, siteId, memberId),
  ),
  'rosters/listHouseholds': by('view roster', (db, scope, { siteId }) =>
    listHouseholds(db, scope, siteId),
  ),
  'rosters/listHouseholdEntries': by('view roster', (db, scope, { siteId, householdId }) =>
    listHouseholdEntries(db, scope, siteId, householdId),
  ),
  'rosters/findMemberSent': inCommands((db, { siteId, commandId }) =>
    findMemberSent(db, siteId, commandId),
  ),
  'rosters/findHouseholdSent': inCommands((db, { siteId, commandId }) =>
    findHouseholdSent(db, siteId, commandId),
  ),
  'oversight/listSiteRecords': by('view site', (db, scope, of) =>
    at(of, listSiteRecords(db, { scope })),
  ),
};
