// What a person does at a site: make it, move its steps, do its duties, enter its figures.

import type { Day } from '#ground/day.ts';
import { newId, type Id, type SiteId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { may, scopeOf, type Act } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { attachSite, findPlanReadingForUpdate } from '#plans/server/store.ts';
import { siteFromPlan, type BlueprintRefusal } from '../blueprint.ts';
import * as duty from '../duty.ts';
import { decideEntry, type EntryRefusal } from '../indicator.ts';
import type {
  CreateSiteInput,
  DutyInput,
  EntryInput,
  EvidenceCommandInput,
  StepInput,
} from '../site.input.ts';
import type { DutyHappening, StepHappening } from '../site.ts';
import { siteWords } from '../sites.words.ts';
import * as step from '../step.ts';
import { findDuty, findDutyEvent, insertDutyEvent, listDutyEvents } from './duty-store.ts';
import { findIndicatorEntry, insertIndicatorEntry, listIndicators } from './indicator-store.ts';
import { findStepEvent, insertStepEvent, listStepEvents, listSteps } from './step-store.ts';
import { insertSite, lockSite } from './store.ts';

type Refused = 'forbidden' | 'not-found';
type Event = { readonly eventId: Id<'event'> };
/** `already` where the site stood before: a second click makes no second site. */
export type SiteMade = { readonly siteId: SiteId; readonly already: boolean };
export type StepOutcome = Outcome<Event, Refused | step.StepRefusal>;
export type DutyOutcome = Outcome<Event, Refused | duty.DutyRefusal>;

/** One plan makes one site, whoever confirms it and however often. */
export const createSite = (
  db: Database,
  actor: Actor,
  input: CreateSiteInput,
  today: Day,
  origin: { readonly demo: boolean } = { demo: false },
): Promise<Outcome<SiteMade, Refused | BlueprintRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'create site')) return refused('forbidden');
    const { personId } = actor;
    const reader = { personId, scope: scopeOf(actor, 'create site') };
    const reading = await findPlanReadingForUpdate(tx, reader, input.planId);
    if (!reading) return refused('not-found');
    if (reading.siteId !== null) return done({ siteId: reading.siteId, already: true });
    const blueprint = siteFromPlan(reading.plan, today, siteWords.vi);
    if (!blueprint.ok) return blueprint;
    const siteId = newId<'site'>();
    await insertSite(tx, blueprint.value, { siteId, personId, ...origin, planId: input.planId });
    await attachSite(tx, input.planId, siteId);
    const { hamlet, commune } = blueprint.value;
    const after = { planId: input.planId, hamlet, commune };
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
export const startStep = (
  db: Database,
  actor: Actor,
  input: StepInput,
  today: Day,
): Promise<StepOutcome> =>
  moveStep(db, actor, input, {
    act: 'advance step',
    command: 'start step',
    today,
    decide: (state) => step.decideStart(state, input, today),
  });

/** A file or a note as the proof of one of the papers the step needs. */
export const addEvidence = (
  db: Database,
  actor: Actor,
  input: EvidenceCommandInput,
  today: Day,
): Promise<StepOutcome> =>
  moveStep(db, actor, input, {
    act: 'advance step',
    command: 'add evidence',
    today,
    decide: (state) => step.decideEvidence(state, input, today),
  });

/** Moves the expected day, with the reason; the plan's own date stays for comparison. */
export const delayStep = (
  db: Database,
  actor: Actor,
  input: StepInput,
  today: Day,
): Promise<StepOutcome> =>
  moveStep(db, actor, input, {
    act: 'advance step',
    command: 'delay step',
    today,
    decide: (state) => step.decideDelay(state, input, today),
  });

/** Refused, with what is missing, while a paper the step needs has no proof. */
export const closeStep = (
  db: Database,
  actor: Actor,
  input: StepInput,
  today: Day,
): Promise<StepOutcome> =>
  moveStep(db, actor, input, {
    act: 'close step',
    command: 'close step',
    today,
    decide: (state) => step.decideClose(state, input, today),
  });

export const reopenStep = (
  db: Database,
  actor: Actor,
  input: StepInput,
  today: Day,
): Promise<StepOutcome> =>
  moveStep(db, actor, input, {
    act: 'close step',
    command: 'reopen step',
    today,
    decide: (state) => step.decideReopen(state, input, today),
  });

