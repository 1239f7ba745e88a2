// What a file really is, by its first bytes, and how it may be handed to a browser.

import { pictureType } from '#activities/picture.ts';
import { contentDisposition } from '../download-name.ts';

export type FileKind = { readonly mediaType: string; readonly inline: boolean };

const word = 'application/vnd.openxmlformats-officedocument';
/** What is packed as ZIP tells itself apart by its ending only; none of these runs in a browser. */
const packed = new Map([
  ['docx', `${word}.wordprocessingml.document`],
  ['xlsx', `${word}.spreadsheetml.sheet`],
  ['pptx', `${word}.presentationml.presentation`],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
]);
const old = new Map([
  ['doc', 'application/msword'],
  ['xls', 'application/vnd.ms-excel'],
  ['ppt', 'application/vnd.ms-powerpoint'],
]);

/** Undefined where it is nothing we take: it is then never opened in a browser. */
export function fileKind(bytes: Uint8Array, name: string): FileKind | undefined {
  const picture = pictureType(bytes);
  if (picture) return { mediaType: picture, inline: true };
  if (startsWith(bytes, '%PDF-')) return { mediaType: 'application/pdf', inline: true };
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const office = startsWith(bytes, 'PK\u0003\u0004') ? packed.get(ending) : undefined;
  const older = startsWith(bytes, '\u00d0\u00cf\u0011\u00e0') ? old.get(ending) : undefined;
  const mediaType = office ?? older;
  return mediaType === undefined ? undefined : { mediaType, inline: false };
}

/** Headers under which nothing of the file can run, whatever it is. */
export function headersFor(bytes: Uint8Array, name: string): Record<string, string> {
  const kind = fileKind(bytes, name);
  const isPdf = kind?.mediaType === 'application/pdf';
  return {
    'content-type': kind?.mediaType ?? 'application/octet-stream',
    'content-length': String(bytes.length),
    'content-disposition': contentDisposition(kind?.inline ? 'inline' : 'attachment', name),
    'x-content-type-options': 'nosniff',
    // Browsers refuse to show a PDF in a sandbox; their viewers are one themselves.
    ...(isPdf ? {} : { 'content-security-policy': "default-src 'none'; sandbox" }),
  };
}

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  Array.from(signature).every((sign, at) => bytes[at] === sign.charCodeAt(0));
