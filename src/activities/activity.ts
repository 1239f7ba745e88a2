// One thing done at a site: a talk, a patrol, a visit; recorded on a phone in half a minute.

import type { Day, Instant } from '#ground/day.ts';
import type { Id, SiteId } from '#ground/id.ts';

export const activityKinds = [
  'talk',
  'meeting',
  'patrol',
  'visit',
  'commitment',
  'mediation',
  'campaign',
  'other',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export type Photo = { readonly fileRef: string; readonly mediaType: string };

export type Activity = {
  readonly siteId: SiteId;
  readonly activityId: Id<'activity'>;
  readonly kind: ActivityKind;
  readonly day: Day;
  readonly place: string;
  /** How many took part; null where nobody counted. */
  readonly participants: number | null;
  readonly note: string;
  readonly photos: readonly Photo[];
  /** The entry this one corrects; null where it is the first. */
  readonly replaces: Id<'activity'> | null;
  readonly recordedByName: string;
  readonly recordedAt: Instant;
};
