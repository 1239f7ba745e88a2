// What a person does at a site: make it, move its steps, do its duties, enter its figures.

import type { Day } from '#ground/day.ts';
import { newId, type Id, type SiteId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { listLaw, listRules } from '#law/server/store.ts';
import { may, scopeOf, type Act } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { placeNewSite } from '#places/server/placing-store.ts';
import { attachSite, findPlanReadingForUpdate } from '#plans/server/store.ts';
import { plannedPlace, siteFromPlan, type BlueprintRefusal } from '../blueprint.ts';
import * as duty from '../duty.ts';
import { decideBesides, type BesideRefusal } from '../beside.ts';
import { decideEntry, type EntryRefusal } from '../indicator.ts';
import type {
  CreateSiteInput,
  DutyInput,
  EntryInput,
  EvidenceCommandInput,
  StepInput,
} from '../site.input.ts';
import { countedSince } from '../roster-figure.ts';
import type { DutyHappening, StepHappening } from '../site.ts';
import { decideCalendar, type CalendarRefusal } from '../site-calendar.ts';
import { siteWords } from '../sites.words.ts';
import * as step from '../step.ts';
import { listBesides } from './besides.ts';
import { findDuty, findDutyEvent, insertDutyEvent, listDutyEvents } from './duty-store.ts';
import {
  findIndicatorEntry,
  insertIndicatorEntry,
  listIndicatorEntries,
  listIndicators,
  listStandings,
} from './indicator-store.ts';
import { findStepEvent, insertStepEvent, listStepEvents, listSteps } from './step-store.ts';
import { insertSite, lockProgramme, lockWorkingSite } from './store.ts';

type Refused = 'forbidden' | 'not-found';
type Event = { readonly eventId: Id<'event'> };
/** `already` where the site stood before: a second click makes no second site. */
export type SiteMade = { readonly siteId: SiteId; readonly already: boolean };
export type StepOutcome = Outcome<Event, Refused | step.StepRefusal>;
export type DutyOutcome = Outcome<Event, Refused | duty.DutyRefusal>;

/**
 * One plan makes one site, whoever confirms it and however often. Where the programme has sites in
 * that hamlet already, it is made only by somebody who names each of them.
 */
export const createSite = (
  db: Database,
  actor: Actor,
  input: CreateSiteInput,
  today: Day,
  origin: { readonly demo: boolean } = { demo: false },
): Promise<Outcome<SiteMade, Refused | BlueprintRefusal | BesideRefusal | CalendarRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'create site')) return refused('forbidden');
    const { personId } = actor;
    const reader = { personId, scope: scopeOf(actor, 'create site') };
    const reading = await findPlanReadingForUpdate(tx, reader, input.planId);
    if (!reading) return refused('not-found');
    if (reading.siteId !== null) return done({ siteId: reading.siteId, already: true });
    const rules = await listRules(tx, today);
    const asPlanned = siteFromPlan(reading.plan, today, rules, siteWords.vi);
    if (!asPlanned.ok) return asPlanned;
    const blueprint = decideCalendar(asPlanned.value, input.calendar, today);
    if (!blueprint.ok) return blueprint;
    const place = plannedPlace(reading.plan, blueprint.value);
    await lockProgramme(tx, blueprint.value.programme);
    const there = await listBesides(tx, reader.scope, { ...blueprint.value, place }, today);
    const besides = decideBesides(there, input.besides);
    if (!besides.ok) return besides;
    const siteId = newId<'site'>();
    const from = { siteId, personId, ...origin, planId: input.planId };
    await insertSite(tx, blueprint.value, from, today);
    await attachSite(tx, input.planId, siteId);
    const { hamlet, commune, calendar } = blueprint.value;
    const unit = await placeNewSite(tx, { ...place, ...origin, siteId, personId });
    const after = {
      planId: input.planId,
      hamlet,
      commune,
      calendar,
      unitId: unit?.unitId ?? null,
      ...(besides.value.length > 0 && { besides: besides.value }),
    };
    await appendAudit(tx, {
      siteId,
      personId,
      command: 'create site',
      record: `site ${siteId}`,
      after,
    });
    return done({ siteId, already: false });
  });

/** Says on which day work on a step began. */
export const startStep = stepCommand('advance step', 'start step', step.decideStart);

/** A file or a note as the proof of one of the papers the step needs. */
export const addEvidence = stepCommand<EvidenceCommandInput>(
  'advance step',
  'add evidence',
  step.decideEvidence,
);

/** Moves the expected day, with the reason; the plan's own date stays for comparison. */
export const delayStep = stepCommand('advance step', 'delay step', step.decideDelay);

/** Refused, with what is missing, while a paper the step needs has no proof. */
export const closeStep = stepCommand('close step', 'close step', step.decideClose);

