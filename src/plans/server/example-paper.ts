// A made-up plan for tests and measurements: its parts, its lines, and the same paper as .docx.

import {
  AlignmentType,
  Document,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

const left = ['UBND HUYỆN NẬM PHA', 'UBND XÃ MƯỜNG LAN', 'Số: 27/KH-UBND'];
const right = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Mường Lan, ngày 12 tháng 02 năm 2024',
];
const title = [
  'KẾ HOẠCH',
  'Xây dựng mô hình “Bản bình yên, không ma túy”',
  'tại bản Suối Trong, xã Mường Lan, huyện Nậm Pha',
];
const opening = [
  'Thực hiện Kế hoạch số 15/KH-UBND ngày 20/01/2024 của UBND huyện Nậm Pha về phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2024, UBND xã Mường Lan xây dựng kế hoạch như sau:',
];

type Item = { readonly sign: 'I.' | '1.' | '-'; readonly text: string };
const items: readonly Item[] = [
  { sign: 'I.', text: 'MỤC ĐÍCH, YÊU CẦU' },
  {
    sign: '1.',
    text: 'Giúp bà con trong bản hiểu rõ tác hại của ma túy và cách từ chối khi bị rủ rê.',
  },
  {
    sign: '1.',
    text: 'Giảm số vụ trộm cắp so với năm 2023; việc làm phải thiết thực, không hình thức.',
  },
  { sign: 'I.', text: 'ĐẶC ĐIỂM TÌNH HÌNH' },
  { sign: '-', text: 'Bản Suối Trong có 148 hộ, 655 nhân khẩu, diện tích 312,5 ha.' },
  { sign: '-', text: 'Năm 2023 xảy ra 04 vụ trộm cắp và 02 vụ việc về ma túy.' },
  { sign: 'I.', text: 'CÁC BƯỚC TIẾN HÀNH' },
];
const table = [
  ['STT', 'Nội dung', 'Chủ trì', 'Phối hợp', 'Thời gian'],
  [
    '1',
    'Khảo sát địa bàn, lắng nghe ý kiến từng hộ',
    'Công an xã',
    'Trưởng bản',
    'hoàn thành trong tháng 3',
  ],
  [
    '2',
    'Họp bản lấy ý kiến về quy chế và biểu quyết',
    'UBND xã',
    'MTTQ xã',
    'trước ngày 30/4/2024',
  ],
  ['3', 'Ra mắt mô hình', 'UBND xã', 'Công an xã', 'Quý II'],
  [
    '4',
    'Sinh hoạt hằng tháng của tổ nòng cốt',
    'Tổ nòng cốt',
    'Công an xã',
    'duy trì thường xuyên',
  ],
];
const closing: readonly Item[] = [
  { sign: 'I.', text: 'TỔ CHỨC THỰC HIỆN' },
  {
    sign: '-',
    text: 'Công an xã kiểm tra hằng tháng; sơ kết 6 tháng một lần, tổng kết vào tháng 12.',
  },
  { sign: '-', text: 'Kinh phí: từ ngân sách xã và đóng góp tự nguyện của nhân dân.' },
];
const recipients = [
  'Nơi nhận:',
  '- UBND huyện (để báo cáo);',
  '- Công an xã (thực hiện);',
  '- Lưu: VT.',
];
const signature = ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Trần Văn Mẫu'];

/** The paper as a person would type it into a text file. */
export function exampleLines(): readonly string[] {
  const rows = table.map((cells) => cells.join('\t'));
  const listed = signed([...items, ...closing]);
  const before = [left, right, title, opening, listed.slice(0, items.length)];
  return [...before, rows, listed.slice(items.length), recipients, signature].flat();
}

/** Roman chapters go on counting; numbers begin anew in each. */
function signed(list: readonly Item[]): readonly string[] {
  let chapter = 0;
  let point = 0;
  return list.map(({ sign, text }) => {
    if (sign === '-') return `- ${text}`;
    if (sign === '1.') return `${++point}. ${text}`;
    point = 0;
    return `${['I', 'II', 'III', 'IV'][chapter++]}. ${text}`;
  });
}

/** The paper as Word would save it, list signs automatic; `more` repeats the body for its length. */
export async function exampleDocx(more = 0): Promise<Uint8Array> {
  const extra = Array.from({ length: more }, () => opening[0] ?? '');
  const document = new Document({
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    numbering: { config: [{ reference: 'chapters', levels: [chapterLevel, pointLevel] }, dashes] },
    sections: [
      {
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          sideBySide(left, right),
          ...title.map((text) => new Paragraph({ text, alignment: AlignmentType.CENTER })),
          ...[...opening, ...extra].map((text) => new Paragraph({ text })),
          ...items.map(listed),
          grid(table),
          ...closing.map(listed),
          sideBySide(recipients, signature),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const chapterLevel = { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.', start: 1 };
const pointLevel = { level: 1, format: LevelFormat.DECIMAL, text: '%2.', start: 1 };
const dashes = {
  reference: 'dashes',
  levels: [{ level: 0, format: LevelFormat.BULLET, text: '-', alignment: AlignmentType.LEFT }],
};

const listed = ({ sign, text }: Item): Paragraph =>
  new Paragraph({
    text,
    numbering:
      sign === '-'
        ? { reference: 'dashes', level: 0 }
        : { reference: 'chapters', level: sign === 'I.' ? 0 : 1 },
  });

const pageNumber = (): Paragraph =>
  new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] });

const cell = (texts: readonly string[]): TableCell =>
  new TableCell({ children: texts.map((text) => new Paragraph({ text })) });

const sideBySide = (one: readonly string[], other: readonly string[]): Table =>
  new Table({
    width: { size: 9000, type: WidthType.DXA },
    columnWidths: [4000, 5000],
    borders: TableBorders.NONE,
    rows: [new TableRow({ children: [cell(one), cell(other)] })],
  });

const grid = (rows: readonly (readonly string[])[]): Table =>
  new Table({
    width: { size: 9000, type: WidthType.DXA },
    columnWidths: [700, 3500, 1500, 1500, 1800],
    rows: rows.map((cells) => new TableRow({ children: cells.map((text) => cell([text])) })),
  });
