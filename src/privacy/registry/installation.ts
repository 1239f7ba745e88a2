// What keeps the installation running: settings, mail, set-up, rules of roles.

import { freeText, link, moment, own, plain, type Tables } from '../entry.ts';

const machine = {
  purpose: 'running',
  basis: 'task',
  keep: 'catalogue',
  seenBy: ['administrator'],
} as const;

export const installationTables: Tables = {
  setup_link: {
    ...machine,
    called: ['Đường dẫn cài đặt', 'Set-up links'],
    keep: 'setup_link',
    seenBy: ['nobody'],
    columns: { ...plain('seal', 'token_hash'), ...plain('time', 'made_at used_at') },
  },
  setting_value: {
    ...machine,
    called: ['Cài đặt và lịch sử cài đặt', 'Settings and their history'],
    columns: {
      set_by: link('Ai đặt', 'Set by'),
      set_at: moment('Lúc đặt', 'Set at'),
      value: freeText('Giá trị: có thể có tên, địa chỉ thư', 'Value: may hold a name or address'),
      reason: freeText('Lý do', 'Why'),
      ...plain('rule', 'key'),
      ...plain('key', 'value_id command_id'),
    },
  },
  role_rule: {
    ...machine,
    called: ['Yêu cầu với vai trò', 'Rules of roles'],
    columns: {
      made_by: link('Ai đặt', 'Made by'),
      made_at: moment('Lúc đặt', 'Made at'),
      ...plain('rule', 'role needs_second_factor since grace_until'),
      ...plain('key', 'rule_id command_id'),
    },
  },
  account_command: {
    ...machine,
    called: ['Lệnh giúp người không vào được', 'Commands that helped people in again'],
    columns: { ...plain('key', 'command_id') },
  },
  mail: {
    ...machine,
    called: ['Thư đã gửi (không giữ nội dung)', 'Mail sent (no text)'],
    purpose: 'mail',
    keep: 'mail',
    seenBy: ['self', 'administrator'],
    columns: {
      person_id: link('Gửi ai', 'To whom'),
      kind: own('Loại thư', 'Kind', { atErase: 'nameless' }),
      former_address: own(
        'Địa chỉ cũ, cho đến khi thư báo đổi địa chỉ gửi xong',
        'Former address, until the mail telling of the change went out',
        { atErase: 'erased' },
      ),
      asked_at: moment('Lúc cần gửi', 'Asked at'),
      sent_at: moment('Lúc gửi', 'Sent at'),
      given_up_at: moment('Lúc thôi gửi', 'Given up at'),
      ...plain('kind', 'problem'),
      ...plain('key', 'mail_id invitation_id'),
    },
  },
  mail_choice: {
    ...machine,
    called: ['Lựa chọn nhận thư', 'Choices about mail'],
    purpose: 'mail',
    keep: 'with_account',
    seenBy: ['self'],
    columns: {
      person_id: link('Của ai', 'Whose', { atErase: 'erased' }),
      language: own('Ngôn ngữ', 'Language'),
      reminders: own('Nhận thư nhắc việc', 'Wants reminders'),
      changed_at: own('Lần đổi cuối', 'Last changed'),
    },
  },
  finished_job: {
    ...machine,
    called: ['Việc máy đã làm', 'Jobs done'],
    columns: { ...plain('key', 'job_id'), ...plain('time', 'finished_at') },
  },
  migration: {
    ...machine,
    called: ['Các bước dựng cơ sở dữ liệu', 'Steps that built the database'],
    columns: plain('rule', 'id name run_on'),
  },
};
