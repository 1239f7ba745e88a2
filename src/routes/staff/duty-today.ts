// What the page of the day says to those on duty: what lies unopened or is about to be erased, and whom the daily notice did not reach. No count, no word of a tip.

import { addDays } from '#ground/day.ts';
import { showDay } from '#ground/show.ts';
import { rulesOn } from '#law/rule.ts';
import { mayWithoutSite } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { purposesOf } from '#sealed/ring.ts';
import type { WorkItem } from '#sites/work-items.ts';
import { openedSince } from '#tips/due.ts';
import {
  failingWays,
  isRunMissing,
  unreachedOf,
  type DutyNotice,
  type Unreached,
} from '#tips/duty-notice.ts';
import { dutyWords } from '#tips/duty.words.ts';
import { warnedSince } from '#tips/keeping.ts';
import { findDeskState, listNotices, listRuns, listUnreadBelow } from '#tips/server/duty-store.ts';
import { termsOf } from './tips/desk.ts';

type DutyToday = { readonly overdue: readonly WorkItem[]; readonly due: readonly WorkItem[] };

/** Days: whoever was not reached for longer is told no more days than these. */
const lookedBack = 14;
const noticePage = '/staff/notices';

export async function dutyToday(locals: App.Locals, actor: Actor): Promise<DutyToday> {
  const isOnDuty = purposesOf(actor).includes('tip');
  if (!isOnDuty && !mayWithoutSite(actor, 'change setting')) return { overdue: [], due: [] };
  const since = addDays(locals.today, -lookedBack);
  const notices = await listNotices(locals.db, since);
  const stateText = dutyWords[locals.language].today.look;
  const delivery = [
    ...(await missedRun(locals, isOnDuty ? '/staff/tips' : '/staff/settings/work')),
    ...ownFailures(notices, locals, actor),
    ...othersUnreached(notices, locals, actor, isOnDuty ? noticePage : '/staff/settings/mail'),
  ].map((item) => ({ ...item, stateText }));
  if (!isOnDuty) return { overdue: delivery, due: [] };
  const desk = await deskToday(locals);
  return { overdue: [...desk.overdue, ...delivery], due: desk.due };
}

async function deskToday(locals: App.Locals): Promise<DutyToday> {
  const { db, today, language } = locals;
  const own = dutyWords[language].today;
  const terms = await termsOf(locals);
  const [unread, ending] = [openedSince(terms, today), warnedSince(rulesOn(terms.law, today))];
  const known = unread.ok && ending.ok && { unread: unread.value, ending: ending.value };
  const found = known ? await findDeskState(db, known) : { isUnread: false, isEnding: false };
  const below = (await listUnreadBelow(db)).map(({ unitName, day }): WorkItem => ({
    href: noticePage,
    title: own.below(unitName),
    note: own.belowHint(showDay(day)),
    state: 'overdue',
  }));
  const at = '/staff/tips';
  const unopened = { href: `${at}?view=late`, title: own.unread, note: own.unreadHint } as const;
  const erasing = { href: `${at}?view=ended`, title: own.ending, note: own.endingHint } as const;
  return {
    overdue: [...(found.isUnread ? [{ ...unopened, state: 'overdue' as const }] : []), ...below],
    due: found.isEnding ? [{ ...erasing, state: 'due' }] : [],
  };
}

async function missedRun(
  { db, today, language }: App.Locals,
  href: string,
): Promise<readonly WorkItem[]> {
  const runs = await listRuns(db, addDays(today, -lookedBack));
  const own = dutyWords[language].today;
  return isRunMissing(runs, today)
    ? [{ href, title: own.noRun, note: own.noRunHint, state: 'overdue' }]
    : [];
}

function ownFailures(
  notices: readonly DutyNotice[],
  { today, language }: App.Locals,
  { personId }: Actor,
): readonly WorkItem[] {
  const words = dutyWords[language];
  const own = notices.filter((notice) => notice.personId === personId);
  const line = { href: noticePage, state: 'overdue' } as const;
  const [unreached] = unreachedOf(own, today);
  const why = failingWays(own, today).map(({ channel, problem }) => ({
    title: channel === 'none' ? words.today.own : words.today.ownWay[channel],
    note: sayProblem(words.problem, problem),
  }));
  if (!unreached) return why.map((one) => ({ ...line, ...one }));
  const reasons = unreached.hasNoWay ? [words.today.noWay] : why.map(({ note }) => note);
  const note = [howLong(unreached, language), ...new Set(reasons)].filter(Boolean).join(' · ');
  return [{ ...line, title: words.today.own, note }];
}

const sayProblem = (said: Readonly<Record<string, string>>, problem: string | null): string =>
  said[problem ?? ''] ?? '';

const howLong = ({ days, since }: Unreached, language: App.Locals['language']): string =>
  dutyWords[language].today.days(days, showDay(since));

const othersUnreached = (
  notices: readonly DutyNotice[],
  { today, language }: App.Locals,
  { personId }: Actor,
  href: string,
): readonly WorkItem[] =>
  unreachedOf(
    notices.filter((notice) => notice.personId !== personId),
    today,
  ).map((one) => ({
    href,
    title: dutyWords[language].today.notReached(one.name),
    note: howLong(one, language),
    state: 'overdue',
  }));
