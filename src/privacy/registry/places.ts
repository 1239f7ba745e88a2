// Units, bodies and rules of the law: catalogues, with the names of those who entered a change.

import { freeText, link, moment, plain, type Tables } from '../entry.ts';

const place = {
  purpose: 'places',
  basis: 'task',
  keep: 'catalogue',
  seenBy: ['everybody'],
} as const;
const law = { ...place, purpose: 'law' } as const;

export const placeTables: Tables = {
  unit: {
    ...place,
    called: ['Đơn vị hành chính', 'Administrative units'],
    columns: {
      ...plain('place', 'level code name folded_name words searched legal_act'),
      ...plain('time', 'valid_from valid_to created_at'),
      ...plain('kind', 'demo'),
      ...plain('key', 'unit_id parent_id'),
    },
  },
  unit_word: {
    ...place,
    called: ['Từ trong tên đơn vị', 'Words of unit names'],
    columns: plain('place', 'word'),
  },
  unit_change: {
    ...place,
    called: ['Thay đổi đơn vị', 'Changes of units'],
    columns: {
      recorded_by: link('Ai ghi', 'Recorded by'),
      recorded_at: moment('Lúc ghi', 'Recorded at'),
      ...plain('place', 'kind legal_act position'),
      ...plain('time', 'effective_on'),
      ...plain('key', 'change_id command_id'),
    },
  },
  unit_change_part: {
    ...place,
    called: ['Phần của một thay đổi đơn vị', 'Parts of a change of units'],
    columns: plain('key', 'change_id part_id from_id to_id partial'),
  },
  unit_import: {
    ...place,
    called: ['Tệp danh mục đơn vị', 'Files of units'],
    seenBy: ['administrator', 'provincial_officer'],
    columns: {
      imported_by: link('Ai đưa vào', 'Imported by'),
      imported_at: moment('Lúc đưa vào', 'Imported at'),
      file_name: freeText('Tên tệp', 'File name'),
      ...plain('place', 'kind legal_act'),
      ...plain('time', 'valid_from valid_to'),
      ...plain('count', 'counts'),
      ...plain('file', 'file_ref'),
      ...plain('key', 'import_id command_id'),
    },
  },
  body: {
    ...place,
    called: ['Cơ quan, tổ chức', 'Bodies'],
    columns: {
      ...plain('place', 'kind name words searched code legal_act'),
      ...plain('time', 'valid_from valid_to created_at'),
      ...plain('kind', 'demo'),
      ...plain('key', 'body_id unit_id'),
    },
  },
  body_change: {
    ...place,
    called: ['Thay đổi cơ quan', 'Changes of bodies'],
    columns: {
      recorded_by: link('Ai ghi', 'Recorded by'),
      recorded_at: moment('Lúc ghi', 'Recorded at'),
      ...plain('place', 'kind legal_act position'),
      ...plain('time', 'effective_on'),
      ...plain('key', 'change_id command_id'),
    },
  },
  body_change_part: {
    ...place,
    called: ['Phần của một thay đổi cơ quan', 'Parts of a change of bodies'],
    columns: plain('key', 'change_id part_id from_id to_id'),
  },
  legal_rule: {
    ...law,
    called: ['Quy định pháp luật', 'Rules of the law'],
    columns: {
      recorded_by: link('Ai ghi', 'Recorded by'),
      recorded_at: moment('Lúc ghi', 'Recorded at'),
      note: freeText('Ghi chú', 'Note'),
      reason: freeText('Lý do thay', 'Why replaced'),
      ...plain('rule', 'key kind value source mark valid_from valid_to'),
      ...plain('time', 'withdrawn_at'),
      ...plain('key', 'rule_id command_id replaces'),
    },
  },
  legal_rule_confirmation: {
    ...law,
    called: ['Đối chiếu quy định', 'Confirmations of rules'],
    columns: {
      confirmed_by: link('Ai đối chiếu', 'Confirmed by'),
      confirmed_at: moment('Lúc đối chiếu', 'Confirmed at'),
      text_read: freeText('Văn bản đã đọc', 'Text that was read'),
      ...plain('key', 'rule_id command_id'),
    },
  },
  holiday: {
    ...law,
    called: ['Ngày nghỉ', 'Days off'],
    columns: {
      recorded_by: link('Ai ghi', 'Recorded by'),
      recorded_at: moment('Lúc ghi', 'Recorded at'),
      ...plain('rule', 'kind repeats first_day last_day name source mark'),
      ...plain('time', 'withdrawn_at'),
      ...plain('key', 'holiday_id command_id'),
    },
  },
};
