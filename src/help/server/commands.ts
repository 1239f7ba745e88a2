// What helpers do with a request: look, take it over, answer, hand back, end; each is on record, and shown there to nobody else.

import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit, appendView } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { Actor } from '#people/person.ts';
import { purposesOf } from '#sealed/ring.ts';
import type { CloseHelpInput, HelpAnswerInput, HelpStepInput } from '../help.input.ts';
import { decideOwn, decideTake, type HelpId, type OwnRefusal, type TakeRefusal } from '../help.ts';
import {
  closeHelpOn,
  findHelp,
  findHelpOfCommand,
  insertHelpAnswer,
  isInRing,
  lockHelp,
  markHelpRead,
  setTaken,
} from './store.ts';

type Refused = 'forbidden' | 'not-found';
type Of = { readonly helpId: HelpId };
export type Helped<R> = Outcome<Of, Refused | R>;

/** Lays open on the device what came in; while nobody or oneself has it, it is read from then on. */
export const openHelp = (
  db: Database,
  actor: Actor,
  { helpId }: HelpStepInput,
): Promise<Helped<never>> =>
  inTransaction(db, async (tx) => {
    if (!isHelping(actor)) return refused('forbidden');
    const request = await findHelp(tx, helpId);
    if (!request) return refused('not-found');
    await appendView(tx, { siteId: null, record: recordOf(helpId), command: 'open help request' });
    const { takenBy } = request;
    if (takenBy === null || takenBy === actor.personId) await markHelpRead(tx, helpId);
    return done({ helpId });
  });

/** One helper speaks with the person; again by the same it is nothing new. */
export const takeOverHelp = (
  db: Database,
  actor: Actor,
  { helpId }: HelpStepInput,
  today: Day,
): Promise<Helped<TakeRefusal>> =>
  inTransaction(db, async (tx): Promise<Helped<TakeRefusal>> => {
    if (!isHelping(actor)) return refused('forbidden');
    const { personId } = actor;
    const seen = await findHelp(tx, helpId);
    if (!seen) return refused('not-found');
    // Locked only where it is the person's to change: what another has is not there for the lock.
    const request = (await lockHelp(tx, helpId)) ?? seen;
    if (request.takenBy === personId) return done({ helpId });
    const { takenBy, ringId } = request;
    const decided = decideTake(
      request,
      personId,
      takenBy !== null && (await isInRing(tx, ringId, takenBy)),
    );
    if (!decided.ok) return decided;
    await setTaken(tx, helpId, { by: personId, on: today });
    await appendAudit(tx, entryOf(actor, 'take over help request', helpId));
    return done({ helpId });
  });

/** Others of the ring may take it over then. */
export const handBackHelp = (
  db: Database,
  actor: Actor,
  { helpId }: HelpStepInput,
): Promise<Helped<OwnRefusal>> =>
  inTransaction(db, async (tx): Promise<Helped<OwnRefusal>> => {
    const request = await ownRequest(tx, actor, helpId);
    if (!request.ok) return request;
    if (request.value.takenBy === null) return done({ helpId });
    const decided = decideOwn(request.value, actor.personId);
    if (!decided.ok) return decided;
    await setTaken(tx, helpId, null);
    await appendAudit(tx, entryOf(actor, 'hand back help request', helpId));
    return done({ helpId });
  });

/** Sealed on the device to the person's code, and once more to the ring. */
export const answerHelp = (
  db: Database,
  actor: Actor,
  input: HelpAnswerInput,
  today: Day,
): Promise<Helped<OwnRefusal>> =>
  inTransaction(db, async (tx): Promise<Helped<OwnRefusal>> => {
    const { helpId, commandId } = input;
    const request = await ownRequest(tx, actor, helpId);
    if (!request.ok) return request;
    if ((await findHelpOfCommand(tx, commandId)) === helpId) return done({ helpId });
    const decided = decideOwn(request.value, actor.personId);
    if (!decided.ok) return decided;
    const { ringId } = request.value;
    await insertHelpAnswer(tx, input, { ringId, personId: actor.personId, today });
    await appendAudit(tx, entryOf(actor, 'answer help request', helpId));
    return done({ helpId });
  });

/** Only that help was given is ever counted, and of it nothing but the number. */
export const closeHelp = (
  db: Database,
  actor: Actor,
  { helpId, ending }: CloseHelpInput,
  today: Day,
): Promise<Helped<OwnRefusal>> =>
  inTransaction(db, async (tx): Promise<Helped<OwnRefusal>> => {
    const request = await ownRequest(tx, actor, helpId);
    if (!request.ok) return request;
    if (request.value.takenBy === actor.personId && request.value.ending === ending)
      return done({ helpId });
    const decided = decideOwn(request.value, actor.personId);
    if (!decided.ok) return decided;
    await closeHelpOn(tx, helpId, ending, today);
    await appendAudit(tx, entryOf(actor, 'close help request', helpId));
    return done({ helpId });
  });

type Tx = Parameters<typeof lockHelp>[0];

async function ownRequest(tx: Tx, actor: Actor, helpId: HelpId) {
  if (!isHelping(actor)) return refused('forbidden');
  const request = (await lockHelp(tx, helpId)) ?? (await findHelp(tx, helpId));
  return request ? done(request) : refused('not-found');
}

/** Of which ring a request is, PostgreSQL decides by the key the person holds. */
const isHelping = (actor: Actor): boolean => purposesOf(actor).includes('help');

const recordOf = (helpId: HelpId): string => `help ${helpId}`;

/** No word of what it is about: who may look at the whole record is not who may look at requests. */
const entryOf = ({ personId }: Actor, command: string, helpId: HelpId) => ({
  siteId: null,
  personId,
  command,
  record: recordOf(helpId),
});
