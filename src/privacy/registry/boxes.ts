// Tip boxes, their openings, code slips and the hotline: who did what; of what people told there is nothing here.

import { freeText, link, moment, own, plain, type Tables } from '../entry.ts';

const desk = {
  purpose: 'tips',
  basis: 'task',
  keep: 'work',
  seenBy: ['commune_police', 'provincial_police'],
  atDesk: true,
} as const;
const openers = { ...desk, seenBy: ['self', 'commune_police', 'provincial_police'] } as const;
const everybody = { ...desk, seenBy: ['everybody'] } as const;

export const boxTables: Tables = {
  box: {
    ...openers,
    called: ['Hòm thư tố giác', 'Tip boxes'],
    columns: {
      made_by: link('Ai lập', 'Added by'),
      made_on: moment('Ngày lập', 'Added on'),
      ...plain('rule', 'seal_number every_days'),
      ...plain('time', 'used_from used_until last_opened_on'),
      ...plain('place', 'unit_id'),
      ...plain('key', 'box_id command_id'),
    },
  },
  box_place: {
    ...everybody,
    called: ['Nơi treo hòm thư', 'Where boxes hang'],
    columns: {
      ...plain('place', 'place'),
      ...plain('time', 'hangs_from'),
      ...plain('key', 'box_id place_id command_id'),
    },
  },
  box_key: {
    ...openers,
    called: ['Người giữ chìa khóa hòm thư', 'Keyholders of boxes'],
    columns: {
      person_id: link('Ai giữ', 'Held by'),
      valid_from: moment('Từ ngày', 'From'),
      valid_to: moment('Đến ngày', 'Until'),
      ...plain('key', 'box_id key_id'),
    },
  },
  box_opening: {
    ...openers,
    called: ['Lần mở hòm thư', 'Openings of boxes'],
    columns: {
      first_id: link('Người thứ nhất', 'First person'),
      second_id: link('Người thứ hai', 'Second person'),
      opened_on: moment('Ngày mở', 'Opened on'),
      closed_on: moment('Ngày khóa lại', 'Closed on'),
      replacement_reason: freeText(
        'Lý do thay người giữ khóa',
        'Why somebody replaced a keyholder',
      ),
      set_aside_reason: freeText('Lý do để riêng', 'Why papers were set aside'),
      difference_reason: freeText('Lý do chênh lệch', 'Why the counts differ'),
      handed_to: freeText('Giao thư giấy cho ai', 'To whom the papers went'),
      ...plain('rule', 'seal_expected seal_found new_seal'),
      ...plain('kind', 'seal_state'),
      ...plain('count', 'letters set_aside'),
      ...plain('key', 'opening_id command_id box_id close_command_id'),
    },
  },
  box_presence: {
    ...openers,
    called: ['Xác nhận có mặt khi mở hòm thư', 'Presence at openings'],
    columns: {
      person_id: link('Ai xác nhận', 'Confirmed by'),
      confirmed_on: moment('Ngày xác nhận', 'Confirmed on'),
      ...plain('key', 'opening_id command_id'),
    },
  },
  box_letter: {
    ...openers,
    called: ['Thư đã niêm phong của một lần mở', 'Letters sealed at an opening'],
    columns: { ...plain('count', 'number'), ...plain('key', 'opening_id') },
  },
  code_slip: {
    ...openers,
    called: ['Phiếu mã phát trước', 'Code slips'],
    columns: {
      answer_recipient: own('Khóa công khai để trả lời', 'Public key for answers', {
        whose: ['resident'],
        isClosed: true,
      }),
      made_by: link('Ai in', 'Printed by'),
      made_on: moment('Ngày in', 'Printed on'),
      ...plain('seal', 'find_hash'),
      ...plain('place', 'unit_id'),
      ...plain('key', 'slip_number sheet_id'),
    },
  },
  hotline: {
    ...everybody,
    called: ['Số đường dây nóng', 'Hotline number'],
    columns: {
      set_by: link('Ai đặt', 'Set by'),
      set_on: moment('Ngày đặt', 'Set on'),
      ...plain('rule', 'phone source'),
      ...plain('time', 'checked_on'),
      ...plain('place', 'unit_id'),
    },
  },
  hotline_shift: {
    ...desk,
    called: ['Lịch trực đường dây nóng', 'Hotline roster'],
    columns: {
      person_id: link('Ai trực', 'Who answers'),
      day: moment('Ngày trực', 'Day of the shift'),
      taken_on: moment('Ngày nhận máy', 'Took the telephone on'),
      ...plain('count', 'from_hour hours'),
      ...plain('time', 'removed_on'),
      ...plain('place', 'unit_id'),
      ...plain('key', 'shift_id command_id'),
    },
  },
  missed_call: {
    ...desk,
    keep: 'call',
    called: ['Cuộc gọi nhỡ', 'Missed calls'],
    columns: {
      sealed: own('Số máy để gọi lại, niêm phong', 'Number to call back, sealed', {
        whose: ['resident'],
        kind: 'sensitive',
        isClosed: true,
      }),
      ...plain('time', 'day answered_on'),
      ...plain('kind', 'part'),
      ...plain('place', 'unit_id'),
      ...plain('key', 'call_id command_id ring_id epoch'),
    },
  },
};
