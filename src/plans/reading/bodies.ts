// Bodies named in a sentence: who leads ('Công an xã chủ trì') and who supports ('phối hợp với …').

import { cut, sentencesOf, wordCount, type Written } from './written.ts';

export type Bodies = { readonly lead: readonly string[]; readonly support: readonly string[] };

/** The bodies of a piece of work, in the paper's words; empty lists where it names none. */
export function bodiesIn(of: Written): Bodies {
  const support =
    /\b(?:phoi hop|hiep dong|phoi ket hop)(?: chat che| thuong xuyen)?(?: voi| cung)?(?: cac)? (?=\S)/u.exec(
      of.folded,
    );
  const rest =
    support === null ? null : cut(of, support.index + support[0].replace(/cac $/u, '').length);
  return {
    lead:
      sentencesOf(of)
        .map(leadIn)
        .find((lead) => lead.length > 0) ?? [],
    support: rest === null ? [] : listBodies(rest),
  };
}

/** Bodies one after another at the beginning of a text: 'Đảng ủy, UBND xã và các đoàn thể triển khai …'. */
export function listBodies(of: Written): readonly string[] {
  const end = endOfList(of);
  const list = cut(of, 0, end);
  const parts: string[] = [];
  for (const part of splitList(list)) {
    if (isPlace.test(part.folded) && parts.length > 0) parts.push(`${parts.pop()}, ${part.text}`);
    else if (isBody(part)) parts.push(part.text);
    else break;
  }
  return parts;
}

/** Bodies in a table's cell, one a line or with commas between. */
export const bodiesOfCell = (of: Written): readonly string[] =>
  splitList(cut(of, 0, 600))
    .map((part) => part.text.replace(/^[-+*•] ?/u, '').replace(/[.;]$/u, ''))
    .filter((part) => /\p{L}{2}/u.test(part));

/** Whether a text begins with the word for an office, a group or a function. */
export const isBody = (of: Written): boolean =>
  bodyStart.test(`${of.text} `) && wordCount(of.text) <= 18;

/** Whether a text begins with a person: 'Đồng chí …', 'Ông …', a rank before a name. */
export const isPerson = (of: Written): boolean => personStart.test(of.text);

// Matched with their marks: without them 'bố trí' is a ministry (bộ) and 'tổ chức họp' a group (tổ).
const bodyStart =
  /^(?:các |đồng chí |toàn thể |đề nghị |giao |phân công |yêu cầu |mời |từng |tất cả )*(?:bộ (?:chỉ|công|phận)|sở |phòng |ban (?!hành)|[uủ][ỷy] ban|ubnd|ub |ubmttq|hđnd|hội (?!nghị|họp|thảo|ý)|đoàn (?!kết)|đảng [uủ][ỷy]|đảng bộ|cấp [uủ][ỷy]|chi bộ|chi hội|chi đoàn|mặt trận|mttq|công an|ca |cax|cảnh sát|quân sự|trạm |trường |trưởng |tổ (?!chức)|tổ chức (?:chính trị|đoàn thể|thành viên|hội|xã hội)|đội |xóm|thôn |bản |ấp |khu |khối |làng |buôn |ngành|đơn vị|cơ quan|lực lượng|đoàn thể|thành viên|văn phòng|trung tâm|công chức|cán bộ|bí thư|chủ tịch|phó |người có uy tín|doanh nghiệp|nhà trường|hợp tác xã|phụ nữ|thanh niên|cựu chiến binh|nông dân|người cao tuổi|hộ gia đình|hộ dân|nhân dân|người dân|các hộ|chính quyền|tiểu ban|lãnh đạo|pc\d|px\d|pv\d|pa\d|đài |viện |tòa |toà |đồn |bộ đội |dân quân |giáo viên|học sinh|phụ huynh|hiệu trưởng|giám đốc |ủy viên |uỷ viên |thường trực |già làng|cụm |hội viên|đoàn viên)/iu;

const personStart =
  /^(?:các )?(?:đồng chí|đ\/c|ông |bà |anh |chị )|^(?:đại|thượng|trung|thiếu) (?:tá|[uú][ýy]|tướng)(?!\p{L})|^(?:thượng|trung|hạ) sĩ(?!\p{L})/iu;

