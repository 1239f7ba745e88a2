// A PDF without its properties: author, program, dates and XMP are blanked where they stand.

import { latin, longLatin, viewOf } from './latin.ts';

export const isPdf = (bytes: Uint8Array): boolean => latin(bytes, 0, 5) === '%PDF-';

/**
 * Blanked in place, so that the table of places stays right. Undefined where properties may stand
 * where they cannot be seen: in packed objects, behind a password, or in files put into the PDF.
 */
export function cleanPdf(bytes: Uint8Array): Uint8Array | undefined {
  const text = longLatin(bytes);
  if (hidden.test(text)) return undefined;
  const copy = bytes.slice();
  if (!blankProperties(text, copy)) return undefined;
  for (const name of xmp) for (let from = 0; from >= 0;) from = blankXmp(name, text, copy, from);
  for (let from = 0; from >= 0;) from = emptyExif(text, copy, from);
  return copy;
}

/** One after the other and never one within another: a file made to be slow is read once all the same. */
function blankProperties(text: string, copy: Uint8Array): boolean {
  const next = new RegExp(property);
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const from = next.lastIndex;
    const to = endOfValue(text, from);
    if (to === undefined) return false;
    copy.fill(0x20, from + 1, to - 1);
    next.lastIndex = to;
  }
  return true;
}

/** Descriptions stand in the one, or straight in the other. */
const xmp = ['x:xmpmeta', 'rdf:RDF'] as const;

/** The place behind the next packet; -1 where there is none. */
function blankXmp(name: string, text: string, copy: Uint8Array, from: number): number {
  const begin = text.indexOf(`<${name}`, from);
  const close = `</${name}>`;
  const end = begin === -1 ? -1 : text.indexOf(close, begin);
  if (end === -1) return -1;
  copy.fill(0x20, begin, end + close.length);
  return end + close.length;
}

/** What a camera wrote into a photo that became a page. */
function emptyExif(text: string, copy: Uint8Array, from: number): number {
  const begin = text.indexOf('Exif\0\0', Math.max(from, 4)) - 4;
  if (begin < 0) return -1;
  if (latin(copy, begin, begin + 2) !== '\xff\xe1') return begin + 10;
  const end = begin + 2 + viewOf(copy).getUint16(begin + 2);
  copy.fill(0, begin + 10, end);
  return Math.max(end, begin + 10);
}

const names =
  'Author|Creator|Producer|CreationDate|ModDate|Title|Subject|Keywords|Company|Manager|SourceModified|LastModified|PTEX\\.Fullbanner';
/** Up to the sign that opens the value: '(' or '<'. */
const property = new RegExp(`/(?:${names})\\s*(?=[(<](?!<))`, 'g');
/** Packed objects, a password, files within, packed descriptions, values that stand elsewhere. */
const hidden = new RegExp(
  `/ObjStm|/Encrypt\\b|/EmbeddedFile|/Metadata[^>]{0,200}/Filter|/Filter[^>]{0,200}/Metadata|/(?:${names})\\s+\\d`,
);

/** Behind the sign that closes it: round brackets count, but for those behind a backslash. */
function endOfValue(text: string, from: number): number | undefined {
  if (text[from] === '<') {
    const end = text.indexOf('>', from);
    return end === -1 ? undefined : end + 1;
  }
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && (depth -= 1) === 0) return at + 1;
  }
  return undefined;
}
