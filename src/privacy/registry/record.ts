// The record nobody can rewrite, and the breaking of the glass.

import { freeText, link, moment, own, plain, type Tables } from '../entry.ts';

const watchers = [
  'self',
  'administrator',
  'provincial_officer',
  'data_protection_officer',
] as const;
const machine = {
  purpose: 'record',
  basis: 'security',
  keep: 'record',
  seenBy: ['administrator', 'provincial_officer', 'data_protection_officer'],
} as const;

export const recordTables: Tables = {
  audit: {
    called: ['Nhật ký', 'The record'],
    purpose: 'record',
    basis: 'security',
    keep: 'record',
    seenBy: watchers,
    columns: {
      person_id: link('Ai làm', 'Who'),
      acting_for: link('Làm thay ai', 'For whom'),
      concerns: link('Liên quan đến ai', 'Whom it concerns'),
      command: own('Việc', 'What', { atErase: 'nameless' }),
      record: own('Với hồ sơ nào', 'On which record', { atErase: 'nameless' }),
      kind: own('Làm hay xem', 'Done or looked', { atErase: 'nameless' }),
      before: freeText('Trước khi đổi', 'Before', 'stays'),
      after: freeText('Sau khi đổi', 'After', 'stays'),
      at: moment('Lúc nào', 'When'),
      device_at: moment('Giờ trên máy người ấy', 'By the device’s clock'),
      ...plain('key', 'audit_id site_id'),
    },
  },
  audit_pending: {
    ...machine,
    called: ['Dòng chờ niêm', 'Rows to be sealed'],
    columns: plain('key', 'audit_id'),
  },
  audit_link: {
    ...machine,
    called: ['Mắt xích của sổ', 'Links of the record'],
    columns: { ...plain('key', 'chain position audit_id'), ...plain('seal', 'hash') },
  },
  audit_closing: {
    ...machine,
    called: ['Chốt sổ', 'Closings of the record'],
    columns: {
      made_by: link('Ai chốt', 'Made by'),
      made_at: moment('Lúc chốt', 'Made at'),
      ...plain('time', 'day'),
      ...plain('count', 'number chains rows'),
      ...plain('rule', 'form'),
      ...plain('seal', 'value'),
      ...plain('key', 'command_id'),
    },
  },
  audit_closing_head: {
    ...machine,
    called: ['Đầu sổ lúc chốt', 'Heads at a closing'],
    columns: { ...plain('key', 'chain number position'), ...plain('seal', 'hash') },
  },
  glass_case: {
    ...machine,
    keep: 'catalogue',
    called: ['Trường hợp được mở hồ sơ ngoài phạm vi', 'Cases for opening beyond reach'],
    columns: plain(
      'rule',
      'case_key valid_from valid_to position name_vi name_en when_vi when_en longest_hours',
    ),
  },
  glass_opening: {
    called: ['Mở hồ sơ ngoài phạm vi', 'Opened beyond reach'],
    purpose: 'record',
    basis: 'security',
    keep: 'glass',
    seenBy: [...watchers, 'commune_police', 'core_member'],
    columns: {
      person_id: link('Ai mở', 'Who'),
      ended_by: link('Ai kết thúc', 'Ended by'),
      reason: freeText('Lý do', 'Why', 'stays'),
      opened_at: moment('Lúc mở', 'Opened at'),
      ends_at: moment('Hết hạn', 'Ends at'),
      ended_at: moment('Kết thúc', 'Ended at'),
      ...plain('rule', 'case_key case_from'),
      ...plain('place', 'hamlet commune told_by'),
      ...plain('key', 'site_id opening_id command_id'),
    },
  },
  glass_seen: {
    called: ['Cấp trên đã xem xét lần mở hồ sơ ngoài phạm vi', 'A superior looked at it'],
    purpose: 'record',
    basis: 'security',
    keep: 'glass',
    seenBy: [...watchers, 'commune_police', 'core_member'],
    columns: {
      seen_by: link('Ai xem', 'Who'),
      seen_at: moment('Lúc xem', 'Seen at'),
      remark: freeText('Nhận xét', 'Remark', 'stays'),
      ...plain('key', 'site_id opening_id command_id'),
    },
  },
};
