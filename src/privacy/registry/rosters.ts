// Rosters of a site: its members, who agreed, and its households, for assemblies and commitments.

import { freeText, link, moment, own, plain, type Columns, type Tables } from '../entry.ts';

const keepers = ['provincial_officer', 'commune_police', 'core_member'] as const;
const recorded: Columns = {
  recorded_by: link('Ai ghi', 'Recorded by'),
  recorded_at: moment('Lúc ghi', 'Recorded at'),
};
const ofMember = { whose: ['member'] } as const;
const ofHousehold = { whose: ['household'], atErase: 'stays' } as const;

export const rosterTables: Tables = {
  member_entry: {
    called: ['Danh sách thành viên', 'Roster of members'],
    purpose: 'roster',
    basis: 'consent',
    keep: 'roster',
    seenBy: keepers,
    columns: {
      ...recorded,
      name: freeText('Họ và tên', 'Name', 'erased', ofMember),
      part: own('Phần việc', 'Part', ofMember),
      organisation: own('Đoàn thể, đơn vị', 'Organisation', ofMember),
      phone: own('Số điện thoại', 'Telephone', ofMember),
      core: own('Lực lượng nòng cốt', 'Core member', ofMember),
      consented_on: own('Ngày đồng ý', 'Consented on', ofMember),
      valid_from: own('Từ ngày', 'From', ofMember),
      valid_to: own('Đến ngày', 'Until', ofMember),
      ...plain('key', 'site_id entry_id member_id command_id'),
    },
  },
  household_entry: {
    called: ['Danh sách hộ', 'Roster of households'],
    purpose: 'roster',
    // Every household is in the denominator of a vote, so the line stays; its name can go.
    basis: 'task',
    keep: 'roster',
    seenBy: keepers,
    columns: {
      ...recorded,
      representative: freeText('Đại diện hộ', 'Representative', 'replaced', {
        whose: ['household'],
      }),
      number: own('Số hộ', 'Number of the household', ofHousehold),
      group_name: own('Tổ, nhóm', 'Group', ofHousehold),
      place: own('Nơi ở', 'Where', ofHousehold),
      committed_on: own('Ngày ký cam kết', 'Signed the commitment on', ofHousehold),
      valid_from: own('Từ ngày', 'From', ofHousehold),
      valid_to: own('Đến ngày', 'Until', ofHousehold),
      ...plain('key', 'site_id entry_id household_id command_id'),
    },
  },
};
