// Steps and duties of the invented half year, with what happened to them.

import { day, type Instant } from '#ground/day.ts';
import type { Id, PersonId, SiteId } from '#ground/id.ts';
import type { Duty, Step, StepEvent } from '#sites/site.ts';
import type { ReviewDuty, ReviewStep } from './records.ts';

export const exampleSiteId = '5a0e1a36-7a0f-4c0f-9b6e-0d6a5d1b7c01' as SiteId;
const at = (on: string): Instant => `${on}T01:00:00.000Z` as Instant;
const recorded = (on: string, number: number) => ({
  eventId: `event-${number}` as Id<'event'>,
  recordedBy: 'person-1' as PersonId,
  recordedByName: 'Cán bộ theo dõi',
  recordedAt: at(on),
});

const planned = (number: number, kind: Step['kind'], text: string, due: string | null): Step => ({
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
): StepEvent => ({
  ...recorded(recordedOn, number * 10 + kind.length),
  number,
  kind,
  day: day(on),
  note,
});

export const exampleSteps: readonly ReviewStep[] = [
  {
    step: planned(
      1,
      'survey',
      'Khảo sát địa bàn; làm việc với Đảng ủy, Ủy ban nhân dân và Công an xã để thống nhất hình thức tổ chức',
      '2026-05-31',
    ),
    events: [happened(1, 'started', '2026-05-08'), happened(1, 'closed', '2026-05-28')],
  },
  {
    step: planned(
      2,
      'core_meeting',
      'Họp lực lượng nòng cốt dự kiến để lắng nghe nguyện vọng, giải đáp thắc mắc',
      '2026-06-30',
    ),
    events: [happened(2, 'closed', '2026-06-14')],
  },
  {
    step: planned(
      3,
      'prepare',
      'Chuẩn bị quy chế, hòm thư, số điện thoại đường dây nóng và các điều kiện cho lễ ra mắt',
      '2026-06-30',
    ),
    events: [
      happened(3, 'started', '2026-06-10'),
      happened(
        3,
        'delayed',
        '2026-07-15',
        'Dự thảo quy chế phải lấy ý kiến lại sau khi sáp nhập hai nhóm hộ.',
        '2026-06-29',
      ),
      happened(3, 'closed', '2026-07-12'),
    ],
  },
  {
    step: planned(
      4,
      'assembly',
      'Họp xóm lấy ý kiến vào dự thảo quy chế và biểu quyết',
      '2026-07-31',
    ),
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

const check = (
  number: number,
  month: string,
  due: string,
  ...events: Parameters<typeof duty>[4][]
) => duty(number, `Kiểm tra hoạt động tháng ${month}`, due, { kind: 'check' }, ...events);

export const exampleDuties: readonly ReviewDuty[] = [
  duty(
    1,
    'Tham mưu Đảng ủy, Ủy ban nhân dân xã ban hành nghị quyết, kế hoạch chuyên đề về phong trào toàn dân bảo vệ an ninh Tổ quốc',
    '2026-06-30',
    { lead: ['Công an xã'] },
    ['done', '2026-06-26'],
  ),
  duty(2, 'Lắp đặt hòm thư và công bố số điện thoại đường dây nóng', '2026-07-31', {}, [
    'done',
    '2026-08-05',
  ]),
  duty(
    3,
    'Xây dựng phóng sự về mô hình trên cổng thông tin điện tử của xã',
    '2026-10-31',
    { lead: ['Ủy ban nhân dân xã'] },
    [
      'delayed',
      '2026-12-15',
      'Chưa bố trí được thời gian ghi hình trong mùa thu hoạch chè',
      '2026-10-30',
    ],
  ),
  duty(
    4,
    'Phối hợp tổ chức lớp kỹ năng làm cha mẹ cho các gia đình có con ở tuổi học sinh',
    '2026-12-31',
    { lead: ['Hội Liên hiệp Phụ nữ xã'] },
  ),
  duty(5, 'Giữ mối liên hệ giữa lực lượng nòng cốt và Công an xã', null),
  duty(6, 'Sơ kết 6 tháng thực hiện mô hình', '2026-11-30', { kind: 'review' }, [
    'done',
    '2026-11-20',
  ]),
  duty(7, 'Tổng kết 1 năm thực hiện mô hình', '2027-04-30', { kind: 'review' }),
  check(11, '6/2026', '2026-06-30', ['done', '2026-06-29']),
  check(12, '7/2026', '2026-07-31', ['done', '2026-07-30']),
  check(13, '8/2026', '2026-08-31', ['done', '2026-08-28']),
  check(14, '9/2026', '2026-09-30', ['done', '2026-09-30']),
  check(15, '10/2026', '2026-10-31', ['done', '2026-10-30']),
  check(16, '12/2026', '2026-12-31'),
  check(17, '1/2027', '2027-01-31'),
];
