// The drafted review: a golden text, and the honest small cases.

import { describe, expect, test } from 'vitest';
import { day, type Period } from '#ground/day.ts';
import type { Activity } from '#activities/activity.ts';
import { draftReview, symbolFrom } from './draft.ts';
import { activity, exampleRecords } from './example-records.ts';
import { reviewToPaper } from './paper.ts';
import type { ReviewRecords } from './records.ts';
import { sentencesOf, type ReviewDraft } from './review.ts';

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

const withActivities = (...activities: readonly Activity[]): ReviewRecords => ({
  ...exampleRecords,
  activities,
});

/** A model that lived through the whole half year before, and the period is over. */
const lived = (records: ReviewRecords = exampleRecords): ReviewRecords => ({
  ...records,
  asOf: day('2026-12-02'),
  site: { ...records.site, plannedFrom: day('2025-10-01') },
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
    const draft = draftReview(lived(withActivities(before)), period, 'interim');
    expect(textOf(draft, 'activities-talk')).toBe(
      'Trong kỳ chưa tổ chức buổi tuyên truyền nào, giảm 1 buổi so với kỳ trước.',
    );
  });

  test('counts one talk as one, and does not invent how many came', () => {
    const draft = draftReview(
      lived(withActivities(activity('talk', day('2026-06-05'), null, 1))),
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

  test('compares with no period the model lived only a part of, and with the start instead', () => {
    const site = { ...exampleRecords.site, plannedFrom: day('2026-05-31') };
    const draft = draftReview({ ...exampleRecords, site }, period, 'interim');
    expect(textOf(draft, 'comparison')).toContain(
      'kỳ trước (từ ngày 01/12/2025 đến ngày 31/05/2026) chưa trọn do mô hình thực hiện từ ngày 31/05/2026 nên chỉ so sánh với số liệu khi lập điểm',
    );
    expect(readAloud(draft)).not.toMatch(/so với kỳ trước|bằng kỳ trước|Kỳ trước/);
    expect(textOf(draft, 'households-committed')).toBe(
      'Tính đến tháng 11/2026, có 132 hộ đã ký cam kết (chỉ tiêu: 150 hộ), tăng từ 0 lên 132 hộ so với khi lập điểm.',
    );
    expect(readAloud(draft)).toContain('Hộ ký cam kết | hộ | 0 | 132 | từ 0 lên 132');
  });

  test('sets from 0 to 132 against the start where only the earlier value is unknown', () => {
    const text = readAloud(draftReview(lived(), period, 'interim'));
    expect(text).toContain('hộ | 0 | – | 132 | từ 0 lên 132 (so với khi lập điểm)');
    expect(text).toContain('Lượt tuần tra | lượt | – | 0 | 48 | +48');
    // Some months of the earlier half year are not known: one of them is no sum of six.
    expect(text).toContain('Trộm cắp (xã Phú Thịnh) | vụ | 7 (năm 2025) | – | 2 | –');
  });

  test('that still runs is compared with as much of the earlier period', () => {
    const running = { ...lived(), asOf: day('2026-08-10') };
    expect(textOf(draftReview(running, period, 'interim'), 'comparison')).toContain(
      '(cập nhật đến ngày 10/08/2026), so sánh với kỳ trước cùng độ dài từ ngày 01/12/2025 đến ngày 10/02/2026.',
    );
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
    const people = [
      'Đồng chí Người Được Giao',
      'Thượng tá Người Được Giao',
      'Người Được Giao, Trưởng phòng',
    ];
    const duties = exampleRecords.duties.map(({ duty, events }, at) => {
      const who = people[at % people.length] ?? '';
      const lead = at % people.length === 2 ? [who] : [];
      return { duty: { ...duty, text: `${who}: ${duty.text}`, lead }, events };
    });
    const draft = draftReview({ ...exampleRecords, duties }, period, 'interim');
    const said = sentencesOf(draft).map(({ text }) => text);
    expect(said.filter((text) => /Người Được Giao|ghi chú riêng/.test(text))).toEqual([]);
    const led = exampleRecords.duties.map((one) => ({
      ...one,
      duty: { ...one.duty, lead: ['Người Được Giao', 'Hội Nông dân xã'] },
    }));
    const leads = JSON.stringify(
      draftReview({ ...exampleRecords, duties: led }, period, 'interim'),
    );
    expect(leads).toContain('(chủ trì: Hội Nông dân xã)');
  });

  test('counts few people at risk neither in its table nor as a target that lacks', () => {
    const [first] = exampleRecords.indicators;
    const name = 'Người đang cai nghiện';
    const atRisk = first && {
      indicator: { ...first.indicator, key: 'in_treatment', name, unit: 'người', target: 12 },
      entries: first.entries.map((entry, at) => ({ ...entry, value: 5 + at })),
      counted: [],
    };
    const draft = draftReview(
      lived({ ...exampleRecords, indicators: atRisk ? [atRisk] : [] }),
      period,
      'interim',
    );
    expect(readAloud(draft)).toContain(`${name} | người | dưới 10 | – | dưới 10 | –`);
    expect(sentencesOf(draft).filter(({ text }) => text.includes('cai nghiện'))).toEqual([]);
  });

  test('asks for nothing more where a target is reached', () => {
    const reached = exampleRecords.indicators.map((one) => ({
      ...one,
      indicator: {
        ...one.indicator,
        target: one.indicator.key === 'households_committed' ? 132 : null,
      },
    }));
    const draft = draftReview({ ...exampleRecords, indicators: reached }, period, 'interim');
    expect(sentencesOf(draft).filter(({ id }) => id.startsWith('target-'))).toEqual([]);
  });

  test('says of a level what the rosters count, before what was entered for the month', () => {
    const counted = { key: 'households_committed', month: day('2026-11-01'), value: 140 };
    const indicators = exampleRecords.indicators.map((one) =>
      one.indicator.key === counted.key ? { ...one, counted: [counted] } : one,
    );
    const draft = draftReview({ ...exampleRecords, indicators }, period, 'interim');
    const [said] = sentencesOf(draft).filter(({ id }) => id === 'households-committed');
    expect(said?.text).toContain('có 140 hộ đã ký cam kết');
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
