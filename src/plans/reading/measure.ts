// What a figure measures: its unit from the words after it, its measure from those and the words before.

import { cut, type Written } from './written.ts';

export type Unit = {
  /** 'ha', 'hộ', 'vụ'; null where the figure has no word of its own. */
  readonly unit: string | null;
  /** The whole noun phrase after the figure: 'người nghiện có hồ sơ', 'vụ trộm cắp'. */
  readonly phrase: string;
};

/** The unit that follows a figure; null where what follows is a time or nothing one can count. */
export function unitAfter(after: Written): Unit | null {
  if (/^[%‰]/u.test(after.text)) return { unit: '%', phrase: phraseOf(cut(after, 1)) };
  const size = /^(?:ha|hecta|km2|km²|km|m2|m²|m)\b|^(?:km|m)²/u.exec(after.folded);
  if (size !== null) return { unit: after.text.slice(0, size[0].length), phrase: '' };
  if (!/^\p{L}/u.test(after.text)) return { unit: null, phrase: '' };
  if (never.test(after.folded)) return null;
  if (stop.test(after.folded)) return { unit: null, phrase: '' };
  const phrase = phraseOf(after);
  return { unit: headOf(phrase), phrase };
}

/** The measure in the paper's words, with the unit; null where the figure stands for nothing. */
export function measureOf(
  before: Written,
  unit: Unit | null,
  crime: boolean,
): { readonly measure: string; readonly unit: string | null } | null {
  if (unit === null) return null;
  const named = nounBefore(before);
  if (unit.unit === null) return withoutUnit(named, crime);
  if (isSize(unit.unit)) return { measure: named?.text ?? sizeName(unit.unit), unit: unit.unit };
  if (unit.unit === 'vụ') return { measure: caseMeasure(named, unit.phrase), unit: 'vụ' };
  if (/\bgiap\b/u.test(before.folded)) return { measure: `${unit.phrase} tiếp giáp`, unit: unit.unit };
  const isLinked = links.test(before.folded);
  if (named !== null && isLinked && unit.phrase === unit.unit) return { measure: named.text, unit: unit.unit };
  return { measure: plainMeasure(unit), unit: unit.unit };
}

const isSize = (unit: string): boolean => /^(?:ha|hecta|km|km2|km²|m|m2|m²|%)$/u.test(unit);
const sizeName = (unit: string): string => (unit === '%' ? 'tỷ lệ' : /^k?m$/u.test(unit) ? 'chiều dài' : 'diện tích');

/** 'gây rối trật tự công cộng là 05 vụ' and '05 vụ gây rối trật tự công cộng' measure the same. */
function caseMeasure(named: Written | null, phrase: string): string {
  if (phrase !== 'vụ' || named === null) return phrase;
  return /^vu\b/u.test(named.folded) ? named.text : `vụ ${named.text}`;
}

function plainMeasure({ unit, phrase }: Unit): string {
  if (/^(?:nhân )?khẩu$/u.test(phrase)) return 'nhân khẩu';
  return phrase === unit && /^(?:hộ|người)$/u.test(phrase) ? `số ${phrase}` : phrase;
}

/** 'tổng số hộ trên 150': the counted word stands before the figure. */
function withoutUnit(named: Written | null, crime: boolean): { measure: string; unit: string | null } | null {
  const counted = named === null ? null : /\bso (ho|nhan khau|khau|nguoi|vu|dan|dang vien)\b/u.exec(named.folded);
  if (named !== null && counted !== null) {
    const at = counted.index + counted[0].length - (counted[1]?.length ?? 0);
    return { measure: named.text, unit: named.text.slice(at, at + (counted[1]?.length ?? 0)) };
  }
  return named !== null && crime && links.test(`${named.folded} la`) ? null : null;
}

const links = /(?:^| )(?:la|co|gom|:|xay ra|dat|chiem|con|voi|so)(?: \S+){0,2}$|:$/u;

/** The noun phrase that ends right before the figure, without 'là', 'có', 'xảy ra', 'trên tổng số'. */
function nounBefore(before: Written): Written | null {
  const closed = cut(before, 0, before.folded.replace(closing, '').length);
  const opened = opening.exec(closed.folded);
  const noun = cut(closed, opened?.[0].length ?? 0);
  if (noun.text === '' || noun.text.length > 120) return null;
  return /^(?:co|la|voi|gom|va|tren|trong|tai|o)$/u.test(noun.folded) ? null : noun;
}

const closing =
  /(?:(?:^| )(?:la|co|gom|xay ra|dat|chiem|con|voi|tren|tong so|so|tong cong|hien|hien co|duoc|len|len toi|bang|:))+$|:$/u;
const opening =
  /^(?:.*\b(?:trong do|nam \d{4}|dia ban|la xa|nam o \S+)[,:]? )?(?:[-+*•] ?)?(?:(?:va|co|voi|hien|hien nay|hien co|gom|xay ra|bao gom|tong|tong so|trong do|cung|con|xa|toan xa|nhu|:) )*/u;

const never =
  /^(?:phut|gio|giay|ngay|thang|tuan|nam|lan|dong|trieu|ty|nghin|thu|h\d|h\b|gio\b)\b/u;
const stop =
  /^(?:va|voi|gom|trong|tren|duoi|o|tai|co|la|duoc|da|dang|thuoc|do|den|tu|nen|thi|ma|hay|hoac|de|nham|theo|nhung|so|bang|cho|ve)\b/u;
const phraseEnd =
  /[.,;:()=“”"/]| (?:va|voi|gom|trong|tren|duoi|o|tai|la|duoc|da|dang|thuoc|do|den|tu|nen|thi|ma|hay|hoac|de|nham|theo|nhung|so|cung|phan bo|chay qua|bi|chiem|voi|sinh song|con lai|toan|moi|so voi|gay|\d\S*)(?= |$)/u;

function phraseOf(after: Written): string {
  const end = phraseEnd.exec(after.folded);
  const isCrime = after.folded.startsWith('vu');
  const stopAt = end === null || (isCrime && end[0] === ' gay') ? null : end.index;
  return after.text.slice(0, stopAt ?? 80).split(' ').slice(0, 8).join(' ').trim();
}

const compounds =
  /^(?:hộ gia đình|nhân khẩu|dân tộc|trường hợp|đảng viên|chi bộ|đối tượng|thành viên|hội viên|đoàn viên|cán bộ|trục đường|cơ sở|doanh nghiệp|trường học|trạm y tế|nhà văn hóa|khu dân cư|tổ dân phố|khu phố|tổ chức|camera|hòm thư|điểm nhóm)/u;

function headOf(phrase: string): string {
  const head = compounds.exec(phrase.toLowerCase())?.[0] ?? phrase.split(' ')[0] ?? phrase;
  return head === 'hộ gia đình' ? 'hộ' : head === 'nhân khẩu' ? 'khẩu' : head.toLowerCase();
}
