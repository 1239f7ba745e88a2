// From when until when a role holds: giving one, and ending one.

import { addDays, type Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { RoleAt } from './giving.ts';

export type Dated = { readonly from: Day; readonly to: Day | null };

export type GiftRefusal = 'from-past' | 'to-before-from' | 'held-already';

/** Nobody holds the same role at the same place twice on one day; nothing begins in the past. */
export function decideGift(
  gift: RoleAt & Dated,
  held: readonly (RoleAt & Dated)[],
  today: Day,
): Outcome<RoleAt & Dated, GiftRefusal> {
  if (gift.from < today) return refused('from-past');
  if (gift.to !== null && gift.to < gift.from) return refused('to-before-from');
  if (held.some((one) => isSamePost(one, gift) && overlap(one, gift)))
    return refused('held-already');
  return done(gift);
}

export type EndRefusal = 'ended-already' | 'end-past' | 'end-later';

/** From yesterday (it ends at once) to the day it would have ended anyway. */
export function decideEnd({ to }: Dated, lastDay: Day, today: Day): Outcome<Day, EndRefusal> {
  if (to !== null && to < today) return refused('ended-already');
  if (lastDay < addDays(today, -1)) return refused('end-past');
  if (to !== null && lastDay > to) return refused('end-later');
  return done(lastDay);
}

export type RoleStanding = 'held' | 'ahead' | 'past' | 'never';

/** Where a role stands on a day; one taken back before it began never was. */
export function standingOf({ from, to }: Dated, today: Day): RoleStanding {
  if (to !== null && to < from) return 'never';
  if (from > today) return 'ahead';
  return to === null || to >= today ? 'held' : 'past';
}

const isSamePost = (a: RoleAt, b: RoleAt): boolean =>
  a.role === b.role && a.siteId === b.siteId && a.unitId === b.unitId;

const overlap = (a: Dated, b: Dated): boolean =>
  (a.to === null || a.to >= b.from) && (b.to === null || b.to >= a.from) && !isEmpty(a);

const isEmpty = ({ from, to }: Dated): boolean => to !== null && to < from;
