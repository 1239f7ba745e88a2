// The DOCX file of a laid-out paper: its sections, page numbers, and the order of its parts.

import { Document, Header, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import type { Sheet } from '../layout.ts';
import type { PaperForm } from '../measures.ts';
import { bodyBlock } from './docx-body.ts';
import { foot, head, rule, styled } from './docx-header.ts';
import { listItem, listsOf } from './docx-lists.ts';
import { stylesOf, twips } from './docx-styles.ts';

export async function writeDocument(sheet: Sheet, form: PaperForm): Promise<Uint8Array> {
  const last = sheet.body.length - 1;
  const body = await Promise.all(
    sheet.body.map((block, at) => bodyBlock(block, form, at === last)),
  );
  const annex = await Promise.all(sheet.annex.map((block) => bodyBlock(block, form, false)));
  if (annex.length > 0) annex.unshift([new Paragraph({ pageBreakBefore: true })]);
  const file = new Document({
    title: sheet.name,
    subject: sheet.subject.join(' '),
    creator: sheet.author,
    lastModifiedBy: sheet.author,
    styles: stylesOf(form),
    numbering: { config: listsOf(form) },
    sections: [
      {
        properties: sectionProperties(form),
        headers: { first: emptyHeader(), default: pageNumber() },
        children: [
          ...opening(sheet, form),
          ...body.flat(),
          styled('Recipients', ''),
          foot(sheet, form),
          ...annex.flat(),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const sectionProperties = ({ page }: PaperForm) => ({
  // The number is hidden on page 1, which has a header of its own.
  titlePage: true,
  page: {
    size: { width: twips(page.width), height: twips(page.height) },
    margin: {
      top: twips(page.top),
      bottom: twips(page.bottom),
      left: twips(page.left),
      right: twips(page.right),
      header: twips(page.number),
      footer: twips(page.number),
    },
  },
});

const emptyHeader = (): Header => new Header({ children: [styled('PageNumber', '')] });

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'PageNumber',
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });

const opening = (sheet: Sheet, form: PaperForm): (Paragraph | Table)[] => [
  head(sheet, form),
  styled('PaperTitle', sheet.title),
  ...sheet.subject.map((line) => styled('Subject', line)),
  rule(sheet.rules.subject, form.textWidth),
  ...addressees(sheet.addressees, form),
  ...sheet.bases.map((basis) => styled('Basis', basis)),
];

function addressees(block: Sheet['addressees'], { spacing }: PaperForm): Paragraph[] {
  if (!block) return [];
  const first = new Paragraph({
    style: 'Addressee',
    text: block.first,
    // One addressee is centred; several hang below the colon.
    ...(block.others.length > 0
      ? { alignment: 'left' as const, indent: { left: twips(spacing.firstLine * 2) } }
      : {}),
  });
  return [first, ...block.others.map((line) => listItem('Addressees', line))];
}
