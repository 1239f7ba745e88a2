// Steps told in one breath: 'Các bước: Bước 1: …; Bước 2: …' becomes a paragraph for each.

import { paragraph, type Paragraph } from './paragraph.ts';

const opening = /(?:^|(?<=[:;.] ))(?=(?:Bước|Giai đoạn|Đợt) (?:\d{1,2}|[IVX]{1,4}) ?[:(])/gu;

/** Splits a paragraph before each of at least two steps; all parts keep its lines. */
export function stepsApart(of: Paragraph): readonly Paragraph[] {
  if (of.cells !== null || Array.from(of.text.matchAll(opening)).length < 2) return [of];
  const sign = of.whole.slice(0, of.whole.length - of.text.length);
  return of.text
    .split(opening)
    .map((part, at) => paragraph((at === 0 ? sign : '') + part.replace(/[;., ]+$/u, ''), of.lines));
}
