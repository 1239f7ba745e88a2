// What the page of the day says to whoever looks after personal data: requests that wait, breaches not told.

import { showDay } from '#ground/show.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { keepingWords } from '#privacy/keeping.words.ts';
import { nextDue } from '#privacy/request.ts';
import { requestWords } from '#privacy/request.words.ts';
import type { WorkItem } from '#sites/work-items.ts';
import { listClockedBreaches } from './privacy/breaches/breach-view.ts';
import { sayClock } from './privacy/breaches/say-clock.ts';
import { listClocked, type ClockedRequest } from './privacy/request-view.ts';

export type PrivacyToday = {
  readonly overdue: readonly WorkItem[];
  readonly soon: readonly WorkItem[];
};

export async function privacyToday(locals: App.Locals, actor: Actor): Promise<PrivacyToday> {
  const [requests, breaches] = await Promise.all([
    may(actor, 'handle request') ? waitingRequests(locals) : [],
    may(actor, 'keep breach record') ? untoldBreaches(locals) : [],
  ]);
  const items = [...breaches, ...requests];
  return {
    overdue: items.filter(({ state }) => state === 'overdue'),
    soon: items.filter(({ state }) => state !== 'overdue'),
  };
}

async function waitingRequests(locals: App.Locals): Promise<readonly WorkItem[]> {
  const requests = await listClocked(locals);
  return requests
    .filter(({ state }) => state.standing !== 'told')
    .map((one) => requestItem(one, locals));
}

function requestItem(
  { state, clocks, isOverdue }: ClockedRequest,
  { language }: App.Locals,
): WorkItem {
  const own = requestWords[language];
  const due = nextDue(clocks);
  return {
    href: `/staff/privacy/${state.request.requestId}`,
    title: `${own.title}: ${own.kind[state.request.kind]}`,
    note: [own.standing[state.standing], due ? own.dueOn(showDay(due)) : '']
      .filter(Boolean)
      .join(' · '),
    state: isOverdue ? 'overdue' : undefined,
  };
}

/** Only while the clock for telling runs: what comes after has no day. */
async function untoldBreaches(locals: App.Locals): Promise<readonly WorkItem[]> {
  const { language, timeZone } = locals;
  const breaches = await listClockedBreaches(locals);
  return breaches.flatMap(({ state, clock }) =>
    state.isOpen && clock?.metAt === null
      ? [
          {
            href: `/staff/privacy/breaches/${state.breach.breachId}`,
            title: keepingWords[language].breach.clock,
            note: sayClock(clock, timeZone, language),
            state: clock.isLate ? ('overdue' as const) : ('due' as const),
          },
        ]
      : [],
  );
}