export const reopenStep = stepCommand('close step', 'reopen step', step.decideReopen);

export const doDuty = dutyCommand('do duty', duty.decideDone);

/** Moves the expected day, with the reason; the plan's own date stays for comparison. */
export const delayDuty = dutyCommand('delay duty', duty.decideDelay);

export const reopenDuty = dutyCommand('reopen duty', duty.decideReopen);

/** A month's value; a second one for the same month corrects the first, which stays on record. */
export const enterIndicator = (
  db: Database,
  actor: Actor,
  input: EntryInput,
  today: Day,
): Promise<Outcome<{ readonly entryId: Id<'entry'> }, Refused | EntryRefusal>> =>
  inTransaction(db, async (tx) => {
    const { siteId, commandId, indicatorId } = input;
    if (!may(actor, 'enter indicator', siteId)) return refused('forbidden');
    if (!(await lockWorkingSite(tx, siteId))) return refused('forbidden');
    const sent = await findIndicatorEntry(tx, siteId, commandId);
    if (sent) return done(sent);
    const indicators = await listIndicators(tx, [siteId], siteId);
    const indicator = indicators.find((one) => one.indicatorId === indicatorId);
    if (!indicator) return refused('not-found');
    const standings = await listStandings(tx, [siteId], siteId);
    const since = countedSince(indicator.key, standings);
    const decided = decideEntry(indicator, input, today, since);
    if (!decided.ok) return decided;
    const { personId } = actor;
    const before = (await listIndicatorEntries(tx, [siteId], siteId)).findLast(
      (entry) => entry.indicatorId === indicatorId && entry.month === decided.value.month,
    );
    const entryId = await insertIndicatorEntry(tx, decided.value, { siteId, commandId, personId });
    await appendAudit(tx, {
      siteId,
      personId,
      command: 'enter indicator',
      record: `indicator ${indicatorId}`,
      ...(before && { before: { month: before.month, value: before.value, note: before.note } }),
      after: { key: indicator.key, ...decided.value },
    });
    return done({ entryId });
  });

type Decide<State, Input, Happening, Refusal> = (
  state: State,
  input: Input,
  today: Day,
) => Outcome<Happening, Refusal>;

/** One at a time for a site; the same command again finds what it did the first time. */
function stepCommand<Input extends StepInput = StepInput>(
  act: Act,
  command: string,
  decide: Decide<step.StepState, Input, StepHappening, step.StepRefusal>,
) {
  return (db: Database, actor: Actor, input: Input, today: Day): Promise<StepOutcome> =>
    inTransaction(db, async (tx) => {
      const { siteId, commandId, number } = input;
      if (!may(actor, act, siteId)) return refused('forbidden');
      if (!(await lockWorkingSite(tx, siteId))) return refused('forbidden');
      const sent = await findStepEvent(tx, siteId, commandId);
      if (sent) return done(sent);
      const one = (await listSteps(tx, [siteId], [siteId])).find((each) => each.number === number);
      if (!one) return refused('not-found');
      const events = await listStepEvents(tx, [siteId], [siteId]);
      const state = step.stepState(one, events, today, await listLaw(tx));
      const decided = decide(state, input, today);
      if (!decided.ok) return decided;
      const { personId } = actor;
      const eventId = await insertStepEvent(tx, decided.value, { siteId, commandId, personId });
      await appendAudit(tx, {
        siteId,
        personId,
        command,
        record: `step ${number}`,
        before: { status: state.status, expected: state.expected },
        after: decided.value,
      });
      return done({ eventId });
    });
}

/** One at a time for a site; the same command again finds what it did the first time. */
function dutyCommand(
  command: string,
  decide: Decide<duty.DutyState, DutyInput, DutyHappening, duty.DutyRefusal>,
) {
  return (db: Database, actor: Actor, input: DutyInput, today: Day): Promise<DutyOutcome> =>
    inTransaction(db, async (tx) => {
      const { siteId, commandId, dutyId } = input;
      if (!may(actor, 'do duty', siteId)) return refused('forbidden');
      if (!(await lockWorkingSite(tx, siteId))) return refused('forbidden');
      const sent = await findDutyEvent(tx, siteId, commandId);
      if (sent) return done(sent);
      const one = await findDuty(tx, [siteId], siteId, dutyId);
      if (!one) return refused('not-found');
      const state = duty.dutyState(one, await listDutyEvents(tx, [siteId], [one]), today);
      const decided = decide(state, input, today);
      if (!decided.ok) return decided;
      const { personId } = actor;
      const eventId = await insertDutyEvent(tx, decided.value, { siteId, commandId, personId });
      await appendAudit(tx, {
        siteId,
        personId,
        command,
        record: `duty ${dutyId}`,
        before: { status: state.status, expected: state.expected },
        after: decided.value,
      });
      return done({ eventId });
    });
}
