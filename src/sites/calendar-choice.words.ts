// The one question at confirmation, where a plan's days have passed, and what became of it.

import { words } from '#ground/words.ts';

export const calendarWords = words(
  {
    question: 'Lịch của điểm mô hình',
    why: 'Có ngày trong kế hoạch đã qua. Điểm này làm việc theo lịch nào?',
    choice: {
      shift: 'Dời lịch từ hôm nay',
      plan: 'Giữ lịch của kế hoạch',
      record: 'Chỉ lưu hồ sơ',
    },
    shift: (first: string) =>
      `Giữ nguyên khoảng cách giữa các việc, tính từ hôm nay; hạn đầu tiên ${first}. Ngày của kế hoạch vẫn ghi bên cạnh.`,
    plan: (first: string, late: string) =>
      `Theo đúng ngày trong kế hoạch: hạn đầu tiên ${first}, ${late} việc quá hạn ngay hôm nay.`,
    record: 'Lưu để tra cứu: không có việc nào đến hạn, không nhắc, không tính là điểm đang làm.',
    noDay: 'chưa có',
    inPlan: 'Ngày trong kế hoạch',
    shifted: (planned: string, own: string) =>
      `Lịch của điểm này dời từ ${planned} (kế hoạch) sang ${own}. Ngày của kế hoạch ghi bên cạnh từng việc.`,
    ofRecord: 'Hồ sơ lưu',
    ofRecordHint:
      'Điểm này chỉ lưu hồ sơ: không có việc nào đến hạn, không nhắc, không ghi thêm; các trang vẫn xem được.',
  },
  {
    question: 'The calendar of the site',
    why: 'Some days of the plan have passed. By which calendar does this site work?',
    choice: {
      shift: 'Move the calendar to today',
      plan: 'Keep the plan’s calendar',
      record: 'Only keep a record',
    },
    shift: (first: string) =>
      `All distances stay, counted from today; first due ${first}. The plan’s own days stand beside them.`,
    plan: (first: string, late: string) =>
      `Exactly the plan’s days: first due ${first}, ${late} overdue from today.`,
    record: 'Kept to look up: nothing is due, nobody is reminded, not counted as a working site.',
    noDay: 'none',
    inPlan: 'Day in the plan',
    shifted: (planned: string, own: string) =>
      `The calendar of this site was moved from ${planned} (the plan) to ${own}. The plan’s days stand beside each line.`,
    ofRecord: 'Kept on record',
    ofRecordHint:
      'This site only keeps a record: nothing is due, nobody is reminded, nothing is added; its pages can be read.',
  },
);
