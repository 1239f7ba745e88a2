// MP4, MOV, M4A and 3GP: what phones write about place, model and time is emptied where it stands.

import { boxesIn, emptyBox, type Box } from './boxes.ts';
import { isStill } from './heif.ts';
import { latin } from './latin.ts';
import { emptySamples } from './samples.ts';

export const isMovie = (bytes: Uint8Array): boolean => latin(bytes, 4, 8) === 'ftyp';

/**
 * The same film of the same length: boxes that playing does not need become `free` and nought,
 * times become nought, tracks that are neither picture nor sound (a route, a sensor, a clock) lose
 * what they say. Nothing moves, so that the tables that point into the file stay right. Undefined
 * where the boxes do not add up.
 */
export function cleanMovie(bytes: Uint8Array): Uint8Array | undefined {
  if (isStill(bytes)) return undefined;
  const copy = bytes.slice();
  return cleanBoxes(copy, 'file', copy) ? copy : undefined;
}

/** All that stays of what a box holds. */
const kept: Readonly<Record<string, string>> = {
  file: 'ftyp styp moov mdat moof mfra sidx wide',
  moov: 'mvhd trak mvex iods',
  trak: 'tkhd edts mdia tref tapt',
  edts: 'elst',
  mdia: 'mdhd hdlr minf elng',
  minf: 'vmhd smhd nmhd gmhd sthd dinf stbl hdlr',
  moof: 'mfhd traf',
  traf: 'tfhd tfdt trun saiz saio sbgp sgpd senc',
};
/** Boxes that begin with the times they were made and changed. */
const timed = new Set(['mvhd', 'tkhd', 'mdhd']);
const shown = new Set(['vide', 'soun']);

function cleanBoxes(bytes: Uint8Array, within: string, file: Uint8Array): boolean {
  const names = new Set(kept[within]?.split(' '));
  const boxes = boxesIn(bytes);
  return boxes?.every((box) => cleanBox(bytes, box, names.has(box.type), file)) ?? false;
}

function cleanBox(bytes: Uint8Array, box: Box, isKept: boolean, file: Uint8Array): boolean {
  const { type, inside } = box;
  if (!isKept) emptyBox(bytes, box);
  if (!isKept || type === 'mdat') return true;
  if (type === 'trak' && !shown.has(handlerOf(inside))) {
    if (!emptySamples(inside, file)) return false;
    emptyBox(bytes, box);
    return true;
  }
  if (timed.has(type)) inside.fill(0, 4, inside[0] === 1 ? 20 : 12);
  // The name of the program that wrote it stands behind what it is for.
  if (type === 'hdlr') inside.fill(0, 24);
  return !(type in kept) || cleanBoxes(inside, type, file);
}

/** What a track is for: 'vide', 'soun', 'meta'. */
function handlerOf(track: Uint8Array): string {
  const media = boxesIn(track)?.find(({ type }) => type === 'mdia');
  const handler = media && boxesIn(media.inside)?.find(({ type }) => type === 'hdlr');
  return handler ? latin(handler.inside, 8, 12) : '';
}
