// Broken lines become the paragraphs they were before a PDF broke them.

import { describe, expect, test } from 'vitest';
import { joinLines, wrapWidth } from './joining.ts';

const join = (...lines: string[]) =>
  joinLines(lines, [1, lines.length], wrapWidth(lines)).map(({ whole, lines: at }) => [whole, at]);

describe('lines become paragraphs', () => {
  test('a line that goes on in small letters is joined, over a page number too', () => {
    expect(join('1. Họp thôn để bàn dự thảo quy chế và', '2', '', 'biểu quyết.')).toEqual([
      ['1. Họp thôn để bàn dự thảo quy chế và biểu quyết.', [1, 4]],
    ]);
  });

  test('a broken paper joins names and dashes at the start of a line', () => {
    const lines = [
      '- Giúp các gia đình trong thôn phát triển kinh tế',
      '- xã hội và giữ gìn nếp sống văn hóa ở khu dân cư',
      'Đồng Mít cùng các thôn bên cạnh trong xã nhà theo',
      'từng năm và giúp nhau giữ gìn an ninh trật tự, xây',
      'dựng cuộc sống, góp phần làm cho mỗi ngõ xóm sạch',
      'và sáng, người già có nơi trò chuyện, trẻ nhỏ được',
      'vui chơi.',
    ];
    expect(join(...lines)).toEqual([[lines.join(' '), [1, 7]]]);
  });

  test('signs, table rows and finished sentences open paragraphs of their own', () => {
    expect(join('I. MỤC ĐÍCH', '1. Một.', '- Hai;', 'STT\tNội dung', '1\tKhảo sát')).toHaveLength(
      5,
    );
    expect(join('Câu thứ nhất.', 'Câu thứ hai.')).toHaveLength(2);
  });

  test('a part and its title on the next line are one heading', () => {
    expect(join('PHẦN THỨ NHẤT', 'NHỮNG VẤN ĐỀ CHUNG')).toEqual([
      ['PHẦN THỨ NHẤT NHỮNG VẤN ĐỀ CHUNG', [1, 2]],
    ]);
  });
});
