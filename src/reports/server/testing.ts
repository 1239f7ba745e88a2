// For tests: whatever a site may have recorded, and the desk at which its reviews are drafted and issued.

import * as fc from 'fast-check';
import { addDays, day, type Day, type Period } from '#ground/day.ts';
import { newId, type CommandId, type SiteId } from '#ground/id.ts';
import type { Outcome } from '#ground/outcome.ts';
import type { FreshDatabase } from '#ground/server/testing.ts';
import { activityKinds } from '#activities/activity.ts';
import { insertActivity } from '#activities/server/store.ts';
import type { Actor } from '#people/person.ts';
import { draftReview as draftFrom } from '../draft.ts';
import type { Change } from '../edit.ts';
import { activity, exampleRecords } from '../example-records.ts';
import type { ReviewId } from '../issue.ts';
import type { ReviewRecords } from '../records.ts';
import type { ReviewDraft } from '../review.ts';
import { draftReview, editReview, issueReview } from './commands.ts';
import { findReview } from './store.ts';

export const today = day('2026-11-23');
export const period = { from: day('2026-06-01'), to: day('2026-11-30') };
export const reword = {
  kind: 'reword',
  sentenceId: 'activities-talk',
  text: 'Hai buổi nói chuyện.',
} as const satisfies Change;

export type ReviewDesk = ReturnType<typeof reviewDesk>;

/** What a test does at the desk; everything is done by the officer unless somebody else is named. */
export function reviewDesk({ db }: FreshDatabase, siteId: SiteId, officer: Actor) {
  const { personId } = officer;

  const talk = (on: Day, participants: number): Promise<unknown> => {
    const told = { kind: 'talk' as const, day: on, place: 'Nhà văn hóa', participants, note: '' };
    const by = { siteId, commandId: newId<'command'>(), personId, replaces: null };
    return db.transaction().execute((tx) => insertActivity(tx, { ...told, photos: [] }, by));
  };
  const draft = (commandId: CommandId = newId<'command'>(), actor: Actor = officer) =>
    draftReview(db, actor, { siteId, commandId, kind: 'interim', ...period }, today);
  const edit = (reviewId: ReviewId, version: number, change: Change, actor: Actor = officer) =>
    editReview(db, actor, { siteId, reviewId, version, change });
  const issue = (reviewId: ReviewId, on: Day = today, actor: Actor = officer) =>
    issueReview(db, actor, { siteId, reviewId, commandId: newId<'command'>() }, on);

  return {
    siteId,
    officer,
    talk,
    draft,
    edit,
    issue,
    aReview: async () => must(await draft()).reviewId,
    issued: async (reviewId: ReviewId, on: Day) => must(await issue(reviewId, on)),
    getReview: async (reviewId: ReviewId) => {
      const found = await findReview(db, 'all', siteId, reviewId);
      if (!found) throw new Error('no such review');
      return found;
    },
  };
}

function must<T>(outcome: Outcome<T, unknown>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

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
  draft: draftFrom(records, of, 'interim'),
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
