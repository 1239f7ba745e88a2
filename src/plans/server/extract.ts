// Any file a person may hand in to the lines of its text, or why it is not read.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { ReadRefusal } from '../plan.ts';
import { endingOf, kindOf, type FileKind } from './kind.ts';
import { isOldEncoding } from './old-encoding.ts';
import { linesOfText } from './txt.ts';

type Lines = Outcome<readonly string[], ReadRefusal>;

/** Never throws: whatever a reader stumbles over is a damaged file. */
export async function extract(bytes: Uint8Array, fileName: string): Promise<Lines> {
  const kind = kindOf(bytes, fileName);
  if (!kind.ok) return kind;
  const read = await readers[kind.value](bytes).catch(() => refused('damaged'));
  if (read.ok) return judge(read.value);
  // A sheet or a drawing in the same container: with the ending of a paper the name is wrong.
  const isMisnamed = read.refusal === 'unknown-type' && endingOf(fileName) !== '';
  return isMisnamed ? refused('type-differs') : read;
}

/** Each reader and its library are loaded when the first file of their kind comes. */
const readers: Readonly<Record<FileKind, (bytes: Uint8Array) => Promise<Lines>>> = {
  docx: async (bytes) => (await import('./docx.ts')).linesOfDocx(bytes),
  doc: async (bytes) => (await import('./doc.ts')).linesOfDoc(bytes),
  pdf: async (bytes) => (await import('./pdf.ts')).linesOfPdf(bytes),
  txt: (bytes) => Promise.resolve(linesOfText(bytes)),
};

function judge(lines: readonly string[]): Lines {
  const last = lines.findLastIndex((line) => line !== '');
  if (last === -1) return refused('empty');
  return isOldEncoding(lines) ? refused('old-encoding') : done(lines.slice(0, last + 1));
}
