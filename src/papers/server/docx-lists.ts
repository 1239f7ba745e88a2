// The lists of a DOCX paper: Word's own, with the form's sign and the indents of their styles.

import { type INumberingOptions, LevelFormat, LevelSuffix, Paragraph, type TextRun } from 'docx';
import { listSign } from '../layout.ts';
import type { PaperForm } from '../measures.ts';
import { font, indentOf, type StyleName } from './docx-styles.ts';

const listStyles = ['Item', 'Addressees', 'Recipients'] as const satisfies readonly StyleName[];

type ListStyle = (typeof listStyles)[number];

/** One list to a style: a list's indents count before those of the style. */
export const listsOf = (form: PaperForm): INumberingOptions['config'] =>
  listStyles.map((style) => ({
    reference: style,
    levels: [
      {
        level: 0,
        format: LevelFormat.BULLET,
        text: listSign,
        suffix: LevelSuffix.SPACE,
        style: { run: { font }, paragraph: { indent: indentOf(form, style) } },
      },
    ],
  }));

/** `keepNext`: stays on the page of what follows. */
export const listItem = (
  style: ListStyle,
  content: string | readonly TextRun[],
  keepNext = false,
): Paragraph =>
  new Paragraph({
    style,
    numbering: { reference: style, level: 0 },
    keepNext,
    ...(typeof content === 'string' ? { text: content } : { children: content }),
  });
