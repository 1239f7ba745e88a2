// A file without what it says about its maker: place, device, time, author, programs; by its bytes.

import { cleanPicture, pictureType } from '#activities/picture.ts';
import { cleanStill, isAvif, isStill } from './heif.ts';
import { cleanMovie, isMovie } from './movie.ts';
import { cleanPdf, isPdf } from './pdf.ts';
import { cleanMp3, cleanWave, isMp3, isWave } from './sound.ts';

export type Cleaned = { readonly bytes: Uint8Array; readonly mediaType: string };

/** Undefined where the kind is not known or its insides cannot be reached: never half cleaned. */
export function cleaned(bytes: Uint8Array): Cleaned | undefined {
  if (pictureType(bytes)) return cleanPicture(bytes);
  const way = ways.find(({ is }) => is(bytes));
  const clean = way?.clean(bytes);
  return way && clean && { bytes: clean, mediaType: way.mediaType };
}

const ways = [
  { is: isAvif, clean: cleanStill, mediaType: 'image/avif' },
  { is: isStill, clean: cleanStill, mediaType: 'image/heic' },
  { is: isMovie, clean: cleanMovie, mediaType: 'video/mp4' },
  { is: isPdf, clean: cleanPdf, mediaType: 'application/pdf' },
  { is: isMp3, clean: cleanMp3, mediaType: 'audio/mpeg' },
  { is: isWave, clean: cleanWave, mediaType: 'audio/wav' },
] as const;
