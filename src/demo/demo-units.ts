// A small table of units for the demo alone: its commune, before and since the reform of 1/7/2025.

import { day, type Day } from '#ground/day.ts';

export type DemoUnits = {
  readonly fileName: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly legalAct: string;
  readonly csv: string;
};

const since = {
  from: day('2025-07-01'),
  to: null,
  legalAct: 'Nghị quyết số 1683/NQ-UBTVQH15 ngày 16/6/2025',
} as const;

export const demoUnits: readonly DemoUnits[] = [
  {
    fileName: 'minh-hoa-truoc-01-7-2025.csv',
    from: day('2020-01-01'),
    to: day('2025-06-30'),
    legalAct: 'Bảng minh họa',
    csv: `code,name,kind,parent_code
19,Tỉnh Thái Nguyên,tinh,
171,Huyện Đại Từ,huyen,19
05791,Xã Phú Thịnh,xa,171
05800,Xã Bản Ngoại,xa,171
05779,Xã Phú Cường,xa,171
`,
  },
  {
    ...since,
    fileName: 'minh-hoa-tu-01-7-2025.csv',
    csv: `code,name,kind,parent_code
19,Tỉnh Thái Nguyên,tinh,
05800,Xã Phú Thịnh,xa,19
`,
  },
];

export const demoMergers: DemoUnits = {
  ...since,
  fileName: 'minh-hoa-sap-nhap.csv',
  csv: `code,name,merged_from
05800,Xã Phú Thịnh,"Xã Bản Ngoại, Xã Phú Cường, Xã Phú Thịnh"
`,
};
