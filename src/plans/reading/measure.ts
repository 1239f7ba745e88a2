// What a figure measures: its unit from the words after it, its measure from those and the words before.

import { cut, wordCount, type Written } from './written.ts';

export type Unit = {
  /** 'ha', 'hộ', 'vụ'; null where the figure has no word of its own. */
  readonly unit: string | null;
  /** The whole noun phrase after the figure: 'người nghiện có hồ sơ', 'vụ trộm cắp'. */
  readonly phrase: string;
};

/** The unit that follows a figure; null where what follows is a time or nothing one can count. */
export function unitAfter(after: Written): Unit | null {
  if (/^[%‰]/u.test(after.text)) return { unit: '%', phrase: phraseOf(cut(after, 1)) };
  const size = sizes.exec(after.text) ?? money.exec(after.text);
  if (size !== null) return { unit: size[0], phrase: '' };
  if (!/^\p{L}/u.test(after.text)) return { unit: null, phrase: '' };
  if (never.test(after.text)) return null;
  if (stop.test(after.text)) return { unit: null, phrase: '' };
  const phrase = phraseOf(after);
  const each = /^\/\p{L}[\p{L}\d²]*/u.exec(after.text.slice(phrase.length))?.[0] ?? '';
  return { unit: headOf(phrase) + each, phrase: phrase + each };
}

const sizes = /^(?:hecta|ha|km2|km²|km|m2|m²|m)(?![\p{L}\d²])/u;
const money =
  /^(?:nghìn |ngàn |triệu |tỷ |tỉ )?đồng(?! (?:chí|bào|hồ|cỏ))(?!\p{L})(?:\/\p{L}+(?: dân)?){0,2}/u;

/** The measure in the paper's words, with the unit; null where the figure stands for nothing. */
export function measureOf(
  before: Written,
  unit: Unit | null,
): { readonly measure: string; readonly unit: string | null } | null {
  if (unit === null) return null;
  const named = nounBefore(before);
  if (unit.unit === null) return withoutUnit(before, named);
  if (isSize(unit.unit)) return { measure: named?.text ?? sizeName(unit), unit: unit.unit };
  if (money.test(unit.unit)) return { measure: named?.text ?? 'số tiền', unit: unit.unit };
  if (unit.unit === 'vụ') return { measure: caseMeasure(named, unit.phrase), unit: 'vụ' };
  if (/\bgiap\b/u.test(before.folded))
    return { measure: `${unit.phrase} tiếp giáp`, unit: unit.unit };
  const isLinked =
    links.test(before.folded) ||
    /^(?:tổng |dân )?(?:số|mật độ|dân số)(?!\p{L})/iu.test(named?.text ?? '');
  if (named !== null && unit.phrase === unit.unit) {
    if (isLinked) return { measure: named.text, unit: unit.unit };
    const narrower = narrowed(named, before, unit.unit);
    if (narrower !== null) return { measure: narrower, unit: unit.unit };
  }
  return { measure: plainMeasure(unit), unit: unit.unit };
}

/** 'hộ nghèo 12 hộ', 'bị thương 04 người': words right before the figure say which of them. */
function narrowed(named: Written, before: Written, unit: string): string | null {
  const isRightBefore = before.text.toLowerCase().endsWith(named.text.toLowerCase());
  if (!isRightBefore || !counters.test(unit) || wordCount(named.text) > 8) return null;
  const text = named.text.replace(/^(?:làm|số) /u, '');
  const isOwn = new RegExp(String.raw`(?<!\p{L})(?:${unit}|gia đình|cơ sở)(?!\p{L})`, 'u').test(
    text,
  );
  return isOwn || !/^(?:hộ|người)$/u.test(unit) ? text : `số ${unit} ${text}`;
}

/** Words that count without saying what: what they count stands before the figure, if anywhere. */
const counters =
  /^(?:hộ|người|khẩu|em|cháu|đồng chí|trường hợp|ca|tin|lượt|cái|chiếc|căn|điểm|cơ sở|gam|kg)$/u;

const isSize = (unit: string): boolean => /^(?:ha|hecta|km|km2|km²|m|m2|m²|%)$/u.test(unit);
function sizeName({ unit, phrase }: Unit): string {
  if (unit === '%') return `tỷ lệ ${phrase.replace(/^là /u, '')}`.trim();
  return /^k?m$/u.test(unit ?? '') ? 'chiều dài' : 'diện tích';
}

/** 'gây rối trật tự công cộng là 05 vụ' and '05 vụ gây rối trật tự công cộng' measure the same. */
function caseMeasure(named: Written | null, phrase: string): string {
  if (phrase !== 'vụ') return phrase;
  if (named === null) return 'số vụ';
  const matter = named.text.replace(/ (?:trong )?năm \d{4}$/u, '');
  return /^(?:(?:tong )?so )?vu\b/u.test(named.folded) ? matter : `vụ ${matter}`;
}

function plainMeasure({ unit, phrase }: Unit): string {
  if (/^(?:nhân )?khẩu$/u.test(phrase)) return 'nhân khẩu';
  return phrase === unit && /^(?:hộ|người)$/u.test(phrase) ? `số ${phrase}` : phrase;
}

