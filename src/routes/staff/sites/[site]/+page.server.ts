// One site at a glance: where it is, its figures and charts, what was done lately, what is open.

import { activityItem } from '#activities/activity-line.ts';
import { listActivities } from '#activities/server/store.ts';
import { findRule } from '#law/rule.ts';
import { listRules } from '#law/server/store.ts';
import { may } from '#people/may.ts';
import { indicatorTile } from '#sites/compare.ts';
import { placesWords } from '#places/places.words.ts';
import { listRolesHeldAt } from '#people/server/role-store.ts';
import type { DutyState } from '#sites/duty.ts';
import { listFigures } from '#sites/server/store.ts';
import { indicatorChart, stepsChart } from '#sites/site-charts.ts';
import { stepLines } from '#sites/step-line.ts';
import { showFigures, suppressionBy } from '#sites/suppress.ts';
import { dutyItem } from '#sites/work-items.ts';
import { siteOf } from '../site-of.ts';
import { dutyStates, indicatorRecords, stepStates } from '../site-records.ts';
import type { PageServerLoad } from './$types';

/** The figures people ask for first; the others stand on the page of indicators. */
const keyFigures = ['households_committed', 'core_members', 'talks', 'patrols'];
const charted = ['households_committed', 'talks'];
const mostShown = 6;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { actor, scope, site } = await siteOf(locals, params.site);
  const { db, today, language } = locals;
  const read = { db, scope, site, today };
  const [steps, duties, { views }, activities, figures, rules, held] = await Promise.all([
    stepStates(read),
    dutyStates(read),
    indicatorRecords(read, language),
    listActivities(db, scope, site.siteId, { limit: mostShown }),
    listFigures(db, scope, site.siteId),
    listRules(db, today),
    listRolesHeldAt(db, scope, site.siteId, today),
  ]);
  const place = { base: `/staff/sites/${site.siteId}` };
  const named = (key: string) => views.filter(({ indicator }) => indicator.key === key);
  return {
    lines: stepLines(steps, language),
    tiles: keyFigures.flatMap(named).map((view) => indicatorTile(view, language)),
    timeLine: stepsChart(steps, today, language),
    // Drawn here: the library that draws weighs more than all other script of the page.
    charts: charted.flatMap(named).map((view) => indicatorChart(view, language)),
    duties: openDuties(duties).map((duty) => dutyItem(duty, place, today, language)),
    recent: activities.map((activity) => activityItem(activity, place.base, language)),
    figures: showFigures(figures, suppressionBy(rules)),
    floor: findRule(rules, 'figures.floor'),
    placeTitle: placesWords[language].place.title,
    held,
    mayReadPlan: may(actor, 'read plan', site.siteId),
  };
};

/** What has a day comes first; it comes ordered by it. */
const openDuties = (duties: readonly DutyState[]): readonly DutyState[] =>
  duties.filter(({ status }) => status !== 'done' && status !== 'kept-up').slice(0, mostShown);
