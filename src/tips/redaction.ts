// A layer over a letter: passages that would tell who wrote it are covered; the letter stays as it came.

import type { Json } from '#sealed/envelope.ts';

/** From one sign up to, and without, another, as texts count them. */
export type Passage = { readonly field: string; readonly from: number; readonly to: number };

export type Redaction = {
  readonly kind: 'redaction';
  readonly letterId: string;
  /** Counted up by each layer: the highest is the one that lies on top. */
  readonly version: number;
  readonly passages: readonly Passage[];
};

/** Whether what was opened is a layer at all: a colleague's device wrote it. */
export const isRedaction = (value: Json | Redaction): value is Redaction =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  value.kind === 'redaction' &&
  typeof value['letterId'] === 'string' &&
  typeof value['version'] === 'number' &&
  Array.isArray(value['passages']) &&
  value['passages'].every(isPassage);

/** Always the same, however long what it covers: a length can give a name away. */
export const cover = '█████';

/** The text with its passages covered; those that touch or overlap are one. */
export function covered(text: string, passages: readonly Omit<Passage, 'field'>[]): string {
  let shown = '';
  let at = 0;
  for (const { from, to } of joined(text, passages)) {
    shown += text.slice(at, from) + cover;
    at = to;
  }
  return shown + text.slice(at);
}

/** Every field of a letter with its own passages covered. */
export const coveredFields = (
  fields: Readonly<Record<string, string>>,
  passages: readonly Passage[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, text]) => [
      field,
      covered(
        text,
        passages.filter((passage) => passage.field === field),
      ),
    ]),
  );

/** Everywhere that word or name stands in the letter, so that no second place is overlooked. */
export function passagesOf(
  fields: Readonly<Record<string, string>>,
  words: string,
): readonly Passage[] {
  const wanted = words.trim();
  if (wanted === '') return [];
  return Object.entries(fields).flatMap(([field, text]) =>
    placesOf(text, wanted).map((from) => ({ field, from, to: from + wanted.length })),
  );
}

/** The one that lies on top of that letter. */
export const topLayer = (layers: readonly Redaction[], letterId: string): Redaction | undefined =>
  layers
    .filter((layer) => layer.letterId === letterId)
    .toSorted((one, other) => other.version - one.version)[0];

const isPassage = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'field' in value &&
  typeof value.field === 'string' &&
  'from' in value &&
  typeof value.from === 'number' &&
  'to' in value &&
  typeof value.to === 'number';

function joined(text: string, passages: readonly Omit<Passage, 'field'>[]) {
  const runs: { from: number; to: number }[] = [];
  const within = passages
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(text.length, to) }))
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from - other.from);
  for (const { from, to } of within) {
    const last = runs.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else runs.push({ from, to });
  }
  return runs;
}

/** Small and capital letters alike; letters keep their number, so that places fit the text. */
function placesOf(text: string, wanted: string): readonly number[] {
  const places: number[] = [];
  const [within, word] = [folded(text), folded(wanted)];
  for (let at = within.indexOf(word); at >= 0; at = within.indexOf(word, at + word.length)) {
    places.push(at);
  }
  return places;
}

const folded = (text: string): string =>
  text.replaceAll(/\p{Lu}/gu, (sign) => {
    const small = sign.toLowerCase();
    return small.length === sign.length ? small : sign;
  });
