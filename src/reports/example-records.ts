// Records of an invented half year at one site: for the tests of the review and for looking at it.

import { addDays, day, type Day, type Instant } from '#ground/day.ts';
import type { Id, PlanId } from '#ground/id.ts';
import type { Activity, ActivityKind } from '#activities/activity.ts';
import { exampleLaw } from '#law/example-law.ts';
import type { PlanPaper } from '#plans/plan.ts';
import type { BaselineFigure, Indicator } from '#sites/site.ts';
import { exampleDuties, exampleSiteId, exampleSteps } from './example-work.ts';
import type { ReviewIndicator, ReviewRecords } from './records.ts';

const at = (on: string): Instant => `${on}T01:00:00.000Z` as Instant;

const examplePlanPaper: PlanPaper = {
  kind: 'KH',
  number: '112/KH-PV05',
  date: day('2026-05-06'),
  place: 'Thái Nguyên',
  agencyAbove: 'CÔNG AN TỈNH THÁI NGUYÊN',
  agency: 'PHÒNG XDPT BẢO VỆ ANTQ',
  title: 'KẾ HOẠCH',
  subject: 'Xây dựng mô hình “Phòng, chống tội phạm về ma túy” tại xóm Phố, xã Phú Thịnh',
  sources: {},
  bases: [],
  approval: null,
  signatory: {
    authority: null,
    position: 'TRƯỞNG PHÒNG',
    rank: null,
    name: 'Người Ký Mẫu',
    lines: [80, 84],
  },
  recipients: [],
  lines: [1, 90],
};

const figure = (
  number: number,
  measure: string,
  value: number,
  unit: string | null,
  more: Partial<BaselineFigure> = {},
): BaselineFigure => ({
  figureId: `figure-${number}` as Id<'figure'>,
  measure,
  of: 'xã Phú Thịnh',
  value,
  unit,
  qualifier: 'exact',
  year: null,
  lines: [10, 10],
  ...more,
});

const hamlet = { of: 'xóm Phố' };
const baseline: readonly BaselineFigure[] = [
  figure(1, 'diện tích', 991.89, 'ha'),
  figure(2, 'số hộ', 1222, 'hộ'),
  figure(3, 'nhân khẩu', 4447, 'khẩu'),
  figure(4, 'số dân tộc', 6, 'dân tộc'),
  figure(5, 'số xóm', 10, 'xóm'),
  figure(6, 'người nghiện có hồ sơ quản lý', 34, 'người'),
  figure(7, 'vụ việc các loại', 33, 'vụ', { year: 2025 }),
  figure(8, 'gây rối trật tự công cộng', 5, 'vụ', { year: 2025 }),
  figure(9, 'trộm cắp', 7, 'vụ', { year: 2025 }),
  figure(10, 'ma túy', 13, 'vụ', { year: 2025 }),
  figure(11, 'số hộ', 150, 'hộ', { ...hamlet, qualifier: 'over' }),
  figure(12, 'nhân khẩu', 500, 'khẩu', { ...hamlet, qualifier: 'over' }),
  figure(13, 'người nghiện', 8, 'người', hamlet),
];

export const activity = (
  kind: ActivityKind,
  on: Day,
  participants: number | null,
  number: number,
): Activity => ({
  siteId: exampleSiteId,
  activityId: `${kind}-${on}-${number}` as Id<'activity'>,
  kind,
  day: on,
  place: number % 3 === 0 ? 'Nhà văn hóa xóm' : 'Nhóm hộ tự quản',
  participants,
  note: 'ghi chú riêng',
  photos: [],
  replaces: null,
  recordedByName: 'Lực lượng nòng cốt',
  recordedAt: at('2026-11-20'),
});

/** So many of a kind, so many days apart, with a number of people that goes up and down. */
const several = (
  kind: ActivityKind,
  count: number,
  first: Day,
  apart: number,
  people: number,
): Activity[] =>
  Array.from({ length: count }, (_, index) => {
    const participants = people === 0 ? null : people + ((index * 7) % 11);
    return activity(kind, addDays(first, index * apart), participants, index);
  });

