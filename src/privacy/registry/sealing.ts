// Keys and rings of the sealed channel: who is on duty with which key. What is sealed with them stands elsewhere.

import { closed, freeText, link, moment, own, plain, type Tables } from '../entry.ts';

const onDuty = ['self', 'provincial_police', 'commune_police', 'helper'] as const;
const everyone = {
  purpose: 'sealing',
  basis: 'task',
  keep: 'ring',
  seenBy: ['everybody'],
} as const;
const among = { purpose: 'sealing', basis: 'task', keep: 'ring', seenBy: onDuty } as const;

export const sealingTables: Tables = {
  device_key: {
    called: ['Khóa riêng', 'Own key'],
    purpose: 'sealing',
    basis: 'task',
    keep: 'with_account',
    seenBy: onDuty,
    columns: {
      person_id: link('Của ai', 'Whose', { atErase: 'erased' }),
      recipient: own('Nửa công khai của khóa', 'Public half of the key'),
      made_on: own('Ngày làm', 'Made on'),
      ended_on: own('Ngày thôi dùng', 'Given up on'),
      ...plain('key', 'key_id command_id'),
    },
  },
  key_lock: {
    called: ['Nửa riêng của khóa, đã niêm phong', 'Private half of a key, sealed'],
    purpose: 'sealing',
    basis: 'security',
    keep: 'with_account',
    seenBy: ['self'],
    columns: {
      sealed_identity: closed(
        'Nửa riêng, mở bằng cụm mật khẩu',
        'Private half, opened by a passphrase',
      ),
      made_on: own('Ngày đặt', 'Set on'),
      ...plain('kind', 'kind'),
      ...plain('key', 'key_id lock_id command_id'),
    },
  },
  key_ring: {
    called: ['Vòng khóa của đơn vị', 'Ring of a unit'],
    ...everyone,
    columns: {
      made_by: link('Ai lập', 'Opened by'),
      made_on: moment('Ngày lập', 'Opened on'),
      ...plain('kind', 'purpose'),
      ...plain('place', 'unit_id'),
      ...plain('key', 'ring_id command_id'),
    },
  },
  ring_epoch: {
    called: ['Đợt khóa của vòng', 'Epoch of a ring'],
    ...everyone,
    columns: {
      made_by: link('Ai làm', 'Made by'),
      made_on: moment('Ngày làm', 'Made on'),
      ...plain('seal', 'recipient proof'),
      ...plain('count', 'epoch'),
      ...plain('time', 'ended_on'),
      ...plain('key', 'ring_id command_id'),
    },
  },
  ring_share: {
    called: ['Người trực giữ khóa', 'Holders of a ring'],
    ...among,
    columns: {
      person_id: link('Ai giữ', 'Held by', { atErase: 'erased' }),
      given_by: link('Ai trao', 'Given by'),
      given_on: own('Ngày trao', 'Given on'),
      sealed_identity: closed(
        'Khóa của vòng, niêm phong cho người ấy',
        'The ring’s key, sealed to them',
      ),
      ...plain('count', 'epoch'),
      ...plain('key', 'ring_id key_id command_id'),
    },
  },
  recovery_set: {
    called: ['Khóa khôi phục của vòng', 'Recovery key of a ring'],
    ...among,
    columns: {
      made_by: link('Ai lập', 'Made by'),
      made_on: moment('Ngày lập', 'Made on'),
      ...plain('seal', 'recipient'),
      ...plain('count', 'set_number shares_needed shares_made'),
      ...plain('time', 'ended_on'),
      ...plain('key', 'ring_id command_id'),
    },
  },
  recovery_share: {
    called: ['Người giữ mảnh khôi phục', 'Holders of recovery parts'],
    ...among,
    columns: {
      person_id: link('Ai giữ', 'Held by', { atErase: 'erased' }),
      sealed_share: closed('Mảnh khóa, niêm phong cho người ấy', 'The part, sealed to them'),
      ...plain('kind', 'printed'),
      ...plain('count', 'set_number number'),
      ...plain('key', 'ring_id key_id'),
    },
  },
  ring_recovery: {
    called: [
      'Khóa của vòng, niêm phong cho khóa khôi phục',
      'Ring keys, sealed to the recovery key',
    ],
    ...among,
    columns: {
      ...plain('seal', 'sealed_identity'),
      ...plain('count', 'epoch set_number'),
      ...plain('key', 'ring_id'),
    },
  },
  recovery_call: {
    called: ['Lần gọi khôi phục', 'Calls for recovery'],
    ...among,
    columns: {
      person_id: link('Ai gọi', 'Called by', { atErase: 'erased' }),
      reason: freeText('Lý do', 'Reason', 'erased'),
      called_on: own('Ngày gọi', 'Called on'),
      ended_on: own('Ngày xong', 'Ended on'),
      ...plain('count', 'set_number'),
      ...plain('key', 'call_id command_id ring_id key_id'),
    },
  },
  recovery_gift: {
    called: ['Mảnh đã trao để khôi phục', 'Parts given for a recovery'],
    ...among,
    columns: {
      given_by: link('Ai trao', 'Given by'),
      given_on: moment('Ngày trao', 'Given on'),
      ...plain('seal', 'sealed_share'),
      ...plain('count', 'number'),
      ...plain('key', 'call_id command_id'),
    },
  },
};
