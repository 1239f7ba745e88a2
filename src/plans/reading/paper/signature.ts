// A signature block: authority (KT., TM.), position, rank and name, above the title or at the foot.

import type { Signature } from '../../plan.ts';
import { isUpper, wordCount } from '../written.ts';
import { linesOf, type Segment } from './segments.ts';

/** A signature block in its own words: what stands over the room to sign in, and the name under it. */
export type PrintedSignature = { readonly titles: readonly string[]; readonly name: string };

export function printedSignature({ signature, used }: SignatureFound): PrintedSignature {
  const isName = ({ text }: Segment): boolean => text === signature.rank || nameOf(text) !== null;
  const at = used.findIndex(isName);
  const end = at < 0 ? used.length : at;
  const texts = used.map(({ text }) => text);
  return { titles: texts.slice(0, end), name: texts.slice(end).join(' ') };
}

type SignatureFound = { readonly signature: Signature; readonly used: readonly Segment[] };

/** Reads the first block among the segments; null where none has a position or an authority. */
export function readSignature(segments: readonly Segment[]): SignatureFound | null {
  const start = segments.findIndex(opensSignature);
  if (start < 0) return null;
  const block = blockFrom(segments.slice(start));
  const authority = block
    .filter(isAuthority)
    .map((one) => spaced(one.text))
    .join(' ');
  const position = block
    .filter((one) => !isAuthority(one) && isOffice(one))
    .map((one) => one.text)
    .join(' ');
  const named = block.findLast((one) => nameOf(one.text) !== null);
  const person = named === undefined ? null : nameOf(named.text);
  const ownRank = block.find((one) => ranks.test(one.text) && nameOf(one.text) === null);
  return {
    used: block,
    signature: {
      authority: authority || null,
      position: position || null,
      rank: person?.rank ?? ownRank?.text ?? null,
      name: person?.name ?? null,
      lines: linesOf(block) ?? [1, 1],
    },
  };
}

export const opensSignature = (segment: Segment): boolean =>
  isAuthority(segment) || isOffice(segment);

/** A name in its usual spelling, two to six words, with or without a rank before it. */
export function nameOf(
  text: string,
): { readonly rank: string | null; readonly name: string } | null {
  const match = fullName.exec(text);
  if (match?.[2] === undefined) return null;
  const name = match[2];
  return officeStart.test(name) || wordCount(name) > 6
    ? null
    : { rank: match[1]?.trim() ?? null, name };
}

const rank =
  '(?:Đại tướng|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)|(?:Thượng|Trung|Hạ) sĩ|Đại tá)';
const ranks = new RegExp(`^${rank}$`, 'iu');
const fullName = new RegExp(
  String.raw`^(?:(?:Đ\/c|Ông|Bà|ThS\.?|TS\.?|BS\.?) )?(${rank} )?((?:\p{Lu}[\p{L}’']*)(?: \p{Lu}[\p{L}’']*){1,5})$`,
  'u',
);
const authority =
  /^(?:K\/?T|T\/?M|T\/?L|TUQ|T\.?\/?UQ|Q)\s*[./]\s*\p{L}|^(?:K\/?T|T\/?M|T\/?L|TUQ) \p{Lu}/u;
const officeStart =
  /^(?:(?:QUYỀN|PHÓ|ỦY VIÊN|UỶ VIÊN) )?(?:CHỦ TỊCH|CHỦ NHIỆM|CHỦ TRÌ|GIÁM ĐỐC|TRƯỞNG|PHÓ|BÍ THƯ|CỤC TRƯỞNG|ĐỘI TRƯỞNG|HIỆU TRƯỞNG|CHỈ HUY|CHÁNH|THỦ TRƯỞNG|TỔ TRƯỞNG|TỔNG|BỘ TRƯỞNG|ỦY VIÊN|UỶ VIÊN|THƯỜNG TRỰC|CHI HỘI TRƯỞNG|XÓM TRƯỞNG|THÔN TRƯỞNG)(?!\p{L})/iu;

const isAuthority = (segment: Segment): boolean =>
  authority.test(segment.text) && isUpper(segment.text);

/** Positions stand in capitals; in mixed case only as the whole of a short line. */
const isOffice = (segment: Segment): boolean =>
  officeStart.test(segment.text) &&
  (isUpper(segment.text) || (wordCount(segment.text) <= 6 && /^[^.,;:]+$/u.test(segment.text))) &&
  !/^trưởng thành/iu.test(segment.text);

/** From the first line of authority to the name; stops where another text begins. */
function blockFrom(segments: readonly Segment[]): readonly Segment[] {
  const block: Segment[] = [];
  for (const segment of segments.slice(0, 12)) {
    const isName = nameOf(segment.text) !== null;
    const isPart = isAuthority(segment) || isOffice(segment) || isName || isNote(segment);
    if (isPart || (ranks.test(segment.text) && block.length > 0)) block.push(segment);
    else if (isUpper(segment.text) && block.length === 1 && wordCount(segment.text) < 8)
      block.push(segment);
    else if (block.length > 1 && !isOfOtherColumn(segment)) break;
    if (isName) break;
  }
  return block;
}

/** A recipient's wrapped line, from the column beside. */
const isOfOtherColumn = (segment: Segment): boolean => /^\p{Ll}|;$/u.test(segment.text);

const isNote = (segment: Segment): boolean =>
  /^\(?(?:da ky|ky ten|ky,? |da ky ten)/u.test(segment.folded);

/** 'KT.GIÁM ĐỐC' reads 'KT. GIÁM ĐỐC'. */
const spaced = (text: string): string => text.replace(/^([\p{Lu}/]+\.)\s*(?=\p{Lu})/u, '$1 ');
