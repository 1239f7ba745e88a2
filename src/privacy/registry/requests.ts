// What looking after personal data itself keeps: requests, breaches, tombstones.

import { freeText, link, moment, own, plain, type Tables } from '../entry.ts';

const keeper = ['data_protection_officer'] as const;
const machine = {
  purpose: 'requests',
  basis: 'task',
  keep: 'catalogue',
  seenBy: keeper,
} as const;

export const requestTables: Tables = {
  privacy_request: {
    called: ['Yêu cầu về dữ liệu cá nhân', 'Requests about personal data'],
    purpose: 'requests',
    basis: 'task',
    keep: 'request',
    seenBy: ['self', ...keeper],
    columns: {
      person_id: link('Của ai', 'Whose'),
      name: freeText('Tên người yêu cầu', 'Name of who asked', 'replaced', {
        whose: ['resident', 'member', 'household'],
      }),
      answer_to: own('Trả lời về đâu', 'Where to answer', {
        whose: ['resident', 'member', 'household'],
      }),
      words: freeText('Điều người ấy viết', 'What they wrote'),
      kind: own('Loại yêu cầu', 'Kind', { atErase: 'nameless' }),
      came: own('Gửi bằng cách nào', 'How it came', { atErase: 'nameless' }),
      identity: own('Đã xác nhận là người ấy thế nào', 'How it was checked', {
        atErase: 'nameless',
      }),
      received_on: own('Ngày nhận', 'Received on', { atErase: 'nameless' }),
      recorded_by: link('Ai ghi', 'Recorded by'),
      recorded_at: moment('Lúc ghi', 'Recorded at'),
      ...plain('key', 'request_id command_id'),
    },
  },
  privacy_request_event: {
    called: ['Việc đã làm với yêu cầu', 'What happened to a request'],
    purpose: 'requests',
    basis: 'task',
    keep: 'request',
    seenBy: ['self', ...keeper],
    columns: {
      recorded_by: link('Ai làm', 'Done by'),
      recorded_at: moment('Lúc ghi', 'Recorded at'),
      note: freeText('Ghi chú', 'Note'),
      detail: freeText('Trước và sau khi sửa; đã xóa gì', 'Before and after; what was erased'),
      ...plain('kind', 'kind'),
      ...plain('time', 'day'),
      ...plain('key', 'request_id event_id command_id'),
    },
  },
  breach: {
    called: ['Vụ vi phạm dữ liệu', 'Breaches'],
    purpose: 'breaches',
    basis: 'task',
    keep: 'breach',
    seenBy: keeper,
    columns: {
      recorded_by: link('Ai ghi', 'Recorded by'),
      recorded_at: moment('Lúc ghi', 'Recorded at'),
      ...plain('time', 'found_at'),
      ...plain('key', 'breach_id command_id'),
    },
  },
  breach_event: {
    called: ['Việc đã làm với vụ vi phạm', 'What happened to a breach'],
    purpose: 'breaches',
    basis: 'task',
    keep: 'breach',
    seenBy: keeper,
    columns: {
      recorded_by: link('Ai ghi', 'Recorded by'),
      recorded_at: moment('Lúc ghi', 'Recorded at'),
      note: freeText('Nội dung', 'What', 'stays'),
      assessment: freeText('Đánh giá vụ việc', 'Assessment', 'stays'),
      ...plain('kind', 'kind told'),
      ...plain('time', 'at'),
      ...plain('key', 'breach_id event_id command_id'),
    },
  },
  retention_target: {
    ...machine,
    called: ['Dòng nào hết hạn khi nào', 'Which rows end when'],
    columns: plain('rule', 'rule table_name record ended singly position'),
  },
  account_part: {
    ...machine,
    called: ['Phần đi theo tài khoản', 'What goes with an account'],
    columns: plain('rule', 'table_name person_column'),
  },
  name_place: {
    ...machine,
    called: ['Chỗ có thể có tên người', 'Where names may stand'],
    columns: plain('rule', 'table_name column_name record at_erase'),
  },
  retention_run: {
    ...machine,
    called: ['Lần chạy thời hạn lưu', 'Runs of the terms'],
    keep: 'record',
    seenBy: ['data_protection_officer', 'administrator'],
    columns: {
      started_by: link('Ai chạy', 'Started by'),
      ran_at: moment('Lúc chạy', 'Ran at'),
      ...plain('time', 'day'),
      ...plain('rule', 'failed'),
      ...plain('key', 'run_id command_id'),
    },
  },
  tombstone: {
    ...machine,
    called: ['Dấu ghi đã xóa', 'Tombstones'],
    keep: 'record',
    seenBy: ['data_protection_officer', 'administrator'],
    columns: {
      ...plain('rule', 'rule table_name'),
      ...plain('count', 'records'),
      ...plain('seal', 'record_hash'),
      ...plain('time', 'laid_at'),
      ...plain('key', 'tombstone_id run_id request_id'),
    },
  },
};
