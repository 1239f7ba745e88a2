// The rows of requests about personal data and of what happened to them.

import type { Kysely, Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import { newId, type CommandId, type PersonId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Detail, PrivacyRequest, RequestEvent, RequestId, RequestStep } from '../request.ts';

type Reader = Kysely<DB> | Transaction<DB>;

export type NewRequest = Omit<PrivacyRequest, 'personName' | 'requestId'> & {
  /** Of somebody without an account. */
  readonly name: string | null;
};
type By = { readonly commandId: CommandId; readonly personId: PersonId };

export async function insertRequest(
  tx: Transaction<DB>,
  request: NewRequest,
  { commandId, personId }: By,
): Promise<RequestId> {
  const requestId = newId<'request'>();
  await tx
    .insertInto('privacy_request')
    .values({
      request_id: requestId,
      command_id: commandId,
      kind: request.kind,
      person_id: request.personId,
      name: request.name,
      answer_to: request.answerTo,
      came: request.came,
      identity: request.identity,
      words: request.words,
      received_on: request.receivedOn,
      recorded_by: personId,
    })
    .execute();
  return requestId;
}

export async function insertRequestEvent(
  tx: Transaction<DB>,
  requestId: RequestId,
  step: RequestStep,
  { commandId, personId }: By,
): Promise<void> {
  await tx
    .insertInto('privacy_request_event')
    .values({
      request_id: requestId,
      event_id: newId<'event'>(),
      command_id: commandId,
      kind: step.kind,
      day: step.day,
      note: step.note,
      detail: step.detail && JSON.stringify(step.detail),
      recorded_by: personId,
    })
    .execute();
}

/** What a command of that id did before; undefined where it is new. */
export async function findRequestOfCommand(
  db: Reader,
  commandId: CommandId,
): Promise<RequestId | undefined> {
  const [made, stepped] = await Promise.all(
    (['privacy_request', 'privacy_request_event'] as const).map((table) =>
      db
        .selectFrom(table)
        .select('request_id')
        .where('command_id', '=', commandId)
        .executeTakeFirst(),
    ),
  );
  return (made ?? stepped)?.request_id as RequestId | undefined;
}

/** Locked, so that two officers do not do the same thing twice. */
export async function findRequestForUpdate(
  tx: Transaction<DB>,
  requestId: RequestId,
): Promise<PrivacyRequest | undefined> {
  const locked = await tx
    .selectFrom('privacy_request')
    .select('request_id')
    .where('request_id', '=', requestId)
    .forUpdate()
    .executeTakeFirst();
  return locked && findRequest(tx, requestId);
}

export const findRequest = (
  db: Reader,
  requestId: RequestId,
): Promise<PrivacyRequest | undefined> =>
  selectRequests(db).where('request_id', '=', requestId).executeTakeFirst();

/** The newest first; of one person where they are named. */
export const listRequests = (
  db: Reader,
  { personId, limit = 500 }: { readonly personId?: PersonId; readonly limit?: number } = {},
): Promise<readonly PrivacyRequest[]> =>
  selectRequests(db)
    .$if(personId !== undefined, (query) =>
      query.where('privacy_request.person_id', '=', personId ?? null),
    )
    .orderBy('received_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(limit)
    .execute();

export async function listRequestEvents(
  db: Reader,
  requestIds: readonly RequestId[],
): Promise<readonly RequestEvent[]> {
  if (requestIds.length === 0) return [];
  return db
    .selectFrom('privacy_request_event')
    .innerJoin('person', 'person.id', 'recorded_by')
    .select((event) => [
      event.ref('request_id').$castTo<RequestId>().as('requestId'),
      event.ref('kind').$castTo<RequestEvent['kind']>().as('kind'),
      event.ref('day').$castTo<Day>().as('day'),
      'note',
      event.ref('detail').$castTo<Detail | null>().as('detail'),
      'person.name as recordedBy',
    ])
    .where('request_id', 'in', requestIds)
    .orderBy('recorded_at')
    .orderBy('event_id')
    .execute();
}

/** After an erasure was told: who asked, and what they wrote, go as well. */
export async function forgetWhoAsked(
  tx: Transaction<DB>,
  requestId: RequestId,
  instead: string,
): Promise<void> {
  await tx
    .updateTable('privacy_request')
    .set((request) => ({
      name: request.case().when('name', 'is', null).then(null).else(instead).end(),
      answer_to: null,
      words: '',
    }))
    .where('request_id', '=', requestId)
    .execute();
}

const selectRequests = (db: Reader) =>
  db
    .selectFrom('privacy_request')
    .leftJoin('person', 'person.id', 'privacy_request.person_id')
    .select((request) => [
      request.ref('request_id').$castTo<RequestId>().as('requestId'),
      request.ref('kind').$castTo<PrivacyRequest['kind']>().as('kind'),
      request.ref('privacy_request.person_id').$castTo<PersonId | null>().as('personId'),
      request.fn.coalesce('person.name', 'privacy_request.name').$castTo<string>().as('personName'),
      'answer_to as answerTo',
      request.ref('came').$castTo<PrivacyRequest['came']>().as('came'),
      request.ref('identity').$castTo<PrivacyRequest['identity']>().as('identity'),
      'privacy_request.words',
      request.ref('received_on').$castTo<Day>().as('receivedOn'),
    ]);