const isPlace =
  /^(?:huyen|tinh|xa|phuong|thi tran|thanh pho|quan|xom|thon|ban|ap|khu pho|to dan pho) \S/u;

const verbs =
  'nghiem tuc|trien khai|chi dao|lanh dao|huong dan|dau tranh|xay dung|to chuc|tham muu|tuyen truyen|van dong|thuc hien|ra soat|kiem tra|don doc|nam|quan ly|giai quyet|chuan bi|phan anh|lam|ho tro|tien hanh|phat dong|phat hien|phong ngua|bao dam|dam bao|theo doi|tong hop|bao cao|lap|thong bao|giup|trong (?:viec|cong tac|qua trinh)|de|khao sat|lua chon|tham gia|ky|duy tri|cung cap|bo tri|dua|xu ly|ve viec|danh gia|phat huy|day manh|nhan rong|gop y|thong nhat|gap go|tap huan|tang cuong|thuong xuyen|phan cong|nghien cuu|phat|cung|chu tri|phoi hop|co trach nhiem|chiu trach nhiem|la|vao|tuan tra|lap dat|trong coi|giu gin';
const listEnd = new RegExp(String.raw`[.;:()]|,? \b(?:${verbs})\b`, 'gu');

/** A verb ends the list, unless it is part of a name ('Tổ chức', 'Ban Chỉ đạo', 'Hội Phụ nữ'). */
function endOfList(of: Written): number {
  for (const match of of.folded.matchAll(listEnd)) {
    const verb = of.text.slice(match.index).replace(/^[, ]+/u, '');
    const inName =
      /^\p{Lu}/u.test(verb) ||
      /\b(?:ban|cac|to|doi|va|luc luong)$/u.test(of.folded.slice(0, match.index));
    if (!inName) return match.index;
  }
  return Math.min(of.text.length, 300);
}

function splitList(of: Written): readonly Written[] {
  const parts: Written[] = [];
  let from = 0;
  for (const match of of.folded.matchAll(/ ?[,;]? \/ | ?[,;] | va (?=\S)| cung /gu)) {
    const next = cut(of, match.index + match[0].length);
    if (match[0] === ' va ' && (!startsBody(next) || isOneOffice(of, match.index))) continue;
    parts.push(cut(of, from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(cut(of, from));
  return oneGroup(parts.filter((part) => part.text !== ''));
}

/** 'Văn phòng HĐND và UBND xã' is one office. */
const isOneOffice = (of: Written, at: number): boolean =>
  of.folded.slice(0, at).endsWith('van phong hdnd');

/** 'Các ban, ngành, đoàn thể' are one group, not three. */
function oneGroup(parts: readonly Written[]): readonly Written[] {
  return parts.reduce<readonly Written[]>((found, part) => {
    const last = found.at(-1);
    const goesOn =
      last !== undefined &&
      /(?:^|[ ,])(?:ban|cap|so|nganh)$/u.test(last.folded) &&
      /^(?:cac )?(?:nganh|doan the|hoi|phong)/u.test(part.folded);
    return goesOn ? [...found.slice(0, -1), joined(last, part)] : [...found, part];
  }, []);
}

const joined = (a: Written, b: Written): Written => ({
  text: `${a.text}, ${b.text}`,
  folded: `${a.folded}, ${b.folded}`,
});

const startsBody = (of: Written): boolean => bodyStart.test(`${of.text} `);

function leadIn(of: Written): readonly string[] {
  const chief =
    /^(.{2,200}?),? (?:chu tri|chiu trach nhiem|co trach nhiem|lam dau moi|la dau moi)\b/u.exec(
      of.folded,
    );
  const given =
    /^(?:giao (?!ban|luu|uoc|dich|nhan)|phan cong (?=\S)|de nghi (?=\S)|yeu cau (?=\S)|moi (?=\S))/u.exec(
      of.folded,
    );
  const by = /\b(?:do|giao(?: cho)?) (.{2,120}?),? chu tri\b/u.exec(of.folded);
  if (by?.[1] !== undefined)
    return listBodies(
      cut(of, by.index + by[0].indexOf(by[1]), by.index + by[0].indexOf(by[1]) + by[1].length),
    );
  const from = given?.[0].length ?? 0;
  if (chief?.[1] === undefined && given === null) return [];
  return listBodies(cut(of, from, chief?.[1]?.length ?? of.text.length));
}
