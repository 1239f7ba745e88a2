// The minutes of an opening, to be signed by the two who opened it and whoever takes the papers; no word of a letter.

import { showDay } from '#ground/show.ts';
import type { Block, Cell, Paper } from '#papers/paper.ts';
import { boxWords } from './box.words.ts';
import type { Box, Opening } from './box.ts';

export type MinutesOf = {
  readonly box: Pick<Box, 'place'>;
  readonly opening: Opening;
  /** 'Công an xã Ví Dụ'. */
  readonly agency: string;
  /** 'Xã Ví Dụ'. */
  readonly place: string;
};

/** A number of its own and the hour are written in by hand where the agency's custom asks for them. */
export const minutesPaper = ({ box, opening, agency, place }: MinutesOf): Paper => ({
  kind: 'BB',
  header: {
    agencyAbove: null,
    agency,
    number: null,
    symbol: 'BB-…',
    place,
    date: opening.openedOn,
  },
  title: 'Biên bản',
  subject: 'Mở hòm thư tố giác tội phạm',
  approval: null,
  addressees: [],
  bases: [],
  body: [
    ...begins(box, opening),
    ...found(opening),
    ...reconciled(opening),
    ...closed(opening),
    signatures(opening),
    paragraph('Biên bản lập thành hai bản, đã đọc lại cho mọi người có tên cùng nghe'),
  ],
  signature: {
    authority: null,
    position: opening.handedTo ? 'Người nhận thư' : 'Đại diện đơn vị',
    rank: null,
    name: null,
  },
  recipients: ['Lưu: hồ sơ hòm thư'],
  language: 'vi',
});

const own = boxWords.vi;
const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const item = (text: string): Block => ({ kind: 'item', runs: [{ text }] });
const heading = (mark: string, text: string): Block => ({ kind: 'heading', level: 1, mark, text });
const middle = (text: string): Cell => ({ text, align: 'center' });

const begins = ({ place }: Pick<Box, 'place'>, opening: Opening): readonly Block[] => [
  paragraph(
    `Ngày ${showDay(opening.openedOn)}, tại nơi treo hòm thư: ${place}, hai người có tên dưới đây cùng mở hòm thư tố giác tội phạm:`,
  ),
  item(
    `${opening.first.name} (người thứ nhất) và ${opening.second.name} (người thứ hai, tự xác nhận có mặt)`,
  ),
  ...(opening.replacementReason
    ? [paragraph(`Lý do thay người giữ chìa khóa: ${opening.replacementReason}.`)]
    : []),
];

const found = ({ sealExpected, sealFound, sealState }: Opening): readonly Block[] => [
  heading('I.', 'Niêm phong trước khi mở'),
  paragraph(
    `Số ghi trong sổ: ${sealExpected}. Số đọc được trên hòm: ${sealFound}. ${own.sealState[sealState]}.`,
  ),
];

function reconciled(opening: Opening): readonly Block[] {
  const { letters, entered, setAside, setAsideReason, differenceReason } = opening;
  const difference = (letters ?? 0) - entered.length - (setAside ?? 0);
  const rows: readonly (readonly [string, number])[] = [
    ['Đếm được trong hòm', letters ?? 0],
    ['Thư đã nhập và niêm phong ngay tại chỗ', entered.length],
    ['Giấy không phải thư, để riêng', setAside ?? 0],
    ['Chênh lệch', difference],
  ];
  return [
    heading('II.', 'Đếm và đối chiếu'),
    {
      kind: 'table',
      caption: letters === 0 ? 'Hòm không có thư' : 'Số lượng',
      head: ['Nội dung', 'Số lượng'].map(middle),
      rows: rows.map(([text, count]) => [{ text }, middle(String(count))]),
      widths: [4, 1],
    },
    ...(setAsideReason ? [paragraph(`Giấy để riêng: ${setAsideReason}.`)] : []),
    ...(differenceReason ? [paragraph(`Lý do chênh lệch: ${differenceReason}.`)] : []),
  ];
}

const closed = ({ newSeal, handedTo }: Opening): readonly Block[] => [
  heading('III.', 'Khóa lại và bàn giao'),
  paragraph(
    `Hòm đã khóa lại bằng hai chìa, gắn niêm phong số ${newSeal ?? '……'}. ${
      handedTo
        ? `Thư giấy để trong phong bì dán kín, hai người ký ngang mép dán, giao cho: ${handedTo}.`
        : 'Không có thư giấy phải bàn giao.'
    } Nội dung thư không ghi ở đây; hai người giữ kín những gì đã thấy.`,
  ),
];

/** Room to sign beside each name; whoever takes the papers signs below. */
const signatures = ({ first, second }: Opening): Block => ({
  kind: 'table',
  caption: 'Hai người mở hòm ký tên',
  head: ['Người mở hòm', 'Ký, ghi rõ họ tên'].map(middle),
  rows: [
    [`Thứ nhất: ${first.name}`, room],
    [`Thứ hai: ${second.name}`, room],
  ].map((row) => row.map((text) => ({ text }))),
  widths: [1, 1],
});

const room = '…'.repeat(10);
