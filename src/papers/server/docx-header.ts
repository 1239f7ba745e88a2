// The two-column head of a DOCX paper and its foot: who issues it, who signs it, who receives it.

import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Sheet, Signature } from '../layout.ts';
import { millimetre, type PaperForm } from '../measures.ts';
import { textWidth as widthOf } from '../text-width.ts';
import { listItem } from './docx-lists.ts';
import { twips, type StyleName } from './docx-styles.ts';

type CellContent = readonly Paragraph[];

export const styled = (style: StyleName, text: string): Paragraph => new Paragraph({ style, text });

/** A rule of a length in millimetres, centred in a column: a border between two indents. */
export function rule(length: number, column: number): Paragraph {
  const side = twips(Math.max(0, (column - length) / 2));
  return new Paragraph({ style: 'Rule', indent: { left: side, right: side } });
}

export function head(sheet: Sheet, { columns, sizes, spacing }: PaperForm): Table {
  const agency = [
    ...sheet.agencyAbove.map((line) => styled('AgencyAbove', line)),
    ...sheet.agency.map((line) => styled('Agency', line)),
    rule(sheet.rules.agency, columns.left),
  ];
  const motto = widthOf(sheet.motto, sizes.motto * millimetre, 'bold');
  const country = [
    styled('Country', sheet.country),
    styled('Motto', sheet.motto),
    rule(motto, columns.right),
  ];
  const rows: [CellContent, CellContent][] = [
    [agency, country],
    [[styled('Number', sheet.number)], [styled('PlaceDate', sheet.placeDate ?? '')]],
  ];
  if (sheet.approval)
    rows.push([approval(sheet.approval, spacing.signature), [styled('PlaceDate', '')]]);
  return plainTable([columns.left, columns.right], rows);
}

export function foot(sheet: Sheet, { textWidth, spacing }: PaperForm): Table {
  const recipients = [
    styled('RecipientsLabel', sheet.recipients.label),
    ...sheet.recipients.lines.map((line) => listItem('Recipients', line)),
  ];
  const left = textWidth * 0.45;
  const signature = signed(sheet.signature, 'SignedBy', 'SignedName', spacing.signature);
  return plainTable([left, textWidth - left], [[recipients, signature]]);
}

const approval = (block: Signature & { text: readonly string[] }, room: number): CellContent => [
  ...block.text.map((line) => styled('Approval', line)),
  ...signed(block, 'ApprovalName', 'ApprovalName', room * 0.8),
];

const signed = (
  { titles, name }: Signature,
  by: StyleName,
  as: StyleName,
  room: number,
): Paragraph[] => [
  ...titles.map((title) => styled(by, title)),
  new Paragraph({ style: as, text: name, spacing: { before: twips(room) } }),
];

/** A table that only places things: no lines, rows never torn between pages. */
function plainTable(
  widths: readonly [number, number],
  rows: readonly (readonly [CellContent, CellContent])[],
): Table {
  const none = { style: 'none', size: 0, color: 'auto' } as const;
  const borders = { top: none, bottom: none, left: none, right: none };
  const cell = (children: CellContent, width: number): TableCell =>
    new TableCell({ children, width: { size: twips(width), type: WidthType.DXA }, borders });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths[0] + widths[1]), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      ([left, right]) =>
        new TableRow({
          cantSplit: true,
          children: [cell(left, widths[0]), cell(right, widths[1])],
        }),
    ),
  });
}