const activities: readonly Activity[] = [
  ...several('meeting', 2, day('2026-05-14'), 9, 12),
  ...several('talk', 2, day('2026-05-16'), 10, 40),
  ...several('talk', 11, day('2026-06-05'), 14, 52),
  ...several('talk', 2, day('2026-09-19'), 6, 60),
  ...several('meeting', 7, day('2026-06-14'), 23, 15),
  ...several('campaign', 1, day('2026-08-19'), 1, 140),
  ...several('patrol', 48, day('2026-08-20'), 2, 4),
  ...several('visit', 9, day('2026-07-03'), 15, 0),
  ...several('mediation', 1, day('2026-10-08'), 1, 0),
  ...several('commitment', 3, day('2026-08-19'), 20, 44),
];

const indicator = (
  number: number,
  about: Pick<Indicator, 'key' | 'kind' | 'name' | 'unit'> & Partial<Indicator>,
  ...entries: readonly (readonly [string, number])[]
): ReviewIndicator => {
  const indicatorId = `indicator-${number}` as Id<'indicator'>;
  return {
    indicator: { indicatorId, baseline: null, baselineYear: null, target: null, ...about },
    entries: entries.map(([month, value], index) => ({
      entryId: `entry-${number}-${index}` as Id<'entry'>,
      indicatorId,
      month: day(month),
      value,
      note: '',
      recordedByName: 'Cán bộ theo dõi',
      recordedAt: at(`2026-11-${10 + index}`),
    })),
    counted: [],
  };
};

const indicators: readonly ReviewIndicator[] = [
  indicator(
    1,
    {
      key: 'households_committed',
      kind: 'level',
      name: 'Hộ ký cam kết',
      unit: 'hộ',
      baseline: 0,
      target: 150,
    },
    ['2026-08-01', 61],
    ['2026-09-01', 97],
    ['2026-10-01', 118],
    ['2026-11-01', 132],
  ),
  indicator(
    2,
    { key: 'core_members', kind: 'level', name: 'Lực lượng nòng cốt', unit: 'người', baseline: 0 },
    ['2026-06-01', 18],
    ['2026-11-01', 21],
  ),
  indicator(3, { key: 'talks', kind: 'counted', name: 'Buổi tuyên truyền', unit: 'buổi' }),
  indicator(4, {
    key: 'talk_attendees',
    kind: 'counted',
    name: 'Lượt người dự tuyên truyền',
    unit: 'lượt người',
  }),
  indicator(5, { key: 'patrols', kind: 'counted', name: 'Lượt tuần tra', unit: 'lượt' }),
  indicator(
    6,
    {
      key: 'cases:trom-cap',
      kind: 'flow',
      name: 'Trộm cắp (xã Phú Thịnh)',
      unit: 'vụ',
      baseline: 7,
      baselineYear: 2025,
    },
    ['2026-05-01', 1],
    ['2026-06-01', 0],
    ['2026-07-01', 1],
    ['2026-08-01', 0],
    ['2026-09-01', 1],
    ['2026-10-01', 0],
  ),
];

export const exampleRecords: ReviewRecords = {
  site: {
    siteId: exampleSiteId,
    planId: 'plan-1' as PlanId,
    programme: 'Phòng, chống tội phạm về ma túy',
    hamlet: 'xóm Phố',
    commune: 'xã Phú Thịnh',
    district: null,
    province: 'tỉnh Thái Nguyên',
    plannedFrom: day('2026-05-01'),
    plannedTo: null,
    calendar: 'plan',
    planFrom: null,
    planTo: null,
    baselineOn: day('2026-05-06'),
    demo: true,
  },
  plan: { planId: 'plan-1' as PlanId, paper: examplePlanPaper },
  recipients: [
    { name: 'Đồng chí Giám đốc Công an tỉnh', purpose: 'để báo cáo' },
    { name: 'Công an xã Phú Thịnh', purpose: 'phối hợp' },
    { name: 'TMTH', purpose: 'lưu' },
  ],
  baseline,
  steps: exampleSteps,
  duties: exampleDuties,
  activities,
  indicators,
  asOf: day('2026-11-23'),
  law: exampleLaw,
};
