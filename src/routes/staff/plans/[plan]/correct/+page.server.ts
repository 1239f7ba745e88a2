// A plan just read: the paper beside what was read, corrections, and the one confirmation that makes a site.

import { error, fail, redirect, type Actions } from '@sveltejs/kit';
import { findId, newId, type PlanId, type SiteId } from '#ground/id.ts';
import type { Outcome } from '#ground/outcome.ts';
import type { Rules } from '#law/rule.ts';
import { listRules } from '#law/server/store.ts';
import { may, scopeOf } from '#people/may.ts';
import { decideCorrection } from '#plans/correction.ts';
import { correctionWords } from '#plans/correction.words.ts';
import { planHref } from '#plans/plan-reading.ts';
import type { Plan } from '#plans/plan.ts';
import { correctPlan } from '#plans/server/commands.ts';
import { dubious } from '#sites/doubt.ts';
import type { SiteBeside } from '#sites/beside.ts';
import { plannedPlace, siteFromPlan } from '#sites/blueprint.ts';
import { sayRefusal } from '#sites/say.ts';
import { listBesides } from '#sites/server/besides.ts';
import { createSite } from '#sites/server/commands.ts';
import { calendarChoices, type CalendarChoice } from '#sites/site-calendar.ts';
import { siteCalendars } from '#sites/site.ts';
import { siteWords } from '#sites/sites.words.ts';
import { actorOf } from '../../../actor.ts';
import { staffWords } from '../../../staff.words.ts';
import { boxesIn, typedIn } from '../../../../form-fields.ts';
import { readingAt, seenPlan } from '../../address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const actor = actorOf(locals, 'read plan');
  const reading = await readingAt(locals, params);
  if (reading.siteId) redirect(303, planHref(reading) + url.search);
  const rules = await listRules(locals.db, locals.today);
  return {
    ...(await seenPlan(locals, reading)),
    commandId: newId<'command'>(),
    seen: reading.correctedAt ?? '',
    doubts: dubious(reading.plan, locals.today, rules),
    ...(await questionsOf(locals, reading.plan, rules)),
    mayConfirm: may(actor, 'create site'),
    already: url.searchParams.has('already'),
    saved: url.searchParams.has('saved'),
  };
};

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const saved = await saveCorrection(locals, params, await request.formData());
    if (!saved.ok) return fail(422, saved.refusal);
    redirect(303, `${planHref({ planId: saved.value.planId, siteId: null })}?saved`);
  },
  confirm: async ({ request, locals, params }) => {
    // A second click, or the page sent again by the browser, finds the site the first one made.
    const { siteId } = await readingAt(locals, params);
    if (siteId) redirect(303, `/staff/sites/${siteId}`);
    const form = await request.formData();
    const saved = await saveCorrection(locals, params, form);
    if (!saved.ok) return fail(422, saved.refusal);
    const commandId = findId<'command'>(form.get('commandId')) ?? newId<'command'>();
    const calendar = siteCalendars.find((one) => one === form.get('calendar')) ?? null;
    const input = { ...saved.value, commandId, calendar, besides: besidesIn(form) };
    const made = await createSite(locals.db, actorOf(locals), input, locals.today);
    if (made.ok) redirect(303, `/staff/sites/${made.value.siteId}`);
    if (made.refusal === 'forbidden') error(403, staffWords[locals.language].forbidden);
    if (made.refusal === 'not-found') error(404, staffWords[locals.language].notFound);
    if (made.refusal === 'calendar-unsaid' || 'besides' in made.refusal) {
      const problem = sayRefusal(made.refusal, locals.language);
      const wrong = [made.refusal === 'calendar-unsaid' ? 'calendar' : 'besides'];
      return fail(422, { problem, typed: answersIn(form), wrong });
    }
    // What exactly is missing stands among the doubts, computed anew from what was just saved.
    const problem = correctionWords[locals.language].stillMissing;
    return fail(422, { problem, typed: {}, wrong: [] as string[] });
  },
};

type Questions = {
  readonly calendars: readonly CalendarChoice[];
  readonly besides: readonly SiteBeside[];
};

/** Where parts are missing the doubts say so: there is no site yet to ask about. */
async function questionsOf(locals: App.Locals, plan: Plan, rules: Rules): Promise<Questions> {
  const { db, today } = locals;
  const scope = scopeOf(actorOf(locals), 'create site');
  const blueprint = siteFromPlan(plan, today, rules, siteWords.vi);
  if (!blueprint.ok) return { calendars: [], besides: [] };
  const place = plannedPlace(plan, blueprint.value);
  return {
    calendars: calendarChoices(blueprint.value, today),
    besides: await listBesides(db, scope, { ...blueprint.value, place }, today),
  };
}

const besidesIn = (form: FormData): SiteId[] =>
  form.getAll('beside').flatMap((value) => findId<'site'>(value) ?? []);

/** What was saved is read again; what was answered is not in the plan. */
const answersIn = (form: FormData): Readonly<Record<string, string>> => ({
  calendar: typedIn(form)['calendar'] ?? '',
  ...boxesIn(form, 'beside'),
});

type NotSaved = {
  readonly problem: string;
  readonly typed: Record<string, string>;
  readonly wrong: readonly string[];
};

async function saveCorrection(
  locals: App.Locals,
  params: Readonly<Record<string, string | undefined>>,
  form: FormData,
): Promise<Outcome<{ readonly planId: PlanId }, NotSaved>> {
  const own = correctionWords[locals.language];
  const reading = await readingAt(locals, params);
  const typed = typedIn(form);
  const not = (problem: string, wrong: readonly string[] = []) =>
    ({ ok: false, refusal: { problem, typed, wrong } }) as const;
  // Controls are named by their place: sent again, 'steps.2.remove' would take out the next step.
  if (reading.siteId === null && typed['seen'] !== (reading.correctedAt ?? '')) {
    return { ok: false, refusal: { problem: own.changedMeanwhile, typed: {}, wrong: [] } };
  }
  const decided = decideCorrection(reading.plan, (name) => typed[name]);
  if (!decided.ok) return not(own.notUnderstood, decided.refusal.names);
  const kept = await correctPlan(locals.db, actorOf(locals), reading.planId, decided.value);
  if (kept.ok) return kept;
  if (kept.refusal === 'has-site') return not(own.hasSite);
  if (typeof kept.refusal === 'object') return not(own.samePaper);
  return not(staffWords[locals.language].forbidden);
}
