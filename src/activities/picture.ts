// A picture as it may be kept: what it is by its bytes, without where and by what it was taken.

import { ascii, numberAt } from './picture-bytes.ts';

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';
export type Picture = { readonly mediaType: PictureType; readonly bytes: Uint8Array };

/** By the first bytes, never by the name. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(bytes, 1, 4) === 'PNG' && bytes[0] === 0x89) return 'image/png';
  return ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP' ? 'image/webp' : undefined;
}

/**
 * The same picture without place, device, time or hidden previews; how it is turned stays.
 * Undefined where the bytes are no whole JPEG, PNG or WebP.
 */
export function cleanPicture(bytes: Uint8Array): Picture | undefined {
  const mediaType = pictureType(bytes);
  const cleaned = mediaType && cleaners[mediaType](bytes);
  return mediaType && cleaned && { mediaType, bytes: joined(cleaned) };
}

type Parts = readonly Uint8Array[] | undefined;

const cleaners: Readonly<Record<PictureType, (bytes: Uint8Array) => Parts>> = {
  'image/jpeg': jpegParts,
  'image/png': pngParts,
  'image/webp': webpParts,
};

/** Up to the end of the first picture: what phones hang behind it goes too. */
function jpegParts(bytes: Uint8Array): Parts {
  const kept = [bytes.subarray(0, 2)];
  let turned = false;
  for (let at = 2; at + 2 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === 0xd9) return [...kept, bytes.subarray(at, at + 2)];
    const end = at + 2 + numberAt(bytes, at + 2, 2);
    const next = marker === 0xda ? endOfScan(bytes, end) : end;
    const segment = bytes.subarray(at, next);
    const orientation: number | undefined = turned ? undefined : exifOrientation(segment);
    if (orientation !== undefined) kept.push(orientationOnly(orientation));
    turned ||= orientation !== undefined;
    if (isKeptInJpeg(marker, segment)) kept.push(segment);
    at = next;
  }
  return undefined;
}

/** Application data goes, but for JFIF, colours (ICC, Adobe); comments go. */
function isKeptInJpeg(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xe2) return ascii(segment, 4, 15) === 'ICC_PROFILE';
  if (marker === 0xe0 || marker === 0xee) return true;
  return marker !== 0xfe && (marker < 0xe0 || marker > 0xef);
}

/** The place of the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && marker !== 0 && marker !== 0xff && (marker & 0xf8) !== 0xd0)
      return at;
  }
  return Infinity;
}

/** 2–8 where a camera was held turned; undefined where upright or not said. */
function exifOrientation(segment: Uint8Array): number | undefined {
  if (segment[1] !== 0xe1 || ascii(segment, 4, 8) !== 'Exif') return undefined;
  const tiff = segment.subarray(10);
  const little = ascii(tiff, 0, 2) === 'II';
  const first = numberAt(tiff, 4, 4, little);
  const count = Math.min(numberAt(tiff, first, 2, little), 200);
  for (let entry = 0; entry < count; entry += 1) {
    const at = first + 2 + entry * 12;
    if (numberAt(tiff, at, 2, little) !== 0x0112) continue;
    const value = numberAt(tiff, at + 8, 2, little);
    return value >= 2 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** An Exif block that says one thing only: how to turn the picture. */
const orientationOnly = (value: number): Uint8Array => {
  const segment = new Uint8Array(36);
  segment.set([0xff, 0xe1, 0, 34]);
  segment.set(new TextEncoder().encode('Exif\0\0MM\0*'), 4);
  // The directory begins 8 bytes in and holds one entry: tag 0x0112, one 16-bit number.
  segment.set([0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value], 14);
  return segment;
};

const keptInPng: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs'.split(' '),
);

function pngParts(bytes: Uint8Array): Parts {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const next = at + 12 + numberAt(bytes, at, 4);
    const name = ascii(bytes, at + 4, at + 8);
    if (next > bytes.length) return undefined;
    if (keptInPng.has(name)) kept.push(bytes.subarray(at, next));
    if (name === 'IEND') return kept;
    at = next;
  }
  return undefined;
}

function webpParts(bytes: Uint8Array): Parts {
  const end = Math.min(8 + numberAt(bytes, 4, 4, true), bytes.length);
  const kept: Uint8Array[] = [];
  for (let at = 12; at + 8 <= end;) {
    const size = numberAt(bytes, at + 4, 4, true);
    const next = at + 8 + size + (size % 2);
    const name = ascii(bytes, at, at + 4);
    if (next > end) return undefined;
    if (name === 'VP8X') kept.push(withoutFlags(bytes.subarray(at, next)));
    else if (name !== 'EXIF' && name !== 'XMP ') kept.push(bytes.subarray(at, next));
    at = next;
  }
  return kept.length === 0 ? undefined : [riffHead(kept), ...kept];
}

/** The head of a WebP also says that Exif and XMP follow; they no longer do. */
const withoutFlags = (chunk: Uint8Array): Uint8Array =>
  chunk.map((byte, at) => (at === 8 ? byte & ~0x0c : byte));

function riffHead(chunks: readonly Uint8Array[]): Uint8Array {
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 4);
  const head = new TextEncoder().encode('RIFF    WEBP');
  new DataView(head.buffer).setUint32(4, size, true);
  return head;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
