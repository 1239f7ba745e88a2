// What a track of a film holds, by its tables: so that one which tells of place and time can be emptied wherever it lies.

import { boxesIn } from './boxes.ts';
import { viewOf } from './latin.ts';

/** False where the tables are not the known ones, or lead out of the file. */
export function emptySamples(track: Uint8Array, file: Uint8Array): boolean {
  const ranges = rangesOf(track);
  if (!ranges) return false;
  const isWithin = ranges.every(({ from, to }) => from <= to && to <= file.length);
  // Pieces that lie over each other are no film's: emptying them would take for ever.
  const all = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  if (!isWithin || all > file.length) return false;
  for (const { from, to } of ranges) file.fill(0, from, to);
  return true;
}

type Range = { readonly from: number; readonly to: number };

function rangesOf(track: Uint8Array): readonly Range[] | undefined {
  const table = within(track, 'mdia', 'minf', 'stbl');
  const sizes = table && sizesIn(within(table, 'stsz'));
  const runs = table && numbersIn(within(table, 'stsc'), 3);
  const places = table && placesIn(table);
  if (!sizes || !runs || !places) return undefined;
  let [sample, run] = [0, 0];
  return places.map((from, at) => {
    while ((runs[run + 1]?.[0] ?? Infinity) <= at + 1) run += 1;
    const count = runs[run]?.[1] ?? 0;
    const to = from + sizes(sample, count);
    sample += count;
    return { from, to };
  });
}

function within(bytes: Uint8Array | undefined, ...path: readonly string[]): Uint8Array | undefined {
  const [first, ...rest] = path;
  if (first === undefined || !bytes) return bytes;
  return within(boxesIn(bytes)?.find(({ type }) => type === first)?.inside, ...rest);
}

function placesIn(table: Uint8Array): readonly number[] | undefined {
  const short = within(table, 'stco');
  if (short) return numbersIn(short, 1)?.flat();
  return numbersIn(within(table, 'co64'), 2)?.map(([high = 0, low = 0]) => high * 2 ** 32 + low);
}

/** How many bytes some samples take together: one size for all, or one for each. */
function sizesIn(
  box: Uint8Array | undefined,
): ((from: number, count: number) => number) | undefined {
  if (!box || box.length < 8) return undefined;
  const one = viewOf(box).getUint32(4);
  if (one > 0) return (_, count) => one * count;
  const each = numbersIn(box.subarray(4), 1)?.flat();
  return each && ((from, count) => sumOf(each.slice(from, from + count)));
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** A film of hours has fewer. */
const mostRows = 500_000;

/** Rows of numbers of four bytes; undefined where there are more than the box has. */
function numbersIn(
  box: Uint8Array | undefined,
  width: number,
): readonly (readonly number[])[] | undefined {
  if (!box || box.length < 8) return undefined;
  const view = viewOf(box);
  const rows = view.getUint32(4);
  if (rows > mostRows || 8 + 4 * width * rows > box.length) return undefined;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: width }, (__, at) => view.getUint32(8 + 4 * (row * width + at))),
  );
}
