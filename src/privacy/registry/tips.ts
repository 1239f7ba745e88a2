// Tips: what senders tell, which only those on duty open, and what those on duty did.

import {
  closed,
  link,
  moment,
  own,
  plain,
  type Columns,
  type Personal,
  type Tables,
} from '../entry.ts';

const table = {
  purpose: 'tips',
  basis: 'task',
  keep: 'tip',
  seenBy: ['commune_police', 'provincial_police'],
} as const;

/** Of whoever sent it and of whoever it names; neither the server nor this register can tell who. */
const told: Partial<Personal> = { whose: ['resident', 'named'], kind: 'sensitive', isClosed: true };
const sealed = (vi: string, en: string): Personal => own(vi, en, told);
const days: Columns = plain('time', 'day');
const ring: Columns = plain('key', 'ring_id epoch');

export const tipTables: Tables = {
  tip: {
    ...table,
    called: ['Tin người dân báo', 'Tips'],
    columns: {
      answer_recipient: closed('Khóa công khai để trả lời người báo tin', 'Public key for answers'),
      ...plain('seal', 'find_hash'),
      ...plain('kind', 'door state class has_identity'),
      ...plain(
        'time',
        'received_on state_on unread_since last_letter_on handed_over_on body_ended_on',
      ),
      ...plain('rule', 'register_number'),
      ...plain('key', 'tip_id ring_id epoch passed_to merged_into'),
    },
  },
  tip_letter: {
    ...table,
    called: ['Nội dung tin và câu trả lời', 'Letters of tips'],
    columns: {
      sealed: sealed('Nội dung', 'What it says'),
      sealed_copy: sealed('Bản của đơn vị', 'The unit’s copy'),
      written_by: link('Ai trả lời', 'Answered by'),
      ...plain('kind', 'direction'),
      ...plain('count', 'position'),
      ...days,
      ...ring,
      ...plain('key', 'tip_id letter_id command_id copy_of'),
    },
  },
  tip_piece: {
    ...table,
    called: ['Tệp gửi kèm tin', 'Files of tips'],
    columns: {
      sealed: sealed('Một mảnh của tệp', 'A piece of a file'),
      ...plain('seal', 'find_hash'),
      ...plain('count', 'number'),
      ...days,
      ...ring,
      ...plain('key', 'upload_id'),
    },
  },
  tip_identity: {
    ...table,
    called: ['Danh tính người báo tin tự cho biết', 'Identity a sender chose to give'],
    basis: 'consent',
    columns: {
      sealed: sealed('Tên và cách liên hệ', 'Name and contact'),
      ...ring,
      ...plain('key', 'tip_id letter_id'),
    },
  },
  tip_identity_request: {
    ...table,
    called: ['Đề nghị xem danh tính người báo tin', 'Requests to see a sender’s identity'],
    columns: {
      sealed_reason: sealed('Lý do', 'Reason'),
      asked_by: link('Ai đề nghị', 'Asked by'),
      asked_on: moment('Ngày đề nghị', 'Asked on'),
      answered_by: link('Ai đồng ý hoặc từ chối', 'Answered by'),
      answered_on: moment('Ngày trả lời', 'Answered on'),
      ...plain('kind', 'answer'),
      ...plain('key', 'request_id command_id tip_id epoch answer_command_id'),
    },
  },
  tip_note: {
    ...table,
    called: ['Ghi chú của người trực', 'Notes of those on duty'],
    columns: {
      sealed: sealed('Nội dung', 'What it says'),
      written_by: link('Ai ghi', 'Written by'),
      ...plain('kind', 'kind'),
      ...days,
      ...ring,
      ...plain('key', 'tip_id note_id command_id letter_id'),
    },
  },
  tip_event: {
    ...table,
    called: ['Việc đã làm với tin', 'What was done with tips'],
    atDesk: true,
    columns: {
      recorded_by: link('Ai ghi', 'Recorded by'),
      recorded_on: moment('Ngày ghi', 'Recorded on'),
      ...plain('kind', 'kind class'),
      ...plain('rule', 'reference'),
      ...plain('count', 'position'),
      ...days,
      ...plain('key', 'tip_id event_id command_id'),
    },
  },
  tip_tombstone: {
    ...table,
    keep: 'catalogue',
    called: ['Dấu thống kê của tin đã xóa', 'Tombstones of tips'],
    columns: {
      ...plain('seal', 'find_hash'),
      ...plain('kind', 'door class state merged'),
      ...plain('time', 'received_in ended_on'),
      ...plain('key', 'ring_id'),
    },
  },
};
