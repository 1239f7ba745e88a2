// Which roles need two-step sign-in, in sentences.

import { words } from '#ground/words.ts';

export const roleRuleWords = words(
  {
    title: 'Vai trò nào cần xác nhận hai bước',
    hint: 'Ai giữ vai trò cần xác nhận hai bước mà chưa bật sẽ được nhắc, và sau ngày gia hạn phải bật trước khi làm việc. Vai trò vượt quá một điểm mô hình cần xác nhận hai bước ngay từ đầu, trừ khi bạn quyết định khác tại đây; mọi thay đổi đều được ghi sổ.',
    role: 'Vai trò',
    now: 'Hiện nay',
    notNeeded: 'Không bắt buộc',
    standard: {
      everywhere: 'Bắt buộc ngay từ lần đăng nhập đầu (mặc định)',
      commune: 'Bắt buộc với người phụ trách cả xã (mặc định)',
      site: 'Không bắt buộc (mặc định)',
    },
    needed: (day: string) => `Bắt buộc; được gia hạn đến hết ${day}`,
    need: 'Cần xác nhận hai bước',
    grace: 'Gia hạn đến hết ngày',
    save: 'Lưu',
    saved: 'Đã lưu.',
    'grace-over': 'Ngày gia hạn phải từ hôm nay trở đi.',
    forbidden: 'Tài khoản của bạn không có quyền làm việc này.',
  },
  {
    title: 'Which roles need two-step sign-in',
    hint: 'Whoever holds such a role without it is reminded, and after the day of grace must turn it on before working. A role that reaches beyond one site needs it from the start, unless you decide otherwise here; every change is on record.',
    role: 'Role',
    now: 'Now',
    notNeeded: 'Not required',
    standard: {
      everywhere: 'Required from the first sign-in (default)',
      commune: 'Required of those who look after a whole commune (default)',
      site: 'Not required (default)',
    },
    needed: (day: string) => `Required; grace until the end of ${day}`,
    need: 'Needs two-step sign-in',
    grace: 'Grace until the end of',
    save: 'Save',
    saved: 'Saved.',
    'grace-over': 'The day of grace must be today or later.',
    forbidden: 'Your account may not do this.',
  },
);
