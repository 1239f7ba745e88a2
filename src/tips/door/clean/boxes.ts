// The boxes that MP4 films and HEIC photos are made of: where each begins, how long it is, and emptying one in place.

import { latin, viewOf } from './latin.ts';

export type Box = {
  readonly type: string;
  readonly size: number;
  /** Bytes before what it holds. */
  readonly head: number;
  /** Its own piece of the file, not a copy. */
  readonly inside: Uint8Array;
  readonly at: number;
};

/** A film in pieces of a second has some thousands. */
const mostBoxes = 100_000;

/** One behind the other; undefined where they do not add up. */
export function boxesIn(bytes: Uint8Array): readonly Box[] | undefined {
  const boxes: Box[] = [];
  for (let at = 0; at < bytes.length;) {
    const box = boxAt(bytes, at);
    if (!box || boxes.length === mostBoxes) return undefined;
    boxes.push(box);
    at += box.size;
  }
  return boxes;
}

/** A size of 0 runs to the end, one of 1 is written out in eight bytes. */
function boxAt(bytes: Uint8Array, at: number): Box | undefined {
  if (at + 8 > bytes.length) return undefined;
  const view = viewOf(bytes);
  const short = view.getUint32(at);
  const head = short === 1 ? 16 : 8;
  if (at + head > bytes.length) return undefined;
  const long = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
  const size = long === 0 ? bytes.length - at : long;
  if (size < head || at + size > bytes.length) return undefined;
  const inside = bytes.subarray(at + head, at + size);
  return { type: latin(bytes, at + 4, at + 8), size, head, inside, at };
}

/** It stays as long as it was, so that what points behind it stays right. */
export function emptyBox(bytes: Uint8Array, { at, inside }: Box): void {
  bytes.set([0x66, 0x72, 0x65, 0x65], at + 4);
  inside.fill(0);
}
