// A paragraph of the paper with its lines, its sign taken off, or the cells of a table's row.

import { tidy } from '#ground/text.ts';
import type { Lines } from '../../plan.ts';
import { cut, isUpper, written, wordCount, type Written } from '../written.ts';
import { takeSign, type Sign } from './sign.ts';

export type Paragraph = Written & {
  readonly lines: Lines;
  readonly sign: Sign | null;
  /** The whole text, sign included. */
  readonly whole: string;
  /** A row of a table, cell by cell; null for running text. */
  readonly cells: readonly string[] | null;
};

export function paragraph(raw: string, lines: Lines): Paragraph {
  const cells = raw.includes('\t') ? raw.split('\t').map(tidy) : null;
  const all = written(raw);
  const { sign, body } = cells === null ? takeSign(all) : { sign: null, body: all };
  return { ...body, lines, sign: sign ?? capsSign(body, cells), whole: all.text, cells };
}

/** The words before a colon, where they are few enough to be a label; null otherwise. */
export function labelOf(of: Written): { readonly label: Written; readonly rest: Written } | null {
  const at = of.text.indexOf(':');
  if (at < 1 || at > 160) return null;
  const label = cut(of, 0, at);
  return wordCount(label.text) > 20 ? null : { label, rest: cut(of, at + 1) };
}

/** A line all in capitals with no sign is a heading of its own. */
function capsSign(of: Written, cells: readonly string[] | null): Sign | null {
  const isHeading =
    cells === null && isUpper(of.text) && wordCount(of.text) > 1 && of.text.length < 200;
  return isHeading && !/[.;,]$/u.test(of.text) ? { kind: 'caps', label: '' } : null;
}
