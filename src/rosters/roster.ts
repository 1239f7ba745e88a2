// The two rosters of a site: who works for the model, and its households. Nothing more is held of anybody.

import type { Day, Instant } from '#ground/day.ts';
import type { Id, SiteId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';

export type MemberId = Id<'member'>;
export type HouseholdId = Id<'household'>;

/** From the first day until the last, both included; null while nobody has said when it ends. */
export type Dates = { readonly from: Day; readonly to: Day | null };

export type MemberFacts = Dates & {
  readonly name: string;
  /** Their part in the model, in words: 'Trưởng ban', 'Tổ trưởng tổ tự quản số 2'. */
  readonly part: string;
  /** The organisation they come from; '' for none. */
  readonly organisation: string;
  /** Only where they agree that it is kept. */
  readonly phone: string | null;
  /** Whether they belong to the core force. */
  readonly core: boolean;
  /** The day they agreed to stand on the roster. */
  readonly consentedOn: Day;
};

export type HouseholdFacts = Dates & {
  /** As the hamlet numbers its households; one household each. */
  readonly number: string;
  readonly representative: string;
  /** Tổ tự quản, tổ liên gia; '' where there are none. */
  readonly group: string;
  /** One line by which it is found: 'Ngõ 3, cạnh nhà văn hóa'; '' for none. */
  readonly place: string;
  /** The day it signed the commitment; null while it has not. */
  readonly committedOn: Day | null;
};

/** What was recorded, and by whom; a correction comes after, and both stay. */
export type Recorded = {
  readonly entryId: Id<'entry'>;
  readonly siteId: SiteId;
  readonly recordedByName: string;
  readonly recordedAt: Instant;
};
export type Member = MemberFacts & Recorded & { readonly memberId: MemberId };
export type Household = HouseholdFacts & Recorded & { readonly householdId: HouseholdId };

export type DatesRefusal = 'to-before-from';
export type MemberRefusal =
  DatesRefusal | 'name-missing' | 'part-missing' | 'consent-missing' | 'phone-wrong';
export type HouseholdRefusal =
  DatesRefusal | 'number-missing' | 'name-missing' | 'number-taken' | 'commitment-wrong';

/** Nobody is put on the roster before they have agreed; a phone number is of digits. */
export function decideMember(given: MemberFacts, today: Day): Outcome<MemberFacts, MemberRefusal> {
  const [name, part, organisation] = [given.name, given.part, given.organisation].map(tidy);
  if (!name) return refused('name-missing');
  if (!part) return refused('part-missing');
  if (given.consentedOn > today) return refused('consent-missing');
  const phone = given.phone === null ? '' : tidy(given.phone);
  if (phone !== '' && !/^\+?[0-9][0-9 .]{7,18}$/.test(phone)) return refused('phone-wrong');
  if (isTurned(given)) return refused('to-before-from');
  return done({ ...given, name, part, organisation: organisation ?? '', phone: phone || null });
}

/**
 * `others` are the rest of the roster: no two households have one number at the same time. A
 * commitment is neither ahead nor after the household's last day; it may be older than the roster.
 */
export function decideHousehold(
  given: HouseholdFacts,
  others: readonly HouseholdFacts[],
  today: Day,
): Outcome<HouseholdFacts, HouseholdRefusal> {
  const [number, representative, group, place] = [
    given.number,
    given.representative,
    given.group,
    given.place,
  ].map(tidy);
  if (!number) return refused('number-missing');
  if (!representative) return refused('name-missing');
  if (isTurned(given)) return refused('to-before-from');
  if (isAmiss(given, today)) return refused('commitment-wrong');
  const taken = others.some((one) => isSameNumber(one.number, number) && overlap(one, given));
  if (taken) return refused('number-taken');
  return done({ ...given, number, representative, group: group ?? '', place: place ?? '' });
}

/** Who stands on a roster on a day. */
export const standsOn = <T extends Dates>(rows: readonly T[], on: Day): readonly T[] =>
  rows.filter(({ from, to }) => from <= on && (to === null || to >= on));

/** '7' before '12', 'A2' before 'A10': as people count. */
export const byNumber = (a: Pick<Household, 'number'>, b: Pick<Household, 'number'>): number =>
  counting.compare(a.number, b.number);

const counting = new Intl.Collator('vi', { numeric: true, sensitivity: 'base' });

const isSameNumber = (a: string, b: string): boolean => counting.compare(a, b) === 0;

const isTurned = ({ from, to }: Dates): boolean => to !== null && to < from;

const isAmiss = ({ committedOn, to }: HouseholdFacts, today: Day): boolean =>
  committedOn !== null && (committedOn > today || (to !== null && committedOn > to));

const overlap = (a: Dates, b: Dates): boolean =>
  (a.to === null || a.to >= b.from) && (b.to === null || b.to >= a.from);
