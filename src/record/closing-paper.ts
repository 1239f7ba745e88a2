// The paper on which a closing of the record is countersigned: its value, how to compare it, two to sign.

import type { Instant } from '#ground/day.ts';
import { dayAt } from '#ground/day.ts';
import { showDay, showMoment, showNumber } from '#ground/show.ts';
import type { Block, Cell, Paper } from '#papers/paper.ts';
import { rowsOfValue } from './closing.ts';

export type ClosingOnPaper = {
  readonly number: number;
  readonly madeAt: Instant;
  readonly chains: number;
  readonly rows: number;
  readonly value: string;
};

/** Whose installation it is; a line to fill in by hand where that is not known. */
export type Keeper = { readonly agency: string; readonly place: string };

export const closingPaper = (closing: ClosingOnPaper, keeper: Keeper, timeZone: string): Paper => ({
  kind: 'BB',
  header: {
    agencyAbove: null,
    agency: keeper.agency,
    number: closing.number,
    symbol: 'BB-NK',
    place: keeper.place,
    date: dayAt(closing.madeAt, timeZone),
  },
  title: 'Biên bản',
  subject: `Khóa sổ nhật ký hệ thống lần thứ ${closing.number}`,
  approval: null,
  addressees: [],
  bases: [],
  body: [...said(closing, timeZone), ...compared, ...signed],
  signature: { authority: null, position: 'Người đối chiếu', rank: null, name: null },
  recipients: ['Lưu: hồ sơ quản trị hệ thống (02)'],
  language: 'vi',
});

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const item = (text: string): Block => ({ kind: 'item', runs: [{ text }] });
const heading = (mark: string, text: string): Block => ({ kind: 'heading', level: 1, mark, text });
const middle = (text: string): Cell => ({ text, align: 'center' });

function said(closing: ClosingOnPaper, timeZone: string): readonly Block[] {
  const { number, madeAt, chains, rows, value } = closing;
  return [
    heading('I.', 'Nội dung khóa sổ'),
    paragraph(
      `Lúc ${showMoment(madeAt, timeZone)}, nhật ký của hệ thống được khóa sổ lần thứ ${number}: ${showNumber(rows)} dòng trong ${showNumber(chains)} chuỗi (mỗi điểm mô hình một chuỗi, một chuỗi cho việc chung). Giá trị khóa sổ là:`,
    ),
    {
      kind: 'table',
      caption: `Giá trị khóa sổ ngày ${showDay(dayAt(madeAt, timeZone))}`,
      head: ['Hàng', '1', '2', '3', '4'].map(middle),
      rows: rowsOfValue(value).map(({ letter, groups }) => [letter, ...groups].map(middle)),
      widths: [1, 2, 2, 2, 2],
    },
  ];
}

const compared: readonly Block[] = [
  heading('II.', 'Cách đối chiếu về sau'),
  item('Mở trang Nhật ký, mục Khóa sổ, lần khóa sổ ghi ở trên; so từng nhóm bốn ký tự theo hàng.'),
  item(
    'Hoặc chạy trên máy chủ lệnh: npm run audit -- verify --against "các nhóm ký tự"; lệnh tính lại toàn bộ chuỗi rồi so với giá trị này.',
  ),
  item(
    'Khớp: không dòng nào có trước lúc khóa sổ bị sửa, bớt, chèn hay đổi chỗ. Không khớp: giữ nguyên hệ thống và báo ngay cho người có trách nhiệm.',
  ),
];

const signed: readonly Block[] = [
  heading('III.', 'Xác nhận'),
  paragraph(
    'Hai người cùng so giá trị trên giấy với giá trị trên màn hình, thấy giống nhau và ký. Biên bản lập thành hai bản, cất ở hai nơi.',
  ),
  {
    kind: 'table',
    caption: 'Người khóa sổ',
    head: [{ text: 'Mục' }, { text: 'Ghi bằng tay' }],
    rows: ['Họ và tên', 'Chức vụ', 'Ngày, giờ', 'Chữ ký'].map((text) => [{ text }, { text: '' }]),
    widths: [2, 7],
  },
];