export const doDuty = (
  db: Database,
  actor: Actor,
  input: DutyInput,
  today: Day,
): Promise<DutyOutcome> =>
  moveDuty(db, actor, input, {
    command: 'do duty',
    today,
    decide: (state) => duty.decideDone(state, input, today),
  });

/** Moves the expected day, with the reason; the plan's own date stays for comparison. */
export const delayDuty = (
  db: Database,
  actor: Actor,
  input: DutyInput,
  today: Day,
): Promise<DutyOutcome> =>
  moveDuty(db, actor, input, {
    command: 'delay duty',
    today,
    decide: (state) => duty.decideDelay(state, input, today),
  });

export const reopenDuty = (
  db: Database,
  actor: Actor,
  input: DutyInput,
  today: Day,
): Promise<DutyOutcome> =>
  moveDuty(db, actor, input, {
    command: 'reopen duty',
    today,
    decide: (state) => duty.decideReopen(state, input, today),
  });

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
    await lockSite(tx, siteId);
    const sent = await findIndicatorEntry(tx, siteId, commandId);
    if (sent) return done(sent);
    const indicators = await listIndicators(tx, [siteId], siteId);
    const indicator = indicators.find((one) => one.indicatorId === indicatorId);
    if (!indicator) return refused('not-found');
    const decided = decideEntry(indicator, input, today);
    if (!decided.ok) return decided;
    const { personId } = actor;
    const entryId = await insertIndicatorEntry(tx, decided.value, { siteId, commandId, personId });
    await appendAudit(tx, {
      siteId,
      personId,
      command: 'enter indicator',
      record: `indicator ${indicator.key}`,
      after: { month: decided.value.month, value: decided.value.value },
    });
    return done({ entryId });
  });

type StepMove = {
  readonly act: Act;
  readonly command: string;
  readonly today: Day;
  readonly decide: (state: step.StepState) => Outcome<StepHappening, step.StepRefusal>;
};

/** One at a time for a site; the same command again finds what it did the first time. */
const moveStep = (
  db: Database,
  actor: Actor,
  input: Pick<StepInput, 'siteId' | 'commandId' | 'number'>,
  move: StepMove,
): Promise<StepOutcome> =>
  inTransaction(db, async (tx) => {
    const { siteId, commandId, number } = input;
    if (!may(actor, move.act, siteId)) return refused('forbidden');
    await lockSite(tx, siteId);
    const sent = await findStepEvent(tx, siteId, commandId);
    if (sent) return done(sent);
    const one = (await listSteps(tx, [siteId], [siteId])).find((each) => each.number === number);
    if (!one) return refused('not-found');
    const events = await listStepEvents(tx, [siteId], [siteId]);
    const state = step.stepState(one, events, move.today);
    const decided = move.decide(state);
    if (!decided.ok) return decided;
    const { personId } = actor;
    const eventId = await insertStepEvent(tx, decided.value, { siteId, commandId, personId });
    await appendAudit(tx, {
      siteId,
      personId,
      command: move.command,
      record: `step ${number}`,
      before: { status: state.status },
      after: { kind: decided.value.kind, day: decided.value.day },
    });
    return done({ eventId });
  });

type DutyMove = {
  readonly command: string;
  readonly today: Day;
  readonly decide: (state: duty.DutyState) => Outcome<DutyHappening, duty.DutyRefusal>;
};

/** One at a time for a site; the same command again finds what it did the first time. */
const moveDuty = (
  db: Database,
  actor: Actor,
  input: DutyInput,
  move: DutyMove,
): Promise<DutyOutcome> =>
  inTransaction(db, async (tx) => {
    const { siteId, commandId, dutyId } = input;
    if (!may(actor, 'do duty', siteId)) return refused('forbidden');
    await lockSite(tx, siteId);
    const sent = await findDutyEvent(tx, siteId, commandId);
    if (sent) return done(sent);
    const one = await findDuty(tx, [siteId], siteId, dutyId);
    if (!one) return refused('not-found');
    const state = duty.dutyState(one, await listDutyEvents(tx, [siteId], [one]), move.today);
    const decided = move.decide(state);
    if (!decided.ok) return decided;
    const { personId } = actor;
    const eventId = await insertDutyEvent(tx, decided.value, { siteId, commandId, personId });
    await appendAudit(tx, {
      siteId,
      personId,
      command: move.command,
      record: `duty ${dutyId}`,
      before: { status: state.status },
      after: { kind: decided.value.kind, day: decided.value.day },
    });
    return done({ eventId });
  });
