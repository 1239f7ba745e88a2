// Records of an invented half year at one site: for the tests of the review and for looking at it.

import { addDays, day, type Day, type Instant } from '#ground/day.ts';
import type { Id, PersonId, PlanId, SiteId } from '#ground/id.ts';
import type { Activity, ActivityKind } from '#activities/activity.ts';
import type { PlanPaper } from '#plans/plan.ts';
import type { BaselineFigure, Duty, Indicator, Step, StepEvent } from '#sites/site.ts';
import type { ReviewDuty, ReviewIndicator, ReviewRecords, ReviewStep } from './records.ts';

export const exampleSiteId = '5a0e1a36-7a0f-4c0f-9b6e-0d6a5d1b7c01' as SiteId;
const at = (on: string): Instant => `${on}T01:00:00.000Z` as Instant;
const recorded = (on: string, number: number) => ({
  eventId: `event-${number}` as Id<'event'>,
  recordedBy: 'person-1' as PersonId,
  recordedByName: 'Cán bộ theo dõi',
  recordedAt: at(on),
});

export const examplePlanPaper: PlanPaper = {
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

const planned = (
  number: number,
  kind: Step['kind'],
  text: string,
  due: string | null,
): Step => ({
  number,
  kind,
  text,
  plannedFrom: null,
  due: due === null ? null : day(due),
  dueText: null,
  ongoing: due === null,
  lines: [40 + number, 40 + number],
});

const happened = (
  number: number,
  kind: 'started' | 'delayed' | 'closed',
  on: string,
  note = '',
  recordedOn = on,
): StepEvent => ({ ...recorded(recordedOn, number * 10 + kind.length), number, kind, day: day(on), note });

const steps: readonly ReviewStep[] = [
  {
    step: planned(1, 'survey', 'Khảo sát địa bàn; làm việc với Đảng ủy, Ủy ban nhân dân và Công an xã để thống nhất hình thức tổ chức', '2026-05-31'),
    events: [happened(1, 'started', '2026-05-08'), happened(1, 'closed', '2026-05-28')],
  },
  {
    step: planned(2, 'core_meeting', 'Họp lực lượng nòng cốt dự kiến để lắng nghe nguyện vọng, giải đáp thắc mắc', '2026-06-30'),
    events: [happened(2, 'closed', '2026-06-14')],
  },
  {
    step: planned(3, 'prepare', 'Chuẩn bị quy chế, hòm thư, số điện thoại đường dây nóng và các điều kiện cho lễ ra mắt', '2026-06-30'),
    events: [
      happened(3, 'started', '2026-06-10'),
      happened(3, 'delayed', '2026-07-15', 'Dự thảo quy chế phải lấy ý kiến lại sau khi sáp nhập hai nhóm hộ.', '2026-06-29'),
      happened(3, 'closed', '2026-07-12'),
    ],
  },
  {
    step: planned(4, 'assembly', 'Họp xóm lấy ý kiến vào dự thảo quy chế và biểu quyết', '2026-07-31'),
    events: [happened(4, 'closed', '2026-07-25')],
  },
  {
    step: planned(5, 'launch', 'Tổ chức lễ ra mắt mô hình', '2026-08-31'),
    events: [happened(5, 'closed', '2026-08-19')],
  },
  {
    step: planned(6, 'operate', 'Họp định kỳ, hướng dẫn cách thức hoạt động của mô hình', null),
    events: [happened(6, 'started', '2026-08-20')],
  },
];

const duty = (
  number: number,
  text: string,
  due: string | null,
  more: Partial<Duty> = {},
  ...events: readonly (readonly ['done' | 'delayed', string, string?, string?])[]
): ReviewDuty => {
  const dutyId = `duty-${number}` as Id<'duty'>;
  return {
    duty: {
      siteId: exampleSiteId,
      dutyId,
      kind: 'duty',
      text,
      lead: [],
      support: [],
      role: 'commune_police',
      due: due === null ? null : day(due),
      dueText: null,
      lines: [60 + number, 60 + number],
      ...more,
    },
    events: events.map(([kind, on, note = '', recordedOn = on], index) => ({
      ...recorded(recordedOn, 1000 + number * 10 + index),
      dutyId,
      kind,
      day: day(on),
      note,
    })),
  };
};

const check = (number: number, month: string, due: string, ...events: Parameters<typeof duty>[4][]) =>
  duty(number, `Kiểm tra hoạt động tháng ${month}`, due, { kind: 'check' }, ...events);

const duties: readonly ReviewDuty[] = [
  duty(1, 'Tham mưu Đảng ủy, Ủy ban nhân dân xã ban hành nghị quyết, kế hoạch chuyên đề về phong trào toàn dân bảo vệ an ninh Tổ quốc', '2026-06-30', { lead: ['Công an xã'] }, ['done', '2026-06-26']),
  duty(2, 'Lắp đặt hòm thư và công bố số điện thoại đường dây nóng', '2026-07-31', {}, ['done', '2026-08-05']),
  duty(3, 'Xây dựng phóng sự về mô hình trên cổng thông tin điện tử của xã', '2026-10-31', { lead: ['Ủy ban nhân dân xã'] }, ['delayed', '2026-12-15', 'Chưa bố trí được thời gian ghi hình trong mùa thu hoạch chè', '2026-10-30']),
  duty(4, 'Phối hợp tổ chức lớp kỹ năng làm cha mẹ cho các gia đình có con ở tuổi học sinh', '2026-12-31', { lead: ['Hội Liên hiệp Phụ nữ xã'] }),
  duty(5, 'Giữ mối liên hệ giữa lực lượng nòng cốt và Công an xã', null),
  duty(6, 'Sơ kết 6 tháng thực hiện mô hình', '2026-11-30', { kind: 'review' }, ['done', '2026-11-20']),
  duty(7, 'Tổng kết 1 năm thực hiện mô hình', '2027-04-30', { kind: 'review' }),
  check(11, '6/2026', '2026-06-30', ['done', '2026-06-29']),
  check(12, '7/2026', '2026-07-31', ['done', '2026-07-30']),
  check(13, '8/2026', '2026-08-31', ['done', '2026-08-28']),
  check(14, '9/2026', '2026-09-30', ['done', '2026-09-30']),
  check(15, '10/2026', '2026-10-31', ['done', '2026-10-30']),
  check(16, '12/2026', '2026-12-31'),
  check(17, '1/2027', '2027-01-31'),
];

/** So many of a kind, so many days apart, with a number of people that goes up and down. */
function several(kind: ActivityKind, count: number, first: Day, apart: number, people: number): Activity[] {
  return Array.from({ length: count }, (_, index) => ({
    siteId: exampleSiteId,
    activityId: `${kind}-${first}-${index}` as Id<'activity'>,
    kind,
    day: addDays(first, index * apart),
    place: index % 3 === 0 ? 'Nhà văn hóa xóm' : 'Nhóm hộ tự quản',
    participants: people === 0 ? null : people + ((index * 7) % 11),
    note: '',
    photos: [],
    recordedByName: 'Lực lượng nòng cốt',
    recordedAt: at('2026-11-20'),
  }));
}

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
  key: string,
  kind: Indicator['kind'],
  [name, unit]: readonly [string, string],
  more: Partial<Indicator>,
  ...entries: readonly (readonly [string, number])[]
): ReviewIndicator => {
  const indicatorId = `indicator-${number}` as Id<'indicator'>;
  return {
    indicator: { indicatorId, key, kind, name, unit, baseline: null, baselineYear: null, target: null, ...more },
    entries: entries.map(([month, value], index) => ({
      entryId: `entry-${number}-${index}` as Id<'entry'>,
      indicatorId,
      month: day(month),
      value,
      note: '',
      recordedByName: 'Cán bộ theo dõi',
      recordedAt: at(`2026-11-${10 + index}`),
    })),
  };
};

