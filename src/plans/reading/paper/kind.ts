// The type of a paper by its title: name and abbreviation of Nghị định 30/2020/NĐ-CP, Phụ lục III.

import type { Written } from '../written.ts';

/** Names of the types a plan of work may have, longest first, with their abbreviations. */
const planKinds: readonly (readonly [string, string])[] = [
  ['KẾ HOẠCH', 'KH'],
  ['PHƯƠNG ÁN', 'PA'],
  ['ĐỀ ÁN', 'ĐA'],
  ['DỰ ÁN', 'DA'],
  ['CHƯƠNG TRÌNH', 'CTr'],
  ['HƯỚNG DẪN', 'HD'],
];

const otherKinds: readonly (readonly [string, string])[] = [
  ['NGHỊ QUYẾT', 'NQ'],
  ['QUYẾT ĐỊNH', 'QĐ'],
  ['CHỈ THỊ', 'CT'],
  ['QUY CHẾ', 'QC'],
  ['QUY ĐỊNH', 'QyĐ'],
  ['THÔNG BÁO', 'TB'],
  ['BÁO CÁO', 'BC'],
  ['BIÊN BẢN', 'BB'],
  ['TỜ TRÌNH', 'TTr'],
  ['HỢP ĐỒNG', 'HĐ'],
  ['CÔNG ĐIỆN', 'CĐ'],
  ['GIẤY MỜI', 'GM'],
];

export type Title = {
  readonly kind: string;
  readonly title: string;
  readonly rest: string;
  readonly isPlan: boolean;
};

/** Reads a line that opens with the name of a type in capitals, or is nothing else. */
export function titleIn(line: Written): Title | null {
  for (const [isPlan, kinds] of [
    [true, planKinds],
    [false, otherKinds],
  ] as const)
    for (const [name, kind] of kinds) {
      const rest = restAfter(line.text, name);
      if (rest !== null) return { kind, title: line.text.slice(0, name.length), rest, isPlan };
    }
  return null;
}

/** The abbreviation in a number ('790/KH-PV05', '12-KH/ĐU'), where it is a known one. */
export function kindInNumber(number: string): string | null {
  const symbols = number.split(/[/\-&.]/u);
  return [...planKinds, ...otherKinds].find(([, kind]) => symbols.includes(kind))?.[1] ?? null;
}

function restAfter(text: string, name: string): string | null {
  if (text.slice(0, name.length).toUpperCase() !== name) return null;
  const rest = text.slice(name.length);
  if (rest === '') return '';
  const isCapital = text.startsWith(name);
  // 'KẾ HOẠCHX' is no title, 'Kế hoạch số 01…' neither, 'KẾ HOẠCH Xây dựng …' is.
  return isCapital && /^[\s:]/u.test(rest) ? rest.replace(/^[\s:]+/u, '') : null;
}
