// The signs paragraphs open with, and the figures that are none.

import { expect, test } from 'vitest';
import { written } from '../written.ts';
import { takeSign } from './sign.ts';

test.each([
  ['I. MỤC ĐÍCH', 'roman', 'I', 'MỤC ĐÍCH'],
  ['II- NHIỆM VỤ', 'roman', 'II', 'NHIỆM VỤ'],
  ['A. MỤC TIÊU', 'upper', 'A', 'MỤC TIÊU'],
  ['1.Bám sát', 'arabic', '1', 'Bám sát'],
  ['1- Đưa tin', 'arabic', '1', 'Đưa tin'],
  ['1.1. Nội dung', 'decimal', '1.1', 'Nội dung'],
  ['2.1 Nội dung', 'decimal', '2.1', 'Nội dung'],
  ['a) Họp', 'letter', 'a', 'Họp'],
  ['đ) Họp', 'letter', 'đ', 'Họp'],
  ['– Họp', 'dash', '–', 'Họp'],
  ['+ Họp', 'plus', '+', 'Họp'],
  ['* Đánh giá', 'star', '*', 'Đánh giá'],
  ['• Họp', 'bullet', '•', 'Họp'],
  ['Phần thứ nhất', 'part', 'thu nhat', ''],
  ['Bước 1: Khảo sát', 'step', 'buoc', 'Bước 1: Khảo sát'],
  ['Giai đoạn II (quý I)', 'step', 'giai doan', 'Giai đoạn II (quý I)'],
])('%s opens with a sign', (line, kind, label, body) => {
  const taken = takeSign(written(line));
  expect([taken.sign, taken.body.text]).toEqual([{ kind, label }, body]);
});

test.each([
  '1.222 hộ',
  '30/11/2020',
  '12/KH-UBND',
  '1.5 ha đất',
  'Giai đoạn 2026 - 2030',
  'Phần lớn',
])('%s opens with none', (line) => {
  expect(takeSign(written(line)).sign).toBeNull();
});
