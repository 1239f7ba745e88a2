// Keeping the record of a breach: it is found, judged, acted on, told, followed up and closed.

import type { Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import type { BreachInput, BreachStepInput } from '../breach.input.ts';
import {
  breachState,
  decideBreachStep,
  decideFound,
  type BreachId,
  type BreachRefusal,
} from '../breach.ts';
import {
  findBreachForUpdate,
  findBreachOfCommand,
  insertBreach,
  insertBreachEvent,
  listBreachEvents,
} from './breach-store.ts';

type Kept<Refusal> = Outcome<{ readonly breachId: BreachId }, Refusal>;

/** The clock runs from when it was found, not from when it is written down. */
export const recordBreach = (
  db: Database,
  actor: Actor,
  { commandId, foundAt, assessment, measure = '' }: BreachInput,
  now: Instant,
): Promise<Kept<'forbidden' | BreachRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'keep breach record')) return refused('forbidden');
    const sent = await findBreachOfCommand(tx, commandId);
    if (sent) return done({ breachId: sent });
    const decided = decideFound(foundAt, assessment, now);
    if (!decided.ok) return decided;
    const by = { commandId, personId: actor.personId };
    const breachId = await insertBreach(tx, foundAt, by);
    const first = { kind: 'assessed', at: foundAt, note: '', told: null } as const;
    await insertBreachEvent(tx, breachId, { ...first, assessment: decided.value }, by);
    if (measure.trim() !== '') {
      const step = { kind: 'measure', at: now, note: measure.trim(), told: null } as const;
      const own = { commandId: newId<'command'>(), personId: actor.personId };
      await insertBreachEvent(tx, breachId, { ...step, assessment: null }, own);
    }
    await appendAudit(tx, {
      siteId: null,
      personId: actor.personId,
      command: 'record breach',
      record: `breach ${breachId}`,
    });
    return done({ breachId });
  });

export const stepBreach = (
  db: Database,
  actor: Actor,
  input: BreachStepInput,
  now: Instant,
): Promise<Kept<'forbidden' | 'not-found' | BreachRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'keep breach record')) return refused('forbidden');
    const { breachId, commandId, kind } = input;
    const breach = await findBreachForUpdate(tx, breachId);
    if (!breach) return refused('not-found');
    if (await findBreachOfCommand(tx, commandId)) return done({ breachId });
    const state = breachState(breach, await listBreachEvents(tx, [breachId]));
    const decided = decideBreachStep(state, input, now);
    if (!decided.ok) return decided;
    const { personId } = actor;
    await insertBreachEvent(tx, breachId, decided.value, { commandId, personId });
    await appendAudit(tx, {
      siteId: null,
      personId,
      command: 'keep breach record',
      record: `breach ${breachId}`,
      after: { kind },
    });
    return done({ breachId });
  });
