// The list of the day for whoever is signed in: late, due, coming, kept up, and done today.

import { activityWords } from '#activities/activity.words.ts';
import { listActivitiesOfDay } from '#activities/server/entry-store.ts';
import { addDays, type Day } from '#ground/day.ts';
import type { SiteId } from '#ground/id.ts';
import { listLaw } from '#law/server/store.ts';
import { scopeOf } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { dutyState, type DutyState } from '#sites/duty.ts';
import { sitePlace, stepTitle } from '#sites/names.ts';
import { listDutiesDone, listStepsDone } from '#sites/server/done-store.ts';
import { listDutiesDue, listDutyEvents } from '#sites/server/duty-store.ts';
import { listStepEvents, listStepsDue } from '#sites/server/step-store.ts';
import { listSitesInScope } from '#sites/server/store.ts';
import { dutyRoles, type DutyRole } from '#sites/site.ts';
import { stepState } from '#sites/step.ts';
import { todayOf, type SiteSteps, type TodayItem } from '#sites/today.ts';
import { dutyItem, stepItem, type WorkItem, type WorkPlace } from '#sites/work-items.ts';
import { workspaceWords } from '#sites/workspace.words.ts';
import { actorOf } from './actor.ts';
import { glassToday } from './glass-today.ts';
import { privacyToday } from './privacy-today.ts';
import { calledToday } from './sites/called-today.ts';
import type { PageServerLoad } from './$types';

/** How far ahead the folded part looks. */
const daysAhead = 120;

export const load: PageServerLoad = async ({ locals }) => {
  const actor = actorOf(locals);
  const { today, language } = locals;
  const until = addDays(today, daysAhead);
  const [duties, steps, ownSites, done, glass, privacy] = await Promise.all([
    dutiesDue(locals, actor, until),
    stepsDue(locals, actor, until),
    listSitesInScope(locals.db, scopeOf(actor, 'record activity'), { limit: 2 }),
    doneToday(locals, actor),
    glassToday(locals, actor),
    privacyToday(locals, actor),
  ]);
  const work = todayOf(actor, { duties, sites: steps }, today);
  const touched = [...Object.values(work).flat(), ...done].map(({ siteId }) => siteId);
  const places = await placesOf(locals, touched, ownSites.length > 1);
  const shown = (items: readonly TodayItem[]): readonly WorkItem[] =>
    items.map((item) =>
      item.kind === 'duty'
        ? dutyItem(item.duty, places(item.siteId), today, language)
        : stepItem(item.step, places(item.siteId), today, language),
    );
  return {
    overdue: [...privacy.overdue, ...shown(work.overdue)],
    due: shown(work.today),
    soon: [...privacy.soon, ...shown(work.soon)],
    later: shown(work.later),
    kept: shown(work.kept),
    done: done.map((one) => one.item(places(one.siteId))),
    hasDuties: dutyRolesOf(actor).length > 0,
    record: recordAt(ownSites),
    glass,
  };
};

/** Straight to the form where there is one site to record at; else to the choice of sites. */
function recordAt(sites: readonly { readonly siteId: SiteId }[]): string | null {
  const [only, another] = sites;
  if (!only) return null;
  return another ? '/staff/sites?record' : `/staff/sites/${only.siteId}/activities/new`;
}

const dutyRolesOf = (actor: Actor): readonly DutyRole[] =>
  dutyRoles.filter((role) => actor.holdings.some((holding) => holding.role === role));

async function dutiesDue(
  { db, today }: App.Locals,
  actor: Actor,
  until: Day,
): Promise<readonly DutyState[]> {
  const scope = scopeOf(actor, 'do duty');
  const duties = await listDutiesDue(db, scope, dutyRolesOf(actor), until);
  const events = await listDutyEvents(db, scope, duties);
  return duties.map((duty) => dutyState(duty, events, today));
}

async function stepsDue(
  { db, today }: App.Locals,
  actor: Actor,
  until: Day,
): Promise<readonly SiteSteps[]> {
  const scope = scopeOf(actor, 'advance step');
  const steps = await listStepsDue(db, scope, until);
  const ids = [...new Set(steps.map(({ siteId }) => siteId))];
  const [events, law] = await Promise.all([listStepEvents(db, scope, ids), listLaw(db)]);
  return ids.map((siteId) => {
    const own = events.filter((event) => event.siteId === siteId);
    const states = steps
      .filter((step) => step.siteId === siteId)
      .map((step) => stepState(step, own, today, law));
    return { siteId, steps: states };
  });
}

type Done = { readonly siteId: SiteId; readonly item: (place: WorkPlace) => WorkItem };

async function doneToday(
  { db, today, language }: App.Locals,
  actor: Actor,
): Promise<readonly Done[]> {
  const scope = scopeOf(actor, 'view site');
  const [activities, duties, steps] = await Promise.all([
    listActivitiesOfDay(db, scope, actor.personId, today),
    listDutiesDone(db, scope, actor.personId, today),
    listStepsDone(db, scope, actor.personId, today),
  ]);
  const line =
    (path: string, title: string, note = ''): Done['item'] =>
    ({ base, site }) => ({
      href: `${base}/${path}`,
      title,
      note: [note, site].filter(Boolean).join(' · '),
      state: 'done',
    });
  return [
    ...activities.map(({ siteId, activityId, kind, place }) => ({
      siteId,
      item: line(`activities/${activityId}`, activityWords[language].kind[kind], place),
    })),
    ...duties.map(({ siteId, dutyId, text }) => ({ siteId, item: line(`duties/${dutyId}`, text) })),
    ...steps.map((step) => ({
      siteId: step.siteId,
      item: line(
        `steps/${step.number}`,
        workspaceWords[language].stepAs(step.number, stepTitle(step, language)),
      ),
    })),
  ];
}

/** Where each piece of work is done; the site is named where there are several. */
async function placesOf(
  locals: App.Locals,
  touched: readonly SiteId[],
  several: boolean,
): Promise<(siteId: SiteId) => WorkPlace> {
  const ids = [...new Set(touched)];
  const sites = several ? await listSitesInScope(locals.db, ids, { limit: ids.length }) : [];
  const called = await calledToday(locals, ids, sites);
  const names = new Map(called.map((site) => [site.siteId, sitePlace(site)]));
  return (siteId) => ({ base: `/staff/sites/${siteId}`, site: names.get(siteId) });
}
