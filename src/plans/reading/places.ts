// Names of hamlets, communes, districts and provinces as they stand in a text.

import type { Written } from './written.ts';

export type Level = 'hamlet' | 'commune' | 'district' | 'province';
export type Place = { readonly level: Level; readonly name: string; readonly at: number };

/** The places named with their word of kind, in order: 'xóm Phố', 'xã Phú Thịnh', 'tổ dân phố số 5'. */
export function placesIn(of: Written): readonly Place[] {
  return Array.from(of.text.matchAll(named), (match) => {
    const level = levelOf(match[1] ?? '');
    return { level, name: `${match[1]} ${match[2]}`, at: match.index };
  }).filter((place) => !isInstitution.test(place.name) && !/^xã \d/iu.test(place.name));
}

/** 'CÔNG AN TỈNH THÁI NGUYÊN' names 'tỉnh Thái Nguyên'. */
export function placesInCapitals(text: string): readonly Place[] {
  return Array.from(text.matchAll(capitals), (match) => {
    const kind = (match[1] ?? '').toLowerCase();
    return { level: levelOf(kind), name: `${kind} ${properCase(match[2] ?? '')}`, at: match.index };
  });
}

const properCase = (text: string): string =>
  text.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());

const kinds: Readonly<Record<Level, readonly string[]>> = {
  hamlet: [
    'tổ dân phố',
    'khu dân cư',
    'khu phố',
    'khối phố',
    'khóm',
    'xóm',
    'thôn',
    'bản',
    'ấp',
    'buôn',
    'bon',
    'làng',
    'plei',
    'phum',
    'sóc',
    'khu vực',
    'khối',
    'tổ nhân dân',
  ],
  commune: ['xã', 'phường', 'thị trấn', 'đặc khu'],
  district: ['huyện', 'quận', 'thị xã', 'thành phố thuộc tỉnh'],
  province: ['tỉnh', 'thành phố', 'TP.', 'TP'],
};

function levelOf(kind: string): Level {
  const lower = kind.toLowerCase();
  if (kinds.hamlet.includes(lower)) return 'hamlet';
  if (kinds.commune.includes(lower)) return 'commune';
  return kinds.district.includes(lower) ? 'district' : 'province';
}

const every = Object.values(kinds)
  .flat()
  .toSorted((a, b) => b.length - a.length);
const either = (word: string): string =>
  Array.from(word.replace('.', '\\.'), (letter, at) =>
    at === 0 && /\p{Ll}/u.test(letter) ? `[${letter}${letter.toUpperCase()}]` : letter,
  ).join('');

// A name is capitalised words or a number; 'Đại từ' (a slip of the seed's kind) keeps a small second word out.
const word = String.raw`\p{Lu}[\p{Ll}\p{M}’']*`;
const name = String.raw`(?:số )?\d{1,3}[A-Z]?(?![\d./]| hộ| xã)|${word}(?:[ -]${word}){0,3}(?: \d{1,2}(?![\d/.]))?|\p{Lu}\d{0,2}\b`;
const named = new RegExp(
  String.raw`(?<!\p{L})(${every.map(either).join('|')}) (${name})(?!\p{L})`,
  'gu',
);
const capitals = new RegExp(
  String.raw`(?<!\p{L})(${every
    .filter((kind) => !kind.startsWith('TP'))
    .map((kind) => kind.toUpperCase())
    .join('|')}) ((?:SỐ )?\d{1,3}|\p{Lu}[\p{Lu}'’]*(?:[ -]\p{Lu}[\p{Lu}'’]*){0,3})(?!\p{L})`,
  'gu',
);

// 'bản Kế hoạch', 'xã Hội' and the like: a word of kind that begins another word.
const isInstitution =
  /^(?:bản|khu vực|khối) (?:Kế|Quy|Cam|Đề|Báo|Tuyên|Hướng|Tự)|^(?:xã|tỉnh|huyện) (?:Hội|Đoàn|Ủy|Đội|Đảng)$/iu;