const indicators: readonly ReviewIndicator[] = [
  indicator(1, 'households_committed', 'level', ['Hộ ký cam kết', 'hộ'], { baseline: 0, target: 150 }, ['2026-08-01', 61], ['2026-09-01', 97], ['2026-10-01', 118], ['2026-11-01', 132]),
  indicator(2, 'core_members', 'level', ['Lực lượng nòng cốt', 'người'], { baseline: 0 }, ['2026-06-01', 18], ['2026-11-01', 21]),
  indicator(3, 'talks', 'counted', ['Buổi tuyên truyền', 'buổi'], {}),
  indicator(4, 'talk_attendees', 'counted', ['Lượt người dự tuyên truyền', 'lượt người'], {}),
  indicator(5, 'patrols', 'counted', ['Lượt tuần tra', 'lượt'], {}),
  indicator(6, 'cases:trom-cap', 'flow', ['Trộm cắp (xã Phú Thịnh)', 'vụ'], { baseline: 7, baselineYear: 2025 }, ['2026-05-01', 1], ['2026-06-01', 0], ['2026-07-01', 1], ['2026-08-01', 0], ['2026-09-01', 1], ['2026-10-01', 0]),
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
  steps,
  duties,
  activities,
  indicators,
  asOf: day('2026-11-23'),
};
