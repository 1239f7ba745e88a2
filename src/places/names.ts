// A unit's name as it is searched and compared: without its word of kind, accents or spelling habits.

import { fold, tidy } from '#ground/text.ts';
import type { Level } from './unit.ts';

/** Words of kind, folded; the longer before those they begin with. */
const kinds: Readonly<Record<Level, readonly string[]>> = {
  tinh: ['tinh', 'thanh pho', 'tp'],
  huyen: ['huyen', 'quan', 'thi xa', 'thanh pho', 'tx', 'tp'],
  xa: ['xa', 'phuong', 'thi tran', 'dac khu', 'tt'],
  thon: [
    'to dan pho',
    'to nhan dan',
    'khu dan cu',
    'khu pho',
    'khu vuc',
    'khoi pho',
    'khoi',
    'khom',
    'xom',
    'thon',
    'ban',
    'ap',
    'buon',
    'bon',
    'lang',
    'plei',
    'phum',
    'soc',
    'tdp',
  ],
};

/** 'Xã Phú Thịnh' → 'phu thinh'; a name that is nothing but its kind stays whole. */
export function bareName(name: string, level: Level): string {
  const folded = foldedWords(name).join(' ');
  const kind = kinds[level].find((word) => folded.startsWith(`${word} `));
  return kind ? folded.slice(kind.length + 1) : folded;
}

/** What is searched for: letters and digits only, so that "K'Dang" and 'k dang' are the same. */
export const foldedWords = (text: string): readonly string[] =>
  fold(tidy(text))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** All a unit is found by, once each: its own name and code, then its parents' names. */
export const searchWords = (
  name: string,
  code: string | null,
  parents: readonly string[],
): readonly string[] => [
  ...new Set([name, code ?? '', ...parents].flatMap((text) => foldedWords(text))),
];

/** Tone marks stand after the letter's own marks and apart from their vowel: 'hoà' = 'hòa'. */
const exactName = (name: string): string => {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
  return tidy(name)
    .toLocaleLowerCase('vi')
    .split(' ')
    .map((word) => {
      const parts = word.normalize('NFD');
      return parts.replace(tones, '') + (parts.match(tones) ?? []).join('');
    })
    .join(' ');
};

/**
 * How alike two names are written, best first: the same; the same without accents; the same with i
 * for y; the same but for the word of kind. Each is a key under which equal names meet.
 */
export const nameKeys = (name: string, level: Level): readonly string[] => {
  const folded = foldedWords(name).join(' ');
  return [
    exactName(name),
    folded,
    folded.replaceAll('y', 'i'),
    bareName(name, level).replaceAll('y', 'i'),
  ];
};
