// What may be recorded as done, and how what was recorded counts towards a site's indicators.

import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';
import type { MonthlyCount } from '#sites/indicator.ts';
import type { CountedKey } from '#sites/starting-indicators.ts';
import type { Activity, ActivityKind, Photo } from './activity.ts';

export type NewActivity = Pick<Activity, 'kind' | 'day' | 'place' | 'participants' | 'note'> & {
  readonly photos: readonly Photo[];
};
export type ActivityRefusal = 'in-future' | 'place-missing';

/** Days long past are welcome: the first months of a model are often on paper still. */
export function decideRecord(told: NewActivity, today: Day): Outcome<NewActivity, ActivityRefusal> {
  const place = tidy(told.place);
  if (told.day > today) return refused('in-future');
  if (place === '') return refused('place-missing');
  return done({
    kind: told.kind,
    day: told.day,
    place,
    participants: told.participants,
    // Lines stay: a note is often a short list.
    note: told.note.normalize('NFC').trim(),
    photos: told.photos,
  });
}

/** What the activities of one kind came to in one month. */
export type MonthOfKind = {
  readonly kind: ActivityKind;
  readonly month: Day;
  readonly activities: number;
  readonly participants: number;
};

type Counting = { readonly kind: ActivityKind; readonly of: 'activities' | 'participants' };

/** What each counted indicator counts; 'other' counts for none. */
export const countings: Readonly<Record<CountedKey, Counting>> = {
  talks: { kind: 'talk', of: 'activities' },
  talk_attendees: { kind: 'talk', of: 'participants' },
  meetings: { kind: 'meeting', of: 'activities' },
  patrols: { kind: 'patrol', of: 'activities' },
  visits: { kind: 'visit', of: 'activities' },
  commitments: { kind: 'commitment', of: 'activities' },
  mediations: { kind: 'mediation', of: 'activities' },
  campaigns: { kind: 'campaign', of: 'activities' },
};

export const countsOf = (months: readonly MonthOfKind[]): readonly MonthlyCount[] =>
  Object.entries(countings).flatMap(([key, { kind, of }]) =>
    months
      .filter((month) => month.kind === kind)
      .map((month) => ({ key, month: month.month, value: month[of] })),
  );
