// The paragraph styles of a DOCX paper: one named style for each component of the prescribed form.

import { AlignmentType, BorderStyle, type IStylesOptions } from 'docx';
import type { PaperForm } from '../measures.ts';

export const font = 'Times New Roman';

export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
const points = (pt: number): number => Math.round(pt * 20);

/** A style's id in the file and its name in Word's list: a comma there would begin another name. */
const names = {
  AgencyAbove: 'Tên cơ quan chủ quản',
  Agency: 'Tên cơ quan ban hành',
  Country: 'Quốc hiệu',
  Motto: 'Tiêu ngữ',
  Rule: 'Đường kẻ',
  Number: 'Số và ký hiệu',
  PlaceDate: 'Địa danh và thời gian',
  Approval: 'Phê duyệt',
  ApprovalName: 'Họ tên người phê duyệt',
  PaperTitle: 'Tên loại văn bản',
  Subject: 'Trích yếu',
  Addressee: 'Kính gửi',
  Addressees: 'Nơi kính gửi',
  Basis: 'Căn cứ',
  Body: 'Nội dung',
  Item: 'Gạch đầu dòng',
  TableCaption: 'Tên bảng',
  TableHead: 'Đầu bảng',
  TableCell: 'Ô bảng',
  Chart: 'Biểu đồ',
  ChartCaption: 'Tên biểu đồ',
  RecipientsLabel: 'Nơi nhận',
  Recipients: 'Danh sách nơi nhận',
  SignedBy: 'Quyền hạn và chức vụ',
  SignedName: 'Họ tên người ký',
  PageNumber: 'Số trang',
} as const;

export type StyleName = keyof typeof names;

type Look = {
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly align?: 'center' | 'both' | 'left';
  /** Points before and after. */
  readonly before?: number;
  readonly after?: number;
  /** Points between base lines, at least; 'exact' for the thin paragraphs that carry a rule. */
  readonly line?: number;
  readonly exact?: boolean;
  /** Millimetres. */
  readonly firstLine?: number;
  readonly left?: number;
  readonly keepNext?: boolean;
  /** Points: the thickness of a line above. */
  readonly border?: number;
};

const centred = { align: 'center' } as const;
const bodyLook = ({ sizes, spacing }: PaperForm): Look => ({
  size: sizes.body,
  align: 'both',
  after: spacing.paragraph,
  line: spacing.linePitch,
  firstLine: spacing.firstLine,
});

const looksOf = (form: PaperForm): Readonly<Record<StyleName, Look>> => ({
  ...headLooks(form),
  ...textLooks(form),
  ...footLooks(form),
});

const headLooks = ({ sizes, spacing }: PaperForm) =>
  ({
    AgencyAbove: { size: sizes.agencyAbove, ...centred },
    Agency: { size: sizes.agency, bold: true, ...centred },
    Country: { size: sizes.country, bold: true, ...centred },
    Motto: { size: sizes.motto, bold: true, ...centred },
    Rule: { size: 2, line: 8, exact: true, before: 2, border: spacing.rule, ...centred },
    Number: { size: sizes.number, before: 2, ...centred },
    PlaceDate: { size: sizes.placeDate, italics: true, before: 2, ...centred },
    Approval: { size: sizes.approval, bold: true, before: 4, ...centred },
    ApprovalName: { size: sizes.approval, bold: true, ...centred },
    PaperTitle: { size: sizes.title, bold: true, before: 16, keepNext: true, ...centred },
    Subject: { size: sizes.subject, bold: true, keepNext: true, ...centred },
    Addressee: { size: sizes.addressee, before: 8, after: spacing.paragraph, ...centred },
    Addressees: { size: sizes.addressee, left: spacing.firstLine * 4, align: 'left', after: 5 },
  }) as const satisfies Record<string, Look>;

const textLooks = (form: PaperForm) => {
  const { sizes } = form;
  const body = bodyLook(form);
  const caption = { size: sizes.caption, ...centred };
  return {
    Basis: { ...body, italics: true },
    Body: body,
    Item: body,
    TableCaption: { bold: true, before: 8, after: 6, keepNext: true, ...caption },
    TableHead: { size: sizes.table, bold: true, before: 3, after: 3, keepNext: true, ...centred },
    TableCell: { size: sizes.table, before: 3, after: 3, align: 'left' },
    Chart: { size: sizes.body, before: 8, after: 4, keepNext: true, ...centred },
    ChartCaption: { italics: true, after: 12, ...caption },
  } as const satisfies Record<string, Look>;
};

const footLooks = ({ sizes }: PaperForm) =>
  ({
    RecipientsLabel: { size: sizes.recipientsLabel, bold: true, italics: true, align: 'left' },
    Recipients: { size: sizes.recipients, align: 'left' },
    SignedBy: { size: sizes.signature, bold: true, keepNext: true, ...centred },
    SignedName: { size: sizes.signature, bold: true, ...centred },
    PageNumber: { size: sizes.pageNumber, ...centred },
  }) as const satisfies Record<string, Look>;

export function stylesOf(form: PaperForm): IStylesOptions {
  const [looks, body, size] = [looksOf(form), bodyLook(form), `${form.sizes.body}pt`] as const;
  return {
    default: {
      document: {
        run: {
          font: { ascii: font, hAnsi: font, eastAsia: font, cs: font },
          size,
          sizeComplexScript: size,
          color: '000000',
          language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' },
        },
      },
      heading1: styleOf({ ...body, bold: true, keepNext: true }),
      heading2: styleOf({ ...body, bold: true, keepNext: true }),
      heading3: styleOf({ ...body, keepNext: true }),
    },
    paragraphStyles: entries(names).map(([id, name]) => ({
      id,
      name,
      basedOn: 'Normal',
      quickFormat: true,
      ...styleOf(looks[id]),
    })),
  };
}

function styleOf(look: Look) {
  const { size, bold = false, italics = false, align = 'left', keepNext = false } = look;
  const line = look.line
    ? { line: points(look.line), lineRule: look.exact ? ('exact' as const) : ('atLeast' as const) }
    : {};
  return {
    run: { font, size: `${size}pt` as const, bold, italics, color: '000000' },
    paragraph: {
      alignment: {
        center: AlignmentType.CENTER,
        both: AlignmentType.BOTH,
        left: AlignmentType.LEFT,
      }[align],
      keepNext,
      spacing: { before: points(look.before ?? 0), after: points(look.after ?? 0), ...line },
      indent: indentOfLook(look),
      ...(look.border === undefined ? {} : { border: { top: lineOf(look.border) } }),
    },
  };
}

/** The indents of a style, as they are written in a list that has it. */
export const indentOf = (form: PaperForm, style: StyleName) => indentOfLook(looksOf(form)[style]);

const indentOfLook = ({ firstLine = 0, left = 0 }: Look) => ({
  firstLine: twips(firstLine),
  left: twips(left),
});

/** The line under Quốc hiệu, agency and subject; DOCX counts eighths of a point. */
const lineOf = (thickness: number) => ({
  style: BorderStyle.SINGLE,
  size: thickness * 8,
  space: 1,
  color: '000000',
});

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  // Object.entries forgets the keys' type; these records are written out in full above.
  return Object.entries(record) as [K, V][];
}
