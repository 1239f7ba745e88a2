// The body of a DOCX paper: headings, paragraphs, tables with repeated heads, charts as pictures.

import {
  AlignmentType,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { SheetBlock } from '../layout.ts';
import { paperFont } from '../charts/look.ts';
import type { PaperForm } from '../measures.ts';
import type { Cell, Run } from '../paper.ts';
import { styled } from './docx-header.ts';
import { listItem } from './docx-lists.ts';
import { twips } from './docx-styles.ts';
import { svgToPng } from './png.ts';

/** `last`: stays on the page of what follows, so that no signature stands alone on a sheet. */
export async function bodyBlock(
  block: SheetBlock,
  form: PaperForm,
  last: boolean,
): Promise<readonly (Paragraph | Table)[]> {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ style: `Heading${block.level}`, text: block.text })];
    case 'paragraph':
      return [new Paragraph({ style: 'Body', children: block.runs.map(textRun), keepNext: last })];
    case 'list':
      return listBlock(block.items, last);
    case 'table':
      return tableBlock(block, form);
    case 'chart':
      return chartBlock(block, form);
  }
}

const textRun = ({ text, bold, italic }: Run): TextRun =>
  new TextRun({ text, ...(bold ? { bold } : {}), ...(italic ? { italics: italic } : {}) });

const listBlock = (items: readonly (readonly Run[])[], last: boolean): Paragraph[] =>
  items.map((runs, at) => listItem('Item', runs.map(textRun), last && at === items.length - 1));

function tableBlock(
  block: Extract<SheetBlock, { kind: 'table' }>,
  { textWidth }: PaperForm,
): (Paragraph | Table)[] {
  const whole = block.widths.reduce((sum, width) => sum + width, 0);
  const widths = block.widths.map((width) => twips((width / whole) * textWidth));
  const row = (cells: readonly Required<Cell>[], header: boolean): TableRow =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: cells.map((cell, at) => tableCell(cell, widths[at] ?? 0, header)),
    });
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(textWidth), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: twips(1.4), right: twips(1.4) },
    rows: [
      ...(block.head.length > 0 ? [row(block.head, true)] : []),
      ...block.rows.map((cells) => row(cells, false)),
    ],
  });
  // A paragraph after it: two tables in a row would become one.
  const space = new Paragraph({ style: 'Rule', border: {}, spacing: { line: 120 } });
  return [...(block.caption === null ? [] : [styled('TableCaption', block.caption)]), table, space];
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function tableCell(cell: Required<Cell>, width: number, header: boolean): TableCell {
  const style = header ? 'TableHead' : 'TableCell';
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: 'center',
    children: cell.text
      .split('\n')
      .map((text) => new Paragraph({ style, text, alignment: alignments[cell.align] })),
  });
}

/**
 * Word shows the SVG sharp at every size; older programs show the PNG inside the same picture. Word
 * processors look for the first font only, and have no Tinos.
 */
async function chartBlock(
  block: Extract<SheetBlock, { kind: 'chart' }>,
  { textWidth }: PaperForm,
): Promise<Paragraph[]> {
  const pixels = Math.floor((textWidth / 25.4) * 96);
  const [width, height] = block.size;
  const transformation = { width: pixels, height: Math.round((pixels * height) / width) };
  const picture = new ImageRun({
    type: 'svg',
    data: Buffer.from(block.svg.replace(paperFont, 'Times New Roman')),
    fallback: { type: 'png', data: await svgToPng(block.svg, pixels * 1.5) },
    transformation,
    altText: { name: block.caption, title: block.caption, description: block.alt },
  });
  return [
    new Paragraph({ style: 'Chart', children: [picture] }),
    styled('ChartCaption', block.caption),
  ];
}
