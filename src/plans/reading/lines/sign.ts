// The sign a paragraph opens with (I. 1. 1.1. a) - + * •, Phần I, Bước 1) and how deep it stands.

import { cut, type Written } from '../written.ts';

export type SignKind =
  | 'part'
  | 'upper'
  | 'roman'
  | 'caps'
  | 'article'
  | 'arabic'
  | 'decimal'
  | 'step'
  | 'letter'
  | 'paren'
  | 'dash'
  | 'plus'
  | 'star'
  | 'bullet';

export type Sign = { readonly kind: SignKind; readonly label: string };

/** Takes the sign off a paragraph; sign null where it has none. */
export function takeSign(of: Written): { readonly sign: Sign | null; readonly body: Written } {
  for (const [kind, pattern, on] of patterns) {
    const match = pattern.exec(on === 'folded' ? of.folded : of.text);
    if (match === null) continue;
    const keepsLabel = kind === 'step';
    const body = keepsLabel ? of : cut(of, match[0].length);
    return { sign: { kind, label: match[1] ?? '' }, body };
  }
  return { sign: null, body: of };
}

/** A step's own label: 'Bước 1', 'Đợt thứ nhất', 'Tuần 2'; 'Tuần 2 tháng 4' is a time instead. */
export const stepLabel =
  /^(?!tuan [^:]{1,12} thang \d)(?:cac )?(buoc|giai doan|dot|tuan) (?:thu )?(\d{1,2}|[ivx]{1,5}|nhat|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi)\b(?: ?[-–,+] ?(?:\d{1,2}|[ivx]{1,5})\b)?/u;

const stepAlone = new RegExp(`${stepLabel.source}(?= ?(?:[:.(,–-]|$))`, 'u');

const patterns: readonly (readonly [SignKind, RegExp, 'text' | 'folded'])[] = [
  [
    'part',
    /^phan ((?:thu )?(?:[ivx]{1,5}|\d{1,2}|nhat|hai|ba|tu|nam|sau))\b ?[.:)–-]* ?/u,
    'folded',
  ],
  ['article', /^dieu (\d{1,2}) ?[.:] ?/u, 'folded'],
  ['roman', /^([IVX]{1,5}) ?[.)/:–-] ?(?=\S)/u, 'text'],
  ['upper', /^([A-H]) ?[.)] ?(?=\p{L}{2})/u, 'text'],
  [
    'decimal',
    /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)]| (?!(?:ha|km2?|m2?|trieu|ty|%)\b)) ?(?=[^\d\s])/u,
    'folded',
  ],
  ['paren', /^(\d{1,2})\) ?(?=\S)/u, 'text'],
  ['arabic', /^(\d{1,2})(?: ?[.:] ?|\/ | ?[-–] ?)(?=[^\d\s])/u, 'text'],
  ['letter', /^([a-zđ]) ?[.)] ?(?=\S)/u, 'text'],
  ['dash', /^([-–—−]) ?(?=[^\s\d]|\d)/u, 'text'],
  ['plus', /^(\+) ?(?=\S)/u, 'text'],
  ['star', /^(\*{1,3}) ?(?=\S)/u, 'text'],
  ['bullet', /^([•·●○▪■□◦‣⁃\uF0B7\uF0A7\uF0FC❖➢➤✓✔]) ?(?=\S)/u, 'text'],
  ['step', stepAlone, 'folded'],
];
