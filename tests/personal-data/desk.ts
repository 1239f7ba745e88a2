// For tests of requests: people on record, a request that was asked, and the officer's steps with it.

import { dayAt, type Instant } from '#ground/day.ts';
import { newId, type PersonId, type SiteId } from '#ground/id.ts';
import { inTransaction } from '#ground/server/db.ts';
import type { FreshDatabase } from '#ground/server/testing.ts';
import type { Actor, Role } from '#people/person.ts';
import { insertHolding, insertPerson } from '#people/server/store.ts';
import { aCommand } from '#sites/server/testing.ts';
import type { EraseInput } from '#privacy/request.input.ts';
import {
  requestState,
  type EventKind,
  type RequestId,
  type RequestKind,
} from '#privacy/request.ts';
import { eraseData } from '#privacy/server/answer-commands.ts';
import { askAboutMyData, stepRequest, writeDownRequest } from '#privacy/server/commands.ts';
import { findRequest, listRequestEvents } from '#privacy/server/request-store.ts';

/** The database has a clock of its own: what it checks by the day happens today. */
export const today = dayAt(new Date().toISOString() as Instant, 'UTC');

/** An account with a role from today, at the site where it is one of a site. */
export async function someone(
  { db }: FreshDatabase,
  name: string,
  role: Role,
  siteId: SiteId | null = null,
): Promise<Actor> {
  const personId: PersonId = newId<'person'>();
  const holding = { role, siteId, from: today, to: null };
  await inTransaction(db, async (tx) => {
    const account = { personId, name, username: `p-${personId.slice(0, 8)}`, passwordHash: 'x' };
    await insertPerson(tx, { ...account, demo: false });
    await insertHolding(tx, personId, holding);
  });
  return { personId, name, holdings: [holding] };
}

export const written = (kind: RequestKind, name: string) => ({
  commandId: aCommand(),
  kind,
  username: '',
  name,
  answerTo: 'gặp tại trụ sở xã',
  came: 'in_person' as const,
  identity: 'paper_shown' as const,
  words: '',
  receivedOn: today,
});

export type Desk = {
  /** As the person themself, with nothing but their own reach. */
  readonly asked: (actor: Actor, kind: RequestKind) => Promise<RequestId>;
  readonly writtenDown: (kind: RequestKind, name: string) => Promise<RequestId>;
  readonly next: (
    requestId: RequestId,
    kind: Extract<EventKind, 'acknowledged' | 'started' | 'done' | 'told'>,
    note?: string,
  ) => ReturnType<typeof stepRequest>;
  /** Acknowledged and started. */
  readonly begun: (requestId: RequestId) => Promise<RequestId>;
  readonly erasing: (
    requestId: RequestId,
    mentions?: EraseInput['mentions'],
    commandId?: EraseInput['commandId'],
  ) => ReturnType<typeof eraseData>;
  readonly standingOf: (requestId: RequestId) => Promise<ReturnType<typeof requestState>>;
};

/** The officer at work. */
export function deskOf({ db, reaching }: FreshDatabase, officer: Actor): Desk {
  const next: Desk['next'] = (requestId, kind, note = 'đã báo') =>
    stepRequest(db, officer, { commandId: aCommand(), requestId, kind, day: today, note }, today);
  return {
    next,
    asked: async (actor, kind) => {
      const own = reaching({ personId: actor.personId, sites: [] });
      const input = { commandId: aCommand(), kind, words: 'mời xem giúp' };
      return idOf(await askAboutMyData(own, actor, input, today));
    },
    writtenDown: async (kind, name) =>
      idOf(await writeDownRequest(db, officer, written(kind, name), today)),
    begun: async (requestId) => {
      await next(requestId, 'acknowledged');
      await next(requestId, 'started');
      return requestId;
    },
    erasing: (requestId, mentions = [], commandId = aCommand()) =>
      eraseData(db, officer, { commandId, requestId, mentions }, today),
    standingOf: async (requestId) => {
      const request = await findRequest(db, requestId);
      if (!request) throw new Error('it is there');
      return requestState(request, await listRequestEvents(db, [requestId]));
    },
  };
}

function idOf(outcome: Awaited<ReturnType<typeof writeDownRequest>>): RequestId {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.requestId;
}