/** 'tổng số hộ trên 150': the counted word stands before the figure. */
function withoutUnit(
  before: Written,
  named: Written | null,
): { measure: string; unit: string | null } | null {
  if (named === null) return null;
  const counted = countedAs.exec(named.text)?.[1]?.toLowerCase();
  if (counted !== undefined) return { measure: named.text, unit: shortened[counted] ?? counted };
  const label = /^(?:số )?(\p{L}+(?: \p{L}+){0,3}) ?:$/iu.exec(before.text)?.[1]?.toLowerCase();
  return label !== undefined && compounds.exec(label)?.[0] === label
    ? { measure: named.text, unit: label }
    : null;
}

const countedAs =
  /số ((?:nhân )?khẩu|hộ|người|vụ|dân|đảng viên|hội viên|đoàn viên|chi hội|chi đoàn|chi bộ|thôn|xóm|tổ)(?!\p{L})/iu;

const links = /(?:^| )(?:la|xay ra|dat|chiem|con|dan so)$|:$/u;

/** The noun phrase that ends right before the figure, without 'là', 'có', 'xảy ra', 'trên tổng số'. */
function nounBefore(before: Written): Written | null {
  const closed = cut(before, 0, before.folded.replace(closing, '').length);
  const counted = Array.from(closed.text.matchAll(countedNoun)).at(-1);
  const noun = cut(closed, counted?.index ?? opening.exec(closed.text)?.[0].length ?? 0);
  if (noun.text === '' || noun.text.length > 120) return null;
  if (placeStart.test(noun.text) || timeWords.test(noun.text) || isPart.test(noun.text))
    return null;
  return { text: noun.text.charAt(0).toLowerCase() + noun.text.slice(1), folded: noun.folded };
}

const countedNoun =
  /(?<!\p{L})(?:(?:tổng |mật độ )?dân số|tổng số|số(?! ?\d)|(?:tổng )?diện tích|tỷ lệ|tỉ lệ|mật độ)(?!\p{L})/giu;
/** What stands before a bracket was said already. */
const isPart = /^[^\p{L}\d]*$|[(/]$/u;
const placeStart =
  /^(?:xã|phường|thị trấn|xóm|thôn|bản|ấp|khu phố|tổ dân phố|buôn|làng|huyện|tỉnh)(?!\p{L})/iu;
const timeWords =
  /^(?:từ|trong|đến|tính đến|năm|quý|tháng|đầu|cuối|mỗi|hằng|hàng|bình quân)(?!\p{L}).*(?:năm|nay|tháng|kỳ|quý|\d)$/iu;
const closing =
  /(?:(?:^|[ (])(?:la|co|gom|xay ra|dat|chiem|con|voi|tren|tong so|tong cong|hien|hien co|duoc|len|len toi|bang|:))+$|:$/u;
const opening =
  /^(?:(?:và|có|với|hiện|nay|gồm|xảy ra|bao gồm|tổng|trong đó|cùng|còn|toàn xã|như|(?:trong )?(?:\d+ tháng (?:đầu|cuối) )?năm \d{4},?|:|[-+*•])(?!\p{L}) ?)*/iu;

const never =
  /^(?:tuổi|phút|giờ|giây|ngày|tháng|tuần|năm|lần|đồng(?! chí| bào)|triệu|tỷ|tỉ|nghìn|thứ|h\d?)(?!\p{L})/iu;
const stops =
  'và|với|gồm|trong|trên|dưới|ở|tại|là|được|đã|đang|thuộc|do|đến|từ|nên|thì|mà|hay|hoặc|để|nhằm|theo|nhưng|so|cùng|phân bố|phân bổ|chạy qua|bị|chiếm|đang|sinh sống|sinh hoạt|cư trú|đạt|ký|còn lại|toàn|mới|bằng|cho|về|có hồ sơ|hiện';
// Matched with their marks: without them 'mà' is also the 'ma' of 'ma túy', 'đang' the 'đảng' of 'đảng viên'.
const stop = new RegExp(String.raw`^(?:${stops}|có)(?!\p{L})`, 'iu');
const phraseEnd = new RegExp(String.raw`[.,;:()=“”"/]| (?:${stops}|\d\S*)(?!\p{L})`, 'iu');

function phraseOf(after: Written): string {
  const end = phraseEnd.exec(after.text)?.index ?? after.text.length;
  return after.text.slice(0, Math.min(end, 120)).split(' ').slice(0, 10).join(' ').trim();
}

const compounds =
  /^(?:hộ gia đình|nhân khẩu|dân tộc|trường hợp|đảng viên|chi bộ|chi hội|chi đoàn|đối tượng|thành viên|hội viên|đoàn viên|cán bộ|trục đường|cơ sở|doanh nghiệp|trường học|trạm y tế|nhà văn hóa|khu dân cư|tổ dân phố|khu phố|tổ chức|camera|hòm thư|điểm nhóm|đồng chí|học sinh|giáo viên|nhân viên|nhà nghỉ|nhà trọ|nhà hàng|tuyến đường|mô hình|gia đình|tin báo|câu lạc bộ|dòng họ|lễ hội|hợp tác xã|trang trại)/u;

const shortened: Readonly<Record<string, string>> = { 'hộ gia đình': 'hộ', 'nhân khẩu': 'khẩu' };

function headOf(phrase: string): string {
  const head = compounds.exec(phrase.toLowerCase())?.[0] ?? phrase.split(' ')[0] ?? phrase;
  return shortened[head] ?? head.toLowerCase();
}
