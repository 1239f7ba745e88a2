// Help: what people ask for in confidence, files kept with their consent, and what helpers note of their own work.

import { closed, link, moment, own, plain, type Personal, type Tables } from '../entry.ts';

const table = { purpose: 'help', basis: 'consent', keep: 'help', seenBy: ['helper'] } as const;

/** Of whoever asked and of whoever they name; neither the server nor this register can tell who. */
const sealed = (vi: string, en: string): Personal =>
  own(vi, en, { whose: ['resident', 'named'], kind: 'sensitive', isClosed: true });

export const helpTables: Tables = {
  help_request: {
    ...table,
    called: ['Lời xin giúp đỡ', 'Requests for help'],
    columns: {
      answer_recipient: closed('Khóa công khai để trả lời', 'Public key for answers'),
      taken_by: link('Ai nhận giúp', 'Taken over by'),
      taken_on: moment('Ngày nhận', 'Taken over on'),
      ...plain('seal', 'find_hash'),
      ...plain('kind', 'ending counted'),
      ...plain('time', 'received_on last_letter_on unread_since closed_on'),
      ...plain('key', 'help_id ring_id'),
    },
  },
  help_letter: {
    ...table,
    called: ['Thư xin giúp đỡ và câu trả lời', 'Letters of requests for help'],
    columns: {
      sealed: sealed('Nội dung', 'What it says'),
      sealed_copy: sealed('Bản của người giúp đỡ', 'The helpers’ copy'),
      written_by: link('Ai trả lời', 'Answered by'),
      ...plain('kind', 'direction'),
      ...plain('count', 'position'),
      ...plain('time', 'day'),
      ...plain('key', 'help_id letter_id command_id ring_id epoch'),
    },
  },
  support_file: {
    ...table,
    called: ['Hồ sơ giúp đỡ', 'Support files'],
    keep: 'support',
    seenBy: ['self'],
    columns: {
      helper_id: link('Người giúp đỡ giữ hồ sơ', 'Kept by', { atErase: 'erased' }),
      sealed: sealed('Toàn bộ hồ sơ', 'The whole file'),
      sealed_copy: sealed('Bản của người được giúp', 'The copy of whoever is helped'),
      own_recipient: closed('Khóa công khai của bản ấy', 'Public key of that copy'),
      ...plain('seal', 'find_hash'),
      ...plain('count', 'version'),
      ...plain('time', 'begun_on ends_on remind_on'),
      ...plain('key', 'file_id command_id key_id'),
    },
  },
  support_change: {
    ...table,
    called: ['Lần sửa hồ sơ giúp đỡ', 'Changes of support files'],
    keep: 'support',
    columns: plain('key', 'command_id file_id'),
  },
  help_work: {
    ...table,
    called: ['Việc người giúp đỡ đã làm, không tên ai', 'Helpers’ work, without names'],
    basis: 'task',
    keep: 'help_work',
    seenBy: ['self'],
    columns: {
      helper_id: link('Người giúp đỡ', 'Helper', { atErase: 'erased' }),
      times: own('Số lần', 'How often'),
      minutes: own('Số phút', 'Minutes'),
      recorded_on: own('Ngày ghi', 'Recorded on'),
      ...plain('kind', 'kind'),
      ...plain('time', 'month'),
      ...plain('key', 'work_id command_id'),
    },
  },
  help_contact: {
    ...table,
    called: ['Số điện thoại của trạm y tế', 'Telephone of the health station'],
    atDesk: true,
    basis: 'task',
    keep: 'work',
    seenBy: ['everybody'],
    columns: {
      set_by: link('Ai đặt', 'Set by'),
      set_on: moment('Ngày đặt', 'Set on'),
      ...plain('rule', 'phone source'),
      ...plain('time', 'checked_on'),
      ...plain('place', 'unit_id'),
    },
  },
  help_count: {
    ...table,
    called: ['Số lần đã giúp theo nửa năm', 'Help given, by half-year'],
    basis: 'task',
    keep: 'catalogue',
    seenBy: ['nobody'],
    columns: {
      ...plain('count', 'given'),
      ...plain('time', 'half_year'),
      ...plain('key', 'ring_id'),
    },
  },
};
