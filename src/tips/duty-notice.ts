// The notice of every day to those on duty: whether it reached somebody, and who has to be told that it did not.

import { addDays, type Day } from '#ground/day.ts';
import type { Id, PersonId } from '#ground/id.ts';

/** 'HH:MM' by the installation's clock; the same every day, whatever came in. */
export const noticeHour = '07:30';

export type SubscriptionId = Id<'subscription'>;
export type NoticeChannel = 'mail' | 'push' | 'none';

/** What became of the notice of one day, to one person, on one of their ways. */
export type DutyNotice = {
  readonly personId: PersonId;
  readonly name: string;
  readonly day: Day;
  /** 'none': the person has neither an address nor a browser for it. */
  readonly channel: NoticeChannel;
  readonly state: 'asked' | 'sent' | 'failed';
  /** Why the last try failed, in a word of ours. */
  readonly problem: string | null;
};

/** 'open': it was asked for today, and nothing has gone wrong yet. */
export type Reached = 'sent' | 'failed' | 'open';

export const reachedBy = ({ state, problem, day }: DutyNotice, today: Day): Reached => {
  if (state !== 'asked') return state;
  return problem === null && day === today ? 'open' : 'failed';
};

export type Unreached = {
  readonly personId: PersonId;
  readonly name: string;
  /** How many of the latest days in a row no way led to the person. */
  readonly days: number;
  readonly since: Day;
  /** They have no way at all: somebody has to give them one. */
  readonly hasNoWay: boolean;
};

/** Everybody whom the latest notice did not reach by any way, who went without it longest first. */
export const unreachedOf = (notices: readonly DutyNotice[], today: Day): readonly Unreached[] =>
  [...Map.groupBy(notices, ({ personId }) => personId).values()]
    .flatMap((own) => unreached(own, today) ?? [])
    .toSorted((a, b) => b.days - a.days || a.name.localeCompare(b.name));

/** The ways on which the latest notice failed, though another one may have reached the person. */
export const failingWays = (
  own: readonly DutyNotice[],
  today: Day,
): readonly Pick<DutyNotice, 'channel' | 'problem'>[] => {
  const known = own.filter((notice) => reachedBy(notice, today) !== 'open');
  return (['mail', 'push'] as const).flatMap((channel) => {
    const last = latestFirst(known.filter((notice) => notice.channel === channel))[0];
    return last && reachedBy(last, today) === 'failed' ? [last] : [];
  });
};

/** Yesterday nobody was sent anything, though the days before somebody saw to it. */
export const isRunMissing = (runs: readonly Day[], today: Day): boolean => {
  const yesterday = addDays(today, -1);
  return !runs.includes(yesterday) && runs.some((day) => day < yesterday);
};

function unreached(own: readonly DutyNotice[], today: Day): Unreached | undefined {
  const byDay = Map.groupBy(latestFirst(own), ({ day }) => day);
  const days = [...byDay].map(([day, ways]) => ({ day, ways, how: best(ways, today) }));
  const known = days.filter(({ how }) => how !== 'open');
  const reached = known.findIndex(({ how }) => how === 'sent');
  const without = reached < 0 ? known : known.slice(0, reached);
  const [latest, first] = [without[0], without.at(-1)];
  const [notice] = latest?.ways ?? [];
  if (!latest || !first || !notice) return undefined;
  const hasNoWay = latest.ways.every(({ channel }) => channel === 'none');
  const { personId, name } = notice;
  return { personId, name, days: without.length, since: first.day, hasNoWay };
}

function best(ways: readonly DutyNotice[], today: Day): Reached {
  const all = ways.map((way) => reachedBy(way, today));
  return all.find((one) => one === 'sent') ?? all.find((one) => one === 'open') ?? 'failed';
}

const latestFirst = (notices: readonly DutyNotice[]): readonly DutyNotice[] =>
  notices.toSorted((a, b) => b.day.localeCompare(a.day));
