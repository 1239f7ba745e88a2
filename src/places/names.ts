// A unit's name as it is searched and compared: without its word of kind, accents or spelling habits.

import { foldedWords, marked, tidy } from '#ground/text.ts';
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

/** All a unit is found by, once each: its own name and code, then its parents' names. */
export const searchWords = (
  name: string,
  code: string | null,
  parents: readonly string[],
): readonly string[] => [
  ...new Set([name, code ?? '', ...parents].flatMap((text) => foldedWords(text))),
];

/** Tone marks stand after the letter's own marks and apart from their vowel: 'hoà' = 'hòa'. */
const exactName = (name: string): string => tidy(name).split(' ').map(marked).join(' ');

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
