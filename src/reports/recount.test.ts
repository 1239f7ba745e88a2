// Whatever was recorded: each sentence has its records, each figure is a recount of them.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Period } from '#ground/day.ts';
import { showNumber } from '#ground/show.ts';
import { activityKinds, type ActivityKind } from '#activities/activity.ts';
import { activityNames } from './activity-phrases.ts';
import { draftReview } from './draft.ts';
import { activity, exampleRecords } from './example-records.ts';
import { anyDraft, anyPeriod, figuresIn, type Drafted } from './server/testing.ts';
import { earlierPeriod } from '#sites/comparable.ts';
import { comparedPeriod, isIn } from './records.ts';
import { sentencesOf, type ReviewDraft, type Sentence } from './review.ts';

const period: Period = { from: day('2026-06-01'), to: day('2026-11-30') };

const textOf = (draft: ReviewDraft, id: string): string | undefined =>
  sentencesOf(draft).find((one) => one.id === id)?.text;

/** What the sentence about a kind must say, counted by hand from the records it points to. */
function recount(
  kind: ActivityKind,
  { records }: Sentence,
  { records: all, of }: Drafted,
): readonly string[] {
  const pointed = new Set(records.map(({ id }) => id));
  const own = all.activities.filter((one) => pointed.has(one.activityId) && one.kind === kind);
  let [now, before, people, silent] = [0, 0, 0, 0];
  for (const one of own) {
    if (isIn(one.day, of)) {
      now += 1;
      people += one.participants ?? 0;
      silent += one.participants === null ? 1 : 0;
    } else before += 1;
  }
  const isCrowdSaid = now > silent && kind !== 'visit' && kind !== 'mediation';
  const crowd = isCrowdSaid ? [people, ...(silent > 0 ? [silent] : [])] : [];
  const isCompared = comparedPeriod(all, of) !== null && now !== before;
  return [...(now > 0 ? [now] : []), ...crowd, ...(isCompared ? [Math.abs(now - before)] : [])].map(
    (one) => showNumber(one),
  );
}

describe('whatever was recorded', () => {
  test('no sentence is generated without records, and none is generated twice', () => {
    fc.assert(
      fc.property(anyDraft, ({ draft }) => {
        const all = sentencesOf(draft);
        expect(all.filter(({ records }) => records.length === 0)).toEqual([]);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      }),
      { numRuns: 60 },
    );
  });

  test('every record a sentence points to exists', () => {
    fc.assert(
      fc.property(anyDraft, ({ draft, records }) => {
        const known = new Set<string>([
          ...records.activities.map(({ activityId }) => activityId),
          ...records.steps.map(({ step }) => String(step.number)),
          ...records.duties.map(({ duty }) => duty.dutyId),
          ...records.indicators.map(({ indicator }) => indicator.indicatorId),
          ...records.baseline.map(({ figureId }) => figureId),
          records.plan.planId,
        ]);
        const pointed = sentencesOf(draft).flatMap((one) => one.records.map(({ id }) => id));
        expect(pointed.filter((id) => !known.has(id))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('every figure about activities is a recount of the records it points to', () => {
    fc.assert(
      fc.property(anyDraft, (drafted) => {
        for (const kind of activityKinds) {
          const found = sentencesOf(drafted.draft).find(({ id }) => id === `activities-${kind}`);
          const expected = found ? recount(kind, found, drafted) : [];
          expect(figuresIn(found?.text ?? '')).toEqual(expected);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('every activity of the period is behind the sentence of its kind', () => {
    fc.assert(
      fc.property(anyDraft, ({ draft, records, of }) => {
        const within = records.activities.filter((one) => isIn(one.day, of));
        const pointed = new Set(
          sentencesOf(draft).flatMap((one) => one.records.map(({ id }) => id)),
        );
        expect(within.filter(({ activityId }) => !pointed.has(activityId))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('the steps and duties said to be done are those whose last word was done', () => {
    fc.assert(
      fc.property(anyDraft, ({ draft, records, of }) => {
        const until = records.asOf < of.to ? records.asOf : of.to;
        const closed = records.steps.filter(({ events }) =>
          events.some(({ kind, day: on }) => kind === 'closed' && on <= until),
        ).length;
        const done = records.duties.filter(
          ({ duty, events }) =>
            duty.kind === 'duty' &&
            events.some(({ kind, day: on }) => kind === 'done' && on <= until),
        ).length;
        expect(textOf(draft, 'steps')).toContain(
          closed > 0 ? `hoàn thành ${closed}/6 bước` : 'chưa có bước nào',
        );
        expect(textOf(draft, 'duties')).toContain(
          done > 0 ? `hoàn thành ${done}/5 nhiệm vụ` : 'chưa có nhiệm vụ nào',
        );
      }),
      { numRuns: 60 },
    );
  });

  test('fewer than ten people who use drugs are never told by number', () => {
    fc.assert(
      fc.property(anyDraft, ({ draft, records }) => {
        const few = records.baseline.find(({ figureId }) => figureId === 'figure-13')?.value ?? 0;
        const said = JSON.stringify(draft);
        expect(said.includes(` ${few} người sử dụng ma túy.`)).toBe(few > 10);
        expect(said.includes('dưới 10 người sử dụng ma túy')).toBe(few < 10);
      }),
      { numRuns: 40 },
    );
  });

  test('the earlier period ends the day before and is as long', () => {
    fc.assert(
      fc.property(anyPeriod, (of) => {
        const earlier = earlierPeriod(of);
        expect(addDays(earlier.to, 1)).toBe(of.from);
        const wholeMonth = { from: day('2026-02-01'), to: day('2026-02-28') };
        expect(earlierPeriod(wholeMonth)).toEqual({ from: '2026-01-01', to: '2026-01-31' });
      }),
    );
  });

  test('kinds are counted in their own unit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...activityKinds),
        fc.integer({ min: 1, max: 12 }),
        (kind, count) => {
          const some = Array.from({ length: count }, (_, at) =>
            activity(kind, day('2026-07-01'), null, at),
          );
          const text = textOf(
            draftReview({ ...exampleRecords, activities: some }, period, 'interim'),
            `activities-${kind}`,
          );
          expect(text).toContain(`${count} ${activityNames[kind].unit}`);
        },
      ),
      { numRuns: 30 },
    );
  });
});
