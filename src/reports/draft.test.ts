// The drafted review: a golden text, honest small cases, and figures recounted from their records.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day, type Period } from '#ground/day.ts';
import type { Id } from '#ground/id.ts';
import { showNumber } from '#ground/show.ts';
import { activityKinds, type Activity, type ActivityKind } from '#activities/activity.ts';
import { activityNames } from './activity-phrases.ts';
import { draftReview, symbolFrom } from './draft.ts';
import { exampleRecords } from './example-records.ts';
import { reviewToPaper } from './paper.ts';
import { comparisonOf, earlierPeriod, isIn, type ReviewRecords } from './records.ts';
import { sentencesOf, type ReviewDraft, type Sentence } from './review.ts';

const period: Period = { from: day('2026-06-01'), to: day('2026-11-30') };

const textOf = (draft: ReviewDraft, id: string): string | undefined =>
  sentencesOf(draft).find((one) => one.id === id)?.text;

/** The paper as a person would read it aloud. */
function readAloud(draft: ReviewDraft): string {
  const paper = reviewToPaper(draft, null);
  const body = paper.body.map((block) => {
    if (block.kind === 'heading') return `\n${block.mark} ${block.text}`;
    if (block.kind === 'chart') return `[${block.caption}] ${block.alt}`;
    if (block.kind !== 'table')
      return `${block.kind === 'item' ? '- ' : ''}${block.runs.map(({ text }) => text).join('')}`;
    const rows = [block.head, ...block.rows].map((cells) =>
      cells.map(({ text }) => text).join(' | '),
    );
    return [`[${block.caption}]`, ...rows].join('\n');
  });
  const { agencyAbove, agency, symbol, place } = paper.header;
  const head = [
    agencyAbove,
    agency,
    symbol,
    place,
    paper.subject,
    ...paper.addressees,
    ...paper.bases,
  ];
  const foot = [paper.signature.position, paper.signature.name, ...paper.recipients];
  return `${[...head, ...body, '', ...foot].join('\n')}\n`;
}

const activity = (
  kind: ActivityKind,
  on: Day,
  participants: number | null,
  at: number,
): Activity => ({
  siteId: exampleRecords.site.siteId,
  activityId: `made-${at}` as Id<'activity'>,
  kind,
  day: on,
  place: 'Nhà văn hóa xóm',
  participants,
  note: 'ghi chú riêng',
  photos: [],
  replaces: null,
  recordedByName: 'Lực lượng nòng cốt',
  recordedAt: exampleRecords.activities[0]?.recordedAt ?? ('' as Activity['recordedAt']),
});

const withActivities = (...activities: readonly Activity[]): ReviewRecords => ({
  ...exampleRecords,
  activities,
});

