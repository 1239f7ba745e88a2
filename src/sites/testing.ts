// An example plan for tests: six steps, a monthly check, reviews; its sentences are our own.

import { day, type Day } from '#ground/day.ts';
import type { Fact, Plan, PlanPaper, PlanStep } from '#plans/plan.ts';

const on = (line: number) => ({ lines: [line, line] as const });

const paper: PlanPaper = {
  ...on(1),
  kind: 'KH',
  number: '12/KH-PV05',
  date: day('2026-05-06'),
  place: 'Thái Nguyên',
  agencyAbove: 'CÔNG AN TỈNH THÁI NGUYÊN',
  agency: 'PHÒNG PV05',
  title: 'KẾ HOẠCH',
  subject: 'Xây dựng mô hình tại xóm Phố',
  sources: {},
  bases: [],
  approval: null,
  signatory: {
    ...on(90),
    authority: null,
    position: 'TRƯỞNG PHÒNG',
    rank: null,
    name: 'Lò Văn Thử',
  },
  recipients: [{ ...on(91), name: 'Công an xã', purpose: 'thực hiện' }],
};

export const exampleStep = (
  number: number,
  text: string,
  due: Day | null,
  ongoing = false,
): PlanStep => ({
  ...on(40 + number),
  number,
  text,
  due,
  start: null,
  dueText: due,
  ongoing,
  lead: [],
  support: [],
});

export const exampleFact = (
  measure: string,
  value: number,
  unit: string | null,
  more: Partial<Fact> = {},
): Fact => ({
  ...on(20),
  measure,
  value,
  unit,
  of: 'xã Phú Thịnh',
  qualifier: 'exact',
  year: null,
  ...more,
});

const steps: readonly PlanStep[] = [
  exampleStep(1, 'Khảo sát địa bàn, chọn lực lượng nòng cốt', day('2026-05-31')),
  exampleStep(2, 'Tổ chức họp những người dự kiến tham gia lực lượng nòng cốt', day('2026-06-30')),
  exampleStep(3, 'Chuẩn bị các điều kiện cho lễ ra mắt', day('2026-06-30')),
  exampleStep(4, 'Tổ chức họp xóm, biểu quyết quy chế', day('2026-06-30')),
  exampleStep(5, 'Tổ chức ra mắt mô hình', day('2026-06-30')),
  exampleStep(6, 'Họp mô hình tự quản, hướng dẫn hoạt động', null, true),
];

export const examplePlan: Plan = {
  paper,
  programme: { ...on(10), name: 'Phòng, chống tội phạm về ma túy' },
  area: {
    ...on(11),
    hamlet: 'xóm Phố',
    commune: 'xã Phú Thịnh',
    district: 'huyện Đại Từ',
    province: 'tỉnh Thái Nguyên',
  },
  objectives: [{ ...on(12), text: 'Người dân hiểu và tham gia' }],
  facts: [
    exampleFact('số hộ', 1222, 'hộ'),
    exampleFact('số hộ', 150, 'hộ', { of: 'xóm Phố', qualifier: 'over' }),
    exampleFact('người nghiện có hồ sơ', 34, 'người'),
    exampleFact('người nghiện có hồ sơ', 8, 'người', { of: 'xóm Phố' }),
    exampleFact('vụ trộm cắp', 7, 'vụ', { year: 2025 }),
    exampleFact('vụ gây rối trật tự công cộng', 5, 'vụ', { year: 2025 }),
  ],
  contents: [],
  steps,
  duties: [
    {
      ...on(60),
      text: 'Hướng dẫn nhân dân góp ý dự thảo quy chế',
      lead: ['Công an xã Phú Thịnh'],
      support: ['UBND xã'],
      due: day('2026-06-15'),
      dueText: 'trước 15/6',
      ongoing: false,
    },
  ],
  checks: [{ ...on(61), text: 'Hằng tháng kiểm tra', everyMonths: 1, unannounced: true }],
  reviews: [
    {
      ...on(62),
      text: '6 tháng sơ kết',
      kind: 'interim',
      everyMonths: 6,
      due: null,
      dueText: null,
    },
    { ...on(62), text: '1 năm sơ kết', kind: 'interim', everyMonths: 12, due: null, dueText: null },
    {
      ...on(70),
      text: 'Sơ kết trước 30/11/2026',
      kind: 'interim',
      everyMonths: null,
      due: day('2026-11-30'),
      dueText: 'trước ngày 30/11/2026',
    },
  ],
  assignments: [{ ...on(63), who: 'Trưởng xóm', text: 'Trưởng xóm: mời các hộ họp' }],
  means: [{ ...on(64), text: 'Phương tiện tự túc' }],
  funding: [{ ...on(65), text: 'Kinh phí phong trào', sources: ['phong trào'] }],
  period: { ...on(66), text: 'Từ tháng 5/2026', from: day('2026-05-01'), to: null },
  unread: [],
};
