// The sentence about one kind of activity, with the records of this period and the one before.

import type { Period } from '#ground/day.ts';
import type { ActivityKind } from '#activities/activity.ts';
import { aboutActivities } from '../activity-phrases.ts';
import { tallyOf } from '../counts.ts';
import type { ReviewRecords } from '../records.ts';
import { toActivity, toPlan } from '../references.ts';
import { sentence, type Sentence } from '../review.ts';

/** What nobody did is measured by the plan that asked for it, so the plan is what it points to. */
export function about(records: ReviewRecords, period: Period, kind: ActivityKind): Sentence {
  const { tally, now, earlier } = tallyOf(records, period, kind);
  const refs = [...now, ...earlier].map(toActivity);
  const text = aboutActivities(kind, tally);
  return sentence(`activities-${kind}`, text, now.length > 0 ? refs : [toPlan(records), ...refs]);
}

export function aboutWhereAny(
  records: ReviewRecords,
  period: Period,
  kind: ActivityKind,
): readonly Sentence[] {
  const { now, earlier } = tallyOf(records, period, kind);
  return now.length + earlier.length === 0 ? [] : [about(records, period, kind)];
}