describe('a drafted review', () => {
  test('of the example half year reads as it was agreed on', async () => {
    const text = readAloud(draftReview(exampleRecords, period, 'interim'));
    await expect(text).toMatchFileSnapshot('./example-review.txt');
  });

  test('says plainly that nothing was done, and points to the plan that asked for it', () => {
    const draft = draftReview(withActivities(), period, 'interim');
    const talks = sentencesOf(draft).find(({ id }) => id === 'activities-talk');
    expect(talks?.text).toBe('Trong kỳ chưa tổ chức buổi tuyên truyền nào.');
    expect(talks?.records.map(({ kind }) => kind)).toEqual(['plan']);
    expect(textOf(draft, 'quiet-months')).toContain('5 tháng (06/2026, 07/2026');
  });

  test('says that nothing was done any more where something was done before', () => {
    const before = activity('talk', day('2026-05-20'), 30, 1);
    const draft = draftReview(withActivities(before), period, 'interim');
    expect(textOf(draft, 'activities-talk')).toBe(
      'Trong kỳ chưa tổ chức buổi tuyên truyền nào, giảm 1 buổi so với kỳ trước.',
    );
  });

  test('counts one talk as one, and does not invent how many came', () => {
    const draft = draftReview(
      withActivities(activity('talk', day('2026-06-05'), null, 1)),
      period,
      'interim',
    );
    expect(textOf(draft, 'activities-talk')).toBe(
      'Trong kỳ đã tổ chức 1 buổi tuyên truyền, tăng 1 buổi so với kỳ trước.',
    );
  });

  test('tells how many talks have no number of people', () => {
    const two = [
      activity('talk', day('2026-06-05'), 1222, 1),
      activity('talk', day('2026-06-06'), null, 2),
    ];
    expect(
      textOf(draftReview(withActivities(...two), period, 'interim'), 'activities-talk'),
    ).toContain('với 1.222 lượt người tham gia (chưa kể 1 lần chưa ghi số người)');
  });

  test('of the first period compares with nothing but the start', () => {
    const site = { ...exampleRecords.site, plannedFrom: day('2026-06-01') };
    const draft = draftReview({ ...exampleRecords, site }, period, 'interim');
    expect(textOf(draft, 'comparison')).toContain('đây là kỳ báo cáo đầu tiên');
    expect(sentencesOf(draft).filter(({ text }) => text.includes('so với kỳ trước'))).toEqual([]);
  });

  test('says where its figures end when the period is not over', () => {
    expect(textOf(draftReview(exampleRecords, period, 'interim'), 'comparison')).toContain(
      '(cập nhật đến ngày 23/11/2026)',
    );
  });

  test('gives the reason recorded for a delay, and says so where there is none', () => {
    const draft = draftReview(exampleRecords, period, 'interim');
    expect(textOf(draft, 'step-3-late')).toContain(
      'chậm 12 ngày so với kế hoạch. Nguyên nhân: dự thảo quy chế',
    );
    expect(textOf(draft, 'duty-duty-2-late')).toContain('Nguyên nhân chậm chưa được ghi nhận.');
  });

  test('never speaks of how many tips came in', () => {
    const [first] = exampleRecords.indicators;
    const tips = first && {
      ...first,
      indicator: { ...first.indicator, key: 'tips', name: 'Tin tố giác tiếp nhận' },
    };
    const draft = draftReview(
      { ...exampleRecords, indicators: tips ? [tips] : [] },
      period,
      'interim',
    );
    expect(JSON.stringify(draft)).not.toContain('Tin tố giác tiếp nhận');
  });

  test('names nobody but who signs: no leads, no notes, no names in the plan’s own words', () => {
    const duties = exampleRecords.duties.map(({ duty, events }) => ({
      duty: {
        ...duty,
        text: `Đồng chí Thượng tá Người Được Giao: ${duty.text}`,
        lead: ['Đồng chí Người Được Giao'],
      },
      events,
    }));
    const draft = draftReview({ ...exampleRecords, duties }, period, 'interim');
    const said = sentencesOf(draft).map(({ text }) => text);
    expect(said.filter((text) => /Người Được Giao|ghi chú riêng/.test(text))).toEqual([]);
  });

  test('takes its symbol from the plan’s number', () => {
    expect(['790/KH-PV05', '132/KH-CAT-PX03', '12', null].map(symbolFrom)).toEqual([
      'BC-PV05',
      'BC-CAT-PX03',
      'BC',
      'BC',
    ]);
  });

  test('addresses those the plan reports to, and files a copy last', () => {
    const draft = draftReview(exampleRecords, period, 'interim');
    expect(draft.addressees).toEqual(['Đồng chí Giám đốc Công an tỉnh']);
    expect(draft.recipients).toEqual(['Công an xã Phú Thịnh (phối hợp)', 'Lưu: TMTH']);
  });
});

const anyDay = fc.integer({ min: 0, max: 560 }).map((days) => addDays(day('2025-11-15'), days));
const anyPeriod = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 370 }))
  .map(([from, days]): Period => ({ from, to: addDays(from, days) }));
const anyActivities = fc
  .array(fc.tuple(fc.constantFrom(...activityKinds), anyDay, fc.option(fc.nat(300), { freq: 4 })), {
    maxLength: 60,
  })
  .map((all) => all.map(([kind, on, people], at) => activity(kind, on, people, at)));

/** Everything a site may have recorded: some of the example's work happened, and other activities. */
const anyRecords = fc
  .record({
    activities: anyActivities,
    asOf: anyDay,
    plannedFrom: anyDay,
    kept: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    atRisk: fc.nat(20),
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

const anyDraft = fc.tuple(anyRecords, anyPeriod).map(([records, of]) => ({
  records,
  of,
  draft: draftReview(records, of, 'interim'),
}));
type Drafted = {
  readonly records: ReviewRecords;
  readonly of: Period;
  readonly draft: ReviewDraft;
};

/** Whole numbers of a text that are no part of a day, a month or a paper's number. */
const figuresIn = (text: string): readonly string[] =>
  text
    .replace(/\d{1,2}\/(\d{1,2}\/)?\d{4}/g, ' ')
    .match(/\d[\d.]*/g)
    ?.map((found) => found.replace(/\.$/, '')) ?? [];

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
  const isCompared = comparisonOf(all.site, of) !== 'none' && now !== before;
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
          if (found) expect(figuresIn(found.text)).toEqual(recount(kind, found, drafted));
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
        expect(said.includes(`${few} người sử dụng ma túy.`)).toBe(few >= 10);
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
            draftReview(withActivities(...some), period, 'interim'),
            `activities-${kind}`,
          );
          expect(text).toContain(`${count} ${activityNames[kind].unit}`);
        },
      ),
      { numRuns: 30 },
    );
  });
});
