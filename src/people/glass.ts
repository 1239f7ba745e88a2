// Breaking the glass: in a named case, for some hours and with a reason, one site beyond one's reach is looked at.

import type { Day, Instant } from '#ground/day.ts';
import type { Id, PersonId, SiteId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';
import type { BreakInput } from './glass.input.ts';
import type { Scope } from './person.ts';

export type OpeningId = Id<'opening'>;

/** One of the cases in which it may be done; dated data, kept in the database. */
export type GlassCase = {
  readonly key: string;
  readonly from: Day;
  readonly name: { readonly vi: string; readonly en: string };
  /** When it is given, in a sentence. */
  readonly when: { readonly vi: string; readonly en: string };
  readonly longestHours: number;
};

export type Opening = {
  readonly openingId: OpeningId;
  readonly siteId: SiteId;
  readonly personId: PersonId;
  readonly personName: string;
  /** 'Xóm Phố, xã Phúc Lương'. */
  readonly place: {
    readonly hamlet: string;
    readonly commune: string;
    readonly toldBy: string | null;
  };
  readonly caseName: { readonly vi: string; readonly en: string };
  readonly reason: string;
  readonly openedAt: Instant;
  readonly endsAt: Instant;
  readonly endedAt: Instant | null;
  readonly seen: readonly Seen[];
};

/** What a superior said to it. */
export type Seen = { readonly byName: string; readonly at: Instant; readonly remark: string };

/** Characters: a reason shorter than this explains nothing. */
export const shortestReason = 20;

export type BreakRefusal =
  'reason-short' | 'case-unknown' | 'hours-invalid' | 'already-reached' | 'another-open';

export type NewOpening = {
  readonly siteId: SiteId;
  readonly case: GlassCase;
  readonly reason: string;
  readonly openedAt: Instant;
  readonly endsAt: Instant;
};

/** One at a time, and only where the person sees nothing without it. */
export function decideBreak(
  input: BreakInput,
  now: Instant,
  known: {
    readonly cases: readonly GlassCase[];
    /** What the person sees anyway. */
    readonly scope: Scope;
    readonly isAnotherOpen: boolean;
  },
): Outcome<NewOpening, BreakRefusal> {
  const { siteId, hours } = input;
  const reason = tidy(input.reason);
  const named = known.cases.find(({ key }) => key === input.caseKey);
  if (known.scope === 'all' || known.scope.includes(siteId)) return refused('already-reached');
  if (!named) return refused('case-unknown');
  if (reason.length < shortestReason) return refused('reason-short');
  if (!Number.isInteger(hours) || hours < 1 || hours > named.longestHours) {
    return refused('hours-invalid');
  }
  if (known.isAnotherOpen) return refused('another-open');
  return done({ siteId, case: named, reason, openedAt: now, endsAt: hoursAfter(now, hours) });
}

/** From the moment it is broken, until its end or until somebody ends it. */
export const isOpen = (
  { openedAt, endsAt, endedAt }: Pick<Opening, 'openedAt' | 'endsAt' | 'endedAt'>,
  now: Instant,
): boolean => endedAt === null && openedAt <= now && now < endsAt;

/** How long the people of the site are told of it on their day's page. */
export const daysTold = 14;

const hoursAfter = (from: Instant, hours: number): Instant =>
  new Date(Date.parse(from) + hours * 3_600_000).toISOString() as Instant;
