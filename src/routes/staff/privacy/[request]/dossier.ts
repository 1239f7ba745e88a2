// What an officer needs to answer one request: the request, what is held of the person, where texts name them.

import { error } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import { appendView } from '#ground/server/audit.ts';
import type { HeldTable, Mention } from '#privacy/held.ts';
import { requestState, type PrivacyRequest, type RequestState } from '#privacy/request.ts';
import { findRequest, listRequestEvents } from '#privacy/server/request-store.ts';
import { findMentions, listHeldOfAccount, listHeldOfName } from '#privacy/server/store.ts';
import { actorOf } from '../../actor.ts';
import { staffWords } from '../../staff.words.ts';

/** That an officer looked is on record, and the person may see it. */
export async function requestAt(
  locals: App.Locals,
  { request: typed }: { readonly request: string },
): Promise<RequestState> {
  const { personId } = actorOf(locals, 'handle request');
  const requestId = findId<'request'>(typed);
  const request = requestId && (await findRequest(locals.db, requestId));
  if (!request) error(404, staffWords[locals.language].notFound);
  const concerns = request.personId;
  await appendView(locals.db, {
    siteId: null,
    personId,
    record: `request ${request.requestId}`,
    concerns,
  });
  return requestState(request, await listRequestEvents(locals.db, [request.requestId]));
}

export const heldOf = (
  { db }: App.Locals,
  { personId, personName }: PrivacyRequest,
  limit: number,
): Promise<readonly HeldTable[]> =>
  personId === null
    ? listHeldOfName(db, personName, limit)
    : listHeldOfAccount(db, personId, limit);

/** Without the request itself, which names who asked until it is told. */
export async function mentionsOf(
  { db }: App.Locals,
  { requestId, personName }: PrivacyRequest,
): Promise<readonly Mention[]> {
  const found = await findMentions(db, personName);
  return found.filter(({ record }) => !record.startsWith(requestId));
}
