// Whatever a site may have recorded, for the properties of the review.

import * as fc from 'fast-check';
import { addDays, day, type Period } from '#ground/day.ts';
import { activityKinds } from '#activities/activity.ts';
import { draftReview } from './draft.ts';
import { activity, exampleRecords } from './example-records.ts';
import type { ReviewRecords } from './records.ts';
import type { ReviewDraft } from './review.ts';

const anyDay = fc.integer({ min: 0, max: 560 }).map((days) => addDays(day('2025-11-15'), days));
export const anyPeriod = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 370 }))
  .map(([from, days]): Period => ({ from, to: addDays(from, days) }));
/** Talks often enough that one month stands out now and then. */
const anyKind = fc.oneof(fc.constant('talk' as const), fc.constantFrom(...activityKinds));
const anyActivities = fc
  .array(fc.tuple(anyKind, anyDay, fc.option(fc.nat(300), { freq: 4 })), {
    maxLength: 60,
    size: 'max',
  })
  .map((all) => all.map(([kind, on, people], at) => activity(kind, on, people, at)));

/** Everything a site may have recorded: some of the example's work happened, and other activities. */
const anyRecords = fc
  .record({
    activities: anyActivities,
    asOf: anyDay,
    plannedFrom: anyDay,
    kept: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    atRisk: fc.nat(20).filter((few) => few !== 10),
  })
  .map(({ activities, asOf, plannedFrom, kept, atRisk }): ReviewRecords => ({
    ...exampleRecords,
    activities,
    asOf,
    site: { ...exampleRecords.site, plannedFrom },
    steps: exampleRecords.steps.map((one, at) => ({ ...one, events: kept[at] ? one.events : [] })),
    duties: exampleRecords.duties.map((one, at) => ({
      ...one,
      events: kept[at + 10] ? one.events : [],
    })),
    indicators: exampleRecords.indicators.map((one, at) => ({
      ...one,
      entries: kept[at + 30] ? one.entries : [],
    })),
    baseline: exampleRecords.baseline.map((one) =>
      one.figureId === 'figure-13' ? { ...one, value: atRisk } : one,
    ),
  }));

export const anyDraft = fc.tuple(anyRecords, anyPeriod).map(([records, of]) => ({
  records,
  of,
  draft: draftReview(records, of, 'interim'),
}));
export type Drafted = {
  readonly records: ReviewRecords;
  readonly of: Period;
  readonly draft: ReviewDraft;
};

/** Whole numbers of a text that are no part of a day, a month or a paper's number. */
export const figuresIn = (text: string): readonly string[] =>
  text
    .replace(/\d{1,2}\/(\d{1,2}\/)?\d{4}/g, ' ')
    .match(/\d[\d.]*/g)
    ?.map((found) => found.replace(/\.$/, '')) ?? [];
