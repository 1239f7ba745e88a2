// Where in a HEIC photo its descriptions lie: by the two tables that name its items and their places.

import { boxesIn, type Box } from './boxes.ts';
import { latin, viewOf } from './latin.ts';

/** The pieces of the file that describe; undefined where one of them cannot be found. */
export function toldItems(
  meta: readonly Box[],
  file: Uint8Array,
): readonly Uint8Array[] | undefined {
  const [names, places, data] = ['iinf', 'iloc', 'idat'].map(
    (wanted) => meta.find(({ type }) => type === wanted)?.inside,
  );
  const told = names && toldIds(names);
  const at = places && readPlaces(places);
  if (!told || !at) return undefined;
  const pieces = [...told].map((id) => piecesOf(at.get(id), file, data));
  const all = pieces.flatMap((some) => some ?? []);
  const size = all.reduce((sum, { length }) => sum + length, 0);
  // Pieces that lie over each other are no photo's: emptying them would take for ever.
  return pieces.includes(undefined) || size > file.length ? undefined : all;
}

/** Exif, XMP and whatever else is text of a kind. */
const telling = new Set(['Exif', 'mime', 'uri ']);

function toldIds(names: Uint8Array): ReadonlySet<number> | undefined {
  const items = boxesIn(names.subarray(names[0] === 0 ? 6 : 8));
  if (!items) return undefined;
  const told = new Set<number>();
  for (const { type, inside } of items) {
    const version = inside[0] ?? 0;
    // Older ones do not say of which kind an item is.
    if (type !== 'infe' || version < 2 || inside.length < 13) return undefined;
    const wide = version === 2 ? 0 : 2;
    const view = viewOf(inside);
    const id = wide ? view.getUint32(4) : view.getUint16(4);
    if (telling.has(latin(inside, 8 + wide, 12 + wide))) told.add(id);
  }
  return told;
}

type Place = {
  readonly way: number;
  readonly extents: readonly { readonly from: number; readonly length: number }[];
};

function readPlaces(box: Uint8Array): ReadonlyMap<number, Place> | undefined {
  const next = reader(box);
  const version = next(4) >>> 24;
  const [offset, length] = halves(next(1));
  const [base, index] = halves(next(1));
  // Without lengths a piece is the whole file, and it takes no bytes to say so a million times.
  if (length === 0) return undefined;
  const wide = version === 2 ? 4 : 2;
  const places = new Map<number, Place>();
  for (let left = next(wide); left > 0 && !next.isOver(); left -= 1) {
    const id = next(wide);
    const way = version === 0 ? 0 : next(2) & 15;
    next(2);
    const begin = next(base);
    const extents: { from: number; length: number }[] = [];
    for (let more = next(2); more > 0 && !next.isOver(); more -= 1) {
      if (version > 0) next(index);
      extents.push({ from: begin + next(offset), length: next(length) });
    }
    places.set(id, { way, extents });
  }
  return next.isOver() ? undefined : places;
}

const halves = (byte: number): readonly [number, number] => [byte >> 4, byte & 15];

/** Numbers of so many bytes, one after another; over once it was asked for more than there is. */
function reader(box: Uint8Array): ((width: number) => number) & { isOver: () => boolean } {
  let at = 0;
  const next = (width: number): number => {
    const piece = box.subarray(at, at + width);
    at += width;
    return piece.reduce((sum, byte) => sum * 256 + byte, 0);
  };
  return Object.assign(next, { isOver: () => at > box.length });
}

/** By the file or by the data that stands in the table itself; anywhere else is not looked for. */
function piecesOf(
  place: Place | undefined,
  file: Uint8Array,
  data: Uint8Array | undefined,
): readonly Uint8Array[] | undefined {
  const whole = place && [file, data][place.way];
  if (!whole) return undefined;
  const isThere = place.extents.every(
    ({ from, length }) => length > 0 && from + length <= whole.length,
  );
  return isThere
    ? place.extents.map(({ from, length }) => whole.subarray(from, from + length))
    : undefined;
}
