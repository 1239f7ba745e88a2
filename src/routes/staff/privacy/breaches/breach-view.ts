// Breaches with their clocks, and the moments typed in about them.

import { error } from '@sveltejs/kit';
import { aDay, aTime } from '#ground/day.input.ts';
import type { Instant } from '#ground/day.ts';
import { findId } from '#ground/id.ts';
import { appendView } from '#ground/server/audit.ts';
import { dayTyped, timeTyped } from '#ground/typed.ts';
import { listLaw } from '#law/server/store.ts';
import type { Law } from '#law/rule.ts';
import { foundOn } from '#privacy/breach-paper.ts';
import { breachClock, breachState, breachWhose, type BreachState } from '#privacy/breach.ts';
import { findInstant } from '#privacy/clock-time.ts';
import { findBreach, listBreaches, listBreachEvents } from '#privacy/server/breach-store.ts';
import { numberTyped, type Typed } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { staffWords } from '../../staff.words.ts';

export const nowAt = (): Instant => new Date().toISOString() as Instant;

export const clocked = (state: BreachState, law: Law, { timeZone }: App.Locals) => ({
  state,
  clock: breachClock(state, law, foundOn(state, timeZone), nowAt()),
});

/** The open ones first, the newest of each first. */
export async function listClockedBreaches(locals: App.Locals) {
  const breaches = await listBreaches(locals.db, 500);
  const ids = breaches.map(({ breachId }) => breachId);
  const [events, law] = await Promise.all([listBreachEvents(locals.db, ids), listLaw(locals.db)]);
  return breaches
    .map((breach) => clocked(breachState(breach, events), law, locals))
    .toSorted((a, b) => Number(b.state.isOpen) - Number(a.state.isOpen));
}

/** That somebody looked is on record. */
export async function breachAt(
  locals: App.Locals,
  { breach: typed }: { readonly breach?: string | undefined },
): Promise<BreachState> {
  const { personId } = actorOf(locals, 'keep breach record');
  const breachId = findId<'breach'>(typed);
  const breach = breachId && (await findBreach(locals.db, breachId));
  if (!breach) error(404, staffWords[locals.language].notFound);
  await appendView(locals.db, { siteId: null, personId, record: `breach ${breach.breachId}` });
  return breachState(breach, await listBreachEvents(locals.db, [breach.breachId]));
}

/** What was typed as the assessment; of a number that is none, `people` is undefined. */
export function assessmentIn(typed: Typed, form: FormData): object {
  const people = numberTyped(typed['people']);
  const touched = form.getAll('touched').filter((value) => typeof value === 'string');
  const { happened = '', consequences = '' } = typed;
  const whose = breachWhose.filter((one) => form.getAll('whose').includes(one));
  return { happened, whose, touched, people, consequences };
}

/** The fields momentIn reads. */
export const momentFields = { day: aDay, time: aTime };

export function momentIn(typed: Typed, { timeZone }: App.Locals): Instant | undefined {
  const day = dayTyped(typed['day']);
  return day && findInstant(day, timeTyped(typed['time']) ?? '', timeZone);
}
