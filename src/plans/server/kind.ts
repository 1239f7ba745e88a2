// What a file is, by its first bytes; the ending of its name only has to agree.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { ReadRefusal } from '../plan.ts';

export type FileKind = 'docx' | 'doc' | 'pdf' | 'txt';

/** The container is known from the first bytes; whether it holds a paper, its reader finds out. */
export function kindOf(bytes: Uint8Array, fileName: string): Outcome<FileKind, ReadRefusal> {
  const ending = endingOf(fileName);
  const named = kindOfEnding(ending);
  const found = kindOfBytes(bytes);
  if (ending !== '' && named === null) return refused('unknown-type');
  if (found === 'unreadable') return refused(named === null ? 'unknown-type' : 'damaged');
  if (found === 'foreign') return refused(named === null ? 'unknown-type' : 'type-differs');
  if (found === 'locked') return refused('password');
  return named === null || named === found ? done(found) : refused('type-differs');
}

export const endingOf = (fileName: string): string =>
  /\.([^./\\\s]{1,8})$/u.exec(fileName.trim())?.[1]?.toLowerCase() ?? '';

const endings: Readonly<Record<FileKind, readonly string[]>> = {
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  doc: ['doc', 'dot'],
  pdf: ['pdf'],
  txt: ['txt', 'text'],
};

const kindOfEnding = (ending: string): FileKind | null =>
  (['docx', 'doc', 'pdf', 'txt'] as const).find((kind) => endings[kind].includes(ending)) ?? null;

/** First bytes, read as Latin-1, of pictures, archives and programs people hand in by mistake. */
const foreignStarts = [
  '\x89PNG',
  '\xFF\xD8\xFF',
  'GIF8',
  'II*\0',
  'MM\0*',
  'RIFF',
  'Rar!',
  '7z\xBC\xAF',
];
/** Text only in its form: what Word saves as .rtf and browsers as .html, often named .doc. */
const markup = /^\s*(?:\{\\rtf|<(?:!doctype|html|\?xml|svg))/iu;

function kindOfBytes(bytes: Uint8Array): FileKind | 'locked' | 'foreign' | 'unreadable' {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf'; // the standard allows other bytes before the mark
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'docx';
  if (head.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'))
    return isLocked(bytes) ? 'locked' : 'doc';
  if (markup.test(head) || foreignStarts.some((start) => head.startsWith(start))) return 'foreign';
  return looksLikeText(bytes) ? 'txt' : 'unreadable';
}

/** Text holds no control characters but white space; UTF-16 is known by its mark or its zeros. */
function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) {
    return true;
  }
  return sample.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/** Word puts an encrypted .docx into the container of the old .doc, under this name. */
const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
