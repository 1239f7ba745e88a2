// The one way a request goes a step on: allowed, locked, decided, written down, on record.

import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import type { RequestInput } from '../request.input.ts';
import {
  decideStep,
  requestState,
  type Detail,
  type PrivacyRequest,
  type RequestStep,
  type StepRefusal,
} from '../request.ts';
import {
  findRequestForUpdate,
  findRequestOfCommand,
  insertRequestEvent,
  listRequestEvents,
} from './request-store.ts';

export type Transaction = Parameters<typeof appendAudit>[0];
export type StepTaken = Outcome<
  { readonly request: PrivacyRequest; readonly already: boolean },
  'forbidden' | 'not-found' | StepRefusal
>;

/**
 * Does what the step stands for (its `act`, which may tell what came of it) and writes it down. The
 * same command again finds the step taken and does nothing.
 */
export async function takeStep(
  tx: Transaction,
  actor: Actor,
  { commandId, requestId }: RequestInput,
  today: Day,
  step: RequestStep & { readonly act?: (request: PrivacyRequest) => Promise<Detail | null> },
): Promise<StepTaken> {
  if (!may(actor, 'handle request')) return refused('forbidden');
  const request = await findRequestForUpdate(tx, requestId);
  if (!request) return refused('not-found');
  if (await findRequestOfCommand(tx, commandId)) return done({ request, already: true });
  const state = requestState(request, await listRequestEvents(tx, [requestId]));
  const decided = decideStep(state, step, today);
  if (!decided.ok) return decided;
  const detail = (await step.act?.(request)) ?? decided.value.detail;
  const { personId } = actor;
  await insertRequestEvent(tx, requestId, { ...decided.value, detail }, { commandId, personId });
  await appendAudit(tx, {
    siteId: null,
    personId,
    command: commandOf[step.kind],
    record: `request ${requestId}`,
    concerns: request.personId,
    ...(detail && 'gone' in detail && { after: { gone: detail.gone } }),
  });
  return done({ request, already: false });
}

const commandOf = {
  acknowledged: 'acknowledge request',
  started: 'start request',
  corrected: 'correct data',
  exported: 'hand out data',
  erased: 'erase data',
  done: 'finish request',
  refused: 'refuse request',
  told: 'tell answer',
} as const satisfies Record<RequestStep['kind'], string>;
