// The kinds of steps and the owners of duties, as plans of this genre word them.

import { expect, test } from 'vitest';
import { dutyRoleOf, stepKindOf } from './classify.ts';

test.each([
  ['Khảo sát, nắm tình hình; làm việc với UBND xã; gặp gỡ lực lượng nòng cốt', 'survey'],
  ['KHẢO SÁT địa bàn phục vụ lễ ra mắt', 'survey'],
  ['Tổ chức họp với thành phần dự kiến tham gia lực lượng nòng cốt', 'core_meeting'],
  ['Lựa chọn, thành lập lực lượng nòng cốt', 'core_meeting'],
  ['Chuẩn bị các điều kiện phục vụ lễ ra mắt', 'prepare'],
  ['Họp xóm để nhân dân góp ý Dự thảo Quy chế', 'assembly'],
  ['Tổ chức hội nghị nhân dân biểu quyết', 'assembly'],
  ['Hop to dan pho lay y kien', 'assembly'],
  ['Tổ chức lễ ra mắt mô hình', 'launch'],
  ['Tổ chức họp mô hình, hướng dẫn cách thức hoạt động', 'operate'],
  ['Đưa mô hình đi vào hoạt động', 'operate'],
  ['Gửi báo cáo về Phòng', 'other'],
])('“%s” is %s', (text, kind) => {
  expect(stepKindOf(text, false)).toBe(kind);
});

test('what is kept up all the time is the running of the model, whatever its words', () => {
  expect(stepKindOf('Ra mắt và tuyên truyền', true)).toBe('operate');
});

test.each([
  ['Công an xã Phú Thịnh', 'commune_police'],
  ['UBND xã', 'commune_police'],
  ['Ủy ban nhân dân phường', 'commune_police'],
  ['Hội Phụ nữ xã', 'commune_police'],
  ['Ủy ban MTTQ xã', 'commune_police'],
  ['Hội Phụ nữ tỉnh', 'provincial_officer'],
  ['Trưởng xóm', 'core_member'],
  ['Ban chủ nhiệm mô hình', 'core_member'],
  ['Lực lượng nòng cốt', 'core_member'],
  ['Tổ tự quản số 1', 'core_member'],
  ['Phòng PC04', 'provincial_officer'],
  ['Công an tỉnh', 'provincial_officer'],
])('a duty of %s is on the list of %s', (body, role) => {
  expect(dutyRoleOf({ lead: [body], text: '' }, 'provincial_officer')).toBe(role);
});

test('the first body that is known decides', () => {
  const duty = { lead: ['Phòng PC04', 'Công an xã', 'Trưởng xóm'], text: '' };
  expect(dutyRoleOf(duty, 'provincial_officer')).toBe('commune_police');
});
