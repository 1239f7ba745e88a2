// Chapter II: what was done, section by section, each figure beside the earlier period's.

import { monthOf, type Period } from '#ground/day.ts';
import { showDay, showMonth, showNumber } from '#ground/show.ts';
import type { Activity } from '#activities/activity.ts';
import { earlierPeriod } from '#sites/comparable.ts';
import { tallyOf } from '../counts.ts';
import { between } from '../phrases.ts';
import { comparedPeriod, untilOf, type ReviewRecords } from '../records.ts';
import { toActivity, toPlan } from '../references.ts';
import {
  heading,
  paragraph,
  sentence,
  type Chapter,
  type DraftBlock,
  type Sentence,
} from '../review.ts';
import { about, aboutWhereAny } from './activity-sentence.ts';
import { commitmentSentences } from './commitments.ts';
import { dutyBlocks } from './duties.ts';
import { indicatorBlocks } from './indicators.ts';
import { stepBlocks } from './steps.ts';

export const results = (records: ReviewRecords, period: Period): Chapter => ({
  id: 'results',
  title: 'Kết quả thực hiện',
  blocks: [
    paragraph('comparison', [howCompared(records, period)]),
    ...stepBlocks(records, period),
    ...talks(records, period),
    ...care(records, period),
    heading('commitments-heading', 'Vận động ký cam kết'),
    paragraph('commitments', commitmentSentences(records, period)),
    ...dutyBlocks(records, period),
    ...indicatorBlocks(records, period),
  ],
});

/** Says once what 'kỳ trước' is, and how far it can be compared with. */
function howCompared(records: ReviewRecords, period: Period): Sentence {
  const until = untilOf(records, period);
  const known = until < period.to ? ` (cập nhật đến ngày ${showDay(until)})` : '';
  const text = `Số liệu của kỳ báo cáo tính ${between(period)}${known}${comparison(records, period)}.`;
  return sentence('comparison', text, [toPlan(records)]);
}

function comparison(records: ReviewRecords, period: Period): string {
  const compared = comparedPeriod(records, period);
  if (compared) return `, so sánh với kỳ trước cùng độ dài ${between(compared)}`;
  const start = showDay(records.site.plannedFrom);
  const earlier = earlierPeriod(period);
  const why =
    earlier.to < records.site.plannedFrom
      ? `đây là kỳ báo cáo đầu tiên kể từ khi bắt đầu thực hiện (ngày ${start})`
      : `kỳ trước (${between(earlier)}) chưa trọn do mô hình thực hiện từ ngày ${start}`;
  return `; ${why} nên chỉ so sánh với số liệu khi lập điểm`;
}

const talks = (records: ReviewRecords, period: Period): readonly DraftBlock[] => [
  heading('talks-heading', 'Công tác tuyên truyền, vận động'),
  paragraph('talks', [
    about(records, period, 'talk'),
    ...busiestMonth(records, period),
    about(records, period, 'meeting'),
    ...aboutWhereAny(records, period, 'campaign'),
  ]),
];

const care = (records: ReviewRecords, period: Period): readonly DraftBlock[] => [
  heading('care-heading', 'Tuần tra, thăm hỏi, hòa giải'),
  paragraph('care', [
    about(records, period, 'patrol'),
    about(records, period, 'visit'),
    about(records, period, 'mediation'),
    ...aboutWhereAny(records, period, 'other'),
  ]),
];

/** Only where one month stands out from several: else it says nothing. */
function busiestMonth(records: ReviewRecords, period: Period): readonly Sentence[] {
  const { now } = tallyOf(records, period, 'talk');
  const months = [...Map.groupBy(now, ({ day }) => monthOf(day)).values()];
  const [first, second] = months.toSorted((a, b) => b.length - a.length);
  if (!first || !second || first.length === second.length || first.length < 3) return [];
  return [sentence('talks-busiest', busiestText(first), first.map(toActivity))];
}

const busiestText = (talksOfMonth: readonly Activity[]): string =>
  `Tháng ${talksOfMonth[0] ? showMonth(talksOfMonth[0].day) : ''} có nhiều buổi tuyên truyền nhất (${showNumber(talksOfMonth.length)} buổi).`;
