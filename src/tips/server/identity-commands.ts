// Asking who a sender is, answering a colleague who asks, and looking where a colleague agreed.

import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit, appendView } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { Actor } from '#people/person.ts';
import { purposesOf } from '#sealed/ring.ts';
import type { AnswerInput, AskInput } from '../casework.input.ts';
import { decideAnswer, decideAsk, mayLook, type IdentityAnswer } from '../identity.ts';
import { ringInCharge, type TipId } from '../tip.ts';
import {
  answerIdentityRequest,
  insertIdentityRequest,
  listIdentities,
  listIdentityRequests,
  type SealedIdentity,
} from './identity-store.ts';
import { findTip, holdsRing, lockTip } from './store.ts';

type Refused = 'forbidden' | 'not-found';
/** Those above ask and agree among themselves. */
type NotTheirTurn = 'passed-already';
type AskRefusal = Refused | NotTheirTurn | 'no-identity' | 'asked-already';
type AnswerRefusal = Refused | NotTheirTurn | 'own-request' | 'answered-already';

export const askForIdentity = (
  db: Database,
  actor: Actor,
  input: AskInput,
  today: Day,
): Promise<Outcome<null, AskRefusal>> =>
  inTransaction(db, async (tx): Promise<Outcome<null, AskRefusal>> => {
    if (!isOnDuty(actor)) return refused('forbidden');
    const { tipId, requestId } = input;
    const { personId } = actor;
    const tip = await lockTip(tx, tipId);
    if (!tip) return refused('not-found');
    if (!(await holdsRing(tx, ringInCharge(tip)))) return refused('passed-already');
    const requests = await listIdentityRequests(tx, tipId);
    if (requests.some((one) => one.requestId === requestId)) return done(null);
    const decided = decideAsk(tip, requests, personId);
    if (!decided.ok) return decided;
    await insertIdentityRequest(tx, input, personId, today);
    const act = { siteId: null, personId, record: `tip ${tipId}` };
    await appendAudit(tx, { ...act, command: 'ask who sent tip' });
    return done(null);
  });

/** By a second person on duty: the database, too, takes no answer from whoever asked. */
export const answerIdentity = (
  db: Database,
  actor: Actor,
  input: AnswerInput,
  today: Day,
): Promise<Outcome<null, AnswerRefusal>> =>
  inTransaction(db, async (tx): Promise<Outcome<null, AnswerRefusal>> => {
    if (!isOnDuty(actor)) return refused('forbidden');
    const { tipId, requestId, answer } = input;
    const { personId } = actor;
    const tip = await lockTip(tx, tipId);
    if (!tip) return refused('not-found');
    if (!(await holdsRing(tx, ringInCharge(tip)))) return refused('passed-already');
    const requests = await listIdentityRequests(tx, tipId);
    const request = requests.find((one) => one.requestId === requestId);
    if (!request) return refused('not-found');
    if (request.answer === answer && request.answeredBy === personId) return done(null);
    const decided = decideAnswer(request, personId);
    if (!decided.ok) return decided;
    await answerIdentityRequest(tx, input, personId, today);
    const command = commandOf[answer];
    await appendAudit(tx, { siteId: null, personId, command, record: `tip ${tipId}` });
    return done(null);
  });

/** For the device of whoever asked, which alone opens it; each look is on record before the bytes go. */
export async function lookAtIdentity(
  db: Database,
  actor: Actor,
  { tipId }: { readonly tipId: TipId },
): Promise<Outcome<readonly SealedIdentity[], Refused | 'no-consent'>> {
  if (!isOnDuty(actor)) return refused('forbidden');
  if (!(await findTip(db, tipId))) return refused('not-found');
  const requests = await listIdentityRequests(db, tipId);
  if (!mayLook(requests, actor.personId)) return refused('no-consent');
  await appendView(db, { siteId: null, record: `tip ${tipId}`, command: 'look who sent tip' });
  return done(await listIdentities(db, tipId));
}

const commandOf: Readonly<Record<IdentityAnswer, string>> = {
  consented: 'agree to show who sent tip',
  declined: 'decline to show who sent tip',
};

const isOnDuty = (actor: Actor): boolean => purposesOf(actor).includes('tip');
