// Plain text to lines: UTF-8, UTF-16 with its mark, and Windows-1258 as older machines saved it.

import { done, type Outcome } from '#ground/outcome.ts';
import type { ReadRefusal } from '../plan.ts';
import { tidyLines } from './line-text.ts';

export const linesOfText = (bytes: Uint8Array): Outcome<readonly string[], ReadRefusal> =>
  done(withColumns(tidyLines(decode(bytes)).map(withTabs)));

/** A table set with blanks: under a head that begins with STT, rows parted by as many gaps. */
function withColumns(lines: readonly string[]): readonly string[] {
  let columns = 0;
  return lines.map((line) => {
    const cells = line.split(/ {2,}/u);
    if (/^(?:s?tt|số tt)$/iu.test(cells[0] ?? '')) columns = cells.length;
    else if (cells.length !== columns) columns = 0;
    return columns > 2 ? cells.join('\t') : line;
  });
}

/** A table drawn with upright strokes: two of them at least, for one alone may stand in a text. */
function withTabs(line: string): string {
  if (!/[|│].*[|│]/u.test(line)) return line;
  const row = line.replace(/^\s*[|│]|[|│]\s*$/gu, '');
  return row.split(/\s*[|│]\s*/u).length < 2 ? line : row.trim().replace(/\s*[|│]\s*/gu, '\t');
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return decodeUtf8(bytes) ?? new TextDecoder('windows-1258').decode(bytes);
}

/** Null where the bytes are no UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
