// Lines of a page are joined where the page's width parted them, and nowhere else.

import { expect, test } from 'vitest';
import { betterMeasure, measureOf, paragraphsOf, type LaidLine } from './pdf-paragraphs.ts';

/** Lines 20 points apart; letters are 7 points wide, the text reaches from 80 to 500. */
type Laid = readonly [left: number, text: string, right?: number];
const lay = (...lines: readonly Laid[]): readonly LaidLine[] =>
  lines.map(([left, text, right], at): LaidLine => {
    const base = 100 + at * 20;
    return { text, left, right: right ?? left + text.length * 7, top: base, base, size: 14 };
  });
const page = { left: 80, right: 500, leading: 20, isSure: true };
const read = (...lines: readonly Laid[]) =>
  paragraphsOf(lay(...lines), page).map(({ text }) => text);

test('a full line goes on, a short one ends its paragraph', () => {
  expect(
    read(
      [108, 'Thôn có 87 hộ, nhân dân chủ yếu làm nương, giữ gìn', 500],
      [80, 'TTATXH.'],
      [108, 'Năm qua không có vụ việc nào.'],
      [108, 'Năm nay cũng vậy.'],
    ),
  ).toEqual([
    'Thôn có 87 hộ, nhân dân chủ yếu làm nương, giữ gìn TTATXH.',
    'Năm qua không có vụ việc nào.',
    'Năm nay cũng vậy.',
  ]);
});

test('a figure or a dash that came to stand at the edge opens no paragraph', () => {
  expect(
    read(
      [108, 'Công an xã tổng kết mô hình trước ngày', 498],
      [80, '30/11/2026; phát triển kinh tế', 499],
      [80, '- xã hội.'],
    ),
  ).toEqual(['Công an xã tổng kết mô hình trước ngày 30/11/2026; phát triển kinh tế - xã hội.']);
});

test('an indent, a list sign and a gap open a paragraph even behind a full line', () => {
  expect(
    read([108, 'Đi từng nhà để hỏi han bà con trong thôn.', 500], [108, 'Họp thôn.']),
  ).toHaveLength(2);
  expect(
    read([80, '- Đi từng nhà, hỏi han bà con trong thôn;', 500], [80, '- Họp thôn.']),
  ).toHaveLength(2);
  const [first, second] = lay([80, 'Đi từng nhà để hỏi han bà con', 500], [80, 'trong thôn']);
  if (first === undefined || second === undefined) throw new Error('two lines were laid');
  expect(paragraphsOf([first, { ...second, base: 140 }], page)).toHaveLength(2);
});

test('an item hangs behind its sign', () => {
  expect(read([80, '- Đi từng nhà để hỏi han bà con ở trong', 500], [94, 'thôn.'])).toEqual([
    '- Đi từng nhà để hỏi han bà con ở trong thôn.',
  ]);
});

test('a page of few lines is measured by the page before', () => {
  const few = measureOf(lay([80, 'Chỉ còn một dòng trên trang sau cùng.']));
  expect(betterMeasure(few, page)).toMatchObject({ left: 80, right: 500 });
  expect(measureOf(lay([80, '2']))).toBeNull();
});
