// What the pages of requests share: the law and calendar they count by, and each request with its clocks.

import type { Calendar } from '#privacy/working-days.ts';
import { listHolidays } from '#privacy/server/holiday-store.ts';
import { listRequestEvents, listRequests } from '#privacy/server/request-store.ts';
import {
  clocksOf,
  isOverdue,
  nextDue,
  requestState,
  type Clocks,
  type RequestState,
} from '#privacy/request.ts';
import { listLaw } from '#law/server/store.ts';
import type { Law } from '#law/rule.ts';
import type { PersonId } from '#ground/id.ts';

export type Counting = { readonly law: Law; readonly calendar: Calendar };
export type ClockedRequest = {
  readonly state: RequestState;
  readonly clocks: Clocks;
  readonly isOverdue: boolean;
};

export async function countingOf({ db }: Pick<App.Locals, 'db'>): Promise<Counting> {
  const [law, calendar] = await Promise.all([listLaw(db), listHolidays(db)]);
  return { law, calendar };
}

export function withClocks(
  state: RequestState,
  { law, calendar }: Counting,
  { today }: Pick<App.Locals, 'today'>,
): ClockedRequest {
  const clocks = clocksOf(state, law, calendar, today);
  return { state, clocks, isOverdue: isOverdue(clocks) };
}

/** Overdue ones first, then by what is due next; what is answered comes last, newest first. */
export async function listClocked(
  locals: App.Locals,
  personId?: PersonId,
): Promise<readonly ClockedRequest[]> {
  const requests = await listRequests(locals.db, personId ? { personId } : {});
  const events = await listRequestEvents(
    locals.db,
    requests.map(({ requestId }) => requestId),
  );
  const counting = await countingOf(locals);
  return requests
    .map((request) => withClocks(requestState(request, events), counting, locals))
    .toSorted((a, b) => rank(a).localeCompare(rank(b)));
}

function rank({ state, clocks, isOverdue: late }: ClockedRequest): string {
  if (state.standing === 'told') return `3`;
  return `${late ? 1 : 2} ${nextDue(clocks) ?? ''}`;
}
