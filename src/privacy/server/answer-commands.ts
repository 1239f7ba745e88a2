// What answers a request about personal data: hand it out, put it right, erase it.

import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { enqueueToFormer } from '#ground/server/enqueue-mail.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import type { CorrectionInput, EraseInput, RequestInput } from '../request.input.ts';
import type { Detail, PrivacyRequest, RequestId, StepRefusal } from '../request.ts';
import { findRequestForUpdate, findRequestOfCommand } from './request-store.ts';
import { takeStep, type StepTaken, type Transaction } from './request-step.ts';
import {
  correctAccount,
  countErased,
  eraseAccount,
  findAccount,
  findMentions,
  isEmailTaken,
  isLastOfRole,
  takeNameOut,
} from './store.ts';

type Refused = 'forbidden' | 'not-found' | StepRefusal;
type Answer<More = never> = Outcome<{ readonly requestId: RequestId }, Refused | More>;

/** That everything held was put together and handed out; what it is, the page reads at that moment. */
export const handOutData = (
  db: Database,
  actor: Actor,
  input: RequestInput,
  today: Day,
): Promise<Answer> =>
  inTransaction(db, async (tx) => {
    const step = { kind: 'exported', day: today, note: '', detail: null } as const;
    return answerOf(await takeStep(tx, actor, input, today, step), input);
  });

export type CorrectRefusal = 'no-account' | 'email-invalid' | 'email-taken' | 'name-too-long';

/**
 * Puts the name or address of an account right. Anything else was put right where it stands, by the
 * record's own correction; here it is told what stood before and stands now.
 */
export const correctData = (
  db: Database,
  actor: Actor,
  input: CorrectionInput,
  today: Day,
): Promise<Answer<CorrectRefusal>> =>
  inTransaction(db, async (tx) => {
    const ready = await decideCorrection(tx, actor, input);
    if (!ready.ok) return ready;
    const told = { what: input.where, before: input.before, after: input.after };
    const taken = await takeStep(tx, actor, input, today, {
      kind: 'corrected',
      day: today,
      note: '',
      detail: told,
      act: (request) => correct(tx, request, input),
    });
    return answerOf(taken, input);
  });

async function decideCorrection(
  tx: Transaction,
  actor: Actor,
  { requestId, commandId, what, after }: CorrectionInput,
): Promise<Outcome<true, 'forbidden' | 'not-found' | CorrectRefusal>> {
  if (!may(actor, 'handle request')) return refused('forbidden');
  const request = await findRequestForUpdate(tx, requestId);
  if (!request) return refused('not-found');
  if (what === 'other' || (await findRequestOfCommand(tx, commandId))) return done(true);
  if (request.personId === null) return refused('no-account');
  if (what === 'name') return after.length > 120 ? refused('name-too-long') : done(true);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(after)) return refused('email-invalid');
  return (await isEmailTaken(tx, after.toLowerCase(), request.personId))
    ? refused('email-taken')
    : done(true);
}

async function correct(
  tx: Transaction,
  { personId }: PrivacyRequest,
  { what, after }: CorrectionInput,
): Promise<Detail | null> {
  if (what === 'other' || personId === null) return null;
  const before = (await findAccount(tx, personId))?.[what] ?? '';
  const value = what === 'email' ? after.toLowerCase() : after;
  await correctAccount(tx, personId, what, value);
  if (what === 'email' && before !== value)
    await enqueueToFormer(tx, personId, before, {
      kind: 'security notice',
      event: 'address changed',
    });
  return { what: `person.${what}`, before, after: value };
}

export type EraseRefusal = 'own-account' | 'last-administrator';

/**
 * Empties the account and takes the name out of the texts that were ticked; what the register says
 * stays is told. All of it, its tombstones and its record in one transaction, or nothing.
 */
export const eraseData = (
  db: Database,
  actor: Actor,
  input: EraseInput,
  today: Day,
): Promise<Answer<EraseRefusal>> =>
  inTransaction(db, async (tx) => {
    const ready = await decideErasure(tx, actor, input, today);
    if (!ready.ok) return ready;
    const taken = await takeStep(tx, actor, input, today, {
      kind: 'erased',
      day: today,
      note: '',
      detail: null,
      act: (request) => erase(tx, request, input.mentions, today),
    });
    return answerOf(taken, input);
  });

async function decideErasure(
  tx: Transaction,
  actor: Actor,
  { requestId, commandId }: RequestInput,
  today: Day,
): Promise<Outcome<true, 'forbidden' | 'not-found' | EraseRefusal>> {
  if (!may(actor, 'handle request')) return refused('forbidden');
  const request = await findRequestForUpdate(tx, requestId);
  if (!request) return refused('not-found');
  const { personId } = request;
  if (personId === null || (await findRequestOfCommand(tx, commandId))) return done(true);
  // Whoever erases writes down afterwards that they did: not with an account that is gone.
  if (personId === actor.personId) return refused('own-account');
  const isLast = await isLastOfRole(tx, personId, 'administrator', today);
  return isLast ? refused('last-administrator') : done(true);
}

async function erase(
  tx: Transaction,
  { requestId, personId, personName }: PrivacyRequest,
  ticked: EraseInput['mentions'],
  today: Day,
): Promise<Detail> {
  for (const mention of ticked) await takeNameOut(tx, requestId, mention, personName);
  const left = await findMentions(tx, personName);
  if (personId !== null) await eraseAccount(tx, personId, requestId, today);
  const stays = new Set(
    left.filter(({ record }) => record !== requestId).map(({ table }) => table),
  );
  return { gone: await countErased(tx, requestId), stays: [...stays].toSorted() };
}

const answerOf = <More>(taken: StepTaken, { requestId }: RequestInput): Answer<More> =>
  taken.ok ? done({ requestId }) : taken;
