// HEIC and AVIF photos: Exif and XMP are emptied where they lie; how the picture is turned is kept apart from them.

import { boxesIn, emptyBox, type Box } from './boxes.ts';
import { latin } from './latin.ts';
import { toldItems } from './heif-items.ts';

const brands = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis']);

export const isStill = (bytes: Uint8Array): boolean =>
  latin(bytes, 4, 8) === 'ftyp' && brands.has(latin(bytes, 8, 12));

export const isAvif = (bytes: Uint8Array): boolean =>
  isStill(bytes) && latin(bytes, 8, 11) === 'avi';

/**
 * The same picture of the same length. Undefined where what it tells lies somewhere else than
 * such photos keep it, or where it is a film as well.
 */
export function cleanStill(bytes: Uint8Array): Uint8Array | undefined {
  const copy = bytes.slice();
  const boxes = boxesIn(copy);
  const meta = boxes?.filter(({ type }) => type === 'meta') ?? [];
  const [only] = meta;
  if (!boxes || !only || meta.length > 1 || boxes.some(({ type }) => type === 'moov'))
    return undefined;
  for (const box of boxes) if (!keptInFile.has(box.type)) emptyBox(copy, box);
  return cleanMeta(only, copy) ? copy : undefined;
}

const keptInFile = new Set(['ftyp', 'meta', 'mdat']);
const keptInMeta = new Set('hdlr pitm iinf iref iprp iloc idat dinf grpl'.split(' '));
/** Descriptions and times among the properties. */
const toldProperties = new Set(['udes', 'crtt', 'mdft', 'uuid']);

function cleanMeta({ inside }: Box, file: Uint8Array): boolean {
  const body = inside.subarray(4);
  const boxes = boxesIn(body);
  const items = boxes && toldItems(boxes, file);
  if (!boxes || !items) return false;
  for (const item of items) item.fill(0);
  for (const box of boxes) if (!keptInMeta.has(box.type)) emptyBox(body, box);
  return boxes.every((box) => box.type !== 'iprp' || cleanProperties(box.inside));
}

function cleanProperties(properties: Uint8Array): boolean {
  const holders = boxesIn(properties);
  return (holders ?? [undefined]).every((holder) => {
    if (holder?.type !== 'ipco') return holder !== undefined;
    const all = boxesIn(holder.inside);
    for (const one of all ?? []) if (toldProperties.has(one.type)) emptyBox(holder.inside, one);
    return all !== undefined;
  });
}
