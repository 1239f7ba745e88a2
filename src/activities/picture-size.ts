// How large a picture says it is, read before anything draws it: a few bytes may stand for gigabytes.

import { ascii, numberAt } from './picture-bytes.ts';
import { pictureType, type PictureType } from './picture.ts';

/** More than any phone's camera makes when it is not told to; drawn, 480 MB. */
const mostPixels = 120_000_000;

export function hasTooManyPixels(bytes: Uint8Array): boolean {
  const mediaType = pictureType(bytes);
  return mediaType !== undefined && pixels[mediaType](bytes) > mostPixels;
}

const pixels: Readonly<Record<PictureType, (bytes: Uint8Array) => number>> = {
  'image/jpeg': pixelsOfJpeg,
  'image/png': (bytes) => numberAt(bytes, 16, 4) * numberAt(bytes, 20, 4),
  'image/webp': pixelsOfWebp,
};

/** Of the largest frame there is: readers differ in which they take. */
function pixelsOfJpeg(bytes: Uint8Array): number {
  let most = 0;
  for (let at = 2; bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    // Readers skip what fills up, and begin to draw at the scan.
    if (marker === 0xda) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker))
      most = Math.max(most, numberAt(bytes, at + 5, 2) * numberAt(bytes, at + 7, 2));
    at += 2 + numberAt(bytes, at + 2, 2);
  }
  return most;
}

/** C0 to CF but for tables (C4), an extension (C8) and the arithmetic (CC). */
const isFrame = (marker: number): boolean =>
  (marker & 0xf0) === 0xc0 && ![0xc4, 0xc8, 0xcc].includes(marker);

function pixelsOfWebp(bytes: Uint8Array): number {
  const kind = ascii(bytes, 12, 16);
  if (kind === 'VP8X')
    return (1 + numberAt(bytes, 24, 3, true)) * (1 + numberAt(bytes, 27, 3, true));
  if (kind === 'VP8 ')
    return (numberAt(bytes, 26, 2, true) & 0x3fff) * (numberAt(bytes, 28, 2, true) & 0x3fff);
  if (kind !== 'VP8L') return 0;
  const sides = numberAt(bytes, 21, 4, true);
  return (1 + (sides & 0x3fff)) * (1 + ((sides >> 14) & 0x3fff));
}
