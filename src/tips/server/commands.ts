// What those on duty do with a tip, step by step; each is on record, and shown there to nobody but them.

import type { Day } from '#ground/day.ts';
import type { CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit, appendView } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { Actor } from '#people/person.ts';
import { purposesOf } from '#sealed/ring.ts';
import type { ClassInput, DayInput, NumberInput, OpenInput } from '../tip.input.ts';
import {
  decideStep,
  ringInCharge,
  tidied,
  type StepKind,
  type StepRefusal,
  type TipId,
  type TipStep,
} from '../tip.ts';
import {
  findTipOfCommand,
  holdsRing,
  insertTipEvent,
  lockTip,
  markRead,
  partsOf,
  updateStand,
} from './store.ts';

type Refused = 'forbidden' | 'not-found';
export type Taken = Outcome<{ readonly tipId: TipId }, Refused | StepRefusal>;

/** Lays open on the device what came in; the first look since something came is a step of its own. */
export const openTip = (
  db: Database,
  actor: Actor,
  { commandId, tipId }: OpenInput,
  today: Day,
): Promise<Outcome<{ readonly tipId: TipId }, Refused>> =>
  inTransaction(db, async (tx) => {
    if (!isOnDuty(actor)) return refused('forbidden');
    const tip = await lockTip(tx, tipId);
    if (!tip) return refused('not-found');
    await appendView(tx, { siteId: null, record: `tip ${tipId}`, command: 'open tip' });
    const isTheirs = await holdsRing(tx, ringInCharge(tip));
    if (tip.unreadSince === null || !isTheirs) return done({ tipId });
    const { personId } = actor;
    await insertTipEvent(tx, tipId, { kind: 'opened', day: today }, { commandId, personId, today });
    await markRead(tx, tipId);
    return done({ tipId });
  });

/** It stands in the register now, under this number. */
export const acknowledgeTip = (db: Database, actor: Actor, input: NumberInput, today: Day) =>
  take(db, actor, input, { kind: 'acknowledged', ...input }, today);

export const classifyTip = (db: Database, actor: Actor, input: ClassInput, today: Day) =>
  take(db, actor, input, { kind: 'classified', ...input }, today);

/** The province was told, so that it assigns an investigator. */
export const reportTip = (db: Database, actor: Actor, input: DayInput, today: Day) =>
  take(db, actor, input, { kind: 'reported', ...input }, today);

/** Handed to the investigators. */
export const forwardTip = (db: Database, actor: Actor, input: DayInput, today: Day) =>
  take(db, actor, input, { kind: 'forwarded', ...input }, today);

/** The investigators have it, under a number of theirs: from now the term of keeping runs. */
export const confirmHandOver = (db: Database, actor: Actor, input: NumberInput, today: Day) =>
  take(db, actor, input, { kind: 'confirmed', ...input }, today);

/** The investigators came to their end. */
export const resolveTip = (db: Database, actor: Actor, input: DayInput, today: Day) =>
  take(db, actor, input, { kind: 'resolved', ...input }, today);

/** The sender was told how it ended. */
export const tellResult = (db: Database, actor: Actor, input: DayInput, today: Day) =>
  take(db, actor, input, { kind: 'told', ...input }, today);

/** It ends without a notice of a result. */
export const closeTip = (db: Database, actor: Actor, input: DayInput, today: Day) =>
  take(db, actor, input, { kind: 'closed', ...input }, today);

const commandOf: Readonly<Record<Exclude<StepKind, 'opened'>, string>> = {
  acknowledged: 'acknowledge tip',
  classified: 'classify tip',
  reported: 'report tip',
  forwarded: 'forward tip',
  confirmed: 'confirm hand-over of tip',
  resolved: 'resolve tip',
  told: 'tell result of tip',
  closed: 'close tip',
};

type Step = Exclude<TipStep, { readonly kind: 'opened' }>;
type Of = { readonly commandId: CommandId; readonly tipId: TipId };

const take = (
  db: Database,
  actor: Actor,
  { commandId, tipId }: Of,
  step: Step,
  today: Day,
): Promise<Taken> =>
  inTransaction(db, async (tx): Promise<Taken> => {
    if (!isOnDuty(actor)) return refused('forbidden');
    const tip = await lockTip(tx, tipId);
    if (!tip) return refused('not-found');
    if ((await findTipOfCommand(tx, commandId)) === tipId) return done({ tipId });
    const isTheirs = await holdsRing(tx, ringInCharge(tip));
    if (!isTheirs || tip.mergedInto !== null) return refused('out-of-turn');
    const decided = decideStep(tip, step, today);
    if (!decided.ok) return decided;
    const { personId } = actor;
    const taken = { kind: step.kind, day: step.day, ...partsOf(tidied(step)) };
    await insertTipEvent(tx, tipId, taken, { commandId, personId, today });
    await updateStand(tx, tipId, decided.value);
    const command = commandOf[step.kind];
    // No word of what it is about: who may look at the whole record is not who may look at tips.
    await appendAudit(tx, { siteId: null, personId, command, record: `tip ${tipId}` });
    return done({ tipId });
  });

/** Of which unit a tip is, PostgreSQL decides by the key the person holds. */
const isOnDuty = (actor: Actor): boolean => purposesOf(actor).includes('tip');
