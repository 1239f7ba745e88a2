// What is done with a request about personal data up to its answer: ask, write down, take the next step.

import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { erasedName } from '../erased-name.ts';
import type { OwnRequestInput, StepInput, WrittenRequestInput } from '../request.input.ts';
import type { PrivacyRequest, RequestId, StepRefusal } from '../request.ts';
import {
  forgetWhoAsked,
  findRequestOfCommand,
  insertRequest,
  type NewRequest,
} from './request-store.ts';
import { findAccountByUsername, findMentions, takeNameOut } from './store.ts';
import { takeStep, type Transaction } from './request-step.ts';

export type AskOutcome<Refusal> = Outcome<{ readonly requestId: RequestId }, Refusal>;

/** Everybody with an account, whatever their role: it is their right, not a permission. */
export const askAboutMyData = (
  db: Database,
  actor: Actor,
  input: OwnRequestInput,
  today: Day,
): Promise<AskOutcome<never>> =>
  inTransaction(db, (tx) =>
    ask(tx, actor, input, {
      kind: input.kind,
      personId: actor.personId,
      name: null,
      answerTo: null,
      came: 'account',
      identity: 'signed_in',
      words: input.words,
      receivedOn: today,
    }),
  );

export type WriteRefusal =
  'forbidden' | 'name-missing' | 'no-such-account' | 'in-future' | 'answer-missing';

/** For somebody who came in person or wrote a letter: a name and a way to answer, nothing more. */
export const writeDownRequest = (
  db: Database,
  actor: Actor,
  input: WrittenRequestInput,
  today: Day,
): Promise<AskOutcome<WriteRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'handle request')) return refused('forbidden');
    if (input.receivedOn > today) return refused('in-future');
    if (input.username === '' && input.name === '') return refused('name-missing');
    if (input.username === '' && input.answerTo === '') return refused('answer-missing');
    const account =
      input.username && (await findAccountByUsername(tx, input.username.toLowerCase()));
    if (input.username !== '' && !account) return refused('no-such-account');
    const { kind, came, identity, words, receivedOn } = input;
    return ask(tx, actor, input, {
      kind,
      personId: account ? account.personId : null,
      name: account ? null : input.name,
      answerTo: input.answerTo || null,
      came,
      identity,
      words,
      receivedOn,
    });
  });

async function ask(
  tx: Transaction,
  actor: Actor,
  { commandId }: Pick<OwnRequestInput, 'commandId'>,
  request: NewRequest,
): Promise<AskOutcome<never>> {
  const sent = await findRequestOfCommand(tx, commandId);
  if (sent) return done({ requestId: sent });
  const { personId } = actor;
  const requestId = await insertRequest(tx, request, { commandId, personId });
  await appendAudit(tx, {
    siteId: null,
    personId,
    command: 'ask about data',
    record: `request ${requestId}`,
    concerns: request.personId,
    after: { kind: request.kind, came: request.came },
  });
  return done({ requestId });
}

export type StepOutcome = AskOutcome<'forbidden' | 'not-found' | StepRefusal>;

/** Acknowledged, begun, done, refused with its reason, or told; nothing is skipped. */
export const stepRequest = (
  db: Database,
  actor: Actor,
  input: StepInput,
  today: Day,
): Promise<StepOutcome> =>
  inTransaction(db, async (tx) => {
    const step = { kind: input.kind, day: input.day, note: input.note, detail: null };
    const taken = await takeStep(tx, actor, input, today, step);
    if (taken.ok && input.kind === 'told' && taken.value.request.kind === 'erase') {
      await forgetAsking(tx, taken.value.request);
    }
    return taken.ok ? done({ requestId: input.requestId }) : taken;
  });

/** Once an erasure is told nobody needs to know any more who asked for it. */
async function forgetAsking(tx: Transaction, request: PrivacyRequest): Promise<void> {
  const { requestId, personId, personName } = request;
  if (personId === null) {
    const inRequests = (await findMentions(tx, personName)).filter(
      ({ table, record }) => table === 'privacy_request_event' && record.startsWith(requestId),
    );
    for (const mention of inRequests) await takeNameOut(tx, requestId, mention, personName);
  }
  await forgetWhoAsked(tx, requestId, erasedName);
}
