// Bases: the acts and plans the paper relies on, each with its number and date.

import type { Basis } from '../../plan.ts';
import type { Paragraph } from '../lines/paragraph.ts';
import { documentNumbersIn } from '../document-number.ts';
import { pointsIn } from '../time/points.ts';
import { sentencesOf, type Written } from '../written.ts';

/** Whether a paragraph before the first heading tells what the paper is based on. */
export const opensBases = (of: Written): boolean =>
  /^(?:can cu|thuc hien|thi hanh|trien khai|theo|xet|tren co so|quan triet)\b/u.test(of.folded) &&
  (act.test(of.folded) || of.folded.startsWith('can cu'));

/** The bases of one paragraph: one for each act, as the paper divides them by semicolons. */
export const basesOf = (of: Paragraph): readonly Basis[] =>
  sentencesOf(of)
    .filter((piece, at) => isBasis(piece, at))
    .map((piece) => ({
      text: piece.text.replace(formulaAfter, '').replace(/[;.,]+$/u, ''),
      number: documentNumbersIn(piece.text)[0]?.number ?? null,
      date: dateOf(piece),
      lines: of.lines,
    }));

const act =
  /\b(?:luat|bo luat|hien phap|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu|thong tri|chi thi|ke hoach|huong dan|cong van|chuong trinh|de an|ket luan|quy dinh|quy che|thong bao|cong dien|y kien|tinh hinh|nhu cau|chuc nang|de nghi)\b/u;

/** The first piece opens the bases; a later one must name an act, and the closing formula is none. */
const isBasis = (of: Written, at: number): boolean =>
  act.test(of.folded) &&
  !(at > 0 && isFormula(of) && documentNumbersIn(of.text).length === 0) &&
  (at === 0 || documentNumbersIn(of.text).length > 0 || startsWithAct.test(of.folded));

const startsWithAct = new RegExp(`^(?:can cu |thuc hien )?${act.source}`, 'u');
/** ', Công an xã xây dựng kế hoạch như sau:' goes on where a basis ended. */
const formulaAfter =
  /, [^,;]{2,80} (?:xây dựng|ban hành|lập|triển khai) (?:kế hoạch|phương án|chương trình)(?:(?!\d).)*:$/iu;
const isFormula = (of: Written): boolean => /\b(?:nhu sau|sau day|cu the)\b ?:?$/u.test(of.folded);

/** The date that follows the number, or the only one. */
function dateOf(of: Written): Basis['date'] {
  const dates = Array.from(
    of.folded.matchAll(
      /ngay (?:\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} thang \d{1,2} nam \d{4})/gu,
    ),
  );
  const first = dates[0];
  if (first === undefined) return null;
  const point = pointsIn({
    text: of.text.slice(first.index, first.index + first[0].length),
    folded: first[0],
  })[0];
  const year = point?.year ?? null;
  return year === null ? null : (point?.span(year)?.[0] ?? null);
}
