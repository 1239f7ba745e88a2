// The names of the main places of the staff pages.

import { words } from '#ground/words.ts';

export const staffWords = words(
  {
    today: 'Hôm nay',
    sites: 'Điểm mô hình',
    plans: 'Kế hoạch',
    people: 'Người dùng',
    record: 'Nhật ký',
    settings: 'Cài đặt',
    privacy: 'Dữ liệu cá nhân',
    noRole: 'Chưa có vai trò',
    forbidden: 'Tài khoản của bạn không có quyền làm việc này.',
    notFound: 'Không tìm thấy, hoặc bạn không được xem.',
    saved: 'Đã lưu.',
    demo: 'Dữ liệu minh họa: mọi tên người, sự việc và số liệu ở đây đều là ví dụ.',
  },
  {
    today: 'Today',
    sites: 'Sites',
    plans: 'Plans',
    people: 'People',
    record: 'Record',
    settings: 'Settings',
    privacy: 'Personal data',
    noRole: 'No role yet',
    forbidden: 'Your account may not do this.',
    notFound: 'Not found, or you may not see it.',
    saved: 'Saved.',
    demo: 'Example data: all people, events and figures here are made up.',
  },
);
