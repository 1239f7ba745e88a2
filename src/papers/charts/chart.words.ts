// What charts say in words: legends, marks, and the description for people who hear them.

import { words } from '#ground/words.ts';

export const chartWords = words(
  {
    planned: 'Kế hoạch',
    actual: 'Thực hiện',
    late: 'Phần chậm',
    today: (day: string) => `Hôm nay ${day}`,
    due: (day: string) => `Hạn ${day}`,
    noDue: 'Chưa có hạn',
    continuous: 'Thường xuyên',
    state: {
      done: (day: string) => `xong ${day}`,
      doneLate: (day: string, days: string) => `xong ${day}, chậm\u00a0${days}\u00a0ngày`,
      overdue: (days: string) => `quá hạn ${days}\u00a0ngày`,
      running: 'đang làm',
      waiting: 'chưa bắt đầu',
    },
    baseline: (value: string) => `Đầu kỳ: ${value}`,
    noValue: 'chưa có số liệu',
    nothing: 'Chưa có số liệu để vẽ',
    noRows: 'Chưa có bước nào',
    perMonth: (label: string, unit: string) => `${label} (${unit}), từng tháng`,
  },
  {
    planned: 'Planned',
    actual: 'Done so far',
    late: 'Late part',
    today: (day: string) => `Today ${day}`,
    due: (day: string) => `Due ${day}`,
    noDue: 'No due date yet',
    continuous: 'Continuous',
    state: {
      done: (day: string) => `finished ${day}`,
      doneLate: (day: string, days: string) => `finished ${day}, ${days} days late`,
      overdue: (days: string) => `${days} days overdue`,
      running: 'under way',
      waiting: 'not begun',
    },
    baseline: (value: string) => `At the start: ${value}`,
    noValue: 'no figure yet',
    nothing: 'No figures to draw yet',
    noRows: 'No steps yet',
    perMonth: (label: string, unit: string) => `${label} (${unit}), month by month`,
  },
);
