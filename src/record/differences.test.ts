// Before and after as people read them.

import { expect, test } from 'vitest';
import { differencesOf, limits } from './differences.ts';

test('only what differs is shown, in words, with days and figures as people write them', () => {
  const before = { status: 'running', day: '2026-05-20', value: 1222, note: 'như cũ' };
  const after = { status: 'closed', day: '2026-05-21', value: 991.89, note: 'như cũ' };
  expect(differencesOf(before, after, 'vi')).toEqual([
    { label: 'Tình trạng', before: 'đang làm', after: 'đã đóng' },
    { label: 'Ngày', before: '20/05/2026', after: '21/05/2026' },
    { label: 'Giá trị', before: '1.222', after: '991,89' },
  ]);
});

test('what was not there before, or is not any more, stands on one side', () => {
  expect(differencesOf({ role: 'viewer' }, undefined, 'en')).toEqual([
    { label: 'Role', before: 'viewer', after: undefined },
  ]);
  expect(differencesOf(null, { note: 'mới', removed: true, year: 2026 }, 'vi')).toEqual([
    { label: 'Ghi chú', before: undefined, after: 'mới' },
    { label: 'Đã bỏ', before: undefined, after: 'có' },
    { label: 'Năm', before: undefined, after: '2026' },
  ]);
});

test('deep in a list its place is said; where it stood on the paper is not', () => {
  const before = { steps: [{ text: 'a', lines: [1, 2] }] };
  const after = { steps: [{ text: 'b', lines: [3, 4] }] };
  expect(differencesOf(before, after, 'vi')).toEqual([
    { label: 'Các bước › 1 › Nội dung', before: 'a', after: 'b' },
  ]);
});

test('a page bears only so much: long texts and long lists are cut', () => {
  const long = differencesOf({}, { note: 'x'.repeat(5_000) }, 'vi');
  expect(long[0]?.after).toHaveLength(limits.letters + 1);
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`k${at}`, at + 1]));
  expect(differencesOf({}, many, 'vi')).toHaveLength(limits.lines);
});
